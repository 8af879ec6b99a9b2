// A signed document of a station comes in: checked from cheap to deep, then judged by the same gate
// as any log. Nothing that the station concluded is believed in its favour.
import { createHash, createPublicKey, verify } from 'node:crypto'
import { Value } from 'typebox/value'
import { canonicalJson } from '../../../core/canonical-json.ts'
import type { Input, Output } from '../../../core/endpoint.ts'
import type { DeviceId } from '../../../core/ids.ts'
import { done, refuse, type Result } from '../../../core/result.ts'
import type { ActionContext } from '../../../database/context.ts'
import { normaliseSerial } from '../../devices/rules/serial.ts'
import { missingPeople } from '../../organisations/store.ts'
import type { stationApi } from '../api/stations.ts'
import { withCertificate } from '../rules/certificate.ts'
import { jsonObject } from '../rules/evidence/json.ts'
import type { EvidenceFacts } from '../rules/evidence/shape.ts'
import { Document, documentVersion, type StationDocument } from '../rules/station/document.ts'
import { nativeBytesOf, stationFacts } from '../rules/station/facts.ts'
import { isTrainingMaterial } from '../rules/training.ts'
import * as evidence from '../store/evidence.ts'
import { isDemonstration, mediaWithSerials } from '../store/media.ts'
import { resultsOfEvidence } from '../store/results.ts'
import { devicesWithTag, evidenceOfRun, markSent } from '../store/stations.ts'
import { isTimeZone, runHash } from './evidence.ts'
import { judge } from './judge.ts'
import { saveInventories } from './media.ts'
import { shownResult } from './results.ts'
import { enrolledStation } from './stations.ts'

type In = Input<(typeof stationApi)['sendStationResult']>
type Out = Promise<Result<Output<(typeof stationApi)['sendStationResult']>>>

export async function sendStationResult(ctx: ActionContext, { params, body }: In): Out {
  const station = await enrolledStation(ctx, params.stationId)
  if (!station.ok) return station
  const bytes = Buffer.from(body.document, 'utf8')
  const signature = Buffer.from(body.signature, 'base64')
  if (!isSignedBy(station.value.publicKey, bytes, signature))
    return refuse('station-signature-wrong')
  const document = readDocument(body.document)
  if (!document.ok) return document
  const { value } = document
  if (value.station.id !== station.value.id) return refuse('station-document-of-another')
  if (!isTimeZone(value.clock.timeZone)) return refuse('time-zone-unknown')
  await markSent(ctx.tx, station.value.id, ctx.now)
  const sha256 = createHash('sha256').update(bytes).digest()
  const known = await evidenceOfRun(ctx.tx, value.station.id, value.run.id)
  if (known)
    return known.sha256.equals(sha256)
      ? answer(ctx, known.id, true)
      : refuse('station-run-differs', { run: value.run.id })
  return record(ctx, value, { bytes, sha256, signature })
}

/** SubjectPublicKeyInfo of Ed25519 (RFC 8410): this head, then the 32 bytes of the key. */
const spkiHead = Buffer.from('302a300506032b6570032100', 'hex')

function isSignedBy(publicKey: Buffer, bytes: Buffer, signature: Buffer): boolean {
  if (signature.length !== 64) return false
  const key = Buffer.concat([spkiHead, publicKey])
  return verify(null, bytes, createPublicKey({ key, format: 'der', type: 'spki' }), signature)
}

/** One form of each document, whole, and every log as it was when its hash was taken. */
function readDocument(text: string): Result<StationDocument, 'station-document-unreadable'> {
  const json = jsonObject(text)
  if (!json || canonicalJson(json) !== text)
    return refuse('station-document-unreadable', { fault: 'not canonical JSON' })
  if (!Value.Check(Document, json)) {
    const [first] = Value.Errors(Document, json)
    const fault = `${first?.instancePath ?? ''} ${first?.message ?? ''}`.trim()
    return refuse('station-document-unreadable', { fault, version: documentVersion })
  }
  const altered = json.logs.find(
    (log) => createHash('sha256').update(log.text, 'utf8').digest('hex') !== log.sha256,
  )
  return altered
    ? refuse('station-document-unreadable', { fault: `hash of ${altered.name}` })
    : done(json)
}

async function record(
  ctx: ActionContext,
  document: StationDocument,
  sent: { bytes: Buffer; sha256: Buffer; signature: Buffer },
): Out {
  const { station, run, choice, clock } = document
  const read = stationFacts(document)
  const doubts = await inventory(ctx, document, read.facts)
  const facts = withCertificate({
    ...read.facts,
    doubts: [...read.facts.doubts, ...doubts],
    station: await knownOperator(ctx, read.facts.station!),
  })
  const hash = runHash(facts)
  // A log of nwipe tells its times, so that the same log is the same run, whoever sends it.
  const logs = choice.method.startsWith('overwrite')
    ? document.logs
        .filter(({ role }) => role === 'wipe')
        .map((log) => Buffer.from(log.sha256, 'hex'))
    : []
  const id = ctx.newId()
  const hashes = [sent.sha256, ...logs, ...(hash ? [hash] : [])]
  const free = await evidence.takeHashes(ctx.tx, hashes, id)
  if (!free.delete(sent.sha256.toString('hex'))) {
    // Sent twice in the same instant: the other one is there by now.
    const other = await evidenceOfRun(ctx.tx, station.id, run.id)
    return other ? answer(ctx, other.id, true) : refuse('evidence-duplicate')
  }
  const fileName = `${station.name} ${run.startedAt.slice(0, 16)}.json`
  const tool = { tool: read.tool, toolVersion: read.toolVersion, stationTimeZone: clock.timeZone }
  await evidence.insertEvidence(
    ctx.tx,
    {
      ...{ id, organisationId: ctx.organisationId, sha256: sent.sha256, fileName },
      ...{ bytes: sent.bytes, format: documentVersion, ...tool },
      station: { id: station.id, runId: run.id, signature: sent.signature },
    },
    ctx.now,
    ctx.actorId,
  )
  const taken = [...logs, ...(hash ? [hash] : [])]
  const alreadyUsed = taken.some((one) => !free.has(one.toString('hex')))
  const source = {
    ...{ evidenceId: id, fileName, sha256Hex: sent.sha256.toString('hex'), ...tool },
    // A station that is shown to learners wraps logs that were made for them.
    trainingMaterial:
      document.logs.some(({ text }) => isTrainingMaterial(text)) &&
      !(await isDemonstration(ctx.tx)),
  }
  await judge(ctx, [{ session: 0, drive: 0, facts, alreadyUsed }], source)
  return answer(ctx, id, false)
}

/**
 * The station read the drive before it wrote: the device whose tag was scanned now holds it. Where
 * the register says that the drive sits in another device, a person must look.
 */
async function inventory(
  ctx: ActionContext,
  document: StationDocument,
  { serial }: EvidenceFacts,
): Promise<readonly ['SERIAL_MISMATCH'] | readonly []> {
  const { drive, run } = document
  if (run.tag === null || serial === null) return []
  const tag = run.tag.trim()
  const found = await devicesWithTag(ctx.tx, tag, normaliseSerial(tag))
  const deviceId = found.length === 1 ? found[0]!.id : null
  const known = await mediaWithSerials(ctx.tx, [serial])
  const holders = known.filter((medium) => medium.serial === serial)
  if (holders.length > 0 && !holders.some((medium) => medium.deviceId === deviceId))
    return ['SERIAL_MISMATCH']
  if (deviceId) await addMedium(ctx, deviceId, serial, document, drive)
  return []
}

const addMedium = (
  ctx: ActionContext,
  deviceId: DeviceId,
  serial: string,
  document: StationDocument,
  drive: StationDocument['drive'],
) =>
  saveInventories(
    ctx,
    [
      {
        deviceId,
        media: [
          {
            ...{ serial, model: drive.model, kind: drive.kind },
            ...{ capacityBytes: drive.bytes, nativeBytes: nativeBytesOf(document) },
          },
        ],
      },
    ],
    'more',
  )

/** An operator that the organisation does not know is nobody. */
async function knownOperator(ctx: ActionContext, said: NonNullable<EvidenceFacts['station']>) {
  const missing = said.operatorId ? await missingPeople(ctx.tx, [said.operatorId]) : []
  return missing.length > 0 ? { ...said, operatorId: null } : said
}

async function answer(ctx: ActionContext, evidenceId: string, known: boolean): Out {
  const [result] = await resultsOfEvidence(ctx.tx, evidenceId)
  return done({ evidenceId, known, result: result ? shownResult(result, ctx.language) : null })
}
