import { CHECKS } from '../../index.ts'
import { OWNERS, STRENGTHS } from '../../model/audit.ts'
import { DECIDED, type FindingQuery, type FindingRow, type Output } from '../contract.ts'
import { isUnder } from './branches.ts'
import { findingOrder } from './finding-order.ts'
import { holds, needlesOf } from './haystacks.ts'
import { stateOf, type AuditIndex, type People } from './index-audit.ts'

const FACETS = ['check', 'family', 'owner', 'strength', 'decision'] as const
type Facet = (typeof FACETS)[number]
type Facets = Record<Facet, Record<string, number>>

/** Positions of the findings asked for, in order, with the groups they form and what each facet would leave. */
export interface Selected {
  positions: number[]
  facets: Facets
  groups: { key: string; count: number; start: number }[]
}

export function selectFindings(index: AuditIndex, people: People, query: FindingQuery): Selected {
  const wanted = Object.fromEntries(FACETS.map(facet => [facet, query[facet]?.length ? new Set<string>(query[facet]) : undefined])) as Record<Facet, Set<string> | undefined> // prettier-ignore
  const facets: Facets = { check: {}, family: {}, owner: {}, strength: {}, decision: {} }
  const isLeft = otherwise(index, query)
  const kept: number[] = []
  for (const position of findingOrder(index, query.sort)) {
    if (!isLeft(position)) continue
    const values = valuesOf(index, people, position)
    let failed: Facet | undefined
    let fails = 0
    for (const facet of FACETS) {
      if (!wanted[facet] || wanted[facet].has(values[facet])) continue
      failed = facet
      fails++
    }
    if (fails === 0) kept.push(position)
    // A facet is counted under all the other filters: what it alone keeps out would come in with it
    if (fails === 0) for (const facet of FACETS) count(facets[facet], values[facet])
    else if (fails === 1) count(facets[failed!], values[failed!])
  }
  const { group } = query
  if (group === 'none') return { positions: kept, facets, groups: [] }
  return { ...grouped(kept, position => valuesOf(index, people, position)[group], group), facets }
}

export function findingsPage(
  index: AuditIndex,
  people: People,
  { query, offset, limit }: { query: FindingQuery; offset: number; limit: number }
): Output<'findings'> {
  const { positions, facets, groups } = selectFindings(index, people, query)
  return {
    total: positions.length,
    offset,
    rows: positions
      .slice(offset, offset + limit)
      .map(position => rowOf(index, people, position, query.group)),
    facets,
    groups
  }
}

export function rowOf(
  index: AuditIndex,
  people: People,
  position: number,
  group: FindingQuery['group'] = 'none'
): FindingRow {
  const { id, check, message, words, owner, firmness, strength, places, detail } =
    index.audit.findings[position]!
  const { path } = places[0]!
  const at = index.recordAt.get(path)
  return {
    id, check, message, words, owner, firmness, strength,
    family: index.families[position]!,
    places: places.length,
    first: { no: at === undefined ? 0 : index.audit.materials[at]!.no, path },
    kind: detail.kind,
    decision: stateOf(people, id),
    ...(group !== 'none' && { group: valuesOf(index, people, position)[group] })
  } // prettier-ignore
}

function valuesOf(index: AuditIndex, people: People, position: number): Record<Facet, string> {
  const { id, check, owner, strength } = index.audit.findings[position]!
  return { check, family: index.families[position]!, owner, strength, decision: stateOf(people, id) }
}

/** All filters but the facets. */
function otherwise(index: AuditIndex, query: FindingQuery): (position: number) => boolean {
  const needles = needlesOf(query.search)
  const ids = query.ids && new Set(query.ids)
  const of = query.no === undefined ? undefined : new Set(index.findingsOf[query.no - 1] ?? [])
  const under = query.under ? query.under : undefined
  const { findings } = index.audit
  return position => {
    if (of && !of.has(position)) return false
    if (ids && !ids.has(findings[position]!.id)) return false
    if (under !== undefined && !findings[position]!.places.some(({ path }) => isUnder(path, under)))
      return false
    return needles.length === 0 || holds(index.haystacks.finding(position), needles)
  }
}

const GROUP_ORDER: Record<Facet, readonly string[]> = {
  check: CHECKS.map(({ id }) => id),
  family: [...new Set(CHECKS.map(({ family }) => family))],
  owner: OWNERS,
  strength: STRENGTHS,
  decision: DECIDED
}

/** Groups in an order of their own, what is in them in the order asked for. */
function grouped(
  positions: readonly number[],
  keyOf: (position: number) => string,
  by: Facet
): Pick<Selected, 'positions' | 'groups'> {
  const members = new Map<string, number[]>()
  for (const position of positions) {
    const key = keyOf(position)
    const list = members.get(key)
    if (list) list.push(position)
    else members.set(key, [position])
  }
  const known = GROUP_ORDER[by]
  const keys = [...known.filter(key => members.has(key)), ...[...members.keys()].filter(key => !known.includes(key)).sort()] // prettier-ignore
  let start = 0
  const groups = keys.map(key => {
    const group = { key, count: members.get(key)!.length, start }
    start += group.count
    return group
  })
  return { positions: keys.flatMap(key => members.get(key)!), groups }
}

function count(counts: Record<string, number>, key: string): void {
  counts[key] = (counts[key] ?? 0) + 1
}
