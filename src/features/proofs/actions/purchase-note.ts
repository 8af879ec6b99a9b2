// The note that goes along with what was bought in a partner's shop.
import type { Input } from '../../../core/endpoint.ts'
import { done, refuse, type Result } from '../../../core/result.ts'
import type { ActionContext } from '../../../database/context.ts'
import { linesOf } from '../../resale/store/lines.ts'
import { purchaseBy } from '../../resale/store/purchases.ts'
import type { api } from '../api.ts'
import { renderPurchaseNote } from '../printing/purchase-note.ts'
import { organisationsNamed } from '../store.ts'
import { frameTexts } from '../texts/certificate.ts'
import type { Paper } from './paper.ts'

export async function purchaseNotePdf(
  ctx: ActionContext,
  { params, query }: Input<typeof api.purchaseNotePdf>,
): Promise<Result<Paper>> {
  const row = await purchaseBy(ctx.tx, params.purchaseId)
  if (!row) return refuse('purchase-not-found', { purchaseId: params.purchaseId })
  const language = query.language ?? ctx.language
  const named = await organisationsNamed(ctx.tx, [row.sellerId, row.buyerId])
  const party = (id: string, address: (string | null)[]) => ({
    name: named.find((one) => one.id === id)?.name ?? frameTexts.notStated[language],
    organisationNumber: named.find((one) => one.id === id)?.number ?? null,
    addressLines: address.flatMap((lines) => lines?.split('\n') ?? []),
    contact: null,
  })
  const lines = (await linesOf(ctx.tx, row.id)).filter((line) => line.state !== 'cancelled')
  const bytes = await renderPurchaseNote(
    {
      documentNumber: row.number,
      purchaseUrl: `${ctx.baseUrl ?? ''}/purchases/${row.id}`,
      sentAt: row.sentAt,
      issuedAt: row.sentAt ?? ctx.now,
      timeZone: 'Europe/Stockholm',
      seller: party(row.sellerId, []),
      buyer: party(row.buyerId, [row.toName, row.toAddress]),
      reference: row.reference,
      devices: lines.map((line) => ({ ...line, manufacturer: line.maker })),
    },
    language,
  )
  return done({ fileName: `${row.number}.pdf`, contentType: 'application/pdf', bytes })
}
