import type { Table } from '../model/material.ts'

/**
 * Tables handed out to be filled in, told by where nothing stands: columns without a single answer under their
 * header, or labels whose neighbours are empty. What the labels say does not matter.
 */

/** Columns without any answer, and how large a part of all they are. One or two empty columns (备注, 签字) are usual in a filled list. */
const FEWEST_EMPTY = 3
const MOSTLY_EMPTY = 0.5
/** A form's labels, and how many of them have nothing beside them. */
const FEWEST_LABELS = 5
const NEARLY_ALL = 0.85
const LONGEST_LABEL = 20
/** A header stands in the first rows. */
const HEAD = 6
/** Blanks run to a few pages. */
const MOST_ROWS = 200

/** Rows that show how to fill it in. */
const EXAMPLE = /^[(【]?(?:填[写表]?)?(?:示例|样例|范例|举例|例[:：)】])/u
/** What a blank prints where a value belongs. */
const PROMPT = /^[年月日时分□○_\s（）()签字名盖章:：/、。.至元人个份\-×xX]*$|□/u

/** Cells of a row as text by column; empty cells left out. */
type Row = ReadonlyMap<number, string>

/** A header with answers in less than half of its columns, those in its first ones: what was printed beforehand. */
export function lacksAnswers(table: Table): boolean {
  const rows = rowsOf(table)
  const at = rows.slice(0, HEAD).findIndex(row => row.size >= FEWEST_EMPTY + 1 && isHeader(row))
  if (at < 0) return false
  const header = [...rows[at]!.keys()]
  const below = rows.slice(at + 1).filter(row => !EXAMPLE.test(first(row)) && !isRemark(row))
  if (below.length === 0) return rows.length > at + 1 && rows.slice(at + 1).every(row => EXAMPLE.test(first(row)) || isRemark(row)) // prettier-ignore
  const asked = header.filter(column => !EXPLAINS.test(rows[at]!.get(column)!))
  const answered = asked.map(column => below.some(row => !PROMPT.test(row.get(column) ?? '')))
  const empty = answered.filter(each => !each).length
  if (empty < FEWEST_EMPTY || empty < header.length * MOSTLY_EMPTY) return false
  // Prepared items, then room: an answer to the right of the room is one. The items may stand behind a column to number them.
  const items = answered.slice(Math.max(0, answered.indexOf(true)))
  return !items.slice(items.indexOf(false)).some(each => each)
}

/** A sheet beside the form that says how to fill it in: a few items and what to write there. */
export function explainsFilling({ head, cells }: Table): boolean {
  const first = cells.rowCount > 0 ? cells.pool.text(cells.texts[0]!) : ''
  return cells.rowCount <= HEAD * 4 && (EXPLAINING_SHEET.test(head.name) || EXPLAINING_SHEET.test(first))
}

const EXPLAINING_SHEET =
  /^(?:填[写表报]{0,2}|指标|字段)(?:说明|要求|须知|口径|指南)|^(?:说明|须知|示例|填表示例)$/u
/** Columns that tell the writer something, filled in beforehand. */
const EXPLAINS = /说明|^备注$|填写要求|口径/u

/** Labels with room beside them: 帮扶对象 |  | 帮扶干部 |  . */
export function lacksValues(table: Table): boolean {
  const rows = rowsOf(table)
  const width = Math.max(0, ...rows.map(row => Math.max(-1, ...row.keys()) + 1))
  if (width < 3 || rows.length < 2) return false
  let labels = 0
  let alone = 0
  let gaps = 0
  for (const row of rows) {
    for (const [column, text] of row) {
      if (PROMPT.test(text)) continue
      if (text.length > LONGEST_LABEL || /[\d。;]/u.test(text)) return false
      labels++
      if (!PROMPT.test(row.get(column + 1) ?? '')) continue
      alone++
      if (row.size > 1) gaps++
    }
  }
  return labels >= FEWEST_LABELS && gaps >= 2 && alone >= labels * NEARLY_ALL
}

function rowsOf({ cells }: Table): Row[] {
  const rows: Row[] = []
  for (let row = 0; row < Math.min(cells.rowCount, MOST_ROWS); row++) {
    const found = new Map<number, string>()
    for (let at = cells.starts[row]!; at < cells.starts[row + 1]!; at++)
      found.set(cells.columns[at]!, cells.pool.text(cells.texts[at]!).normalize('NFKC').replace(/\s+/gu, ''))
    rows.push(found)
  }
  // A longer table holds something.
  return cells.rowCount > MOST_ROWS ? [] : rows
}

/** Names of columns: short, no figures, side by side. */
function isHeader(row: Row): boolean {
  return [...row.values()].every(text => text.length <= LONGEST_LABEL && !/^[\d.]+$/u.test(text))
}

function first(row: Row): string {
  return row.values().next().value ?? ''
}

/** A line over the width: 填表人：　审核人：, or how to fill it in. */
function isRemark(row: Row): boolean {
  return row.size === 1 && (/[:：]|^[注说填]/u.test(first(row)) || first(row).length > LONGEST_LABEL)
}
