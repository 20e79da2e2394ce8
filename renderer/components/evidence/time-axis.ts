import type { Finding } from '../../../src/model/audit.ts'
import { wallSeconds } from './conversation.ts'

/** A picture on the axis: the day or period it is claimed for and the moment its file records, in wall-clock seconds. */
export interface Dated {
  place: number
  claimed?: [from: number, to: number]
  taken?: number
}

export interface Tick {
  at: number
  label: string
}

export interface Axis {
  from: number
  to: number
  ticks: Tick[]
}

/** Labels by which a day is claimed and a moment recorded, best first. A position's time is UTC and has no place on an axis of wall clocks. */
const CLAIMED = ['claimed', 'claimedDate'] as const
const TAKEN = ['takenAt', 'taken', 'digitizedAt', 'savedAt'] as const
const DAY = 86_400

/** The pictures of a finding that claim a day or record a moment. */
export function datedOf({ detail }: Pick<Finding, 'detail'>): Dated[] {
  if (detail.kind !== 'pictures') return []
  return detail.pictures.flatMap(({ place, claims }) => {
    const claimed = momentsIn(claims, CLAIMED)
    const taken = momentsIn(claims, TAKEN)?.[0]
    if (!claimed && taken === undefined) return []
    return [{ place, ...(claimed ? { claimed } : {}), ...(taken === undefined ? {} : { taken }) }]
  })
}

/** One moment, or the two ends of a period such as `2023-06-01 – 2023-06-30`. */
function momentsIn(
  claims: readonly { label: string; value: string }[],
  labels: readonly string[]
): [number, number] | undefined {
  for (const wanted of labels) {
    const said = claims.find(({ label }) => label === wanted)?.value.split(' – ') ?? []
    const from = wallSeconds(said[0] ?? '')
    if (from !== undefined) return [from, wallSeconds(said[1] ?? '') ?? from]
  }
  return undefined
}

const MINUTE = 60
const STEPS = [MINUTE, 2 * MINUTE, 5 * MINUTE, 10 * MINUTE, 30 * MINUTE, 3600, 3 * 3600, 6 * 3600, DAY, 2 * DAY, 7 * DAY, 14 * DAY, 30 * DAY, 91 * DAY, 182 * DAY, 365 * DAY] as const // prettier-ignore
const MOST_TICKS = 7

/** An axis over some moments, with a margin and a handful of ticks. */
export function axisOf(moments: readonly number[]): Axis {
  const first = Math.min(...moments)
  const last = Math.max(...moments)
  const margin = Math.max((last - first) * 0.05, MINUTE)
  const from = first - margin
  const to = last + margin
  const step = STEPS.find(each => (to - from) / each <= MOST_TICKS) ?? Math.ceil((to - from) / MOST_TICKS)
  const ticks: Tick[] = []
  for (let at = Math.ceil(from / step) * step; at <= to; at += step)
    ticks.push({ at, label: labelOf(at, step) })
  return { from, to, ticks }
}

/** Where a moment stands on the axis, 0 to 1. */
export function along({ from, to }: Pick<Axis, 'from' | 'to'>, moment: number): number {
  return to === from ? 0.5 : (moment - from) / (to - from)
}

function labelOf(seconds: number, step: number): string {
  const written = new Date(seconds * 1000).toISOString()
  return step >= DAY ? written.slice(0, 10) : written.slice(11, 16)
}

/** A moment in full, as the file writes it. */
export function written(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(0, 19).replace('T', ' ')
}
