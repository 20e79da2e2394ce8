import { fill } from '../../words/index.ts'
import { FIRST_LOOKS, lookFirst, type Look } from '../look-first.ts'
import { fallsText } from '../part-text.ts'
import { html, type Markup } from './escape.ts'
import type { Page } from './page.ts'

/** More findings than an inspector reads in a sitting; `findings` says which of them have their evidence in the page. */
const MOST_LOOKS = 2 * FIRST_LOOKS

/** The inspector's page: where to look first, each line with its reason. */
export function inspector(page: Page, numbers: ReadonlyMap<string, number>): Markup {
  const { audit, parts, say } = page
  const looks = lookFirst(audit)
  if (looks.length === 0) return html``
  return html`<section class="part" id="inspector">
    <h2>${parts.inspector}</h2>
    <p>${parts.inspectorLead}</p>
    <table class="looks">
      <thead>
        <tr>
          <th class="n">${parts.order}</th>
          <th>${parts.look}</th>
          <th>${parts.falls}</th>
          <th>${parts.firm}</th>
          <th>${parts.mend}</th>
        </tr>
      </thead>
      <tbody>
        ${looks.slice(0, MOST_LOOKS).map(
          (look, index) =>
            html`<tr>
              <td class="n">${index + 1}</td>
              <td>
                <span class="tag">${say.check(look.finding.check).title}</span> ${say.finding(look.finding)}
                ${goTo(look, numbers, page)}
              </td>
              <td>${fallsText(look, page)}${look.aboutResults && html`<br /><span class="small">${parts.aboutResults}</span>`}</td>
              <td>
                ${fill(parts.firmIs, { strength: say.strengths[look.finding.strength], percent: Math.round(look.finding.firmness * 100) })}
              </td>
              <td>${say.owners[look.finding.owner]}</td>
            </tr>`
        )}
      </tbody>
    </table>
    ${looks.length > MOST_LOOKS && html`<p class="small">${fill(parts.inspectorMore, { n: looks.length - MOST_LOOKS })}</p>`}
  </section>`
}

function goTo({ finding }: Look, numbers: ReadonlyMap<string, number>, { parts, place }: Page): Markup {
  const number = numbers.get(finding.id)
  return html`<br /><span class="small"
      >${place(finding.places[0]!)}${number !== undefined && html` · <a href="#f-${finding.id}">${fill(parts.goTo, { n: number })}</a>`}</span
    >`
}
