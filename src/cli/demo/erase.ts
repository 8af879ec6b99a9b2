// Erasure at the partner: the media are listed at receipt, and a log of the bench is the evidence.
import { createHash } from 'node:crypto'
import { done } from '../../core/result.ts'
import { recordDestruction } from '../../features/erasure/actions/destroy.ts'
import { recordEvidence } from '../../features/erasure/actions/evidence.ts'
import { recordMedia } from '../../features/erasure/actions/media.ts'
import { writeNwipeLog, type SampleDrive } from '../../features/erasure/rules/sample-log.ts'
import { TRAINING_MARK } from '../../features/erasure/rules/training.ts'
import { confirmDestruction } from '../../features/erasure/actions/witness.ts'
import { mediaOf } from '../../features/erasure/store/media.ts'
import type { Wave } from './plan.ts'
import { callHome, enrolBench, reportRun } from './station.ts'
import type { WaveDevice } from './wave.ts'
import type { DemoWorld } from './world.ts'

/** Drives that stand at the bench at once. */
const BENCH = 80

interface Medium {
  readonly device: WaveDevice
  readonly serial: string
  readonly model: string
  readonly bytes: number
}

export const listMedia = (
  world: DemoWorld,
  devices: readonly WaveDevice[],
  wave: Wave,
  at: Date,
): Promise<void> =>
  inBenches(devices, 300, (some) =>
    world.act('ester', at, (ctx) =>
      recordMedia(ctx, {
        body: { items: some.map((device) => listedMedium(mediumOf(device, wave))) },
      }),
    ),
  )

export async function erase(
  world: DemoWorld,
  devices: readonly WaveDevice[],
  wave: Wave,
  at: Date,
): Promise<void> {
  const media = devices.map((device) => mediumOf(device, wave))
  const [troubled, plain] =
    wave.reach === 'erased' ? [media.slice(0, 5), media.slice(5)] : [[], media]
  if (troubled.length > 0) await drawFromNowOn(world, at)
  let bench = 0
  const [byStation, byLog] =
    wave.reach === 'erased' ? [plain.slice(0, 14), plain.slice(14)] : [[], plain]
  if (byStation.length > 0) await atTheStation(world, byStation, troubled[0]!, at)
  await inBenches(byLog, BENCH, (some) =>
    upload(world, wave, some, new Date(at.getTime() + bench++ * 60_000), 'Europe/Stockholm'),
  )
  if (troubled.length === 0) return
  const later = new Date(at.getTime() + 3_600_000)
  // A log whose station never said its time zone.
  await upload(world, wave, troubled.slice(1), new Date(later.getTime() + 60_000), null)
}

/** The latest of the work is done at a station of our own; one drive lied to its tool. */
async function atTheStation(
  world: DemoWorld,
  media: readonly Medium[],
  liar: Medium,
  at: Date,
): Promise<void> {
  const station = await enrolBench(world, new Date(at.getTime() - 26 * 86_400_000))
  for (const [n, medium] of media.entries())
    await reportRun(
      world,
      station,
      { ...medium, tag: medium.device.serialNumber },
      new Date(at.getTime() + n * 420_000),
    )
  const after = new Date(at.getTime() + media.length * 420_000)
  const tag = liar.device.serialNumber
  await reportRun(world, station, { ...liar, tag }, after, 'leftovers')
  await shred(world, liar, new Date(after.getTime() + 2_400_000))
  await callHome(world, station, new Date(world.now.getTime() - 11 * 60_000))
}

/** What cannot be proven to be empty is destroyed, before a witness who confirms it. */
async function shred(world: DemoWorld, medium: Medium, at: Date) {
  const { id } = await destroy(world, medium, at)
  await world.act('rami', new Date(at.getTime() + 900_000), (ctx) =>
    confirmDestruction(ctx, { params: { certificateId: id } }),
  )
}

const destroy = (world: DemoWorld, { device, serial }: Medium, at: Date) =>
  world.act('ester', at, async (ctx) => {
    const [medium] = await mediaOf(ctx.tx, [device.id])
    return recordDestruction(ctx, {
      body: {
        mediumId: medium!.id,
        method: 'shredding',
        witnessId: world.staff['rami']!,
        equipment: 'Kvarn HDS 230',
        largestParticleMm: 2,
        categoryBefore: 'moderate',
        remains: { receiver: 'Metall & Krets i Exempelby', wasteCode: '19 12 11*' },
        photoSha256: createHash('sha256').update(`demo ${serial}`).digest('hex'),
      },
    })
  })

/**
 * The samples of past years were validated long ago. From the last round on, which stands at the
 * bench now, a share is drawn and waits for a second person.
 */
const drawFromNowOn = (world: DemoWorld, at: Date) =>
  world.act('ester', at, async (ctx) => {
    await ctx.tx.run(
      `UPDATE organisations.organisation SET settings = settings - 'erasurePolicy' WHERE id = $1`,
      [ctx.organisationId],
    )
    return done(undefined)
  })

function mediumOf(device: WaveDevice, wave: Wave): Medium {
  if (wave.kind === 'smartphone')
    return { device, serial: device.serialNumber, model: device.model.model, bytes: 64_000_000_000 }
  const large = device.model.storageGb === 512
  return {
    device,
    serial: `S4G${device.serialNumber.slice(-7)}N`,
    model: large ? 'SAMSUNG MZVLB512' : 'SAMSUNG MZVLB256',
    bytes: large ? 512_110_190_592 : 256_060_514_304,
  }
}

const listedMedium = ({ device, serial, model, bytes }: Medium) => ({
  deviceId: device.id,
  media: [{ serial, model, capacityBytes: bytes, nativeBytes: bytes, kind: 'flash' as const }],
})

async function upload(
  world: DemoWorld,
  wave: Wave,
  media: readonly Medium[],
  at: Date,
  stationTimeZone: string | null,
  status: SampleDrive['status'] = 'erased',
) {
  const text = wave.kind === 'smartphone' ? blanccoReport(media, at) : nwipeLog(media, at, status)
  const name = wave.kind === 'smartphone' ? 'blancco' : 'nwipe_log'
  const stamp = at.toISOString().slice(0, 19).replace(/[-:T]/g, '')
  const fileName = `${name}_${stamp}.${wave.kind === 'smartphone' ? 'xml' : 'log'}`
  const bytes = Buffer.from(text, 'utf8')
  await world.act('ester', at, async (ctx) => {
    const recorded = await recordEvidence(ctx, { fileName, bytes, stationTimeZone })
    if (!recorded.ok) return recorded
    const odd = recorded.value.results.find((one) => one.decision !== 'issue' && !one.drawn)
    if (odd && status === 'erased' && stationTimeZone)
      throw new Error(`the demo's erasures are proven: ${JSON.stringify(odd)}`)
    return done(undefined)
  })
}

/** The run began three hours before it was handed in, by the clock on the wall in Sweden. */
function nwipeLog(media: readonly Medium[], at: Date, status: SampleDrive['status']): string {
  const began = new Date(at.getTime() - 3 * 3_600_000)
  const wall = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Europe/Stockholm',
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(began)
  return writeNwipeLog({
    version: '0.42',
    startedAt: wall.replaceAll('-', '/'),
    method: 'PRNG Stream',
    devices: media.map(({ serial, model, bytes }, index) => ({
      device: `/dev/nvme${index}n1`,
      bus: 'NVME',
      ...{ model, serial, bytes, status },
    })),
  })
}

/** A report as Blancco writes for phones that were erased over a cable, all in one document. */
function blanccoReport(media: readonly Medium[], at: Date): string {
  const [start, end] = [25, 10].map((minutes) =>
    new Date(at.getTime() - minutes * 60_000).toISOString().replace(/\.\d+Z$/, '+0000'),
  )
  const entry = (name: string, value: string | number, type = 'string') =>
    `<entry name="${name}" type="${type}">${value}</entry>`
  const erasures = media.map(
    ({ serial, model, bytes }) => `<entries name="erasure">
${entry('timestamp', end!)}${entry('start_time', start!)}${entry('end_time', end!)}
${entry('elapsed_time', '00:15:00')}${entry('erasure_standard_name', 'NIST 800-88 Purge')}
${entry('overwriting_rounds', 0, 'uint')}${entry('firmware_rounds', 1, 'uint')}${entry('total_erasure_rounds', 1, 'uint')}
${entry('failed_sectors', 0, 'uint')}${entry('state', 'Successful')}
<entries name="target">${entry('type', 'SSD')}${entry('model', model)}${entry('serial', serial)}${entry('capacity', bytes, 'uint')}</entries>
</entries>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<!-- ${TRAINING_MARK}: proves nothing about any phone. -->
<root><report><blancco_data>
<description><document_id>demo-${media[0]!.serial}-${at.getTime()}</document_id><document_log><log_entry><author><product_name name="Mobile">Mobile</product_name><product_version>6.4.0</product_version></author><date>${end}</date></log_entry></document_log></description>
<blancco_erasure_report><entries name="erasures">
${erasures.join('\n')}
</entries></blancco_erasure_report>
</blancco_data></report></root>
`
}

async function inBenches<T>(
  items: readonly T[],
  size: number,
  work: (some: readonly T[]) => Promise<unknown>,
) {
  for (let from = 0; from < items.length; from += size) await work(items.slice(from, from + size))
}
