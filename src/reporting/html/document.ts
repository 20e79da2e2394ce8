import { createHash } from 'node:crypto'
import { partialMark } from '../sections.ts'
import { Markup, html } from './escape.ts'
import type { Page } from './page.ts'
import { STYLE } from './style.ts'

/** One file that runs nothing and fetches nothing: the policy says so to any browser that opens it. */
export function document(page: Page, title: string, body: Markup, style = STYLE): string {
  const { audit, language } = page
  const hash = createHash('sha256').update(style).digest('base64')
  const policy = `default-src 'none'; img-src data:; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`
  const partial = partialMark(page)
  return html`<!doctype html>
    <html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
      <head>
        <meta charset="utf-8" />
        <meta name="generator" content="${audit.schema}" />
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <title>${title} · ${audit.package.unit ?? page.path(audit.package.name)}</title>
        <style>${new Markup(style)}</style>
      </head>
      <body>
        ${partial !== '' && html`<div class="partial">${partial}</div>`}
        <main>${body}</main>
      </body>
    </html>
`.text
}
