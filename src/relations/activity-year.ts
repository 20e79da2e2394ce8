import type { Evidence } from '../model/evidence.ts'
import { writtenDates } from '../support/dates.ts'

/** One year must carry this share of all dates in names, titles and first lines before 3月5日 is read as of that year. */
const DOMINANT = 0.8
const LEAST_DATES = 3

/** The year of dates written without one: the inspection's period, else the year nearly all dates of the package name; undefined when years mix. */
export function packageYear({
  names,
  documents,
  inspection
}: Pick<Evidence, 'names' | 'documents' | 'inspection'>): number | undefined {
  const { from, to } = inspection
  if (from && to && from.slice(0, 4) === to.slice(0, 4)) return +from.slice(0, 4)
  const counts = new Map<string, number>()
  let total = 0
  const count = (date: string): void => {
    total++
    counts.set(date.slice(0, 4), (counts.get(date.slice(0, 4)) ?? 0) + 1)
  }
  for (const { dates } of names) if (dates[0]) count(dates[0].from)
  for (const { title, paragraphs } of documents) {
    const written = [title, ...paragraphs.slice(0, 5).map(({ text }) => text.slice(0, 100))]
    for (const date of written.flatMap(text => writtenDates(text)).slice(0, 3)) count(date.from)
  }
  for (const [year, times] of counts) if (total >= LEAST_DATES && times >= DOMINANT * total) return +year
  return undefined
}
