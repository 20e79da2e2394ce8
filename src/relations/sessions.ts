import type { Material } from '../model/material.ts'
import type { NameClaims, Picture, Session } from '../model/evidence.ts'
import type { PictureClaims } from '../model/reading.ts'
import { wallSeconds } from '../support/dates.ts'
import { byCodePoint } from '../support/order.ts'
import type { Tick } from '../support/tick.ts'
import { looksAlike } from './picture-background.ts'

interface Given {
  materials: readonly Material[]
  pictures: readonly Picture[]
  names: readonly NameClaims[]
}

/** A break longer than this ends a session: people who go somewhere else and begin again need about so long. */
const BREAK_SECONDS = 30 * 60
/** Between neighbours a counter may skip pictures that were not handed in. */
const MOST_SKIPPED = 30

/**
 * Pictures of one device whose recorded times follow each other without a break of more than half an hour; two or
 * more. The same device: make, model and serial number, or make, model and lens. Pages and marks are left out, and
 * so is what records no device: two people's files must not become one session. By device, then time.
 */
export function findSessions({ materials, pictures, names }: Given, tick: Tick): Session[] {
  const devices = new Map<string, Shot[]>()
  pictures.forEach((picture, i) => {
    tick(i, pictures.length)
    const material = materials[picture.material]!
    const claims = material.reading!.picture!.claims
    const key = deviceKey(claims)
    if (picture.nature !== 'photo' || !key || !claims.takenAt?.includes('T')) return
    const shot = {
      picture: i,
      material,
      seconds: wallSeconds(claims.takenAt),
      at: claims.takenAt,
      part: Number(`0.${claims.subSecond ?? '0'}`) || 0,
      counter: claims.fileNumber ?? names[picture.material]?.counter
    }
    const own = devices.get(key)
    if (own) own.push(shot)
    else devices.set(key, [shot])
  })
  return [...devices]
    .sort(([a], [b]) => byCodePoint(a, b))
    .flatMap(([, shots]) => split(shots))
    .filter(shots => shots.length > 1)
    .map(toSession)
}

interface Shot {
  picture: number
  material: Material
  seconds: number
  at: string
  part: number
  counter: number | undefined
}

function deviceKey({ make, model, serial, lens }: PictureClaims): string | undefined {
  if (!model) return undefined
  return [make ?? '', model, serial ?? lens ?? ''].join('\n').toLowerCase()
}

function split(shots: Shot[]): Shot[][] {
  const ordered = shots.sort(
    (a, b) =>
      a.seconds - b.seconds ||
      a.part - b.part ||
      (a.counter ?? 0) - (b.counter ?? 0) ||
      byCodePoint(a.material.sha256, b.material.sha256) ||
      a.picture - b.picture
  )
  const sessions: Shot[][] = []
  for (const shot of ordered) {
    const last = sessions.at(-1)?.at(-1)
    if (last && shot.seconds - last.seconds <= BREAK_SECONDS) sessions.at(-1)!.push(shot)
    else sessions.push([shot])
  }
  return sessions
}

function toSession(shots: Shot[]): Session {
  const { make = '', model = '' } = shots[0]!.material.reading!.picture!.claims
  const runOn = countersRunOn(shots)
  const pairs = shots.slice(1).map((shot, i) => [shots[i]!, shot] as const)
  const alike = pairs.filter(([a, b]) =>
    looksAlike(a.material.reading!.picture!, b.material.reading!.picture!)
  ).length
  return {
    members: shots.map(({ picture }) => picture),
    device: model.toLowerCase().startsWith(make.toLowerCase()) ? model : `${make} ${model}`.trim(),
    from: shots[0]!.at,
    to: shots.at(-1)!.at,
    ...(runOn === undefined ? {} : { countersRunOn: runOn }),
    alike: Math.round((100 * alike) / pairs.length) / 100
  }
}

/** Whether counters rise with the times; copies of one shot share a counter. */
function countersRunOn(shots: readonly Shot[]): boolean | undefined {
  const counters = shots.flatMap(({ counter }) => counter ?? [])
  if (new Set(counters).size < 2) return undefined
  return counters.every((counter, i) => {
    const step = i === 0 ? 0 : counter - counters[i - 1]!
    return step >= 0 && step <= MOST_SKIPPED
  })
}
