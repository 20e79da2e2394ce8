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

/** Beyond the middle 96 % of the days stand the few odd ones (a reset camera clock, a template of ten years ago). */
const ODD = 0.02

/**
 * The stretch of days both axes show: all claimed dates but odd ones, and likewise what files record. One camera
 * whose clock was reset would else press everything else into a corner.
 */
export function dateField(dates: readonly Dated[]): DateField | undefined {
  if (dates.length === 0) return undefined
  const [claimed, files] = [dates.map(each => each.claimed).sort(), dates.map(each => each.file).sort()]
  const low = (days: readonly string[]): string => days[Math.floor(days.length * ODD)]!
  const high = (days: readonly string[]): string => days[Math.ceil(days.length * (1 - ODD)) - 1]!
  const from = [low(claimed), low(files)].sort()[0]!
  const to = [high(claimed), high(files)].sort().at(-1)!
  const inside = (day: string): boolean => day >= from && day <= to
  return { from, to, outside: dates.filter(each => !inside(each.claimed) || !inside(each.file)).length }
}

/** A day within the field; an odd one stands at its edge. */
export function withinField(day: string, { from, to }: DateField): string {
  return day < from ? from : day > to ? to : day
}
