import type { ClaimedDate } from '../model/evidence.ts'
import { daysBetween, writtenDates } from '../support/dates.ts'

/** Two dates with only this between them are one span: 2024.3.1-2024.3.5. */
const BETWEEN = /^\s*(?:至|到|[-—–~～_]+)\s*$/u
/** A span in a name is an occasion or a period; longer ones are two dates that happen to stand together. */
const LONGEST_SPAN = 400

/** Dates written in a name, days before months before years. */
export function claimedDates(name: string, source: ClaimedDate['source'], year?: number): ClaimedDate[] {
  // 一季度(2024年): a year in the name itself comes before an outer folder's
  const own = writtenDates(name, { name: true })[0]?.from.slice(0, 4)
  const known = own === undefined ? year : +own
  const written = writtenDates(name, { name: true, ...(known !== undefined && { year: known }) })
  const claims: ClaimedDate[] = []
  for (let i = 0; i < written.length; i++) {
    const date = written[i]!
    const next = written[i + 1]
    const between = next && name.slice(date.index + date.text.length, next.index)
    const days = next ? daysBetween(date.from, next.to) : -1
    if (next && BETWEEN.test(between!) && days >= 0 && days <= LONGEST_SPAN) {
      claims.push({ from: date.from, to: next.to, source, text: `${date.text}${between}${next.text}` })
      i++
    } else claims.push({ from: date.from, to: date.to, source, text: date.text })
  }
  return claims.sort((a, b) => daysBetween(a.from, a.to) - daysBetween(b.from, b.to))
}

/** The name (NFKC) with its dates cut out. */
export function withoutDates(name: string, year = 2024): string {
  let rest = name
  for (const date of writtenDates(name, { name: true, year }).toReversed())
    rest = `${rest.slice(0, date.index)} ${rest.slice(date.index + date.text.length)}`
  return rest.replace(/[(（【[]\s*[)）】\]]/gu, ' ').replace(/\s+/gu, ' ').trim() // prettier-ignore
}
