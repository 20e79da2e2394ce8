import type { Paragraph } from '../model/evidence.ts'
import type { Table } from '../model/material.ts'

/** Shorter cells are values of a form (names, dates, amounts); prose starts about here. */
const SHORTEST_PROSE = 20
/** Cells looked at per table: a document's table of more is a ledger, and read as one. */
const MOST_CELLS = 200_000

/** Long cells of a document's table, row by row. */
export function cellParagraphs({ head, cells }: Table): Omit<Paragraph, 'label'>[] {
  const found: Omit<Paragraph, 'label'>[] = []
  const known = new Map<number, boolean>()
  for (let row = 0; row < cells.rowCount; row++) {
    for (let i = cells.starts[row]!; i < cells.starts[row + 1]! && i < MOST_CELLS; i++) {
      const id = cells.texts[i]!
      if (known.get(id) === false) continue
      const text = cells.pool.text(id)
      const prose = text.trim().length >= SHORTEST_PROSE && /\p{L}/u.test(text)
      known.set(id, prose)
      if (prose) found.push({ text, table: head.index, row: cells.rows[row]!, column: cells.columns[i]! })
    }
  }
  return found
}
