import type { Audit } from '../model/audit.ts'
import type { Language } from '../words/index.ts'
import { document } from './html/document.ts'
import { html } from './html/escape.ts'
import { pageOf } from './html/page.ts'
import { STYLE } from './html/style.ts'
import { summaryPages } from './html/summary-pages.ts'
import { SUMMARY_STYLE } from './html/summary-style.ts'
import { viewOf, type ViewOptions } from './view.ts'

/**
 * The summary to print: two A4 pages, whatever the package. Page one: the balance, what it is not, the accounting;
 * page two: where to look first, what was not read, whose to mend. No script, nothing fetched, no picture.
 */
export function renderSummary(audit: Audit, language: Language, options: ViewOptions = {}): string {
  const page = pageOf(viewOf(audit, language, options), new Map())
  const [one, two] = summaryPages(page)
  return document(page, page.out.summary, html`${one}${two}`, `${STYLE}\n${SUMMARY_STYLE}`)
}
