import type { Indication, Strength } from './audit.ts'

/** Prior odds that a candidate group is what it looks like, as log10: one in ten. A prior to be calibrated on labelled packages. */
const PRIOR = -1
/** One family alone never says more than this (log10 likelihood ratio): below the 1.95 that firmness .9 needs. */
const FAMILY_CAP = 1.9
/** Within a family indications lean on the same fact: the heaviest counts whole, the rest by a fifth (field notes, imagery, scoring 2). */
const REST = 0.2

/** Firmness 0 … 1 of a finding from its indications. */
export function firmnessOf(indications: readonly Indication[]): number {
  const families = new Map<string, number[]>()
  for (const { family, weight } of indications)
    families.set(family, [...(families.get(family) ?? []), weight])
  let sum = PRIOR
  for (const weights of families.values()) {
    const [first = 0, ...rest] = weights.sort((a, b) => b - a)
    sum += Math.min(FAMILY_CAP, first + REST * rest.reduce((total, weight) => total + weight, 0))
  }
  if (indications.some(indication => indication.impossible)) sum = Math.max(sum, FAMILY_CAP)
  return Math.round(1000 / (1 + 10 ** -sum)) / 1000
}

/** The one table from firmness and families to strength. */
export function strengthOf(firmness: number, indications: readonly Indication[]): Strength {
  const families = new Set(indications.filter(indication => indication.weight > 0).map(each => each.family))
    .size
  const impossible = indications.some(indication => indication.impossible)
  if (firmness >= 0.9 && (families >= 2 || impossible)) return 'strong'
  if (firmness >= 0.6) return 'moderate'
  return 'weak'
}
