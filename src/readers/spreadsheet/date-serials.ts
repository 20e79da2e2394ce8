export type DateSystem = '1900' | '1904'

/** 9999-12-31 in the 1900 system. */
const LAST_SERIAL = 2_958_465
/** Days from 1970-01-01 back to serial 0: 1899-12-30 after the day that never was, 1904-01-01. */
const ZERO_1900 = -25_569
const ZERO_1904 = -24_107
const DAY = 86_400

/**
 * Wall-clock text of a serial: `2024-03-05` for whole days, `2024-03-05T14:02:11` with seconds rounded, `14:02:11`
 * below one day in the 1900 system. Serial 60 of the 1900 system is 1900-02-29, which never was, but is what the
 * spreadsheet shows. Undefined outside the calendar.
 */
export function serialToText(serial: number, system: DateSystem): string | undefined {
  if (!(serial >= 0) || serial > LAST_SERIAL + 1) return undefined
  let days = Math.floor(serial)
  let seconds = Math.round((serial - days) * DAY)
  if (seconds === DAY) {
    days++
    seconds = 0
  }
  if (system === '1900' && days === 0) return seconds === 0 ? undefined : clock(seconds)
  const date = dayText(days, system)
  if (date === undefined) return undefined
  return seconds === 0 ? date : `${date}T${clock(seconds)}`
}

/** The serial of wall-clock text as `serialToText` writes it. */
export function textToSerial(text: string, system: DateSystem): number {
  const timeAt = text.indexOf(':') === 2 ? 0 : 11
  const [hours = 0, minutes = 0, seconds = 0] = text.slice(timeAt).split(':').map(Number)
  const fraction = (hours * 3600 + minutes * 60 + seconds) / DAY
  if (timeAt === 0) return fraction
  if (system === '1900' && text.startsWith('1900-02-29')) return 60 + fraction
  const days = daysOf(+text.slice(0, 4), +text.slice(5, 7), +text.slice(8, 10))
  if (system === '1904') return days - ZERO_1904 + fraction
  const serial = days - ZERO_1900
  return (serial <= 60 ? serial - 1 : serial) + fraction
}

/** `H:MM` or `H:MM:SS` of an elapsed time in days (`[h]:mm` runs past 24), undefined when negative or absurd. */
export function elapsedText(serial: number): string | undefined {
  if (!(serial >= 0) || serial > LAST_SERIAL) return undefined
  const total = Math.round(serial * DAY)
  const seconds = total % 60
  const minutes = two(Math.floor(total / 60) % 60)
  return `${Math.floor(total / 3600)}:${minutes}${seconds === 0 ? '' : `:${two(seconds)}`}`
}

const cache = new Map<number, string>()
const MOST_CACHED = 20_000 // fifty years of days in both systems

function dayText(days: number, system: DateSystem): string | undefined {
  if (system === '1900' && days === 60) return '1900-02-29'
  const day = days + (system === '1904' ? ZERO_1904 : days < 60 ? ZERO_1900 + 1 : ZERO_1900)
  let text = cache.get(day)
  if (text === undefined) {
    text = dateText(day)
    if (text.length > 10) return undefined
    if (cache.size >= MOST_CACHED) cache.clear()
    cache.set(day, text)
  }
  return text
}

/** Calendar of a day number since 1970-01-01 (proleptic Gregorian; years counted from March so that leap days come last). */
function dateText(day: number): string {
  const shifted = day + 719_468
  const era = Math.floor(shifted / 146_097)
  const ofEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365
  )
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const fromMarch = Math.floor((5 * ofYear + 2) / 153)
  const date = ofYear - Math.floor((153 * fromMarch + 2) / 5) + 1
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(date)}`
}

function daysOf(year: number, month: number, day: number): number {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  return Math.round(date.getTime() / (DAY * 1000))
}

function clock(seconds: number): string {
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
}

function two(value: number): string {
  return value < 10 ? `0${value}` : String(value)
}
