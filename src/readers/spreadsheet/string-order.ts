import type { Observed } from '../../model/reading.ts'

/** The first strings of the table are looked at; a ledger typed in one way shows it in far fewer. */
const MOST_LOOKED_AT = 20_000
/** Below fifty different strings an order says little (field notes, ledgers, string order). */
const FEWEST = 50
/** Rank correlation from which an order is called one. Priors of the field notes, to be calibrated. */
const CLEAR = 0.5
const AHEAD = 0.2

/**
 * Desktop Excel appends a string to the table when it is first typed, so the table remembers whether a sheet
 * was filled row by row or column by column. Others rewrite the table on saving: ask only of desktop Excel.
 */
export class StringOrder {
  private readonly byRow = new Float64Array(MOST_LOOKED_AT).fill(Infinity)
  private readonly byColumn = new Float64Array(MOST_LOOKED_AT).fill(Infinity)

  /** A cell shows string `index` of the table. Row from 1, column from 0, sheet from 0. */
  saw(index: number, sheet: number, row: number, column: number): void {
    if (!(index < MOST_LOOKED_AT) || index < 0) return
    // 2^21 rows × 2^15 columns × 4,096 sheets stay below 2^53.
    const rowFirst = (sheet * 0x200000 + row) * 0x8000 + column
    const columnFirst = (sheet * 0x8000 + column) * 0x200000 + row
    if (rowFirst < this.byRow[index]!) this.byRow[index] = rowFirst
    if (columnFirst < this.byColumn[index]!) this.byColumn[index] = columnFirst
  }

  /** Undefined when too few strings were seen to tell. */
  order(): Observed['stringOrder'] | undefined {
    const rows = this.byRow.filter(Number.isFinite)
    if (rows.length < FEWEST) return undefined
    const byRows = risingness(rows)
    const byColumns = risingness(this.byColumn.filter(Number.isFinite))
    if (byColumns >= CLEAR && byColumns > byRows + AHEAD) return 'columns'
    return byRows >= CLEAR && byRows >= byColumns ? 'rows' : 'neither'
  }
}

/** Kendall's tau of a sequence against rising order: 1 rising, −1 falling. */
export function risingness(sequence: Float64Array): number {
  const pairs = (sequence.length * (sequence.length - 1)) / 2
  return pairs === 0 ? 1 : 1 - (2 * inversions(sequence.slice())) / pairs
}

function inversions(values: Float64Array): number {
  if (values.length < 2) return 0
  const middle = values.length >> 1
  const left = values.slice(0, middle)
  const right = values.slice(middle)
  let count = inversions(left) + inversions(right)
  let l = 0
  let r = 0
  for (let at = 0; at < values.length; at++) {
    if (r >= right.length || (l < left.length && left[l]! <= right[r]!)) values[at] = left[l++]!
    else {
      count += left.length - l
      values[at] = right[r++]!
    }
  }
  return count
}
