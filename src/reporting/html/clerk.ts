import type { Activity, Indicator } from '../../model/audit.ts'
import { fill } from '../../words/index.ts'
import { gapsOf } from '../gaps.ts'
import { leavable } from '../../model/advice.ts'
import { heldBy, numbersText } from '../ranges.ts'
import { html, type Markup } from './escape.ts'
import type { Page } from './page.ts'

const MOST_ROWS = 500

/** The clerk's page: what is missing, what is trace only, what is the asker's to mend, what a copy can do without. */
export function clerk(page: Page): Markup {
  const { audit, parts } = page
  const gaps = gapsOf(audit)
  return html`<section class="part" id="clerk">
    <h2>${parts.clerk}</h2>
    <p>${gaps.judged ? parts.clerkLead : parts.clerkNoIndicators}</p>
    ${
      gaps.judged
        ? html`${indicatorList(parts.clerkMissing, parts.clerkMissingHelp, gaps.missing, page)}
          ${indicatorList(parts.clerkTrace, parts.clerkTraceHelp, gaps.traceOnly, page)}
          ${gaps.undetermined.length > 0 && indicatorList(parts.clerkUndetermined, parts.clerkUndeterminedHelp, gaps.undetermined, page)}`
        : activityList(gaps.traceActivities, page)
    }
    ${gaps.barred.length > 0 && barredList(gaps.barred, page)}
    ${gaps.asked.length > 0 && askedList(gaps.asked, page)} ${leaveOut(page)}
  </section>`
}

function indicatorList(title: string, help: string, rows: readonly Indicator[], page: Page): Markup {
  const { parts, spell } = page
  return html`<h3>${title} · ${rows.length}</h3>
    ${
      rows.length === 0
        ? html`<p class="small">${parts.clerkNone}</p>`
        : html`<p class="small">${help}</p>
          <table class="clerk">
            <thead>
              <tr>
                <th>${parts.code}</th>
                <th>${parts.name}</th>
                <th>${parts.asks}</th>
                <th class="n">${parts.points}</th>
                <th>${parts.asker}</th>
                <th>${parts.found}</th>
              </tr>
            </thead>
            <tbody>
              ${rows.slice(0, MOST_ROWS).map(
                each =>
                  html`<tr>
                    <td class="t">${each.code}</td>
                    <td>${spell(each.name ?? '')}</td>
                    <td>${spell(each.asks ?? '')}</td>
                    <td class="n">${each.points}</td>
                    <td>${spell(each.asker ?? '')}</td>
                    <td>
                      ${numbersText(materialsOf(each, page))}${changesOf(materialsOf(each, page), page).map(change => html`<br /><span class="small">${change}</span>`)}
                    </td>
                  </tr>`
              )}
            </tbody>
          </table>
          ${more(rows.length, page)}`
    }`
}

/** What would give these materials another class, each thing once. */
function changesOf(numbers: readonly number[], { audit, parts, code }: Page): string[] {
  const wanted = new Set(numbers)
  const said = audit.materials.flatMap(({ no, change }) => change && wanted.has(no) ? [fill(parts.changeIs, { what: code('change', change.code, change.words) })] : []) // prettier-ignore
  return [...new Set(said)].slice(0, MOST_CHANGES)
}

const MOST_CHANGES = 3

function activityList(rows: readonly Activity[], page: Page): Markup {
  const { parts, spell } = page
  return html`<h3>${parts.clerkTraceActivities} · ${rows.length}</h3>
    ${
      rows.length === 0
        ? html`<p class="small">${parts.clerkNone}</p>`
        : html`<p class="small">${parts.clerkTraceHelp}</p>
          <table>
            <thead>
              <tr>
                <th>${parts.title}</th>
                <th>${parts.date}</th>
                <th>${parts.indicatorTable}</th>
                <th>${parts.found}</th>
              </tr>
            </thead>
            <tbody>
              ${rows.slice(0, MOST_ROWS).map(
                each =>
                  html`<tr>
                    <td>${spell(each.title)}</td>
                    <td class="t">${dates(each)}</td>
                    <td>${each.indicators.join(' ')}</td>
                    <td>${heldBy(each, parts.papersOf)}</td>
                  </tr>`
              )}
            </tbody>
          </table>
          ${more(rows.length, page)}`
    }`
}

function barredList(rows: readonly Indicator[], page: Page): Markup {
  const { audit, parts, say, spell, code } = page
  const barredBy = new Map(audit.materials.map(({ no, barred }) => [no, barred]))
  const rules = ({ barredAsk, barred = [] }: Indicator): string[] => [
    ...new Set([barredAsk, ...barred.map(no => barredBy.get(no))].filter(id => id !== undefined))
  ]
  return html`<h3>${parts.clerkBarred} · ${rows.length}</h3>
    <p class="small">${parts.clerkBarredHelp}</p>
    <table>
      <thead>
        <tr>
          <th>${parts.code}</th>
          <th>${parts.name}</th>
          <th>${parts.found}</th>
          <th>${parts.ruleBars}</th>
          <th>${parts.mend}</th>
        </tr>
      </thead>
      <tbody>
        ${rows.slice(0, MOST_ROWS).map(
          each =>
            html`<tr>
              <td class="t">${each.code}</td>
              <td>
                ${spell(each.name ?? '')}${each.barredAsk && each.asks && html`<br /><span class="small">${parts.asks}${parts.colon}${spell(each.asks)}</span>`}
              </td>
              <td>${numbersText(each.barred ?? [])}</td>
              <td>${rules(each).map(id => html`<span>${code('rule', id)}</span> `)}</td>
              <td>${each.asker ? spell(each.asker) : say.owners.asker}</td>
            </tr>`
        )}
      </tbody>
    </table>
    ${more(rows.length, page)}`
}

function askedList(rows: readonly Activity[], page: Page): Markup {
  const { parts, say, spell } = page
  return html`<h3>${parts.clerkAsked} · ${rows.length}</h3>
    <p class="small">${parts.clerkAskedHelp}</p>
    <table>
      <thead>
        <tr>
          <th>${parts.title}</th>
          <th>${parts.date}</th>
          <th>${parts.times}</th>
          <th>${parts.media}</th>
          <th>${parts.mend}</th>
        </tr>
      </thead>
      <tbody>
        ${rows.slice(0, MOST_ROWS).map(
          each =>
            html`<tr>
              <td>${spell(each.title)}</td>
              <td class="t">${dates(each)}</td>
              <td>
                ${fill(parts.timesOf, { n: each.asked!.times })}${each.indicators.length > 0 && html`<br /><span class="small">${each.indicators.join(' ')}</span>`}
              </td>
              <td>${each.asked!.media.map(medium => parts[medium]).join('、')}</td>
              <td>${say.owners.asker}</td>
            </tr>`
        )}
      </tbody>
    </table>
    ${more(rows.length, page)}`
}

function leaveOut(page: Page): Markup {
  const { audit, parts, path } = page
  if (!audit.balance.purposes) return html``
  const rows = leavable(audit)
  const records = new Map(audit.materials.map(record => [record.no, record]))
  return html`<h3>${parts.clerkLeave} · ${rows.length}</h3>
    <p class="small">${parts.clerkLeaveHelp}</p>
    ${
      rows.length === 0
        ? html`<p class="small">${parts.clerkNone}</p>`
        : html`<table>
            <thead>
              <tr>
                <th class="n">${page.words.number}</th>
                <th>${page.words.path}</th>
                <th>${parts.because}</th>
              </tr>
            </thead>
            <tbody>
              ${rows.slice(0, MOST_ROWS).map(
                no =>
                  html`<tr>
                    <td class="n">${no}</td>
                    <td>${path(records.get(no)!.path)}</td>
                    <td>${records.get(no)!.repeats === undefined ? parts.leaveNeither : parts.leaveCopy}</td>
                  </tr>`
              )}
            </tbody>
          </table>
          ${more(rows.length, page)}`
    }`
}

function materialsOf({ code, materials }: Indicator, { audit }: Page): number[] {
  return materials ?? audit.materials.filter(({ indicators }) => indicators?.includes(code)).map(({ no }) => no) // prettier-ignore
}

export function dates({ from, to }: Activity): string {
  if (!from) return ''
  return to && to !== from ? `${from} – ${to}` : from
}

function more(all: number, { parts }: Page): Markup | false {
  return all > MOST_ROWS && html`<p class="small">${fill(parts.rest, { n: all - MOST_ROWS })}</p>`
}
