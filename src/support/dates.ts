import { DATE_PATTERNS, LAST, type Ends } from './date-patterns.ts'

/**
 * Dates as they are written in packages. Wall-clock only: no zones, no Date parsing by the system, so every
 * machine reads the same. All functions return `YYYY-MM-DD`.
 */
export interface WrittenDate {
  from: string
  to: string // last day for a month, quarter or year
  text: string
  index: number // in the NFKC form of the text
}

const EARLIEST = 1990
const LATEST = 2049

/** What a reader of a text knows besides it. */
export interface DateContext {
  /** Year of dates written without one (3月5日 in a folder 2024年). */
  year?: number
  /** The text is a file's or folder's name: 202403, 24-3-5 and nothing but 2024 are dates there and numbers elsewhere. */
  name?: boolean
}

/** A paragraph or cell names few dates; more than this is a list of numbers that look like dates. */
const MOST_DATES = 2000

/** Every date written in a text, finest reading first where two overlap, in order of appearance. */
export function writtenDates(text: string, { year, name = false }: DateContext = {}): WrittenDate[] {
  const found: WrittenDate[] = []
  if (!/[年月季半]|q[1-4]|\d(?:\D?\d){2}/iu.test(text)) return found // most texts: no four digits near each other
  const wide = text.normalize('NFKC')
  for (const { pattern, when, read } of DATE_PATTERNS) {
    if ((when === 'name' || when === 'both') && !name) continue
    if ((when === 'year' || when === 'both') && year === undefined) continue
    for (const match of wide.matchAll(pattern)) {
      if (found.length >= MOST_DATES) break
      const ends = read(match.slice(1), year ?? 0)
      const dates = ends && span(ends)
      const start = match.index
      const end = start + match[0].length
      if (!dates || found.some(each => start < each.index + each.text.length && each.index < end)) continue
      found.push({ from: dates[0], to: dates[1], text: match[0], index: start })
    }
  }
  return found.sort((a, b) => a.index - b.index)
}

/** Days from `a` to `b` (YYYY-MM-DD, longer texts cut), negative when b is earlier. */
export function daysBetween(a: string, b: string): number {
  return dayNumber(b) - dayNumber(a)
}

/** Days since 1970-01-01 of the calendar. */
export function dayNumber(date: string): number {
  return Math.round(Date.UTC(+date.slice(0, 4), +date.slice(5, 7) - 1, +date.slice(8, 10)) / 86_400_000)
}

/** `YYYY-MM-DD` of a day number. */
export function dayOf(number: number): string {
  return new Date(number * 86_400_000).toISOString().slice(0, 10)
}

/** Seconds since 1970-01-01 of a wall-clock time `YYYY-MM-DD[THH:MM[:SS]]`; a trailing Z is ignored. */
export function wallSeconds(at: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = at.slice(11).replace('Z', '').split(':').map(Number)
  return dayNumber(at) * 86_400 + hours * 3600 + minutes * 60 + seconds
}

export function isDay(year: number, month: number, day: number): boolean {
  return (
    year >= EARLIEST && year <= LATEST && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month)
  )
}

export function toDay(year: number, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

function span([year, month, date, endMonth, endDate]: Ends): [string, string] | undefined {
  const last = endDate === LAST && isDay(year, endMonth, 1) ? daysIn(year, endMonth) : endDate
  if (!isDay(year, month, date) || !isDay(year, endMonth, last)) return undefined
  const [from, to] = [toDay(year, month, date), toDay(year, endMonth, last)]
  return from <= to ? [from, to] : undefined
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}
