import { daysBetween } from '../support/dates.ts'

/** An activity lasts days; what is named for more is a period in which several may lie. */
const OCCASION_DAYS = 10

/** First and last day included. */
export function lengthOf({ from, to }: { from: string; to: string }): number {
  return daysBetween(from, to) + 1
}

export function isOccasion(dates: { from: string; to: string }): boolean {
  return lengthOf(dates) <= OCCASION_DAYS
}
