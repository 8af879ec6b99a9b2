// Circularity indicators: the third result of the method, never added to the other two.

/** Steps of the waste hierarchy that mass leaves by, from Directive 2008/98/EC art. 4. */
export interface OutgoingMass {
  /** Re-use of things that never became waste. */
  readonly reuseGrams: number
  readonly prepareForReuseGrams: number
  readonly recyclingGrams: number
  /** Other recovery, such as energy. */
  readonly recoveryGrams: number
  readonly finalDisposalGrams: number
}

const totalGrams = (mass: OutgoingMass): number =>
  mass.reuseGrams +
  mass.prepareForReuseGrams +
  mass.recyclingGrams +
  mass.recoveryGrams +
  mass.finalDisposalGrams

/** Share of outgoing mass that is neither burnt nor dumped; null when nothing went out. */
export function zeroWasteRate(mass: OutgoingMass): number | null {
  const total = totalGrams(mass)
  return total > 0 ? 1 - (mass.recoveryGrams + mass.finalDisposalGrams) / total : null
}

/** 1 when everything is reused, 0 when everything is disposed of. The weights are our convention. */
export function hierarchyIndex(mass: OutgoingMass): number | null {
  const total = totalGrams(mass)
  const weighed =
    mass.reuseGrams +
    0.75 * mass.prepareForReuseGrams +
    0.5 * mass.recyclingGrams +
    0.25 * mass.recoveryGrams
  return total > 0 ? weighed / total : null
}

export interface MaterialFlow {
  readonly massKg: number
  /** V: virgin feedstock. */
  readonly virginKg: number
  /** W: waste that nobody recovers. */
  readonly unrecoverableKg: number
  /** Wf and Wc: waste from making the recycled feedstock, and from recycling the product. */
  readonly feedstockWasteKg: number
  readonly recyclingWasteKg: number
  /** L/Lav and U/Uav: against the mean of the industry. */
  readonly lifetimeRatio: number
  readonly intensityRatio: number
}

/** The Ellen MacArthur Foundation's MCI: `1 - LFI 0.9 / X`, from 0 (linear) to 1 (circular). */
export function materialCircularity(flow: MaterialFlow): number | null {
  const base = 2 * flow.massKg + (flow.feedstockWasteKg - flow.recyclingWasteKg) / 2
  const utility = flow.lifetimeRatio * flow.intensityRatio
  if (!(base > 0 && utility > 0)) return null
  const linear = (flow.virginKg + flow.unrecoverableKg) / base
  return Math.max(0, 1 - (linear * 0.9) / utility)
}
