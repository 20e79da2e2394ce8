import { cellAt, type Cells } from '../model/cells.ts'
import type { Table } from '../model/material.ts'
import type { Merge } from '../model/reading.ts'

export interface GridCell {
  column: number
  text: string
  kind: number
}

/** A table as rows of filled cells, group cells reachable from every cell they cover. Row indices count stored rows from 0. */
export interface Grid {
  cells: Cells
  rowCount: number
  /** Filled cells of a stored row, from left to right, trimmed, white space folded. */
  row(index: number): GridCell[]
  /** Id of the cell, or of the group cell merged downwards over it; 0 when empty. */
  id(index: number, column: number): number
  /** The merged area that starts at or covers the cell. */
  mergeAt(index: number, column: number): Merge | undefined
  tall: ReadonlySet<number> // columns with a merge of two rows or more
}

/** Columns of merges looked at in a sheet: group cells over ten thousand rows and dozens of columns; a sheet with more is a drawing. */
const MOST_MERGED = 400_000

export function gridOf(table: Table): Grid {
  const { cells } = table
  const byColumn = new Map<number, Merge[]>()
  const tall = new Set<number>()
  let covered = 0
  for (const merge of table.head.merges) {
    if (covered > MOST_MERGED) break
    covered += Math.min(64, merge.right - merge.left + 1)
    if (merge.bottom > merge.top) tall.add(merge.left)
    // A merge as wide as the sheet is reachable from its first columns; wider ones are decoration.
    for (let column = merge.left; column <= Math.min(merge.right, merge.left + 63); column++) {
      const list = byColumn.get(column)
      if (list) list.push(merge)
      else byColumn.set(column, [merge])
    }
  }
  for (const list of byColumn.values()) list.sort((a, b) => a.top - b.top)

  const mergeAt = (index: number, column: number): Merge | undefined => {
    const list = byColumn.get(column)
    if (!list) return undefined
    const sheetRow = cells.rows[index]! - 1
    let low = 0
    let high = list.length - 1
    while (low <= high) {
      const middle = (low + high) >> 1
      if (list[middle]!.top <= sheetRow) low = middle + 1
      else high = middle - 1
    }
    const merge = list[high]
    return merge && merge.bottom >= sheetRow ? merge : undefined
  }

  return {
    cells,
    rowCount: cells.rowCount,
    tall,
    mergeAt,
    row: index => rowOf(cells, index),
    id(index, column) {
      const own = cellAt(cells, index, column)
      if (own !== 0 || !tall.has(column)) return own
      const merge = mergeAt(index, column)
      if (!merge || merge.left !== column) return own
      const top = rowIndexOf(cells, merge.top + 1)
      return top === undefined ? 0 : cellAt(cells, top, column)
    }
  }
}

/** Most filled cells of one row that are looked at: wider tables are data matrices. */
const WIDEST = 256

function rowOf(cells: Cells, index: number): GridCell[] {
  const filled: GridCell[] = []
  const end = Math.min(cells.starts[index + 1]!, cells.starts[index]! + WIDEST)
  for (let at = cells.starts[index]!; at < end; at++) {
    const text = fold(cells.pool.text(cells.texts[at]!))
    if (text !== '') filled.push({ column: cells.columns[at]!, text, kind: cells.kinds[at]! })
  }
  return filled
}

/** Index of the stored row that the sheet shows under `row`, undefined when that row is blank. */
function rowIndexOf(cells: Cells, row: number): number | undefined {
  let low = 0
  let high = cells.rowCount - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    if (cells.rows[middle]! === row) return middle
    if (cells.rows[middle]! < row) low = middle + 1
    else high = middle - 1
  }
  return undefined
}

function fold(text: string): string {
  return text.replace(/\s+/gu, ' ').trim()
}
