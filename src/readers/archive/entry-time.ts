import type { CentralEntry } from './central-directory.ts'

/** Midnights that programs write when they have no time: 1980-01-01 (the epoch of zip), 2012-07-02 (WPS). */
const PRODUCER_CONSTANTS = new Set(['1980-01-01', '2012-07-02'])

/** What the archive says of an entry's time, wall clock to two seconds; undefined for constants and nonsense. */
export function entryTime({ date, time }: CentralEntry): string | undefined {
  const month = (date >> 5) & 15
  const day = date & 31
  const [hour, minute, second] = [time >> 11, (time >> 5) & 63, (time & 31) * 2]
  if (month < 1 || month > 12 || day < 1 || day > 31 || hour > 23 || minute > 59 || second > 59)
    return undefined
  const ymd = `${1980 + (date >> 9)}-${two(month)}-${two(day)}`
  return PRODUCER_CONSTANTS.has(ymd) ? undefined : `${ymd}T${two(hour)}:${two(minute)}:${two(second)}`
}

function two(n: number): string {
  return String(n).padStart(2, '0')
}
