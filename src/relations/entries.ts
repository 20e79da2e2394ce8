import type { EntryGroup, Ledger, Meaning, SameContent } from '../model/evidence.ts'
import type { Material } from '../model/material.ts'
import type { Tick } from '../support/tick.ts'
import { UnionFind } from '../support/union-find.ts'
import { backgroundOf } from './entry-background.ts'
import { repeatedBlocks, type Block, type BlockInput } from './entry-blocks.ts'
import { claimsOf } from './entry-claims.ts'
import { contentsOf } from './entry-content.ts'
import { duplicateRows, type RowGroup } from './entry-duplicates.ts'
import { describe } from './entry-description.ts'
import { likeContents } from './entry-likeness.ts'
import { repeatedContents } from './entry-repeats.ts'
import { joinedWhole } from './entry-runs.ts'
import { entryTable, type EntryTable } from './entry-table.ts'

interface Facts {
  materials: readonly Material[]
  ledgers: readonly Ledger[]
  sameContent: readonly SameContent[]
}

/** Bits a Han character of running text carries (about 4 by good compressors), to state texts and values on one scale. */
const BITS_PER_CHARACTER = 4

/**
 * Rows that are the same record (`duplicate`) and rows that say the same on different occasions (`recycled`),
 * each group whole. Copies of one file are left to the check of files; second copies of a record are left out of
 * `recycled`. The information of a block is that of all its contents together, a block being one link.
 */
export function findEntryGroups({ materials, ledgers, sameContent }: Facts, tick: Tick): EntryGroup[] {
  const kept = withoutCopies(materials, ledgers, sameContent)
  if (kept.length === 0) return []
  const table = entryTable(kept, kept[0]!.table.cells.pool, tick)
  const contents = contentsOf(table, tick)
  const background = backgroundOf(contents, tick)
  const clusters = likeContents(contents, background, tick)
  const perRow = contents.of.map(content => clusters[content]!)
  const duplicates = joinedWhole(table, duplicateRows(table, perRow, tick))
  const input: BlockInput = { table, contents, clusters, claims: claimsOf(table), background, left: secondCopies(table, duplicates) } // prettier-ignore
  const blocks = repeatedBlocks(input, tick)
  const repeats = repeatedContents(input, blocks, tick)
  return [
    ...duplicates.map(group => toGroup(table, 'duplicate', group)),
    ...blockGroups(table, blocks).map(({ rows, characters, links }) =>
      toGroup(table, 'recycled', {
        ...describe(table, links),
        rows,
        information: characters * BITS_PER_CHARACTER,
        block: true
      })
    ),
    ...repeats.map(({ rows, characters }) =>
      toGroup(table, 'recycled', {
        ...describe(table, rows.slice(1).map((row): [number, number] => [rows[0]!, row])), // prettier-ignore
        rows,
        information: characters * BITS_PER_CHARACTER,
        block: false
      })
    )
  ]
}

/** Of materials with the same content one is looked at: the first by path. */
function withoutCopies(
  materials: readonly Material[],
  ledgers: readonly Ledger[],
  sameContent: readonly SameContent[]
): Ledger[] {
  const copies = new Set(sameContent.flatMap(({ members, by }) => (by === 'members' ? [] : [...members].sort((a, b) => a - b).slice(1)))) // prettier-ignore
  const inCopy = (material: number | undefined): boolean =>
    material !== undefined && (copies.has(material) || inCopy(materials[material]?.parent))
  return ledgers.filter(({ material }) => !inCopy(material))
}

/** Every member of a duplicate group but the one in the smallest ledger, where it was written first: a compilation comes later. */
function secondCopies(table: EntryTable, groups: readonly RowGroup[]): Uint8Array {
  const left = new Uint8Array(table.rows)
  const size = (row: number) => table.ledgers[table.of[row]!]!.size
  for (const { sets } of groups) {
    for (const rows of sets) {
      const original = rows.reduce((best, row) => (size(row) < size(best) ? row : best))
      for (const row of rows) if (row !== original) left[row] = 1
    }
  }
  return left
}

/** Blocks that share rows are one group: a month copied into five others is told once. */
function blockGroups(
  table: EntryTable,
  blocks: readonly Block[]
): { rows: number[]; characters: number; links: [number, number][] }[] {
  const sets = new UnionFind(table.rows)
  for (const { pairs } of blocks) {
    for (const [i, j] of pairs) {
      sets.join(pairs[0]![0], i)
      sets.join(i, j)
    }
  }
  const groups = new Map<number, { rows: Set<number>; characters: number; links: [number, number][] }>()
  for (const { pairs, characters } of blocks) {
    const root = sets.root(pairs[0]![0])
    const group = groups.get(root) ?? { rows: new Set(), characters: 0, links: [] }
    groups.set(root, group)
    group.characters = Math.max(group.characters, characters)
    for (const pair of pairs) {
      group.links.push(pair)
      for (const row of pair) group.rows.add(row)
    }
  }
  return [...groups.values()].map(({ rows, ...rest }) => ({ rows: [...rows].sort((a, b) => a - b), ...rest }))
}

function toGroup(
  table: EntryTable,
  kind: EntryGroup['kind'],
  group: { rows: number[]; information: number; agree: Meaning[]; differ: Meaning[]; exact: boolean; block: boolean; run?: number } // prettier-ignore
): EntryGroup {
  return {
    kind,
    members: group.rows.map(row => {
      const { ledger, start } = table.ledgers[table.of[row]!]!
      return { ledger: ledger.index, entry: row - start }
    }),
    information: Math.round(group.information),
    agree: group.agree,
    differ: group.differ,
    exact: group.exact,
    block: group.block,
    run: group.run ?? 0
  }
}
