import type { Cue, LadderStep, MaterialClass } from '../model/audit.ts'

/** What would give a material another class; the words stand in src/words/changes.ts. */
export const CHANGES = [
  'outcome-per-entry', 'close-entries', 'show-what-carries', 'outside-document', 'result-of-occasion', 'fill-in',
  'own-content', 'readable-copy', 'say-more', 'before-and-after', 'what-was-done-with-it', 'third-party-survey', 'not-the-title'
] as const // prettier-ignore
export type ChangeCode = (typeof CHANGES)[number]
export interface Change {
  code: ChangeCode
  words?: Record<string, string | number>
}

export interface Decision {
  class: MaterialClass
  classId?: string
  why: Cue[]
  ladder?: LadderStep
  change?: Change
}

/** A cue list longer than this helps nobody; the heaviest stay. */
export const MOST_WHY = 8
/** Below this sum of cue weights nothing is said (lexicon, scoring: tau). */
export const SILENT = 2

export function totals(cues: readonly Cue[]): Map<string, number> {
  const sums = new Map<string, number>()
  for (const cue of cues) sums.set(cue.class, (sums.get(cue.class) ?? 0) + cue.weight)
  return sums
}

/** The heaviest class of those whose id begins with one of `letters`. */
export function top(sums: ReadonlyMap<string, number>, letters = 'TRM'): string | undefined {
  return [...sums]
    .filter(([id]) => letters.includes(id[0]!))
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0]
}

export function sumOf(sums: ReadonlyMap<string, number>, letter: string): number {
  let total = 0
  for (const [id, sum] of sums) if (id.startsWith(letter)) total += sum
  return total
}

/** The reasons, those of the class first, then the others by weight. */
export function reasons(cues: readonly Cue[], id: string | undefined): Cue[] {
  const own = cues.filter(cue => cue.class === id)
  return [...own, ...cues.filter(cue => cue.class !== id)].slice(0, MOST_WHY)
}
