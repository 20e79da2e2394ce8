import type { Detail, Finding } from '../../model/audit.ts'
import { fill } from '../../words/index.ts'
import type { Page } from './page.ts'
import { html, type Markup } from './escape.ts'

/** The evidence of one finding, by kind. */
export function evidenceOf(finding: Finding, page: Page): Markup {
  const { detail } = finding
  switch (detail.kind) {
    case 'rows':
      return rows(detail, finding, page)
    case 'pictures':
      return pictures(detail, finding, page)
    case 'texts':
      return texts(detail, finding, page)
    case 'messages':
      return messages(detail, page)
    case 'files':
      return files(detail, finding, page)
  }
}

type Of<K extends Detail['kind']> = Extract<Detail, { kind: K }>

function rows({ columns, rows: shown, total }: Of<'rows'>, finding: Finding, page: Page): Markup {
  if (shown.length === 0) return html``
  return html`<div class="scroll">
      <table>
        <thead>
          <tr>
            <th>${page.words.path}</th>
            ${columns.map(column => html`<th>${page.spell(column)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${shown.map(
            row =>
              html`<tr>
                <td class="t">${page.short(finding.places[row.place]!)}</td>
                ${row.cells.map(cell => html`<td${cell.differs ? html` class="differs"` : ''}>${page.spell(cell.text)}</td>`)}
              </tr>`
          )}
        </tbody>
      </table>
    </div>
    ${more(shown.length, total, page)}`
}

function pictures({ pictures: shown, total }: Of<'pictures'>, finding: Finding, page: Page): Markup {
  if (shown.length === 0) return html``
  return html`<div class="pictures">
      ${shown.map(({ place, sha256, claims }) => {
        const source = page.exhibit(sha256)
        return html`<figure>
          ${source ? html`<img alt="${page.words.picture}" src="${source}" />` : html`<p class="small">${page.words.noPicture}</p>`}
          <figcaption>${page.place(finding.places[place]!)}</figcaption>
          <dl>
            ${claims.map(({ label, value, differs }) => html`<dt>${page.claim(label)}</dt><dd${differs ? html` class="differs"` : ''}>${page.spell(value)}</dd>`)}
          </dl>
        </figure>`
      })}
    </div>
    ${more(shown.length, total, page)}`
}

function texts({ texts: shown, total }: Of<'texts'>, finding: Finding, page: Page): Markup {
  return html`${shown.map(({ place, text, runs }) => html`<blockquote><cite>${page.place(finding.places[place]!)}</cite>${marked(text, runs, page)}</blockquote>`)}${more(shown.length, total, page)}`
}

/** Text with its shared runs marked; runs that overlap or run past the end are cut to what is there. */
function marked(text: string, runs: readonly (readonly [number, number])[], page: Page): Markup {
  const parts: Markup[] = []
  let at = 0
  for (const [from, to] of [...runs].sort((a, b) => a[0] - b[0])) {
    const start = Math.max(at, Math.min(from, text.length))
    const end = Math.max(start, Math.min(to, text.length))
    parts.push(html`${page.spell(text.slice(at, start))}`)
    if (end > start) parts.push(html`<mark>${page.spell(text.slice(start, end))}</mark>`)
    at = end
  }
  return html`${parts}${page.spell(text.slice(at))}`
}

function messages({ messages: shown, total }: Of<'messages'>, page: Page): Markup {
  return html`<table>
      <thead>
        <tr>
          <th>${page.words.time}</th>
          <th>${page.words.role}</th>
          <th></th>
        </tr>
      </thead>
      <tbody>
        ${shown.map(({ at, role, text, reply }) => html`<tr${reply ? html` class="reply"` : ''}><td class="t">${at.replace('T', ' ')}</td><td class="t">${page.role(role)}</td><td>${page.spell(text)}</td></tr>`)}
      </tbody>
    </table>
    ${more(shown.length, total, page)}`
}

function files({ files: shown, total }: Of<'files'>, finding: Finding, page: Page): Markup {
  return html`<table>
      <tbody>
        ${shown.map(
          ({ place, bytes, sha256, claims }) =>
            html`<tr>
              <td>${page.place(finding.places[place]!)}</td>
              <td class="n">${fill(page.words.bytes, { n: bytes })}</td>
              <td>
                ${Object.entries(claims).map(([label, value]) => html`${page.claim(label)}: ${page.spell(String(value))} `)}
              </td>
              <td class="t small">${sha256.slice(0, 12)}</td>
            </tr>`
        )}
      </tbody>
    </table>
    ${more(shown.length, total, page)}`
}

function more(shown: number, total: number, page: Page): Markup {
  return total > shown
    ? html`<p class="small">${fill(page.words.moreEvidence, { shown, all: total })}</p>`
    : html``
}
