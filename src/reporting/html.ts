import type { Audit } from '../model/audit.ts'
import { fill, type Language } from '../words/index.ts'
import { hasDecisions } from './decided-text.ts'
import { askersOf } from './askers.ts'
import { heaviest } from './heaviest.ts'
import { askers } from './html/askers.ts'
import { charts, checks } from './html/checks.ts'
import { clerk } from './html/clerk.ts'
import { decisions } from './html/decisions.ts'
import { document } from './html/document.ts'
import { html, type Markup } from './html/escape.ts'
import { findings, MOST_FINDINGS } from './html/findings.ts'
import { inspector } from './html/inspector.ts'
import { materials } from './html/materials.ts'
import { pageOf, type ExhibitSource, type Page } from './html/page.ts'
import { pageOne } from './html/page-one.ts'
import { effort, fieldCheck, forms } from './html/sheets.ts'
import { activityTable, indicatorTable } from './html/tables.ts'
import { unread } from './html/unread.ts'
import { wants, type ReportOptions, type Section } from './sections.ts'
import { viewOf, type ViewOptions } from './view.ts'

export type HtmlOptions = ViewOptions & ReportOptions

/** The report as one file: no script, nothing fetched, pictures inside, one language. */
export function renderHtml(
  audit: Audit,
  exhibits: ExhibitSource,
  language: Language,
  options: HtmlOptions = {}
): string {
  const page = pageOf(viewOf(audit, language, options), exhibits)
  const ordered = heaviest(audit.findings)
  const numbers = new Map(ordered.slice(0, MOST_FINDINGS).map(({ id }, index) => [id, index + 1]))
  const wanted = wants(options)
  const part = (section: Section, make: () => Markup): Markup | false => wanted(section) && make()
  return document(
    page,
    page.words.title,
    html`${pageOne(page)}${contents(page, wanted)}${part('clerk', () => clerk(page))}${part('clerk', () => askers(page))}${part('inspector', () => inspector(page, wanted('findings') ? numbers : new Map()))}${part('decisions', () => decisions(page))}${part('checks', () => checks(page))}${part('balance', () => charts(page))}${part('indicators', () => html`${indicatorTable(page)}${activityTable(page)}`)}${part('clerk', () => forms(page))}${part('effort', () => effort(page))}${part('fieldCheck', () => fieldCheck(page))}${part('findings', () => findings(page, ordered))}${part('unread', () => unread(page))}${part('materials', () => materials(page))}${foot(page)}`
  )
}

/** Parts that are there, in the order they stand. */
function contents(page: Page, wanted: (section: Section) => boolean): Markup {
  const { audit, parts, words, out } = page
  const items: [Section, string, string, boolean][] = [
    ['clerk', 'clerk', parts.clerk, true],
    ['clerk', 'askers', out.askers, askersOf(audit).length > 0],
    ['inspector', 'inspector', parts.inspector, audit.findings.some(({ owner }) => owner !== 'nobody')],
    ['decisions', 'decisions', out.decisions, hasDecisions(page)],
    ['checks', 'checks', words.checks, true],
    ['indicators', 'indicators', parts.indicatorTable, (audit.indicators?.length ?? 0) > 0],
    ['indicators', 'activities', parts.activityTable, audit.activities.length > 0],
    ['clerk', 'forms', parts.forms, (audit.forms?.length ?? 0) > 0],
    ['effort', 'effort', parts.effort, audit.effort !== undefined],
    ['fieldCheck', 'field-check', parts.fieldCheck, audit.fieldCheck !== undefined],
    ['findings', 'findings', words.evidence, true],
    ['unread', 'unread', words.unreadTitle, audit.troubles.length > 0],
    ['materials', 'materials', words.materials, true]
  ]
  const shown = items.filter(([section, , , there]) => there && wanted(section))
  if (shown.length === 0) return html``
  return html`<nav>
    <b>${parts.contents}</b> ${shown.map(([, id, label]) => html`<a href="#${id}">${label}</a> `)}
  </nav>`
}

function foot({ audit, words, level }: Page): Markup {
  return html`<h2>${words.reading}</h2>
    <p>${words.readingText}</p>
    <p>${level === 'full' ? words.unmasked : words.masked}</p>
    <footer>${fill(words.madeBy, { version: audit.tool.version, lexicon: audit.tool.lexicon })}</footer>`
}
