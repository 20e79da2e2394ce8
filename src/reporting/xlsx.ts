import type { Audit } from '../model/audit.ts'
import { fill, type Language } from '../words/index.ts'
import { viewOf, type ViewOptions } from './view.ts'
import { activitySheet } from './xlsx/activities.ts'
import { entrySheet } from './xlsx/entries.ts'
import { findingSheet } from './xlsx/findings.ts'
import { indicatorSheet } from './xlsx/indicators.ts'
import { materialSheet } from './xlsx/materials.ts'
import { effortSheet, fieldCheckSheet, unreadSheet } from './xlsx/sheets.ts'
import { summarySheet } from './xlsx/summary.ts'
import { writeBook } from './xlsx/write-book.ts'

/** The report as a workbook: the parts of the HTML report as sheets to filter and work in. No text is a formula. */
export async function renderXlsx(
  audit: Audit,
  language: Language,
  options: ViewOptions = {}
): Promise<Uint8Array> {
  const view = viewOf(audit, language, options)
  const sheets = [
    summarySheet(view),
    indicatorSheet(view),
    activitySheet(view),
    findingSheet(view),
    materialSheet(view),
    entrySheet(view),
    effortSheet(view),
    fieldCheckSheet(view),
    unreadSheet(view)
  ]
  const { parts } = view
  return writeBook(sheets, { cut: parts.truncated, rowsCut: n => fill(parts.rowsCut, { n }) })
}
