import { STRENGTHS, OWNERS } from '../../model/audit.ts'
import { fill } from '../../words/index.ts'
import { standingDecisions } from '../decided.ts'
import { lookFirst } from '../look-first.ts'
import { fallsText } from '../part-text.ts'
import { html, type Markup } from './escape.ts'
import type { Page } from './page.ts'
import { firstLines, head, purposes, shares } from './page-one.ts'

const MOST_LOOKS = 8
const MOST_UNREAD = 6

/** The two pages of the summary. */
export function summaryPages(page: Page): [Markup, Markup] {
  return [one(page), two(page)]
}

function one(page: Page): Markup {
  const { words, out } = page
  return html`<section class="sheet" id="summary-one">
    ${head(page, out.summary)}${firstLines(page)}${shares(page, warnings(page) < 2)}${warnings(page) < 3 && purposes(page, false)}
    <h2>${out.notWhat}</h2>
    <p class="not-score">${words.notScore}</p>
    <p>${out.notWhatText}</p>
    ${foot(1, page)}
  </section>`
}

function two(page: Page): Markup {
  return html`<section class="sheet" id="summary-two">
    ${looks(page)}${owners(page)}${unread(page)}${foot(2, page)}
  </section>`
}

/** How many boxes of warning stand above the numbers. */
function warnings({ audit, level }: Page): number {
  const said = [audit.materials.some(({ secret }) => secret), level !== 'masked', audit.partial, !audit.balance.determinable] // prettier-ignore
  return said.filter(Boolean).length
}

function looks(page: Page): Markup {
  const { audit, out, parts, say, short } = page
  const all = lookFirst(audit)
  const shown = all.slice(0, MOST_LOOKS)
  return html`<h2>${out.topFindings}</h2>
    ${shown.length === 0 && html`<p>${page.words.noFindings}</p>`}
    ${
      shown.length > 0 &&
      html`<table class="top">
        <thead>
          <tr>
            <th class="n">${parts.order}</th>
            <th>${parts.look}</th>
            <th>${parts.falls}</th>
            <th>${parts.mend}</th>
          </tr>
        </thead>
        <tbody>
          ${shown.map(
            (look, index) =>
              html`<tr>
                <td class="n">${index + 1}</td>
                <td>
                  <div class="clamp">
                    <b>${say.check(look.finding.check).title}</b>
                    <span class="small">${short(look.finding.places[0]!)}</span> ${say.finding(look.finding)}
                  </div>
                </td>
                <td><div class="clamp">${fallsText(look, page)}</div></td>
                <td>
                  <div class="clamp">
                    ${say.owners[look.finding.owner]} <span class="small">${say.strengths[look.finding.strength]}</span>
                  </div>
                </td>
              </tr>`
          )}
        </tbody>
      </table>`
    }
    ${all.length > shown.length && html`<p class="small">${fill(out.topMore, { n: all.length - shown.length })}</p>`}`
}

function owners({ audit, out, say }: Page): Markup {
  const standing = standingDecisions(audit)
  const count = (owner: string, strength?: string): number => audit.findings.filter(each => each.owner === owner && (!strength || each.strength === strength)).length // prettier-ignore
  const decided = audit.findings.filter(({ id }) => standing.has(id)).length
  return html`<h2>${out.byOwner}</h2>
    <table class="owners">
      <thead>
        <tr>
          <th></th>
          ${STRENGTHS.map(strength => html`<th class="n">${say.strengths[strength]}</th>`)}
          <th class="n">${out.ownerCount}</th>
        </tr>
      </thead>
      <tbody>
        ${OWNERS.map(
          owner =>
            html`<tr>
              <td>${say.owners[owner]}</td>
              ${STRENGTHS.map(strength => html`<td class="n">${count(owner, strength)}</td>`)}
              <td class="n">${count(owner)}</td>
            </tr>`
        )}
      </tbody>
    </table>
    ${decided > 0 && html`<p class="small">${fill(out.decidedLine, { decided, open: audit.findings.length - decided })}</p>`}`
}

function unread({ audit, out, words, say, path, number, level }: Page): Markup {
  const rows = audit.troubles
  return html`<h2>${words.unreadTitle}</h2>
    ${rows.length === 0 && html`<p>${out.unreadNone}</p>`}
    ${
      rows.length > 0 &&
      html`<table class="unread">
        <thead>
          <tr>
            <th>${words.path}</th>
            <th>${words.what}</th>
          </tr>
        </thead>
        <tbody>
          ${rows.slice(0, MOST_UNREAD).map(
            each =>
              html`<tr>
                <td>
                  <div class="clamp">№${number(each.path) ?? '?'} ${level === 'statistics' ? '' : path(each.path)}</div>
                </td>
                <td><div class="clamp">${say.trouble(each.code).what}</div></td>
              </tr>`
          )}
        </tbody>
      </table>`
    }
    ${rows.length > MOST_UNREAD && html`<p class="small">${fill(out.unreadMore, { n: rows.length - MOST_UNREAD })}</p>`}`
}

function foot(n: number, { audit, words, out }: Page): Markup {
  return html`<div class="foot">
    <span>${fill(words.madeBy, { version: audit.tool.version, lexicon: audit.tool.lexicon })}</span
    ><span>${fill(out.summaryPage, { n })}</span>
  </div>`
}
