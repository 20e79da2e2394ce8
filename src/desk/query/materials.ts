import type { MaterialRecord } from '../../model/audit.ts'
import { byCodePoint } from '../../support/order.ts'
import type { MaterialQuery, MaterialRow, MaterialView, Output } from '../contract.ts'
import { DeskError } from '../desk-error.ts'
import { isUnder } from './branches.ts'
import { rowOf } from './findings.ts'
import { holds, needlesOf } from './haystacks.ts'
import type { AuditIndex, People } from './index-audit.ts'

const FACETS = ['class', 'status', 'kind', 'purpose'] as const
type Facet = (typeof FACETS)[number]
type Facets = Record<Facet, Record<string, number>>

/** The contract's ceiling. */
const MOST_FINDINGS = 200

export function materialsPage(
  index: AuditIndex,
  { query, offset, limit }: { query: MaterialQuery; offset: number; limit: number }
): Output<'materials'> {
  const { materials } = index.audit
  const wanted = Object.fromEntries(FACETS.map(facet => [facet, query[facet]?.length ? new Set<string>(query[facet]) : undefined])) as Record<Facet, Set<string> | undefined> // prettier-ignore
  const facets: Facets = { class: {}, status: {}, kind: {}, purpose: {} }
  const isLeft = otherwise(index, query)
  const kept: number[] = []
  for (const position of candidates(index, query)) {
    if (!isLeft(position)) continue
    const record = materials[position]!
    let failed: Facet | undefined
    let fails = 0
    for (const facet of FACETS) {
      if (!wanted[facet] || wanted[facet].has(record[facet] ?? '')) continue
      failed = facet
      fails++
    }
    if (fails === 0) kept.push(position)
    if (fails === 0) for (const facet of FACETS) count(facets[facet], record[facet])
    else if (fails === 1) count(facets[failed!], record[failed!])
  }
  return {
    total: kept.length,
    offset,
    rows: kept.slice(offset, offset + limit).map(position => materialRow(index, position)),
    facets
  }
}

export function materialRow(index: AuditIndex, position: number): MaterialRow {
  const record = index.audit.materials[position]!
  const { no, path, kind, format, bytes, class: named, classId, ladder, status, trouble, amount, purpose, secret, activity, keep, overruled, sha256 } = record // prettier-ignore
  return {
    no, path, kind, format, bytes, class: named, classId, ladder, status, trouble, amount, purpose, secret, activity, sha256,
    name: path.slice(path.lastIndexOf('/') + 1),
    keep: keep !== undefined,
    overruled: overruled !== undefined,
    findings: index.findingsOf[position]!.length,
    children: index.children().get(path) ?? 0
  } // prettier-ignore
}

/** One material. `here`: the package is, so that a larger picture can be made. */
export function materialView(index: AuditIndex, people: People, no: number, here: boolean): MaterialView {
  const record = index.audit.materials[no - 1]
  if (!record) throw new DeskError('bad-input', 'no such material')
  const title = record.activity === undefined ? undefined : index.activityTitle.get(record.activity)
  const repeated = record.repeats === undefined ? undefined : index.audit.materials[record.repeats - 1]
  const picture = record.kind === 'picture' && record.status !== 'unread' && !record.secret
  return {
    record,
    name: record.path.slice(record.path.lastIndexOf('/') + 1),
    ...(title !== undefined && { activity: { id: record.activity!, title } }),
    findings: index.findingsOf[no - 1]!.slice(0, MOST_FINDINGS).map(position => rowOf(index, people, position)), // prettier-ignore
    picture: picture && !index.secretHashes.has(record.sha256),
    preview: picture && here && record.format !== 'heic',
    ...(repeated && { repeats: { no: repeated.no, path: repeated.path } })
  }
}

/** Materials in the order asked for; those of one folder without looking at all others. */
function candidates(index: AuditIndex, query: MaterialQuery): Iterable<number> {
  const { materials } = index.audit
  const filtered = query.nos ?? query.activity ?? query.indicator
  if (!query.flat && query.under !== undefined && filtered === undefined) {
    const order = ranks(index, query.sort)
    return [...(index.branches().within.get(query.under) ?? [])].sort((a, b) => order[a]! - order[b]!)
  }
  const key = `materials ${query.sort}`
  const known = index.memo.get(key)
  if (known) return known
  const made = Int32Array.from(materials.map((_, position) => position).sort(comparing(index, query.sort)))
  index.memo.set(key, made)
  return made
}

function ranks(index: AuditIndex, sort: MaterialQuery['sort']): Int32Array {
  const key = `material ranks ${sort}`
  const known = index.memo.get(key)
  if (known) return known
  const order = [...index.audit.materials.keys()].sort(comparing(index, sort))
  const made = new Int32Array(order.length)
  order.forEach((position, rank) => (made[position] = rank))
  index.memo.set(key, made)
  return made
}

/** The audit lists materials by path, so position is path. */
function comparing(index: AuditIndex, sort: MaterialQuery['sort']): (a: number, b: number) => number {
  const { materials } = index.audit
  switch (sort) {
    case 'path':
    case 'no':
      return (a, b) => a - b
    case 'class':
      return (a, b) => byCodePoint(keyOf(materials[a]!), keyOf(materials[b]!)) || a - b
    case 'bytes':
      return (a, b) => materials[b]!.bytes - materials[a]!.bytes || a - b
    case 'findings':
      return (a, b) => index.findingsOf[b]!.length - index.findingsOf[a]!.length || a - b
    case 'entries':
      return (a, b) => materials[b]!.amount.entries - materials[a]!.amount.entries || a - b
  }
}

function keyOf({ class: named, classId = '' }: MaterialRecord): string {
  return `${named} ${classId}`
}

/** All filters but the facets. */
function otherwise(index: AuditIndex, query: MaterialQuery): (position: number) => boolean {
  const { materials } = index.audit
  const needles = needlesOf(query.search)
  const nos = query.nos && new Set(query.nos)
  const trouble = query.trouble?.length ? new Set<string>(query.trouble) : undefined
  const inActivity = numbersOf(index.audit.activities.find(({ id }) => id === query.activity)?.materials)
  const inIndicator = numbersOf(index.audit.indicators?.find(({ code }) => code === query.indicator)?.materials) // prettier-ignore
  return position => {
    const record = materials[position]!
    if (query.under !== undefined && query.flat && (record.path === query.under || !isUnder(record.path, query.under))) return false // prettier-ignore
    if (nos && !nos.has(record.no)) return false
    if (trouble && !trouble.has(record.trouble ?? '')) return false
    if (query.activity !== undefined && record.activity !== query.activity && !inActivity.has(record.no)) return false // prettier-ignore
    if (query.indicator !== undefined && !record.indicators?.includes(query.indicator) && !inIndicator.has(record.no)) return false // prettier-ignore
    if (query.counted !== undefined && record.counted?.as !== query.counted) return false
    if (query.repeats !== undefined && (record.repeats !== undefined) !== query.repeats) return false
    if (query.secret !== undefined && (record.secret ?? false) !== query.secret) return false
    return needles.length === 0 || holds(index.haystacks.material(position), needles)
  }
}

function numbersOf(nos: readonly number[] | undefined): ReadonlySet<number> {
  return new Set(nos)
}

function count(counts: Record<string, number>, key: string | undefined): void {
  if (key !== undefined) counts[key] = (counts[key] ?? 0) + 1
}
