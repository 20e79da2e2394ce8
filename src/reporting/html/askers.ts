import { fill } from '../../words/index.ts'
import { askerLines, askerName, type AskerLine } from '../asker-lines.ts'
import { html, type Markup } from './escape.ts'
import type { Page } from './page.ts'

const MOST_ROWS = 200

/** What only the askers can mend, by asker; in order of their names. */
export function askers(page: Page): Markup {
  const { out } = page
  const parts = askerLines(page)
  if (parts.length === 0) return html``
  return html`<h2 id="askers">${out.askers}</h2>
    <p>${out.askersLead}</p>
    ${parts.map(({ asker, lines }) => html`<h3>${askerName(asker, page)} · ${lines.length}</h3>${table(lines, page)}`)}`
}

function table(lines: readonly AskerLine[], { out, parts }: Page): Markup {
  return html`<table class="askers">
      <thead>
        <tr>
          <th>${out.askerKind}</th>
          <th>${out.askerWhat}</th>
          <th class="n">${out.askerTimes}</th>
          <th>${out.askerWhere}</th>
        </tr>
      </thead>
      <tbody>
        ${lines.slice(0, MOST_ROWS).map(
          ({ kind, what, more, times, where }) =>
            html`<tr>
              <td>${kind}</td>
              <td>${what}${more !== '' && html`<br /><span class="small">${more}</span>`}</td>
              <td class="n">${times}</td>
              <td class="small">${where}</td>
            </tr>`
        )}
      </tbody>
    </table>
    ${lines.length > MOST_ROWS && html`<p class="small">${fill(parts.rest, { n: lines.length - MOST_ROWS })}</p>`}`
}
