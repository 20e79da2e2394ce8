import { cellAt } from '../model/cells.ts'
import { CELL } from '../model/reading.ts'
import { Growing } from '../support/growing.ts'
import type { Tick } from '../support/tick.ts'
import type { Header } from './ledger-header.ts'
import type { Grid } from './ledger-grid.ts'

/** Rows between two calls of tick. */
const STEP = 20_000
/** A row that names its own sum. */
const SUBTOTAL =
  /^(?:合\s*计|小\s*计|总\s*计|累\s*计|共\s*计|本[页月]合计|本[页月]小计|total|subtotal|sum)(?:[\s:：（(]|$)/iu
/** What stands below a ledger: who filled it in, who approved it, how to fill it in. */
const FOOTER =
  /^(?:(?:填表|制表|填报|审核|审批|统计|经办|登记|记录|编制|复核)(?:人|单位|日期|时间)?|单位负责人|负责人|主管领导|单位[（(]盖章[）)]|填表说明|填报说明|备注|注|说明)\s*[:：]/u

/** Indices of the rows that hold entries: header, repeated headers, titles, group headings, subtotals and footers left out. */
export function entryRowsOf(grid: Grid, header: Header, tick: Tick): Uint32Array {
  const { cells } = grid
  const columns = new Set(header.columns.map(each => each.column))
  const headerIds = header.sure ? header.columns.map(({ column }) => cellAt(cells, header.last, column)) : []
  const rows = new Growing<Uint32Array<ArrayBuffer>>(size => new Uint32Array(size))
  for (let index = header.last + 1; index < grid.rowCount; index++) {
    if ((index - header.last) % STEP === 0) tick(index, grid.rowCount)
    const first = cells.starts[index]!
    const filled = cells.starts[index + 1]! - first
    if (filled === 0) continue
    if (header.sure && repeatsHeader(grid, header, headerIds, index)) continue
    if (filled <= 2 && columns.size >= 3 && header.sure && !speaks(grid, index, columns)) continue
    if (marksSumOrFoot(grid, index, columns.size)) continue
    if (!anyColumn(grid, index, columns)) continue
    rows.push(index)
  }
  return rows.done()
}

/** A page break's copy of the header. */
function repeatsHeader(grid: Grid, header: Header, ids: readonly number[], index: number): boolean {
  let same = 0
  let named = 0
  for (let k = 0; k < ids.length; k++) {
    if (ids[k] === 0) continue
    named++
    if (cellAt(grid.cells, index, header.columns[k]!.column) === ids[k]) same++
    else if (named - same > 2) return false
  }
  return named > 0 && same >= named * 0.75
}

/** One or two cells are an entry only when group cells stand over the row; else they are a heading or a number waiting for its entry. */
function speaks(grid: Grid, index: number, columns: ReadonlySet<number>): boolean {
  let reachable = 0
  for (const column of columns) if (grid.id(index, column) !== 0) reachable++
  if (reachable >= 3) return true
  if (reachable < 2) return false
  const row = grid.row(index)
  // A serial beside one text, or a text beside one value, in a ledger of three columns.
  return columns.size <= 4 && row.some(cell => cell.kind === CELL.text) && !wide(grid, index)
}

function wide(grid: Grid, index: number): boolean {
  const first = grid.row(index)[0]
  const merge = first && grid.mergeAt(index, first.column)
  return merge !== undefined && merge.right - merge.left >= 2
}

/** Only the first three cells are looked at: sums and feet name themselves on the left. */
function marksSumOrFoot(grid: Grid, index: number, width: number): boolean {
  const { cells } = grid
  const first = cells.starts[index]!
  const filled = cells.starts[index + 1]! - first
  for (let at = first; at < Math.min(first + 3, first + filled); at++) {
    if (cells.kinds[at] !== CELL.text) continue
    const text = cells.pool.text(cells.texts[at]!)
    if (text.length > 200) continue
    const trimmed = text.trim()
    if (SUBTOTAL.test(trimmed)) return true
    if (filled <= Math.max(3, width * 0.7) && FOOTER.test(trimmed)) return true
  }
  return false
}

function anyColumn(grid: Grid, index: number, columns: ReadonlySet<number>): boolean {
  const { cells } = grid
  for (let at = cells.starts[index]!; at < cells.starts[index + 1]!; at++) {
    if (columns.has(cells.columns[at]!)) return true
  }
  return false
}
