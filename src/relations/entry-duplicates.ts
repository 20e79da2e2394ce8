import type { Meaning } from '../model/evidence.ts'
import type { Tick } from '../support/tick.ts'
import { UnionFind } from '../support/union-find.ts'
import { agreementOf, type Agreement } from './entry-agreement.ts'
import { dependenceOf } from './entry-dependence.ts'
import { candidatePairs } from './entry-blocking.ts'
import type { EntryTable, TableLedger } from './entry-table.ts'

export interface RowGroup {
  rows: number[] // rows of the table, rising
  sets: number[][] // the rows record by record
  information: number
  agree: Meaning[]
  differ: Meaning[]
  exact: boolean
  block: boolean
}

/**
 * Bits that two rows must agree by: enough that in a ledger of this size fewer than one pair in a few thousand
 * meets by chance (pairs grow with the square; half of that is taken back because what varies together is
 * counted twice over by neither side). Calibrated on FEBRL 1, checked on FEBRL 2 and the restaurant lists.
 */
export function leastBits(rows: number): number {
  return 1.5 * Math.log2(Math.max(2, rows)) + 4
}

/** Groups of rows that are the same record. */
export function duplicateRows(table: EntryTable, clusters: Uint32Array, tick: Tick): RowGroup[] {
  const pairs = candidatePairs(table, clusters, tick)
  const dependences = table.ledgers.map(each => once(() => dependenceOf(table, each)))
  const links: { a: number; b: number; bits: number; agree: Meaning[]; differ: Meaning[]; exact: boolean }[] = [] // prettier-ignore
  for (let p = 0; p < pairs.length; p++) {
    if ((p & 0xfff) === 0) tick(p, pairs.length)
    const a = Math.floor(pairs[p]! / table.rows)
    const b = pairs[p]! % table.rows
    const left = table.ledgers[table.of[a]!]!
    const right = table.ledgers[table.of[b]!]!
    const rows = left === right ? left.size : left.size + right.size
    const agreement = agreementOf(table, a, b, leastBits(rows), dependences[table.of[a]!]!())
    if (
      agreement &&
      enough(agreement, leastBits(rows), left) &&
      oneRecord(left, right, agreement.agree, agreement.against)
    )
      // prettier-ignore
      links.push({ a, b, ...agreement })
  }
  const sets = new UnionFind(table.rows)
  for (const { a, b } of links) sets.join(a, b)
  return gather(table, sets, links)
}

/** Rows of a log that name nobody are alike by routine: they must agree by this many bits more. */
const UNNAMED = 4
const NAMED: readonly Meaning[] = ['subject', 'household', 'idNumber', 'phone']

function enough({ bits, agree }: Agreement, least: number, { dated }: TableLedger): boolean {
  return bits >= least + (dated && !NAMED.some(each => agree.includes(each)) ? UNNAMED : 0)
}

/** What a row of one ledger must share with a row of another kind of ledger to be the same record: what was done. */
const DONE: readonly Meaning[] = ['topic', 'content', 'problem', 'measure']
/** Ledgers with this share of their columns in common are of one kind. */
const ONE_LAYOUT = 0.8

function oneRecord(
  left: TableLedger,
  right: TableLedger,
  agree: readonly Meaning[],
  against: readonly Meaning[]
): boolean {
  // prettier-ignore
  if (against.includes('time') || against.includes('date')) return false
  if (left === right) return true
  // The list of those present is no second record of the meeting.
  if (names(left) !== names(right)) return false
  return oneLayout(left, right) || DONE.some(each => agree.includes(each))
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined
  return () => (made ??= { value: make() }).value
}

function names({ compared }: TableLedger): boolean {
  return compared.some(({ meaning }) => meaning === 'subject' || meaning === 'household')
}

function oneLayout(left: TableLedger, right: TableLedger): boolean {
  const shared = left.compared.filter(({ field }) => right.compared.some(each => each.field === field)).length
  return shared >= ONE_LAYOUT * Math.max(left.compared.length, right.compared.length)
}

function gather(
  table: EntryTable,
  sets: UnionFind,
  links: readonly { a: number; bits: number; agree: Meaning[]; differ: Meaning[]; exact: boolean }[]
): RowGroup[] {
  const byRoot = new Map<number, RowGroup>()
  for (const link of links) {
    const root = sets.root(link.a)
    const group = byRoot.get(root)
    if (!group) {
      byRoot.set(root, { rows: [], sets: [], information: link.bits, agree: [...new Set(link.agree)], differ: [...new Set(link.differ)], exact: link.exact, block: false }) // prettier-ignore
      continue
    }
    group.information = Math.min(group.information, link.bits)
    group.agree = group.agree.filter(each => link.agree.includes(each))
    group.differ = [...new Set([...group.differ, ...link.differ])]
    group.exact &&= link.exact
  }
  for (let row = 0; row < table.rows; row++) byRoot.get(sets.root(row))?.rows.push(row)
  return [...byRoot.values()].map(group => ({ ...group, sets: [group.rows] }))
}
