/** A day as the timeline gives it. */
export interface Dated {
  claimed: string
  file: string
}

export interface DateField {
  /** First and last day of both axes. */
  from: string
  to: string
  /** Points that lie outside and are drawn at the edge. */
  outside: number
}

/** Beyond the middle 96 % of claimed days stand the few odd ones: a year mistyped, a template of ten years ago. */
const ODD = 0.02
/** What files record may lie this much of the claimed stretch before or after it and still be drawn to scale. */
const MARGIN = 0.5
const DAY_MS = 86_400_000

/**
 * The stretch of days both axes show: claimed days but odd ones, widened for what files record, yet not without end.
 * One camera whose clock was reset would else press everything else into a corner.
 */
export function dateField(dates: readonly Dated[]): DateField | undefined {
  if (dates.length === 0) return undefined
  const claimed = dates.map(each => each.claimed).sort()
  const files = dates.map(each => each.file).sort()
  const first = claimed[Math.floor(claimed.length * ODD)]!
  const last = claimed[Math.ceil(claimed.length * (1 - ODD)) - 1]!
  // Never less than a month, so that a package of one day has a margin too.
  const margin = Math.ceil(Math.max(30, daysBetween(first, last)) * MARGIN)
  const from = earlier(first, later(files[0]!, daysAfter(first, -margin)))
  const to = later(last, earlier(files.at(-1)!, daysAfter(last, margin)))
  const inside = (day: string): boolean => day >= from && day <= to
  return { from, to, outside: dates.filter(each => !inside(each.claimed) || !inside(each.file)).length }
}

const earlier = (a: string, b: string): string => (a < b ? a : b)
const later = (a: string, b: string): string => (a > b ? a : b)
const daysBetween = (a: string, b: string): number => (Date.parse(b) - Date.parse(a)) / DAY_MS
const daysAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10)

/** A day within the field; an odd one stands at its edge. */
export function withinField(day: string, { from, to }: DateField): string {
  return day < from ? from : day > to ? to : day
}
