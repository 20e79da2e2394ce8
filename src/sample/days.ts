import { dayNumber, dayOf } from '../support/dates.ts'
import type { Random } from './random.ts'

/** `days` later (or earlier, when negative). */
export function later(day: string, days: number): string {
  return dayOf(dayNumber(day) + days)
}

export function weekday(day: string): number {
  return (dayNumber(day) + 4) % 7 // 1970-01-01 was a Thursday; 0 is Sunday
}

/** The same or the next working day. */
export function workday(day: string): string {
  const w = weekday(day)
  return w === 6 ? later(day, 2) : w === 0 ? later(day, 1) : day
}

/** A working day inside a month (1–12), never its very last days. */
export function dayIn(random: Random, year: number, month: number): string {
  // past the long holidays of May and October, when a date would be odd for another reason
  const first = month === 5 ? 6 : month === 10 ? 9 : 2
  return workday(`${year}-${two(month)}-${two(random.int(first, 25))}`)
}

export function monthOf(day: string): number {
  return +day.slice(5, 7)
}

/** 2024年3月5日 */
export function long(day: string): string {
  return `${+day.slice(0, 4)}年${+day.slice(5, 7)}月${+day.slice(8, 10)}日`
}

/** 3月5日 */
export function short(day: string): string {
  return `${+day.slice(5, 7)}月${+day.slice(8, 10)}日`
}

/** 2024.3.5 */
export function dotted(day: string): string {
  return `${+day.slice(0, 4)}.${+day.slice(5, 7)}.${+day.slice(8, 10)}`
}

/** 20240305 */
export function packed(day: string): string {
  return day.replaceAll('-', '')
}

/** A wall-clock moment `YYYY-MM-DDTHH:MM:SS`. */
export function at(day: string, hours: number, minutes: number, seconds = 0): string {
  return `${day}T${two(hours)}:${two(minutes)}:${two(seconds)}`
}

/** `seconds` later than a wall-clock moment. */
export function after(moment: string, seconds: number): string {
  return new Date(Date.parse(`${moment}Z`) + Math.round(seconds) * 1000).toISOString().slice(0, 19)
}

/** Working time on a day, from half past eight to half past five. */
export function workingTime(random: Random, day: string): string {
  return after(at(day, 8, 30), random.int(0, 9 * 3600))
}

export function two(value: number): string {
  return String(value).padStart(2, '0')
}
