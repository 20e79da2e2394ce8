import { createHash } from 'node:crypto'
import { cellAt } from '../model/cells.ts'
import type { Material, Table } from '../model/material.ts'
import { normalise } from '../support/text.ts'
import { leastCommon } from './same-content-text.ts'

/** Cells below the header; a table of fewer is a form's frame. */
export const LEAST_CELLS = 10
/** A group of rows under one merged cell; a lying merge over a whole sheet must cost nothing. */
const MOST_SPREAD = 2000

/** How many materials share each number of cells: only those with company need their cells compared. */
export function cellCounts(
  materials: readonly Material[],
  lookable: readonly number[],
  common?: ReadonlySet<string>
): Map<number, number> {
  const counts = new Map<number, number>()
  for (const i of lookable) {
    const cells = cellsOf(materials[i]!, common)
    if (cells > 0) counts.set(cells, (counts.get(cells) ?? 0) + 1)
  }
  return counts
}

/** What a spreadsheet's cells say, whatever its format: a hash of the filled cells in order. Undefined when no other has as many or they are too few. Rows of one cell that is `common` are left out. */
export function cellsKey(
  material: Material,
  counts: ReadonlyMap<number, number>,
  common?: ReadonlySet<string>
): string | undefined {
  const all = cellsOf(material, common)
  if (all === 0 || (counts.get(all) ?? 0) < 2 || belowHeader(material) < LEAST_CELLS) return undefined
  const hash = createHash('sha256')
  for (const table of material.reading!.tables) {
    const spread = spreadCells(table)
    for (let row = 0; row < table.cells.rowCount; row++) {
      if (common?.has(loneText(table, row))) continue
      for (const id of rowTexts(table, row, spread)) {
        hash.update(canonical(table.cells.pool.text(id)))
        hash.update('\n')
      }
    }
  }
  return hash.digest('hex')
}

/** A sheet of nothing but lone cells is a text in rows; more of them than this tell of no ledger’s remarks. */
const MOST_LONE = 200
/** Shorter ones are headings and units (field notes: thirteen equal in a row count as copied). */
const LEAST_LONE = 13

/** Remarks and titles: what stands alone in its row in many tables says nothing about any one of them. */
export function commonRemarks(
  materials: readonly Material[],
  lookable: readonly number[]
): ReadonlySet<string> {
  const holders = new Map<string, number>()
  let tables = 0
  for (const i of lookable) {
    const { kind, reading } = materials[i]!
    if (kind !== 'table' || !reading) continue
    tables++
    const own = new Set<string>()
    let looked = 0
    for (const table of reading.tables) {
      for (let row = 0; row < table.cells.rowCount && looked < MOST_LONE; row++) {
        const text = loneText(table, row)
        if (text !== '') looked++
        if (text.length >= LEAST_LONE) own.add(text)
      }
    }
    for (const text of own) holders.set(text, (holders.get(text) ?? 0) + 1)
  }
  const least = leastCommon(tables)
  return new Set([...holders].flatMap(([text, count]) => (count >= least ? [text] : [])))
}

/** Text of a row that has but one cell; '' otherwise. */
function loneText({ cells }: Table, row: number): string {
  const at = cells.starts[row]!
  return cells.starts[row + 1]! - at === 1 ? normalise(cells.pool.text(cells.texts[at]!)) : ''
}

/** A cell merged downwards says the same in each of its rows; an export to csv writes it in each. By row as shown: [column, text id]. */
function spreadCells({ head, cells }: Table): Map<number, [number, number][]> {
  const spread = new Map<number, [number, number][]>()
  const rowAt = new Map<number, number>()
  const downwards = head.merges.filter(({ top, bottom, left, right }) => bottom > top && left === right)
  if (downwards.length > 0) cells.rows.forEach((shown, row) => rowAt.set(shown, row))
  for (const { top, bottom, left } of downwards) {
    const first = rowAt.get(top + 1)
    const id = first === undefined ? 0 : cellAt(cells, first, left)
    if (id === 0) continue
    for (let shown = top + 2; shown <= Math.min(bottom + 1, top + MOST_SPREAD); shown++) {
      const row = rowAt.get(shown)
      if (row !== undefined && cellAt(cells, row, left) === 0) spread.set(shown, [...(spread.get(shown) ?? []), [left, id]]) // prettier-ignore
    }
  }
  return spread
}

function rowTexts({ cells }: Table, row: number, spread: ReadonlyMap<number, [number, number][]>): number[] {
  const [from, to] = [cells.starts[row]!, cells.starts[row + 1]!]
  const added = spread.get(cells.rows[row]!)
  if (!added) return [...cells.texts.subarray(from, to)]
  const all = [...added]
  for (let i = from; i < to; i++) all.push([cells.columns[i]!, cells.texts[i]!])
  return all.sort((a, b) => a[0] - b[0]).map(([, id]) => id)
}

function cellsOf({ kind, reading }: Material, common?: ReadonlySet<string>): number {
  if (kind !== 'table' || !reading) return 0
  return reading.tables.reduce((total, table) => {
    const added = [...spreadCells(table).values()].reduce((sum, row) => sum + row.length, 0)
    return total + table.cells.texts.length + added - commonIn(table, common)
  }, 0)
}

function commonIn(table: Table, common: ReadonlySet<string> | undefined): number {
  let count = 0
  if (common?.size)
    for (let row = 0; row < table.cells.rowCount; row++) if (common.has(loneText(table, row))) count++
  return count
}

/** The header is the first row of two or more cells; what stands above is the title. */
function belowHeader({ reading }: Material): number {
  let below = 0
  for (const { cells } of reading!.tables) {
    let row = 0
    while (row < cells.rowCount && cells.starts[row + 1]! - cells.starts[row]! < 2) row++
    below += cells.texts.length - (row < cells.rowCount ? cells.starts[row + 1]! : cells.texts.length)
  }
  return below
}

/** Dates and numbers as every writer of the same value would give them. */
function canonical(text: string): string {
  const date = /^((?:19|20)\d{2})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T ]0{1,2}:00(?::00)?)?$/u.exec(text)
  if (date) return `${date[1]!}-${date[2]!.padStart(2, '0')}-${date[3]!.padStart(2, '0')}`
  if (/^-?\d+\.\d+$/u.test(text)) return text.replace(/\.?0+$/u, '')
  return normalise(text)
}
