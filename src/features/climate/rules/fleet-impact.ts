// The figure of many devices: one interval for the whole report, since an input that is wrong for
// one device is wrong for all of its kind. The sum of the devices' own intervals would be too wide.
import { done, refuse, type Result } from '../../../core/result.ts'
import {
  checkSecondLife,
  dataQualityOf,
  figureOf,
  lineOf,
  type AvoidedFigure,
  type DataQuality,
  type FigureRefusal,
  type LineFacts,
  type SecondLife,
} from './device-impact.ts'
import { avoided, type Impact, type ImpactLine } from './impact.ts'
import { defaultParameters, type ImpactParameters } from './parameters.ts'

/** Devices alike in kind, displacement and everything else that the method asks for. */
export interface FleetLine extends LineFacts {
  readonly secondLives: Pick<SecondLife, 'kind' | 'need'> & {
    readonly count: number
    /** The day of the last of them. */
    readonly on: SecondLife['on']
  }
  /** Handled in the same process without a second life: they carry refurbishing and freight. */
  readonly failed?: number
}

export interface FleetFigure extends AvoidedFigure {
  readonly reused: number
  readonly handled: number
  /** Net kilograms by quality of their data, the best first. */
  readonly byDataQuality: Readonly<Record<DataQuality, number>>
  /** Share of the avoided kilograms at quality 1-2; null when nothing was avoided. */
  readonly carbonCoverage: number | null
  /** How far each uncertain input moves the whole; together they are the interval. */
  readonly sensitivity: Impact['sensitivity']
}

export function avoidedForFleet(
  fleet: readonly FleetLine[],
  parameters: ImpactParameters = defaultParameters,
): Result<FleetFigure, FigureRefusal> {
  if (fleet.length === 0) return refuse('no-lines')
  const lines: ImpactLine[] = []
  const byDataQuality: Record<DataQuality, number> = { 1: 0, 2: 0, 3: 0, 4: 0 }
  for (const [index, each] of fleet.entries()) {
    const line = fleetLine(each)
    if (!line.ok) {
      const { field = '' } = line.details
      return refuse(line.code, { ...line.details, field: `lines/${index}/${field}` })
    }
    lines.push(line.value)
    byDataQuality[dataQualityOf(each.kind, each.ownFootprint)] += avoided(
      [line.value],
      parameters,
    ).netKg
  }
  const sum = (key: 'reused' | 'handled') => lines.reduce((all, line) => all + line[key], 0)
  const impact = avoided(lines, parameters)
  return done({
    ...figureOf(impact),
    sensitivity: impact.sensitivity,
    reused: sum('reused'),
    handled: sum('handled'),
    byDataQuality,
    carbonCoverage: coverageOf(byDataQuality),
  })
}

function fleetLine(each: FleetLine): Result<ImpactLine, FigureRefusal> {
  const { count } = each.secondLives
  const failed = each.failed ?? 0
  if (!isCount(count)) return refuse('number-out-of-range', { field: 'secondLives/count' })
  if (!isCount(failed)) return refuse('number-out-of-range', { field: 'failed' })
  const groundless = checkSecondLife(each.secondLives, each.displacement)
  if (groundless) return groundless
  return lineOf(each, count, count + failed)
}

const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0

/** A line that cost more than it avoided has no avoided kilograms to cover. */
function coverageOf(netKg: Readonly<Record<DataQuality, number>>): number | null {
  const avoidedAt = (quality: DataQuality) => Math.max(0, netKg[quality])
  const good = avoidedAt(1) + avoidedAt(2)
  const all = good + avoidedAt(3) + avoidedAt(4)
  return all > 0 ? good / all : null
}
