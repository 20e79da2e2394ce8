import type { Texts } from '../model/cells.ts'
import type { LabelledForm, Ledger, LedgerColumn } from '../model/evidence.ts'
import type { Material, Table } from '../model/material.ts'
import type { Tick } from '../support/tick.ts'
import { columnMeaning } from './column-meaning.ts'
import { columnValues } from './column-values.ts'
import { labelledForm } from './label-forms.ts'
import { entryDates } from './ledger-dates.ts'
import { gridOf, type Grid } from './ledger-grid.ts'
import { headerOf, type Header } from './ledger-header.ts'
import { entryRowsOf } from './ledger-rows.ts'

/** Columns of a ledger that are read; wider tables are measurement matrices. */
const WIDEST = 200
/** Without a header a table must have this many rows before its rows count as entries. */
const HEADLESS_ROWS = 3

/** Ledgers and label/value forms of every table, in the order of materials and tables. Entry numbers run over all ledgers. */
export function ledgersOf(
  materials: readonly Material[],
  texts: Texts,
  tick: Tick
): { ledgers: Ledger[]; forms: LabelledForm[] } {
  const ledgers: Ledger[] = []
  const forms: LabelledForm[] = []
  let first = 0
  materials.forEach((material, index) => {
    tick(index, materials.length)
    for (const table of material.reading?.tables ?? []) {
      tick()
      const grid = gridOf(table)
      const form = labelledForm(grid, table, index)
      if (form) {
        forms.push(form)
        continue
      }
      for (const draft of ledgersIn(grid, table, material, texts, tick)) {
        ledgers.push({ index: ledgers.length, material: index, first, ...draft })
        first += draft.rows.length
      }
    }
  })
  return { ledgers, forms }
}

type Draft = Omit<Ledger, 'index' | 'material' | 'first'>

function ledgersIn(grid: Grid, table: Table, material: Material, texts: Texts, tick: Tick): Draft[] {
  if (grid.rowCount < 2) return []
  const header = headerOf(grid)
  if (header.columns.length < 2) return []
  if (!header.sure && grid.rowCount < HEADLESS_ROWS) return []
  return sideBySide(header).flatMap(part => {
    const ledger = draftOf(grid, table, part, material, texts, tick)
    return ledger.rows.length === 0 ? [] : [ledger]
  })
}

function draftOf(
  grid: Grid,
  table: Table,
  header: Header,
  material: Material,
  texts: Texts,
  tick: Tick
): Draft {
  const rows = entryRowsOf(grid, header, tick)
  const columns: LedgerColumn[] = header.columns.slice(0, WIDEST).map(({ column, header: name }) => {
    tick()
    const { filled, distinct, topShare, ...values } = columnValues(grid, rows, column)
    const meaning = columnMeaning(name, { filled, distinct, topShare, ...values })
    return { column, header: name, meaning, filled, distinct, topShare }
  })
  const titles = header.titles.filter(text => text.length >= 2)
  // The longest line above the header names the ledger; the others say who filled it in and when.
  const title = titles.reduce((best, text) => (score(text) > score(best) ? text : best), '')
  const hints = [title, ...titles, table.head.name, ...header.columns.map(each => each.header)]
  const date = entryDates(grid, rows, columns, [...hints, ...pathHints(material)])
  return {
    table,
    title: title || table.head.name,
    headerRow: header.sure ? grid.cells.rows[header.last]! : 0,
    columns,
    rows,
    value: (i, k) => texts.text(grid.id(rows[i]!, columns[k]!.column)),
    date
  }
}

function score(text: string): number {
  return (/台账|登记|记录|一览|统计|汇总|花名册|名册|清单|明细|表$/u.test(text) ? 100 : 0) + Math.min(60, text.length) - (/[:：]/u.test(text) ? 80 : 0) // prettier-ignore
}

/** Names come last among the hints for a year: they are claims that outlive their content. */
function pathHints(material: Material): string[] {
  return material.path.split('/').reverse()
}

/** 序号 姓名 电话 | 序号 姓名 电话: the same headers again to the right are a second ledger, printed beside the first to save paper. */
function sideBySide(header: Header): Header[] {
  const names = header.columns.map(each => each.header)
  const width = names.length
  if (!header.sure || width < 4) return [header]
  for (let period = 2; period <= width / 2; period++) {
    if (width % period !== 0 || names[0] === '') continue
    if (!names.every((name, k) => name === names[k % period])) continue
    return Array.from({ length: width / period }, (_, part) => ({
      ...header,
      columns: header.columns.slice(part * period, (part + 1) * period)
    }))
  }
  return [header]
}
