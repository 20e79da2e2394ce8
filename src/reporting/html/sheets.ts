import { fill } from '../../words/index.ts'
import { numbersText } from '../ranges.ts'
import { html, type Markup } from './escape.ts'
import type { Page } from './page.ts'

const MOST_ROWS = 500

/** Effort: ranges only, each with its source. */
export function effort({ audit, parts, code, purpose }: Page): Markup {
  const { effort: costs } = audit
  if (!costs) return html``
  return html`<h2 id="effort">${parts.effort}</h2>
    <p class="small">${parts.effortNote} ${fill(parts.tariffVersion, { version: costs.version })}</p>
    <table>
      <thead>
        <tr>
          <th>${parts.tariff}</th>
          <th>${parts.purpose}</th>
          <th class="n">${parts.quantity}</th>
          <th class="n">${parts.minutes}</th>
          <th class="n">${parts.hours}</th>
          <th>${parts.source}</th>
        </tr>
      </thead>
      <tbody>
        ${costs.lines.map(
          line =>
            html`<tr>
              <td>${code('tariff', line.tariff)}</td>
              <td>${line.purpose && purpose(line.purpose)}</td>
              <td class="n">${line.amount}</td>
              <td class="n">${between(line.minutes)}</td>
              <td class="n">${between(line.hours)}</td>
              <td class="small">${line.source}</td>
            </tr>`
        )}
        <tr class="total">
          <td>${parts.total}</td>
          <td></td>
          <td></td>
          <td></td>
          <td class="n">${between(costs.hours)}</td>
          <td>${costs.money && `${parts.money} ${between(costs.money)} ${costs.currency ?? ''}`}</td>
        </tr>
      </tbody>
    </table>`
}

export function between([low, high]: readonly [number, number]): string {
  return `${short(low)} – ${short(high)}`
}

function short(value: number): number {
  return Math.round(value * 10) / 10
}

/** The field-check sheet, to be printed and filled in by hand. */
export function fieldCheck({ audit, parts, code, short: at, spell, level }: Page): Markup {
  const { fieldCheck: sheet } = audit
  if (!sheet) return html``
  const { population, seed, strata, rows } = sheet
  const drawn = strata.reduce((total, stratum) => total + stratum.drawn, 0)
  return html`<h2 id="field-check">${parts.fieldCheck}</h2>
    <p class="small">${fill(parts.fieldCheckNote, { population, drawn, seed })}</p>
    <table>
      <thead>
        <tr>
          <th>${parts.stratum}</th>
          <th class="n">${parts.population}</th>
          <th class="n">${parts.drawn}</th>
        </tr>
      </thead>
      <tbody>
        ${strata.map(
          each =>
            html`<tr>
              <td>${code('stratum', each.stratum)}</td>
              <td class="n">${each.population}</td>
              <td class="n">${each.drawn}</td>
            </tr>`
        )}
      </tbody>
    </table>
    ${
      level === 'statistics'
        ? html`<p class="note">${parts.fieldCheckWithheld}</p>`
        : html`<table class="field-check">
            <thead>
              <tr>
                <th>${parts.places}</th>
                <th>${parts.date}</th>
                <th>${parts.where}</th>
                <th>${parts.whom}</th>
                <th>${parts.claimed}</th>
                <th>${parts.question}</th>
                <th>${parts.result}</th>
              </tr>
            </thead>
            <tbody>
              ${rows.slice(0, MOST_ROWS).map(
                row =>
                  html`<tr>
                    <td>${at(row.place)}</td>
                    <td>${row.date}</td>
                    <td>${spell(row.where ?? '')}</td>
                    <td>${spell(row.whom ?? '')}</td>
                    <td>${spell(row.claimed)}</td>
                    <td>${code('question', row.question, row.words)}</td>
                    <td class="blank"></td>
                  </tr>`
              )}
            </tbody>
          </table>`
    }
    ${rows.length > MOST_ROWS && html`<p class="small">${fill(parts.rest, { n: rows.length - MOST_ROWS })}</p>`}`
}

export function forms({ audit, parts, code, spell }: Page): Markup {
  const families = audit.forms ?? []
  if (families.length === 0) return html``
  return html`<h2 id="forms">${parts.forms}</h2>
    <table>
      <thead>
        <tr>
          <th>${parts.title}</th>
          <th>${parts.asker}</th>
          <th>${parts.fields}</th>
          <th>${parts.materialsList}</th>
        </tr>
      </thead>
      <tbody>
        ${families.slice(0, MOST_ROWS).map(
          each =>
            html`<tr>
              <td>${spell(each.title)}</td>
              <td>${spell(each.asker ?? '')}</td>
              <td>${each.fields.map(field => code('field', field)).join('、')}</td>
              <td>${numbersText(each.materials)}</td>
            </tr>`
        )}
      </tbody>
    </table>`
}
