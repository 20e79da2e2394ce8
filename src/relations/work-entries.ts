import type { ActivityFact, EntryRef, Ledger, Papers } from '../model/evidence.ts'
import { isOccasion } from '../support/periods.ts'
import { groupBy } from '../support/grouping.ts'
import { bare } from '../support/text.ts'
import type { Tick } from '../support/tick.ts'
import { coreOf, sameSubject, SPECIFIC } from './activity-subjects.ts'
import type { Spoken, Verifiable } from './work.ts'

/** Rows shown with an activity; more say nothing new. */
const MOST_ROWS = 20
/** Occasions of one day an entry is compared with. */
const MOST_OF_A_DAY = 100
/** What an occasion is about may stand in these columns, and in no list of persons. */
const TELLING = new Set(['topic', 'content', 'subject', 'place', 'unit', 'problem', 'measure', 'address'])
const PLACES = new Set(['place', 'address', 'unit'])

/**
 * Ledger rows that are of an occasion's day and of its subject or place, and show something that can be verified.
 * Names of persons never join the two: one person is at many things in one day.
 */
export function entriesOfOccasions(
  evidence: Papers,
  spoken: readonly Spoken[],
  verifiable: Verifiable,
  tick: Tick
): ActivityFact[] {
  const { activities, ledgers, materials } = evidence
  const occasions = [...activities.keys()].filter(at => {
    const { date, continuing } = activities[at]!
    return date !== undefined && !continuing && isOccasion(date)
  })
  const byDay = groupBy(occasions.filter(at => activities[at]!.date!.from === activities[at]!.date!.to), at => activities[at]!.date!.from) // prettier-ignore
  const found = new Map<number, EntryRef[]>()
  for (const ledger of ledgers) {
    const { material } = ledger
    if (materials[material]!.origin !== 'package' || spoken[material]!.class === 'issued' || spoken[material]!.class === 'input') continue // prettier-ignore
    for (let entry = 0; entry < ledger.rows.length; entry++) {
      if (entry % 1000 === 0) tick()
      const near = byDay.get(ledger.date(entry))
      if (!near || near.length > MOST_OF_A_DAY) continue
      for (const at of near) {
        const activity = activities[at]!
        if (activity.materials.includes(material) || !agrees(ledger, entry, activity)) continue
        const rows = found.get(at) ?? []
        if (rows.length >= MOST_ROWS || !verifiable(ledger, entry)) continue
        rows.push({ ledger: ledger.index, entry })
        found.set(at, rows)
      }
    }
  }
  return activities.map((activity, at) =>
    found.has(at) ? { ...activity, entries: found.get(at)! } : activity
  )
}

/** The title says more than the row (whose meeting it was), but the row says most of it: 安全生产 alone is not 安全生产例会. */
const MOST = 0.6

function isMost(said: string, core: string): boolean {
  return said.length >= MOST * core.length && sameSubject(said, core)
}

function agrees(ledger: Ledger, entry: number, { title, place }: ActivityFact): boolean {
  const core = coreOf(title)
  const where = place === undefined ? '' : bare(place)
  return ledger.columns.some(({ meaning }, k) => {
    if (!TELLING.has(meaning)) return false
    const said = bare(ledger.value(entry, k).slice(0, 400))
    if (core.length >= SPECIFIC && said.includes(core)) return true
    if (meaning === 'topic' && isMost(coreOf(ledger.value(entry, k)), core)) return true
    return PLACES.has(meaning) && where.length >= SPECIFIC && (said === where || said.includes(where))
  })
}
