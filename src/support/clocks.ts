import { daysBetween } from './dates.ts'

/** Before phones set their own clocks, and again after every change of battery, cameras began at the first of January of their year. */
const RESET_YEARS_TO = 2005

/** Whether a recorded time looks like a clock nobody set: then pictures of many days may share a date and half an hour. A first of January near to what is claimed is none. */
export function isUnset(at: string, claims: readonly { from: string }[]): boolean {
  if (+at.slice(0, 4) < RESET_YEARS_TO) return true
  const apart = Math.min(...claims.map(claim => Math.abs(daysBetween(at.slice(0, 10), claim.from))))
  return at.slice(5, 10) === '01-01' && apart > 60
}
