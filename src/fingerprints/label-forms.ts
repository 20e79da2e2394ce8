import type { LabelledForm } from '../model/evidence.ts'
import type { Table } from '../model/material.ts'
import { formOccasion } from './form-occasion.ts'
import { isLabel, labelKey, meaningOfLabel } from './column-lexicon.ts'
import type { Grid, GridCell } from './ledger-grid.ts'

/** Rows of a form that are looked at; record tables run to a page or two. */
const LONGEST_FORM = 120
/** A label is short; 被谈话人单位及职务 has 9. */
const LONGEST_LABEL = 14

/**
 * Reads a table as a label/value form, undefined when it is not one. In a form labels stand in every row with
 * their answers to the right; in a ledger they stand in one row with answers below.
 */
export function labelledForm(grid: Grid, table: Table, material: number): LabelledForm | undefined {
  if (grid.rowCount > LONGEST_FORM) return undefined
  const rows = Array.from({ length: grid.rowCount }, (_, i) => grid.row(i))
  if (!readsAsForm(rows)) return undefined
  const fields: { label: string; value: string; meaning: LabelledForm['fields'][number]['meaning']; row: number; column: number }[] = [] // prettier-ignore
  let title = ''
  let waiting: GridCell | undefined
  rows.forEach((row, index) => {
    const shown = grid.cells.rows[index]!
    const add = (label: string, value: string, column: number) =>
      fields.push({
        label,
        value,
        meaning: meaningOfLabel(label)?.meaning ?? 'other',
        row: shown,
        column
      })
    if (row.length === 1) {
      const [only] = row as [GridCell]
      const inline = inlinePair(only.text)
      if (waiting) {
        add(clean(waiting.text), only.text, only.column)
        waiting = undefined
      } else if (inline) add(inline.label, inline.value, only.column)
      else if (isLabel(only.text)) waiting = only
      else if (fields.length === 0 && title === '') title = only.text
      return
    }
    if (waiting) add(clean(waiting.text), '', waiting.column)
    waiting = undefined
    for (let k = 0; k < row.length; k++) {
      const cell = row[k]!
      const next = row[k + 1]
      const inline = inlinePair(cell.text)
      if (inline && !(next && labelKey(cell.text) === labelKey(inline.label))) {
        add(inline.label, inline.value, cell.column)
      } else if (next && !isLabel(next.text) && cell.text.length <= LONGEST_LABEL) {
        add(clean(cell.text), next.text, next.column)
        k++
      } else if (isLabel(cell.text)) add(clean(cell.text), '', cell.column)
    }
  })
  if (waiting) fields.push({ label: clean(waiting.text), value: '', meaning: meaningOfLabel(waiting.text)?.meaning ?? 'other', row: 1, column: waiting.column }) // prettier-ignore
  if (fields.filter(field => field.value !== '').length < 2) return undefined
  const occasion = formOccasion(fields)
  return { material, table: table.head.index, title, fields, ...(occasion && { occasion }) }
}

/** Labels in at least two rows, mostly answered beside them, and no single row that holds most of them. */
function readsAsForm(rows: GridCell[][]): boolean {
  let labels = 0
  let answered = 0
  let labelRows = 0
  let crowded = 0 // rows of three or more labels side by side: a header
  let leading = 0 // labelled rows that begin with a label
  let plain = 0 // rows without any label
  const filled = rows.some(alternates)
  for (const row of rows) {
    const marks = row.map(cell => isLabel(cell.text) || inlinePair(cell.text) !== undefined)
    if (filled && namesProse(row)) marks[0] = true
    const count = marks.filter(Boolean).length
    if (count === 0) plain += row.length >= 2 ? 1 : 0
    else labelRows++
    if (marks[0]) leading++
    labels += count
    let beside = 0
    marks.forEach((label, k) => {
      if (!label) return
      if (inlinePair(row[k]!.text) || (row[k + 1] && !marks[k + 1])) beside++
    })
    answered += beside
    if (count >= 3 && beside <= count * 0.4) crowded++
  }
  if (labels < 3 || labelRows < 2 || answered < 2) return false
  if (leading < labelRows * 0.6) return false
  if (crowded > 0 && plain > labelRows) return false
  return answered >= labels * 0.4 && labelRows >= (labelRows + plain) * 0.5 && crowded <= labelRows * 0.4
}

/** Labels and answers by turns: 学生姓名 | 张三 | 家访时间 | 3月5日. No header of a ledger reads like that. */
function alternates(row: GridCell[]): boolean {
  return (
    row.length >= 4 && row.length % 2 === 0 && row.every((cell, k) => isLabel(cell.text) === (k % 2 === 0))
  )
}

/** Prose is no shorter; a label of its own wording stands before it: 家庭情况及沟通内容. */
const SHORTEST_PROSE = 20

function namesProse(row: GridCell[]): boolean {
  const [label, text] = row
  if (row.length !== 2 || !label || !text) return false
  return /^[\p{Script=Han}、（）()\s]{2,14}$/u.test(label.text) && text.text.length >= SHORTEST_PROSE
}

/** 姓名：张三 in one cell. */
function inlinePair(text: string): { label: string; value: string } | undefined {
  const match = /^([^:：]{1,14})[:：]\s*(\S.*)$/su.exec(text)
  return match && isLabel(match[1]!) ? { label: clean(match[1]!), value: match[2]! } : undefined
}

function clean(label: string): string {
  return label.replace(/\s+/gu, '').replace(/[:：]$/u, '')
}
