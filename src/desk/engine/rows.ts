import type { Cells } from '../../model/cells.ts'

/** A sheet to be filled in by people has a dozen. */
const MOST_COLUMNS = 200

/** Rows of a table as texts, gaps filled with ''. */
export function rowsOf({ pool, rowCount, starts, columns, texts }: Cells): string[][] {
  return Array.from({ length: rowCount }, (_, row) => {
    const cells: string[] = []
    for (let cell = starts[row]!; cell < starts[row + 1]!; cell++) {
      if (columns[cell]! > MOST_COLUMNS) break
      while (cells.length < columns[cell]!) cells.push('')
      cells.push(pool.text(texts[cell]!))
    }
    return cells
  })
}
