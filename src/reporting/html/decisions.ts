import { CLASSES, STRENGTHS } from '../../model/audit.ts'
import { DECISIONS, type Declaration } from '../../model/decisions.ts'
import { fill } from '../../words/index.ts'
import { decidedNumbers, decisionRows, type DecisionRow } from '../decided.ts'
import { checkTitle, codeOf, coversText, hasDecisions, sourceText } from '../decided-text.ts'
import { WITHHELD } from '../withhold.ts'
import { html, type Markup } from './escape.ts'
import type { Page } from './page.ts'

const MOST_ROWS = 2000

/** Decisions with who, when and why, what the unit declared, and the numbers before and after. */
export function decisions(page: Page): Markup {
  const { audit, out } = page
  const made = decisionRows(audit, 'people')
  const ofUnit = decisionRows(audit, 'unit')
  const declared = audit.declarations ?? []
  if (!hasDecisions(page)) return html``
  return html`<section class="part" id="decisions">
    <h2>${out.decisions}</h2>
    <p>${out.decisionsLead}</p>
    ${numbers(page)}
    <h3>${out.decisionsMade} · ${made.length}</h3>
    ${made.length === 0 ? html`<p class="small">${out.noneMade}</p>` : table(made, page)}
    ${declared.length > 0 && declarations(declared, page)}
    ${ofUnit.length > 0 && html`<h3>${out.decisionsUnit} · ${ofUnit.length}</h3>${table(ofUnit, page)}`}
  </section>`
}

function numbers({ audit, out, say }: Page): Markup {
  const { strengths, classes } = decidedNumbers(audit)
  return html`<h3>${out.beforeAfter}</h3>
    <table class="before-after">
      <thead>
        <tr>
          <th></th>
          <th class="n">${out.beforeDecisions}</th>
          ${DECISIONS.map(kind => html`<th class="n">${out[kind]}</th>`)}
          <th class="n">${out.afterDecisions}</th>
        </tr>
      </thead>
      <tbody>
        ${STRENGTHS.map(
          strength =>
            html`<tr data-decided="${strength}">
              <td>${say.strengths[strength]}</td>
              <td class="n">${strengths[strength].all}</td>
              ${DECISIONS.map(kind => html`<td class="n">${strengths[strength][kind]}</td>`)}
              <td class="n">${strengths[strength].open}</td>
            </tr>`
        )}
      </tbody>
    </table>
    ${
      classes &&
      html`<h3>${out.classesBeforeAfter}</h3>
        <table class="before-after">
          <thead>
            <tr>
              <th></th>
              ${CLASSES.map(named => html`<th class="n">${say.classes[named]}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${(['before', 'after'] as const).map(
              side =>
                html`<tr data-classes="${side}">
                  <td>${side === 'before' ? out.byProgram : out.byPeople}</td>
                  ${CLASSES.map(named => html`<td class="n">${classes[named][side]}</td>`)}
                </tr>`
            )}
          </tbody>
        </table>`
    }`
}

function table(rows: readonly DecisionRow[], page: Page): Markup {
  const { out, parts, say, said } = page
  return html`<table class="decisions">
      <thead>
        <tr>
          <th>${out.check}</th>
          <th>${parts.finding}</th>
          <th>${out.decision}</th>
          <th>${out.why}</th>
          <th>${out.who}</th>
          <th>${out.when}</th>
        </tr>
      </thead>
      <tbody>
        ${rows.slice(0, MOST_ROWS).map(
          ({ decision, finding, secret }) =>
            html`<tr>
              <td>${checkTitle(decision.check, page)}<br /><span class="small">${codeOf(decision.finding)}</span></td>
              <td>${finding ? say.finding(finding) : html`<span class="small">${out.earlier}</span>`}</td>
              <td>${out[decision.decision]}<br /><span class="small">${sourceText(decision.source, page)}</span></td>
              <td>${decision.note === undefined ? '' : secret ? WITHHELD : said(decision.note)}</td>
              <td>${decision.who ?? ''}</td>
              <td class="t">${decision.at.replace('T', ' ').slice(0, 16)}</td>
            </tr>`
        )}
      </tbody>
    </table>
    ${rows.length > MOST_ROWS && html`<p class="small">${fill(parts.rest, { n: rows.length - MOST_ROWS })}</p>`}`
}

function declarations(rows: readonly Declaration[], page: Page): Markup {
  const { out, said } = page
  return html`<h3>${out.declarations} · ${rows.length}</h3>
    <table>
      <thead>
        <tr>
          <th>${out.text}</th>
          <th>${out.covers}</th>
          <th>${out.who}</th>
          <th>${out.when}</th>
        </tr>
      </thead>
      <tbody>
        ${rows.slice(0, MOST_ROWS).map(
          each =>
            html`<tr>
              <td>${said(each.text)}<br /><span class="small">${out.declaredBy}</span></td>
              <td>${coversText(each, page)}</td>
              <td>${each.who ?? ''}</td>
              <td class="t">${each.at.replace('T', ' ').slice(0, 16)}</td>
            </tr>`
        )}
      </tbody>
    </table>`
}
