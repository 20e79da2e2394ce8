import type { Standing } from '../../model/audit.ts'
import { fill } from '../../words/index.ts'
import { byCode } from '../gaps.ts'
import { sourceText } from '../part-text.ts'
import { heldBy, numbersText } from '../ranges.ts'
import { dates } from './clerk.ts'
import { html, type Markup } from './escape.ts'
import type { Page } from './page.ts'

const MOST_ROWS = 3000
const STANDING_KEYS: readonly (Standing | 'missing')[] = ['result', 'trace', 'undetermined', 'missing']

export function indicatorTable({ audit, parts, spell, standing }: Page): Markup {
  const rows = [...(audit.indicators ?? [])].sort((a, b) => byCode(a.code, b.code))
  if (rows.length === 0) return html``
  const shown = rows.slice(0, MOST_ROWS)
  return html`<h2 id="indicators">${parts.indicatorTable}</h2>
    <table class="indicators">
      <thead>
        <tr>
          <th>${parts.code}</th>
          <th>${parts.name}</th>
          <th>${parts.asks}</th>
          <th class="n">${parts.points}</th>
          <th>${parts.asker}</th>
          <th>${parts.standing}</th>
          <th>${parts.materialsList}</th>
        </tr>
      </thead>
      <tbody>
        ${shown.map(
          each =>
            html`<tr data-indicator="${each.code}" data-standing="${each.standing ?? ''}">
              <td class="t">${each.code}</td>
              <td>
                ${spell(each.name ?? '')}${each.source && html`<br /><span class="small">${parts.source}${parts.colon}${sourceText(each.source, parts)}</span>`}
              </td>
              <td>
                ${spell(each.asks ?? '')}${each.media && each.media.length > 0 && html`<br /><span class="small">${each.media.map(medium => parts[medium]).join('、')}</span>`}
              </td>
              <td class="n">${each.points}</td>
              <td>${spell(each.asker ?? '')}</td>
              <td>${standing(each.standing)}</td>
              <td>${numbersText(each.materials ?? [])}</td>
            </tr>`
        )}
        ${rest(rows.slice(MOST_ROWS), 7, parts.rest, standing)}
      </tbody>
    </table>`
}

export function activityTable({ audit, parts, spell, standing }: Page): Markup {
  const rows = audit.activities
  if (rows.length === 0) return html``
  return html`<h2 id="activities">${parts.activityTable}</h2>
    <table class="activities">
      <thead>
        <tr>
          <th>${parts.title}</th>
          <th>${parts.date}</th>
          <th>${parts.where}</th>
          <th>${parts.indicatorTable}</th>
          <th>${parts.standing}</th>
          <th>${parts.materialsList}</th>
        </tr>
      </thead>
      <tbody>
        ${rows.slice(0, MOST_ROWS).map(
          each =>
            html`<tr data-activity="${each.id}" data-standing="${each.standing}">
              <td>
                ${spell(each.title)}${each.continuing && html`<br /><span class="small">${parts.continuing}</span>`}
              </td>
              <td>
                ${dates(each)}${each.datedBy && html`<br /><span class="small">${parts.datedByCamera}</span>`}
              </td>
              <td>${spell(each.place ?? '')}</td>
              <td>${each.indicators.join(' ')}</td>
              <td>${standing(each.standing)}</td>
              <td>${heldBy(each, parts.papersOf)}</td>
            </tr>`
        )}
        ${rest(rows.slice(MOST_ROWS), 6, parts.rest, standing)}
      </tbody>
    </table>`
}

/** What the table has no room for, counted by standing, so that its sums still are page one's. */
function rest(
  rows: readonly { standing?: Standing | 'missing' }[],
  columns: number,
  text: string,
  standing: Page['standing']
): Markup[] {
  return STANDING_KEYS.flatMap(key => {
    const n = rows.filter(each => each.standing === key).length
    return n === 0 ? [] : [html`<tr class="rest" data-standing="${key}" data-times="${n}"><td colspan="${columns}">${fill(text, { n })} · ${standing(key)}</td></tr>`] // prettier-ignore
  })
}
