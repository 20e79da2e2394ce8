import { createHash } from 'node:crypto'
import type { Audit } from '../model/audit.ts'
import { fill, type Language } from '../words/index.ts'
import { heaviest } from './heaviest.ts'
import { charts, checks } from './html/checks.ts'
import { clerk } from './html/clerk.ts'
import { Markup, html } from './html/escape.ts'
import { findings, MOST_FINDINGS } from './html/findings.ts'
import { inspector } from './html/inspector.ts'
import { materials } from './html/materials.ts'
import { pageOf, type ExhibitSource, type Page } from './html/page.ts'
import { pageOne } from './html/page-one.ts'
import { effort, fieldCheck, forms } from './html/sheets.ts'
import { STYLE } from './html/style.ts'
import { activityTable, indicatorTable } from './html/tables.ts'
import { unread } from './html/unread.ts'
import { viewOf, type ViewOptions } from './view.ts'

export type HtmlOptions = ViewOptions

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
  const hash = createHash('sha256').update(STYLE).digest('base64')
  const policy = `default-src 'none'; img-src data:; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`
  return html`<!doctype html>
    <html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
      <head>
        <meta charset="utf-8" />
        <meta name="generator" content="${audit.schema}" />
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <title>${page.words.title} · ${audit.package.unit ?? page.path(audit.package.name)}</title>
        <style>${new Markup(STYLE)}</style>
      </head>
      <body>
        <main>
          ${pageOne(page)}${contents(page)}${clerk(page)}${inspector(page, numbers)}${checks(page)}${charts(page)}${indicatorTable(page)}${activityTable(page)}${forms(page)}${effort(page)}${fieldCheck(page)}${findings(page, ordered)}${unread(page)}${materials(page)}${foot(page)}
        </main>
      </body>
    </html>
`.text
}

/** Parts that are there, in the order they stand. */
function contents({ audit, parts, words }: Page): Markup {
  const items: [string, string][] = [
    ['clerk', parts.clerk],
    ...(audit.findings.some(({ owner }) => owner !== 'nobody') ? [['inspector', parts.inspector] as [string, string]] : []), // prettier-ignore
    ['checks', words.checks],
    ...((audit.indicators?.length ?? 0) > 0
      ? [['indicators', parts.indicatorTable] as [string, string]]
      : []),
    ...(audit.activities.length > 0 ? [['activities', parts.activityTable] as [string, string]] : []),
    ...((audit.forms?.length ?? 0) > 0 ? [['forms', parts.forms] as [string, string]] : []),
    ...(audit.effort ? [['effort', parts.effort] as [string, string]] : []),
    ...(audit.fieldCheck ? [['field-check', parts.fieldCheck] as [string, string]] : []),
    ['findings', words.evidence],
    ...(audit.troubles.length > 0 ? [['unread', words.unreadTitle] as [string, string]] : []),
    ['materials', words.materials]
  ]
  return html`<nav>
    <b>${parts.contents}</b> ${items.map(([id, label]) => html`<a href="#${id}">${label}</a> `)}
  </nav>`
}

function foot({ audit, words, level }: Page): Markup {
  return html`<h2>${words.reading}</h2>
    <p>${words.readingText}</p>
    <p>${level === 'full' ? words.unmasked : words.masked}</p>
    <footer>${fill(words.madeBy, { version: audit.tool.version, lexicon: audit.tool.lexicon })}</footer>`
}
