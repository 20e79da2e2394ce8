import { UnionFind } from '../support/union-find.ts'
import type { RowGroup } from './entry-duplicates.ts'
import type { EntryTable } from './entry-table.ts'

/** So many neighbouring rows, or so large a part of the smaller ledger, make one group instead of a group per row. */
const NEIGHBOURS = 3
const PART = 0.6
/** Rows of a pasted block may stand this far apart; in two ledgers sorted by date order says little, so there they must be neighbours. */
const GAP = 3

/** Duplicate rows told whole: a block pasted again, or a ledger whose rows stand in another one, is one group. */
export function joinedWhole(table: EntryTable, found: readonly RowGroup[]): RowGroup[] {
  const groups = withinOneFirst(table, found)
  const sets = new UnionFind(groups.length)
  const pairsOf = neighboursIn(table, groups)
  const whole = new Set<number>()
  const compiled = new Map<number, number>() // ledger → a group of the whole it belongs to
  for (const [key, pairs] of pairsOf) {
    const [left = 0, right = 0] = key.split(',').map(Number)
    const covered = isCovered(table, left, right, pairs.length)
    if (covered) {
      for (const ledger of [left, right]) {
        sets.join(pairs[0]!.group, compiled.get(ledger) ?? pairs[0]!.group)
        compiled.set(ledger, pairs[0]!.group)
      }
    }
    for (const run of covered ? [pairs] : runsOf(pairs, left === right ? GAP : 1)) {
      if (run.length < NEIGHBOURS) continue
      for (const { group } of run) {
        sets.join(run[0]!.group, group)
        whole.add(group)
      }
    }
  }
  return merged(groups, sets, whole)
}

/** Pairs of rows next to each other in a group, by their ledgers. */
function neighboursIn(table: EntryTable, groups: readonly RowGroup[]) {
  const pairsOf = new Map<string, { group: number; a: number; b: number }[]>()
  groups.forEach(({ rows }, group) => {
    for (let x = 1; x < Math.min(rows.length, 12); x++) {
      const key = `${table.of[rows[x - 1]!]},${table.of[rows[x]!]}`
      const list = pairsOf.get(key)
      if (list) list.push({ group, a: rows[x - 1]!, b: rows[x]! })
      else pairsOf.set(key, [{ group, a: rows[x - 1]!, b: rows[x]! }])
    }
  })
  return pairsOf
}

function isCovered({ ledgers }: EntryTable, left: number, right: number, pairs: number): boolean {
  const smaller = Math.min(ledgers[left]!.size, ledgers[right]!.size)
  return left !== right && pairs >= NEIGHBOURS && pairs >= smaller * PART
}

/** A record written twice in one ledger is a matter of its own, whichever compilation holds it as well: it is taken out before ledger and compilation are joined. */
function withinOneFirst(table: EntryTable, groups: readonly RowGroup[]): RowGroup[] {
  const covered = new Set<number>()
  for (const [key, pairs] of neighboursIn(table, groups)) {
    const [left = 0, right = 0] = key.split(',').map(Number)
    if (isCovered(table, left, right, pairs.length)) covered.add(left).add(right)
  }
  if (covered.size === 0) return [...groups]
  return groups.flatMap(group => {
    const byLedger = new Map<number, number[]>()
    for (const row of group.rows) {
      const ledger = table.of[row]!
      byLedger.set(ledger, [...(byLedger.get(ledger) ?? []), row])
    }
    if (byLedger.size < 2) return [group]
    const size = (ledger: number) => table.ledgers[ledger]!.size
    const [twice] = [...byLedger]
      .filter(([ledger, rows]) => rows.length > 1 && covered.has(ledger))
      .sort(([x], [y]) => size(x) - size(y) || x - y)
    if (!twice) return [group]
    const again = new Set(twice[1].slice(1))
    const rows = group.rows.filter(row => !again.has(row))
    return [
      { ...group, rows, sets: [rows] },
      { ...group, rows: twice[1], sets: [twice[1]] }
    ]
  })
}

function runsOf(
  pairs: { group: number; a: number; b: number }[],
  most: number
): { group: number; a: number; b: number }[][] {
  // prettier-ignore
  const runs: { group: number; a: number; b: number }[][] = []
  for (const pair of [...pairs].sort((x, y) => x.a - y.a || x.b - y.b)) {
    const run = runs.at(-1)
    const last = run?.at(-1)
    const down = last ? pair.a - last.a : 0
    const right = last ? pair.b - last.b : 0
    // A block lies before its copy; rows each written twice in a row are slips of their own.
    const apart = run !== undefined && pair.a < run[0]!.b
    if (run && last && apart && down >= 1 && down <= most && right >= 1 && right <= most) run.push(pair)
    else runs.push([pair])
  }
  return runs
}

function merged(groups: readonly RowGroup[], sets: UnionFind, whole: ReadonlySet<number>): RowGroup[] {
  const byRoot = new Map<number, RowGroup>()
  groups.forEach((group, index) => {
    const root = sets.root(index)
    const known = byRoot.get(root)
    if (!known) {
      byRoot.set(root, { ...group, rows: [...group.rows], sets: [...group.sets], block: whole.has(index) })
      return
    }
    known.rows.push(...group.rows)
    known.sets.push(...group.sets)
    known.information = Math.min(known.information, group.information)
    known.agree = known.agree.filter(each => group.agree.includes(each))
    known.differ = [...new Set([...known.differ, ...group.differ])]
    known.exact &&= group.exact
    known.block ||= whole.has(index)
  })
  return [...byRoot.values()].map(group => ({ ...group, rows: group.rows.sort((a, b) => a - b) }))
}
