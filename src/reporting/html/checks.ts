import { STRENGTHS, type Strength } from '../../model/audit.ts'
import { classBars, legend, timeline } from './charts.ts'
import { html, type Markup } from './escape.ts'
import type { Page } from './page.ts'

export function checks({ audit, words, say }: Page): Markup {
  const count = (check: string, strength: Strength): number => audit.findings.filter(each => each.check === check && each.strength === strength).length // prettier-ignore
  return html`<h2 id="checks">${words.checks}</h2>
    <table>
      <thead>
        <tr>
          <th>${words.check}</th>
          <th>${words.answer}</th>
          <th class="n">${words.findings}</th>
          ${STRENGTHS.map(strength => html`<th class="n">${say.strengths[strength]}</th>`)}
          <th class="n">${words.coverage}</th>
        </tr>
      </thead>
      <tbody>
        ${audit.verdicts.map(
          ({ check, answer, because, findings, coverage }) =>
            html`<tr>
              <td>${say.check(check).title}</td>
              <td>
                ${say.answers[answer]}${because && html`<br /><span class="small">${say.check(check).reasons[because] ?? because}</span>`}
              </td>
              <td class="n">${findings}</td>
              ${STRENGTHS.map(strength => html`<td class="n" data-strength="${strength}">${count(check, strength)}</td>`)}
              <td class="n">${coverage.looked} / ${coverage.lookable}</td>
            </tr>`
        )}
      </tbody>
    </table>`
}

export function charts({ audit, words, say }: Page): Markup {
  return html`<h2>${words.charts}</h2>
    <div class="together">
    <h3>${words.timeline}</h3>
    ${legend([
      { key: 'claimed', label: words.claimed },
      { key: 'recorded', label: words.recorded }
    ])}
    ${timeline(audit, words)}
    <p class="small">${words.timelineNote}</p>
    </div>
    <div class="together">
    <h3>${words.classes}</h3>
    ${classBars(audit, say)}
    </div>`
}
