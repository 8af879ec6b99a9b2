// Somebody who erases and somebody who reviews, over HTTP, with devices whose media are known.
import { expect } from 'vitest'
import { writeNwipeLog, type SampleDrive } from '../../src/features/erasure/rules/sample-log.ts'
import { fixture } from './samples.ts'
import { newDevices, newOrganisation, newToken, type Actor, type World } from './world.ts'

// Answers are checked against their declarations by the server; here they are only looked into.
// oxlint-disable-next-line typescript/no-explicit-any -- a key that is missing fails the expectation
export type Json = Record<string, any>
export interface Person {
  get(path: string): Promise<{ status: number; json: Json }>
  send(method: string, path: string, body: unknown): Promise<{ status: number; json: Json }>
  upload(
    path: string,
    name: string,
    text: string | Buffer,
    fields?: Record<string, string>,
  ): Promise<{ status: number; json: Json }>
  file(path: string): Promise<{ status: number; type: string; bytes: Buffer; json: () => Json }>
}

/** Somebody of the organisation with these roles, over HTTP. */
export async function person(
  world: World,
  organisation: Actor,
  ...roles: Parameters<typeof newToken>[2] & object
): Promise<Person> {
  const app = await world.app()
  const token = await newToken(world, organisation.organisationId, roles)
  const headers = { authorization: `Bearer ${token}`, 'accept-language': 'en' }
  const base = '/api/v1'
  return {
    async get(path) {
      const answer = await app.inject({ url: base + path, headers })
      return { status: answer.statusCode, json: answer.json() }
    },
    async send(method, path, body) {
      const answer = await app.inject({
        method: method as 'POST',
        url: base + path,
        headers,
        payload: body as object,
      })
      return { status: answer.statusCode, json: answer.json() }
    },
    async upload(path, name, text, fields = {}) {
      const edge = 'edge-of-a-part'
      const parts = Object.entries(fields).map(
        ([field, value]) =>
          `--${edge}\r\nContent-Disposition: form-data; name="${field}"\r\n\r\n${value}\r\n`,
      )
      const head = `${parts.join('')}--${edge}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/octet-stream\r\n\r\n`
      const payload = Buffer.concat([
        Buffer.from(head),
        Buffer.from(text),
        Buffer.from(`\r\n--${edge}--\r\n`),
      ])
      const answer = await app.inject({
        method: 'POST',
        url: base + path,
        headers: { ...headers, 'content-type': `multipart/form-data; boundary=${edge}` },
        payload,
      })
      return { status: answer.statusCode, json: answer.json() }
    },
    async file(path) {
      const answer = await app.inject({ url: base + path, headers })
      return {
        status: answer.statusCode,
        type: String(answer.headers['content-type']),
        bytes: answer.rawPayload,
        json: () => answer.json(),
      }
    },
  }
}

export interface Bench {
  readonly world: World
  readonly owner: Actor
  readonly operator: Person
  readonly reviewer: Person
}
export async function newBench(world: World): Promise<Bench> {
  const owner = await newOrganisation(world)
  return {
    world,
    owner,
    operator: await person(world, owner, 'technician'),
    reviewer: await person(world, owner, 'itManager'),
  }
}

export const disk = (serial: string, more: Json = {}) => ({
  serial,
  kind: 'magnetic',
  capacityBytes: 50331648,
  ...more,
})

/** A device in stock that holds data, with these media. */
export async function inventoried(bench: Bench, ...media: Json[]): Promise<string> {
  const { world } = bench
  world.now = new Date('2026-03-12T09:00:00Z')
  const [deviceId] = await newDevices(world, bench.owner, 1, { unused: false })
  const put = await bench.operator.send('PUT', `/devices/${deviceId}/media`, { media })
  expect(put.status, JSON.stringify(put.json)).toBe(200)
  world.now = new Date('2026-03-16T12:00:00Z')
  return deviceId!
}

export const zone = { stationTimeZone: 'UTC' }
// The hash of a file may be used once in all the world, so that each test makes its copy its own:
// the first line is one that the reader passes over. Its runs are its own too only by serial.
let copies = 0
export const ownCopy = (name: string, ...serials: [string, string][]) =>
  serials.reduce(
    (text, [from, to]) => text.replaceAll(from, to),
    `# copy ${++copies}\n${fixture(`erasure/${name}`)}`,
  )
/** Serials of the same length, so that the tables of the log stay as they were. */
let made = 0
export const newSerial = (like: string) => `T${String(++made).padStart(like.length - 1, '0')}`

export const drive = (
  serial: string,
  status: SampleDrive['status'] = 'erased',
  n = 0,
): SampleDrive => ({
  device: `/dev/sd${String.fromCharCode(97 + n)}`,
  bus: 'ATA',
  model: 'OMLOPP VIRT-HDD',
  serial,
  bytes: 50331648 * 100,
  status,
})
export const large = { capacityBytes: 50331648 * 100 }
let minute = 0
export const log = (...devices: SampleDrive[]) =>
  writeNwipeLog({
    version: '0.42',
    startedAt: `2026/03/15 ${String(8 + Math.floor(++minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}:00`,
    method: 'Fill With Zeros',
    devices,
  })

export const dataState = async (bench: Bench, deviceId: string) => {
  const { json } = await bench.operator.get(`/devices/${deviceId}`)
  return `${json['status']} ${json['dataState']}`
}
export const kinds = async (bench: Bench, deviceId: string): Promise<string[]> => {
  const { json } = await bench.operator.get(`/devices/${deviceId}/life`)
  expect(json['chainIsWhole']).toBe(true)
  return json['entries'].map((entry: Json) => entry['kind'])
}
export const outcome = (one: Json) =>
  [one['state'], ...one['reasons'].map((reason: Json) => reason['code'])].join(' ')
