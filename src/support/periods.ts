import { daysBetween, writtenDates } from './dates.ts'

export interface Period {
  from: string // YYYY-MM-DD
  to: string
}

const HALVES = { 上: ['01-01', '06-30'], 下: ['07-01', '12-31'] } as const

/** The time a title or sentence speaks of: the widest of the dates it names that is more than a day, else its only day. */
export function periodIn(text: string, year: number | undefined): Period | undefined {
  const half = /(?<!\d年\s?)(上|下)半年/u.exec(text)?.[1] as '上' | '下' | undefined
  const dates: Period[] = writtenDates(text, year === undefined ? {} : { year })
  if (year !== undefined && half && !dates.some(({ from, to }) => from !== to && !isYear({ from, to })))
    return { from: `${year}-${HALVES[half][0]}`, to: `${year}-${HALVES[half][1]}` }
  if (year !== undefined && dates.length === 0 && /全年|今年|本年|年度|一年/u.test(text))
    return { from: `${year}-01-01`, to: `${year}-12-31` }
  const spans = dates.filter(({ from, to }) => from !== to)
  // 2024年…第三季度: the quarter is what is meant
  const finer = spans.filter(each => !isYear(each))
  const [best] = (finer.length > 0 ? finer : spans).map(({ from, to }) => ({ from, to }))
  if (best) return best
  return dates.length === 1 ? { from: dates[0]!.from, to: dates[0]!.to } : undefined
}

export function isYear({ from, to }: Period): boolean {
  return from.endsWith('-01-01') && to.endsWith('-12-31')
}

/** From the first day to the last of several periods; undefined of none. */
export function spanOf(periods: readonly Period[]): Period | undefined {
  return periods.reduce<Period | undefined>((span, { from, to }) => ({ from: span && span.from < from ? span.from : from, to: span && span.to > to ? span.to : to }), undefined) // prettier-ignore
}

/** One occasion lasts days; what is named for more is a period in which several may lie. */
const OCCASION_DAYS = 10

/** In days, first and last included. */
export function lengthOf({ from, to }: Period): number {
  return daysBetween(from, to) + 1
}

export function isOccasion(period: Period): boolean {
  return lengthOf(period) <= OCCASION_DAYS
}
