import type { Audit, Finding, MaterialRecord } from '../../model/audit.ts'
import type { Decision, Declaration } from '../../model/decisions.ts'
import { FAMILY_OF } from '../../reporting/families.ts'
import { lookFirst, type Look } from '../../reporting/look-first.ts'
import { branchesOf, type Branches } from './branches.ts'
import { Haystacks } from './haystacks.ts'

/** How one finding stands. */
export interface Standing {
  state: 'open' | 'confirmed' | 'explained' | 'not-a-problem' | 'reopened'
  decision?: Decision
}

/** What people said; changes while the audit stays. */
export interface People {
  /** By id of the finding; one that is not in it is open. */
  standings: ReadonlyMap<string, Standing>
  /** All that was ever decided on a finding, oldest first; the unit's own among it, shown and never applied. */
  past: ReadonlyMap<string, readonly Decision[]>
  declarations: readonly Declaration[]
  overrules: number
}

export const NOBODY: People = { standings: new Map(), past: new Map(), declarations: [], overrules: 0 }

/** An audit and what every question asks of it again. Building it takes one pass; everything else is made on first use. */
export interface AuditIndex {
  audit: Audit
  /** Position by id of the finding. */
  findingAt: ReadonlyMap<string, number>
  /** Materials, by index, that each finding names, each once. */
  namedBy: readonly (readonly number[])[]
  /** Findings, by index, that name each material. */
  findingsOf: readonly (readonly number[])[]
  families: readonly string[]
  recordAt: ReadonlyMap<string, number>
  activityTitle: ReadonlyMap<string, string>
  secretHashes: ReadonlySet<string>
  haystacks: Haystacks
  branches(): Branches
  /** In the order to look at them; findings that are nobody’s to mend are not among them. */
  looks(): { ordered: readonly Look[]; of: ReadonlyMap<string, Look> }
  /** Materials inside each material, at any depth. */
  children(): ReadonlyMap<string, number>
  memo: Map<string, Int32Array>
}

export function indexAudit(audit: Audit): AuditIndex {
  const { findings, materials, activities } = audit
  const recordAt = new Map(materials.map(({ path }, index) => [path, index]))
  const namedBy = findings.map(finding => materialsNamed(finding, recordAt))
  const findingsOf: number[][] = materials.map(() => [])
  namedBy.forEach((named, index) => named.forEach(material => findingsOf[material]!.push(index)))
  return {
    audit,
    findingAt: new Map(findings.map(({ id }, index) => [id, index])),
    namedBy,
    findingsOf,
    families: findings.map(({ check }) => FAMILY_OF[check] ?? check),
    recordAt,
    activityTitle: new Map(activities.map(({ id, title }) => [id, title])),
    secretHashes: new Set(materials.flatMap(({ secret, sha256 }) => (secret ? [sha256] : []))),
    haystacks: new Haystacks(audit),
    branches: once(() => branchesOf(audit, namedBy)),
    looks: once(() => {
      const ordered = lookFirst(audit)
      return { ordered, of: new Map(ordered.map(look => [look.finding.id, look])) }
    }),
    children: once(() => childrenOf(materials)),
    memo: new Map()
  }
}

export function stateOf(people: People, id: string): Standing['state'] {
  return people.standings.get(id)?.state ?? 'open'
}

function materialsNamed({ places }: Finding, recordAt: ReadonlyMap<string, number>): number[] {
  const named = new Set<number>()
  for (const { path } of places) {
    const index = recordAt.get(path)
    if (index !== undefined) named.add(index)
  }
  return [...named]
}

function childrenOf(materials: readonly MaterialRecord[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { path } of materials)
    for (let cut = path.indexOf('!/'); cut >= 0; cut = path.indexOf('!/', cut + 2)) {
      const container = path.slice(0, cut)
      counts.set(container, (counts.get(container) ?? 0) + 1)
    }
  return counts
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined
  return () => (made ??= { value: make() }).value
}
