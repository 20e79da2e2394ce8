/**
 * Dates as they are written in packages. Wall-clock only: no zones, no Date parsing by the system, so every
 * machine reads the same. All functions return `YYYY-MM-DD`.
 */
export interface WrittenDate {
  from: string
  to: string // last day for a month, quarter or year
  text: string
  index: number
}

const EARLIEST = 1990
const LATEST = 2049

const PATTERNS: { pattern: RegExp; read(match: RegExpExecArray): [string, string] | undefined }[] = [
  {
    // 2024年3月5日, 2024-03-05, 2024/3/5, 2024.3.5; numbers must not run on (file hashes, phone numbers)
    pattern:
      /(?<![\d.])((?:19|20)\d{2})\s*[年\-/.．_]\s*(\d{1,2})\s*[月\-/.．_]\s*(\d{1,2})(?:\s*[日号])?(?!\d)/gu,
    read: ([, y, m, d]) => sameDay(+y!, +m!, +d!)
  },
  {
    pattern: /(?<!\d)((?:19|20)\d{2})(\d{2})(\d{2})(?!\d)/gu,
    read: ([, y, m, d]) => sameDay(+y!, +m!, +d!)
  },
  {
    pattern: /(?<!\d)((?:19|20)\d{2})\s*年\s*(?:第?\s*([一二三四1-4])\s*季度?)/gu,
    read: ([, y, q]) => {
      const quarter = '一二三四'.includes(q!) ? '一二三四'.indexOf(q!) : +q! - 1
      return span(+y!, quarter * 3 + 1, quarter * 3 + 3)
    }
  },
  {
    pattern:
      /(?<![\d.])((?:19|20)\d{2})\s*(?:年|[-./](?=\d{1,2}(?![\d\-./月日])))\s*(\d{1,2})(?:\s*月份?)?(?![\d\-./])/gu,
    read: ([, y, m]) => span(+y!, +m!, +m!)
  },
  { pattern: /(?<!\d)((?:19|20)\d{2})\s*年(?!\s*\d)/gu, read: ([, y]) => span(+y!, 1, 12) }
]

/** Every date written in a text, finest reading first where two overlap, in order of appearance. */
export function writtenDates(text: string): WrittenDate[] {
  const found: WrittenDate[] = []
  const wide = text.normalize('NFKC')
  for (const { pattern, read } of PATTERNS) {
    for (const match of wide.matchAll(pattern)) {
      const dates = read(match as RegExpExecArray)
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

function sameDay(year: number, month: number, day: number): [string, string] | undefined {
  if (!isDay(year, month, day)) return undefined
  return [toDay(year, month, day), toDay(year, month, day)]
}

function span(year: number, first: number, last: number): [string, string] | undefined {
  if (!isDay(year, first, 1)) return undefined
  return [toDay(year, first, 1), toDay(year, last, daysIn(year, last))]
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}
