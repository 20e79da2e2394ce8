import type { Activity } from '../model/audit.ts'
import { groupBy } from '../support/grouping.ts'
import { fill } from '../words/language.ts'

/** 3, 5–9, 12 */
export function ranges(numbers: readonly number[]): string {
  const sorted = [...new Set(numbers)].sort((a, b) => a - b)
  const parts: string[] = []
  for (let from = 0; from < sorted.length;) {
    let to = from
    while (sorted[to + 1] === sorted[to]! + 1) to++
    parts.push(to > from ? `${sorted[from]}–${sorted[to]}` : String(sorted[from]))
    from = to + 1
  }
  return parts.join(', ')
}

const MOST_RANGES = 24

/** №3, 5–9, 12 …; cut after so many ranges that a cell stays readable. */
export function numbersText(numbers: readonly number[]): string {
  if (numbers.length === 0) return ''
  const parts = ranges(numbers).split(', ')
  return `№${parts.slice(0, MOST_RANGES).join(', ')}${parts.length > MOST_RANGES ? ' …' : ''}`
}

/** What speaks for an activity; of a file in which papers are bound, which of them: №3, 5–9; №12 第 3 份. */
export function heldBy(
  { materials, papers = [] }: Pick<Activity, 'materials' | 'papers'>,
  text: string
): string {
  const bound = groupBy(papers, ({ no }) => no)
  const whole = numbersText(materials.filter(no => !bound.has(no)))
  const inside = [...bound].map(([no, own]) =>
    fill(text, { no, papers: ranges(own.map(each => each.paper)) })
  )
  const shown = [...(whole === '' ? [] : [whole]), ...inside.slice(0, MOST_RANGES)]
  return `${shown.join('; ')}${inside.length > MOST_RANGES ? ' …' : ''}`
}
