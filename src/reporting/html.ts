import { createHash } from 'node:crypto'
import type { Audit } from '../model/audit.ts'
import type { Language } from '../words/index.ts'
import { heaviest } from './heaviest.ts'
import { Markup, html } from './html/escape.ts'
import { pageOf, type ExhibitSource } from './html/page.ts'
import { balance, charts, checks, findings, foot, head, materials, troubles } from './html/sections.ts'
import { STYLE } from './html/style.ts'

export interface HtmlOptions {
  /** Names met in the package, so that they can be masked in paths too. */
  names?: Iterable<string>
  masked?: boolean
}

/** The report as one file: no script, nothing fetched, pictures inside, one language. */
export function renderHtml(
  audit: Audit,
  exhibits: ExhibitSource,
  language: Language,
  options: HtmlOptions = {}
): string {
  const masked = options.masked ?? true
  const page = pageOf(audit, exhibits, language, new Set(options.names ?? []), masked)
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
        <title>${page.words.title} · ${audit.package.unit ?? audit.package.name}</title>
        <style>${new Markup(STYLE)}</style>
      </head>
      <body>
        <main>
          ${head(page)}${balance(page)}${checks(page)}${charts(page)}${findings(page, heaviest(audit.findings))}${troubles(page)}${materials(page)}${foot(page, masked)}
        </main>
      </body>
    </html>
`.text
}
