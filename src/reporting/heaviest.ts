import type { Finding } from '../model/audit.ts'

const RANK = { strong: 0, moderate: 1, weak: 2 } as const

/** What matters most first: strength, then how much is named, then firmness; ids keep ties in order. */
export function heaviest(findings: readonly Finding[]): Finding[] {
  return [...findings].sort(
    (a, b) =>
      RANK[a.strength] - RANK[b.strength] ||
      b.places.length - a.places.length ||
      b.firmness - a.firmness ||
      (a.id < b.id ? -1 : 1)
  )
}
