import type { Audit } from '../model/audit.ts'
import { fill, type Language } from '../words/index.ts'
import { wants, type ReportOptions, type Section } from './sections.ts'
import { viewOf, type View, type ViewOptions } from './view.ts'
import { activitySheet } from './xlsx/activities.ts'
import { askerSheet } from './xlsx/askers.ts'
import { decisionSheet } from './xlsx/decisions.ts'
import { entrySheet } from './xlsx/entries.ts'
import { findingSheet } from './xlsx/findings.ts'
import { indicatorSheet } from './xlsx/indicators.ts'
import { materialSheet } from './xlsx/materials.ts'
import { effortSheet, fieldCheckSheet, unreadSheet } from './xlsx/sheets.ts'
import { summarySheet } from './xlsx/summary.ts'
import type { Sheet } from './xlsx/sheet.ts'
import { writeBook, type BookWords } from './xlsx/write-book.ts'

/** The report as a workbook: the parts of the HTML report as sheets to filter and work in. No text is a formula. */
export async function renderXlsx(
  audit: Audit,
  language: Language,
  options: ViewOptions & ReportOptions = {}
): Promise<Uint8Array> {
  const view = viewOf(audit, language, options)
  const wanted = wants(options)
  const sheets: [Section, Sheet | undefined][] = [
    ['indicators', indicatorSheet(view)],
    ['indicators', activitySheet(view)],
    ['findings', findingSheet(view)],
    ['materials', materialSheet(view)],
    ['findings', entrySheet(view)],
    ['effort', effortSheet(view)],
    ['fieldCheck', fieldCheckSheet(view)],
    ['unread', unreadSheet(view)],
    ['clerk', askerSheet(view)],
    ['decisions', decisionSheet(view)]
  ]
  const shown = sheets.flatMap(([section, sheet]) => (sheet && wanted(section) ? [sheet] : []))
  return writeBook([summarySheet(view), ...shown], bookWords(view))
}

/** What only the askers can mend as a workbook of its own, or one asker’s part of it ('' where nothing says who asked). */
export async function renderAskers(
  audit: Audit,
  language: Language,
  options: ViewOptions & { asker?: string | undefined } = {}
): Promise<Uint8Array> {
  const view = viewOf(audit, language, options)
  const sheet = askerSheet(view, options.asker) ?? askerSheet(view, '')!
  return writeBook([{ ...sheet, lead: view.out.askersLead }], bookWords(view))
}

export function bookWords({ audit, parts, out }: View): BookWords {
  const words = { cut: parts.truncated, rowsCut: (n: number) => fill(parts.rowsCut, { n }) }
  return audit.partial === undefined ? words : { ...words, partial: out.partialMark, partialName: out.partialName } // prettier-ignore
}
