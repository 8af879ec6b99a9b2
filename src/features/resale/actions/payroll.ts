// What the payroll office deducts, and what it taxes: one file for a month, each purchase in one.
import { csvFile, csvLine } from '../../../core/csv.ts'
import type { Input } from '../../../core/endpoint.ts'
import { done, refuse, type Result } from '../../../core/result.ts'
import type { ActionContext } from '../../../database/context.ts'
import type { employeesApi } from '../api/employees.ts'
import { benefitOreOf, daysOfMonth } from '../rules/employees.ts'
import { deductions, type DeductionRow } from '../store/employees.ts'
import { payrollTexts as texts } from '../texts/employees.ts'

export async function getPayrollDeductions(
  ctx: ActionContext,
  { query }: Input<(typeof employeesApi)['getPayrollDeductions']>,
): Promise<Result<{ fileName: string; contentType: string; bytes: Uint8Array }>> {
  const days = daysOfMonth(query.month)
  if (!days) return refuse('month-not-valid', { field: 'query/month' })
  const rows = await deductions(ctx.tx, days.from, days.until)
  const heading = Object.values(texts).map((words) => words[ctx.language])
  const text = csvFile([csvLine(heading), ...rows.map((row) => csvLine(cellsOf(row)))])
  return done({
    fileName: `${ctx.language === 'sv' ? 'loneavdrag' : 'payroll'}-${query.month}.csv`,
    contentType: 'text/csv; charset=utf-8',
    bytes: Buffer.from(text, 'utf8'),
  })
}

/** In the order of the headings. */
const cellsOf = (row: DeductionRow) => [
  ...[row.number, row.name, row.username, row.email, row.on],
  ...[`${row.maker} ${row.model}`, row.serialNumber, kronor(row.priceOre)],
  kronor(benefitOreOf(row.priceOre, row.marketOre)),
]

/** As payroll systems here read amounts: a comma, two decimals, nothing between thousands. */
const kronor = (ore: number | null): string =>
  ore === null ? '' : `${Math.floor(ore / 100)},${String(ore % 100).padStart(2, '0')}`
