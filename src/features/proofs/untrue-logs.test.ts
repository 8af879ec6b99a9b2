// Logs that whoever runs the server could make up: two histories at once, another log under the same
// name, times that go back. Each bundle is whole in itself, and signed by a key that it carries.
import { unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { logAll } from '../../../test/support/log.ts'
import { checkpoint, leafOf, newKey, tlogProof, vkey } from '../../../test/support/log-writer.ts'
import {
  newDevices,
  newOrganisation,
  newPerson,
  newWorld,
  value,
  type Actor,
  type World,
} from '../../../test/support/world.ts'
import { checkBundle } from '../../checker/bundle/check.ts'
import { nodeEngine } from '../../checker/node-engine.ts'
import { checkLogs, sourceOf } from '../../cli/verify/check-logs.ts'
import { handOut } from '../custody/actions/hand-out.ts'
import { deviceBundle } from './actions/bundle.ts'
import { getLog } from './actions/log-own.ts'
import { vkeysOf } from './actions/log.ts'
import { originOf, printCheckpoint } from './rules/log/checkpoint.ts'
import { ED25519, printNote, signatureLine, verifierKey } from './rules/log/note.ts'

let world: World
let owner: Actor
let deviceId: string
let bundle: Uint8Array
let origin: string
beforeAll(async () => {
  world = await newWorld()
  owner = await newOrganisation(world)
  ;[deviceId] = (await newDevices(world, owner, 3)) as [string]
  await handOver(deviceId)
  await logAll(world.database)
  origin = originOf(world.database.keys!.installation, owner.organisationId)
  bundle = await bundleOf(deviceId)
})
afterAll(() => world.close())

async function handOver(id: string) {
  const holderId = await newPerson(world, owner.organisationId)
  const body = { items: [{ deviceId: id, holderId }] }
  value(await world.act(owner, (ctx) => handOut(ctx, { body })))
}

async function bundleOf(id: string): Promise<Uint8Array> {
  const paper = await world.act(owner, (ctx) =>
    deviceBundle(ctx, { params: { deviceId: id }, query: {} }),
  )
  return value(paper).bytes as Uint8Array
}

const logPage = async () => value(await world.act(owner, (ctx) => getLog(ctx)))

type Files = Record<string, Uint8Array>
interface Listed {
  logs: { origin: string; vkeys: string[] }[]
  entries: { file: string; proof: string; index: number }[]
  files: { name: string; sha256: string }[]
}

/** The bundle made anew with other files, its list of them true. */
function remade(change: (files: Files, manifest: Listed) => void): Uint8Array {
  const { 'bundle.json': first, ...files } = unzipSync(bundle)
  const manifest = JSON.parse(Buffer.from(first!).toString()) as Listed
  change(files, manifest)
  manifest.files = Object.entries(files).map(([name, content]) => ({
    name,
    sha256: nodeEngine.sha256Hex(content),
  }))
  return zipSync({ 'bundle.json': Buffer.from(JSON.stringify(manifest)), ...files })
}

const found = (bytes: Uint8Array, vkeys: readonly string[] = []) =>
  checkBundle(bytes, { engine: nodeEngine, vkeys }).failures.map(({ code, at }) => `${code} ${at}`)
const pinned = () => vkeysOf(world.database.keys!, origin)
const textOf = (files: Files, name: string) => Buffer.from(files[name]!).toString()

describe('an untrue log', () => {
  it('is not what these begin from', () => {
    expect(found(bundle, pinned())).toEqual([])
    expect(found(remade(() => {}))).toEqual([])
  })

  it('that shows two histories is found, though one key has signed them both', () => {
    const { keys } = world.database
    const split = remade((files, { entries }) => {
      const { proof } = entries.at(-1)!
      const [before, note] = textOf(files, proof).split('\n\n') as [string, string]
      const size = Number(note.split('\n')[1])
      const text = printCheckpoint({ origin, size, root: Buffer.alloc(32, 7) })
      const { signature, key } = keys!.signLog(Buffer.from(text))
      const { name, id } = verifierKey(origin, ED25519, Buffer.from(key.publicKey, 'base64'))
      const head = printNote(text, [signatureLine({ name, keyId: id, signature })])
      files[proof] = Buffer.from(`${before}\n\n${head}`)
    })
    expect(found(split, pinned())).toContain(`split-view ${origin}`)
  })

  it('that was made up anew holds by itself, and not by a key that the reader brought', () => {
    const forger = newKey()
    const forged = remade((files, { entries, logs }) => {
      for (const [place, entry] of entries.entries()) entry.index = place
      const leaves = entries.map(({ file }) => leafOf(files[file]!))
      const head = checkpoint(origin, forger, leaves)
      for (const { proof, index } of entries)
        files[proof] = Buffer.from(tlogProof(index, leaves, head))
      logs[0]!.vkeys = [vkey(origin, forger)]
    })
    expect(found(forged)).toEqual([])
    expect(found(forged, pinned())).toContain(`key-not-the-pinned ${origin}`)
  })

  it('that follows a clock which was set back holds, and bundles say where the time went back', async () => {
    const [id] = (await newDevices(world, owner, 1)) as [string]
    const before = world.now
    world.now = new Date(before.getTime() - 2 * 86_400_000)
    await handOver(id)
    await logAll(world.database)
    expect((await logPage()).clockSetBack).toBe(true)
    world.now = before
    expect((await logPage()).clockSetBack).toBe(false)
    const { valid, failures, checked, notChecked } = checkBundle(await bundleOf(id), {
      vkeys: pinned(),
    })
    expect({ valid, failures }).toEqual({ valid: true, failures: [] })
    expect(notChecked).toContainEqual({
      ...{ code: 'clock-set-back', at: 'entries/0002.json' },
      details: { seq: 2, hours: 48 },
    })
    expect(checked.map(({ code }) => code)).not.toContain('clock-order')
    const client = await world.database.pool.connect()
    const verdict = await checkLogs({ source: sourceOf(client), vkeysOf: pinned }).finally(() =>
      client.release(),
    )
    expect(verdict).toMatchObject({ valid: true, failures: [] })
    const { rows } = await world.database.pool.query<{ back: boolean }>(
      `SELECT signed_at < lag(signed_at) OVER (ORDER BY size) AS back FROM proofs.checkpoint`,
    )
    expect(rows.some(({ back }) => back)).toBe(false)
  })
})
