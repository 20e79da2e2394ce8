import type { Evidence } from '../model/evidence.ts'
import { daysBetween, wallSeconds } from '../support/dates.ts'
import { isUnset } from '../support/clocks.ts'
import { claimedOf } from './pictures.ts'

/** How far a device’s clock can be trusted, told from its own pictures before any of them is doubted. */
export interface Clock {
  device: string
  /** Seconds its times are ahead of position time at the zone of its own offset or +08:00; undefined when positions do not tell. */
  offset?: number
  /** All its times stand in one and the same distance from what is claimed: a clock set wrong, not pictures taken elsewhen. */
  wrong: boolean
  /** Latest of its times that stands at a maker’s first of January: what follows may be as wrong unless a position confirms it. */
  unset?: string
}

const HOUR = 3600
/** All of the country keeps +08:00 (exif-samples: 24 of 27 positions agree with some quarter hour to two minutes). */
const ZONE = 8 * HOUR
/** Positions of one device that must agree, and how closely, for its offset to be believed. */
const LEAST_FIXES = 3
const STEADY = 10 * 60
/** Zones differ by up to 14 hours from +08:00’s antipodes; more is a wrong date. */
const ZONES = 16 * HOUR
/** How long a clock is left running from its first of January before somebody sets it or the battery is changed again. */
const RUNNING_DAYS = 400
/** Pictures and different claimed days that show a constant shift. */
const LEAST_PICTURES = 4
const LEAST_DAYS = 3

/** Clocks by device; pictures that name no device are one device together, which no constant shift can be told from. */
export function clocksOf(evidence: Evidence): Map<string, Clock> {
  const devices = new Map<string, number[]>()
  evidence.pictures.forEach((_, picture) => {
    const key = deviceOf(evidence, picture)
    const own = devices.get(key)
    if (own) own.push(picture)
    else devices.set(key, [picture])
  })
  return new Map([...devices].map(([device, pictures]) => [device, clockOf(evidence, device, pictures)]))
}

/** Whether the times of one picture may be believed. */
export function isTrusted(evidence: Evidence, picture: number, clock: Clock): boolean {
  const { takenAt, gpsAt } = claimedOf(evidence, picture).facts.claims
  if (clock.wrong) return false
  if (clock.unset === undefined || takenAt === undefined) return true
  const since = daysBetween(clock.unset, takenAt)
  if (since < 0 || since > RUNNING_DAYS) return true
  return gpsAt !== undefined && Math.abs(daysBetween(takenAt, gpsAt)) <= 1
}

export function deviceOf(evidence: Evidence, picture: number): string {
  const { make, model, serial, lens } = claimedOf(evidence, picture).facts.claims
  return model ? [make ?? '', model, serial ?? lens ?? ''].join(' ').trim() : ''
}

function clockOf(evidence: Evidence, device: string, pictures: readonly number[]): Clock {
  const fixes: number[] = []
  const shifts: { days: number; claim: string }[] = []
  let unset = ''
  for (const picture of pictures) {
    const { facts, claim } = claimedOf(evidence, picture)
    const { takenAt, gpsAt, takenOffset } = facts.claims
    if (!takenAt) continue
    if (gpsAt && takenAt.includes('T'))
      fixes.push(wallSeconds(takenAt) - wallSeconds(gpsAt) - zoneOf(takenOffset))
    if (claim && isUnset(takenAt, [claim]) && takenAt > unset) unset = takenAt
    if (claim && claim.from === claim.to)
      shifts.push({ days: daysBetween(claim.from, takenAt), claim: claim.from })
  }
  const middle = median(fixes)
  const steady = fixes.filter(fix => Math.abs(fix - middle) <= STEADY).length
  const offset =
    fixes.length >= LEAST_FIXES && steady >= 0.7 * fixes.length && Math.abs(middle) > ZONES
      ? middle
      : undefined
  return {
    device,
    ...(offset === undefined ? {} : { offset }),
    wrong: device !== '' && offset === undefined && isConstant(shifts),
    ...(device !== '' && unset !== '' ? { unset } : {})
  }
}

function isConstant(shifts: readonly { days: number; claim: string }[]): boolean {
  if (shifts.length < LEAST_PICTURES || new Set(shifts.map(({ claim }) => claim)).size < LEAST_DAYS)
    return false
  const middle = median(shifts.map(({ days }) => days))
  return (
    Math.abs(middle) > 1 &&
    shifts.filter(({ days }) => Math.abs(days - middle) <= 1).length >= 0.8 * shifts.length
  )
}

function zoneOf(offset: string | undefined): number {
  if (!offset) return ZONE
  const seconds = +offset.slice(1, 3) * HOUR + +offset.slice(4, 6) * 60
  return offset.startsWith('-') ? -seconds : seconds
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[sorted.length >> 1] ?? 0
}
