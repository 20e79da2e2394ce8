import type { Audit, Finding, MaterialRecord } from '../model/audit.ts'
import { FAMILY_OF } from './families.ts'

/** One line of the inspector's page: a finding and what would have to be looked at again if the doubt holds. */
export interface Look {
  finding: Finding
  activities: number
  indicators: number
  /** Rows it names in materials that carry results. */
  entries: number
  /** Materials of class result or mixed it names. */
  results: number
  /** Activities whose every verifiable result lies in materials it names. */
  only: number
  aboutResults: boolean
  score: number
}

export const FIRST_LOOKS = 10
/** At least so many of the first ten concern results, where there are such. */
const ABOUT_RESULTS = 3
/** A second finding of one family is worth as much as a first of half the weight: rows of like findings hide the rest. */
const REPEATED_FAMILY = 0.5

/**
 * Findings in the order to look at them: what falls × how firm. Activities and indicators count one each, an activity
 * that loses its only result two more, result entries by their root (200 rows of one ledger are one question).
 */
export function lookFirst(audit: Audit): Look[] {
  const weigh = weigher(audit)
  const looks = audit.findings
    .filter(({ owner }) => owner !== 'nobody')
    .map(weigh)
    .sort((a, b) => b.score - a.score || (a.finding.id < b.finding.id ? -1 : 1))
  return withResults(mixed(looks))
}

function weigher({ materials, activities, indicators = [] }: Audit): (finding: Finding) => Look {
  const records = new Map(materials.map(record => [record.path, record]))
  const activitiesOf = new Map<number, Set<string>>()
  const indicatorsOf = new Map<number, Set<string>>()
  const verifiable = new Set(materials.filter(isVerifiable).map(({ no }) => no))
  const restsOn = new Map<string, Set<number>>()
  for (const { id, materials: own, indicators: codes, standing } of activities) {
    for (const no of own) {
      add(activitiesOf, no, id)
      for (const code of codes) add(indicatorsOf, no, code)
    }
    if (standing === 'result') restsOn.set(id, new Set(own.filter(no => verifiable.has(no))))
  }
  for (const { no, activity, indicators: codes = [] } of materials) {
    if (activity) add(activitiesOf, no, activity)
    for (const code of codes) add(indicatorsOf, no, code)
  }
  for (const { code, materials: own = [] } of indicators) for (const no of own) add(indicatorsOf, no, code)

  return finding => {
    const named = new Map<number, MaterialRecord>()
    const rows = new Set<string>()
    for (const { path, table = 0, row } of finding.places) {
      const record = records.get(path)
      if (!record) continue
      named.set(record.no, record)
      if (row !== undefined && (record.counted?.entries?.result ?? 0) > 0) rows.add(`${record.no}\n${table}\n${row}`) // prettier-ignore
    }
    const all = (of: Map<number, Set<string>>): Set<string> => new Set([...named.keys()].flatMap(no => [...(of.get(no) ?? [])])) // prettier-ignore
    const touched = all(activitiesOf)
    const results = [...named.values()].filter(carriesResults).length
    const only = [...touched].filter(id => {
      const rests = restsOn.get(id)
      return rests !== undefined && rests.size > 0 && [...rests].every(no => named.has(no))
    }).length
    const indicatorCount = all(indicatorsOf).size
    const falls = touched.size + indicatorCount + 2 * only + Math.sqrt(rows.size) + Math.sqrt(results)
    return {
      finding,
      activities: touched.size,
      indicators: indicatorCount,
      entries: rows.size,
      results,
      only,
      aboutResults: rows.size > 0 || results > 0 || FAMILY_OF[finding.check] === 'results',
      score: (1 + falls) * finding.firmness
    }
  }
}

function isVerifiable(record: MaterialRecord): boolean {
  return carriesResults(record) && record.ladder !== undefined && record.ladder >= 'E2'
}

function carriesResults(record: MaterialRecord): boolean {
  return record.class === 'result' || record.class === 'mixed'
}

/** Highest first, each further one of a family at half the weight of the one before. */
function mixed(looks: readonly Look[]): Look[] {
  const queues = new Map<string, Look[]>()
  for (const look of looks) {
    const family = FAMILY_OF[look.finding.check] ?? look.finding.check
    queues.set(family, [...(queues.get(family) ?? []), look])
  }
  const taken = new Map<string, number>()
  const ordered: Look[] = []
  while (ordered.length < Math.min(looks.length, FIRST_LOOKS)) {
    let best: { family: string; worth: number; id: string } | undefined
    for (const [family, [next]] of queues) {
      if (!next) continue
      const worth = next.score * REPEATED_FAMILY ** (taken.get(family) ?? 0)
      const id = next.finding.id
      if (!best || worth > best.worth || (worth === best.worth && id < best.id)) best = { family, worth, id }
    }
    ordered.push(queues.get(best!.family)!.shift()!)
    taken.set(best!.family, (taken.get(best!.family) ?? 0) + 1)
  }
  const first = new Set(ordered)
  return [...ordered, ...looks.filter(look => !first.has(look))]
}

/** Puts findings about results into the first ten in place of the last others there, until there are three. */
function withResults(looks: readonly Look[]): Look[] {
  const first = looks.slice(0, FIRST_LOOKS)
  const rest = looks.slice(FIRST_LOOKS)
  let missing = ABOUT_RESULTS - first.filter(({ aboutResults }) => aboutResults).length
  while (missing > 0) {
    const next = rest.findIndex(({ aboutResults }) => aboutResults)
    const out = first.findLastIndex(({ aboutResults }) => !aboutResults)
    if (next < 0 || out < 0) break
    const [about] = rest.splice(next, 1)
    const [other] = first.splice(out, 1)
    first.push(about!)
    rest.unshift(other!)
    missing--
  }
  return [...first, ...rest]
}

function add(map: Map<number, Set<string>>, key: number, value: string): void {
  const known = map.get(key)
  if (known) known.add(value)
  else map.set(key, new Set([value]))
}
