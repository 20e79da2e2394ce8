import { MEDIA, type Activity, type Medium } from '../model/audit.ts'
import type { ActivityFact, Evidence } from '../model/evidence.ts'
import { isInsideDocument } from '../model/material.ts'

/** Under how many indicators one activity's evidence is filed, and in which media it is filed or asked for. The asker's doing. */
export function askedOf(
  { materials, indicators }: Evidence,
  activity: ActivityFact
): NonNullable<Activity['asked']> | undefined {
  const own = new Set(activity.indicators)
  const media = new Set<Medium>()
  for (const { code, ask } of indicators)
    if (own.has(code)) for (const medium of ask?.media ?? []) media.add(medium)
  for (const i of activity.materials) {
    const medium = mediumOf(materials, i)
    if (medium) media.add(medium)
  }
  if (own.size === 0) return undefined
  return { times: own.size, media: MEDIA.filter(medium => media.has(medium)) }
}

/** A scanned paper was paper; what is inside a document is of that document. */
function mediumOf(materials: Evidence['materials'], i: number): Medium | undefined {
  const { kind, notes } = materials[i]!
  if (isInsideDocument(materials, materials[i]!)) return undefined
  if (kind === 'picture') return 'picture'
  if (kind === 'video') return 'video'
  if (kind !== 'document' && kind !== 'table') return undefined
  return notes.some(({ code }) => code === 'no-text-layer') ? 'paper' : 'electronic'
}
