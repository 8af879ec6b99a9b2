// Papers that go with a device: the hand-out receipt and the labels.
import type { Input } from '../../../core/endpoint.ts'
import { done, refuse, type Result } from '../../../core/result.ts'
import type { ActionContext } from '../../../database/context.ts'
import type { api } from '../api.ts'
import { renderDeliveryNote } from '../printing/delivery-note.ts'
import { renderHandOutReceipt } from '../printing/hand-out-receipt.ts'
import { renderLabels } from '../printing/labels.ts'
import { labelsZpl } from '../printing/labels-zpl.ts'
import * as store from '../store.ts'
import { frameTexts } from '../texts/certificate.ts'
import type { DataState } from '../../devices/rules/status.ts'
import type { Paper } from './paper.ts'

type In<Name extends keyof typeof api> = Input<(typeof api)[Name]>

export async function receiptPdf(
  ctx: ActionContext,
  { params, query }: In<'receiptPdf'>,
): Promise<Result<Paper>> {
  if (!(await store.deviceIsSeen(ctx.tx, params.deviceId)))
    return refuse('device-not-found', { deviceId: params.deviceId })
  const row = await store.latestHandOut(ctx.tx, params.deviceId)
  if (!row) return refuse('receipt-not-found', { deviceId: params.deviceId })
  const language = query.language ?? ctx.language
  const [own] = await store.organisationsNamed(ctx.tx, [ctx.organisationId])
  const missing = frameTexts.notStated[language]
  const number = row.assetTag ?? row.serialNumber ?? row.id.slice(-12)
  const bytes = await renderHandOutReceipt(
    {
      documentNumber: number,
      receiptUrl: `${ctx.baseUrl ?? ''}/d/${encodeURIComponent(number)}`,
      handedOutAt: row.handedOutAt,
      timeZone: 'Europe/Stockholm',
      organisation: {
        name: own?.name ?? missing,
        organisationNumber: own?.number ?? null,
        addressLines: [],
        contact: null,
      },
      unitName: row.unitName ?? missing,
      holderName: row.holderName ?? row.unitName ?? missing,
      handedOutByName: row.byName ?? missing,
      placeName: missing,
      returnBy: row.endsOn,
      devices: [
        {
          manufacturer: row.maker,
          model: row.model,
          serialNumber: row.serialNumber ?? missing,
          assetTag: row.assetTag,
          accessories: [],
          condition: row.grade ?? '–',
        },
      ],
      terms: [],
      confirmedAt: row.confirmedAt,
    },
    language,
  )
  return done({ fileName: `${number}.pdf`, contentType: 'application/pdf', bytes })
}

export async function labelSheet(
  ctx: ActionContext,
  { body }: In<'labelSheet'>,
): Promise<Result<Paper>> {
  const devices = await store.labelledDevices(ctx.tx, body.deviceIds)
  const unseen = body.deviceIds.find((id) => !devices.some((device) => device.id === id))
  if (unseen) return refuse('device-not-found', { deviceId: unseen })
  const untagged = devices.find((device) => device.assetTag === null)
  if (untagged) return refuse('asset-tag-missing', { deviceId: untagged.id })
  const labels = devices.map((device) => ({
    organisationName: device.ownerName ?? '',
    assetTag: device.assetTag!,
    model: `${device.maker} ${device.model}`.trim() || null,
    serialNumber: device.serialNumber,
    url: `${ctx.baseUrl ?? ''}/d/${encodeURIComponent(device.assetTag!)}`,
  }))
  if (body.format === 'zpl') {
    // Zebra desktop printers: 203 dpi, the same size as a label of the sheet.
    const zpl = labelsZpl(labels, { widthMm: 64, heightMm: 38, dotsPerMm: 8 })
    return done({
      fileName: 'labels.zpl',
      contentType: 'text/plain; charset=utf-8',
      bytes: new TextEncoder().encode(zpl),
    })
  }
  const bytes = await renderLabels(labels, {
    medium: body.format === 'tape' ? 'tape-24' : 'sheet-3x7',
    language: body.language ?? ctx.language,
    createdAt: ctx.now,
    ...(body.usedOnFirstSheet === undefined ? {} : { usedOnFirstSheet: body.usedOnFirstSheet }),
  })
  return done({ fileName: 'labels.pdf', contentType: 'application/pdf', bytes })
}

export async function deliveryNotePdf(
  ctx: ActionContext,
  { params, query }: In<'deliveryNotePdf'>,
): Promise<Result<Paper>> {
  const row = await store.collectionById(ctx.tx, params.collectionId)
  if (!row) return refuse('collection-not-found')
  const language = query.language ?? ctx.language
  const packages = await store.packagesOf(ctx.tx, row.id)
  const devices = await store.notedDevices(ctx.tx, row.id)
  const named = await store.organisationsNamed(ctx.tx, [row.senderId, row.receiverId])
  const missing = frameTexts.notStated[language]
  const party = (id: string, addressLines: string[]) => ({
    name: named.find((one) => one.id === id)?.name ?? missing,
    organisationNumber: named.find((one) => one.id === id)?.number ?? null,
    addressLines,
    contact: null,
  })
  const bytes = await renderDeliveryNote(
    {
      documentNumber: row.number,
      collectionNumber: row.number,
      collectionUrl: `${ctx.baseUrl ?? ''}/collections/${row.id}`,
      issuedAt: row.sentAt ?? ctx.now,
      timeZone: 'Europe/Stockholm',
      sender: party(row.senderId, row.fromAddress ? row.fromAddress.split('\n') : []),
      receiver: party(row.receiverId, []),
      carrierName: null,
      waybillNumber: null,
      packages: packages.map(({ number, kind, seal }) => ({
        packageNumber: `K${number}`,
        kind,
        sealNumbers: seal ? [seal] : [],
        weightGrams: null,
      })),
      devices: devices.map((device) => ({
        packageNumber: device.package === null ? '–' : `K${device.package}`,
        manufacturer: device.maker,
        model: device.model,
        serialNumber: device.serialNumber ?? '–',
        assetTag: device.assetTag,
        dataState: notedData(device.dataState),
      })),
    },
    language,
  )
  return done({ fileName: `${row.number}.pdf`, contentType: 'application/pdf', bytes })
}

/** What is not known may hold data. */
const notedData = (state: DataState | null) =>
  state === 'erased' || state === 'destroyed'
    ? 'erased'
    : state === 'notDataBearing' || state === 'unused'
      ? 'none'
      : 'data-bearing'
