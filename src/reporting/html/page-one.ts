import type { Balance } from '../../model/audit.ts'
import { fill } from '../../words/index.ts'
import { percent, PURPOSE_KEYS, range, SHARE_KEYS } from '../figures.ts'
import { balanceBars, legend } from './charts.ts'
import { html, type Markup } from './escape.ts'
import type { Page } from './page.ts'

/** Page one: what the package is, the first line, shares with counts, what the balance is not. */
export function pageOne(page: Page): Markup {
  return html`<section class="page-one">
    ${head(page)}${firstLines(page)}${shares(page)}${purposes(page)}${repeated(page)}
    <p class="not-score">${page.words.notScore}</p>
    <p class="small">${page.words.formula} ${page.parts.recompute}</p>
  </section>`
}

export function head(page: Page, title = page.words.title): Markup {
  const { audit, words, parts, level, path } = page
  const { package: pack, accounting, materials } = audit
  const secret = materials.filter(material => material.secret).length
  return html`<h1>${title}</h1>
    <p class="tagline">${words.tagline}</p>
    ${secret > 0 && html`<p class="warning" data-figure="secret" data-value="${secret}">${fill(words.secrecy, { count: secret })}</p>`}
    ${level === 'full' && html`<p class="warning">${reason(page)}</p>`}
    ${level === 'statistics' && html`<p class="note">${parts.statistics}</p>`}
    ${audit.partial && html`<p class="warning">${words.partial}</p>`}
    <dl class="head">
      ${
        pack.unit &&
        html`<dt>${words.unit}</dt>
          <dd>${pack.unit}</dd>`
      }
      <dt>${words.package}</dt>
      <dd>
        ${path(pack.name)}<br />${fill(words.accountingLine, accounting)}${(['found', 'read', 'partly', 'unread', 'listed'] as const).map(key => html`<i hidden data-figure="accounting.${key}" data-value="${accounting[key]}"></i>`)}
      </dd>
      ${
        pack.period &&
        html`<dt>${words.period}</dt>
          <dd>${pack.period.from ?? '…'} — ${pack.period.to ?? '…'}</dd>`
      }
      <dt>${words.inspected}</dt>
      <dd>${pack.inspectedOn ?? words.inspectedUnknown}</dd>
    </dl>`
}

function reason({ audit, parts }: Page): string {
  const given = audit.settings['reason']
  return typeof given === 'string' && given.trim() !== ''
    ? fill(parts.reasonGiven, { reason: given })
    : parts.reasonMissing
}

export function firstLines({ audit, words, parts }: Page): Markup {
  const { activities, indicators } = audit.balance
  return html`<h2>${words.balance}</h2>
    ${boxes('activities', words.activities, [
      ['result', activities.result, words.activitiesResult],
      ['trace', activities.trace, words.activitiesTrace],
      ['undetermined', activities.undetermined, words.activitiesUndetermined]
    ])}
    ${
      indicators &&
      boxes('indicators', parts.indicators, [
        ['result', indicators.result, words.activitiesResult],
        ['trace', indicators.trace, words.activitiesTrace],
        ['undetermined', indicators.undetermined, words.activitiesUndetermined],
        ['missing', indicators.missing, parts.indicatorsMissing]
      ])
    }`
}

function boxes(name: string, unit: string, items: readonly [string, number, string][]): Markup {
  return html`<div class="first ${name}">
    ${items.map(
      ([key, count, label]) =>
        html`<div class="${key}">
          <b data-figure="${name}.${key}">${count}</b><span>${unit} · ${label}</span>
        </div>`
    )}
  </div>`
}

function measures(
  { words }: Page,
  balance: Balance
): { id: string; label: string; share: Balance['files'] }[] {
  return [
    { id: 'files', label: words.byFiles, share: balance.files },
    { id: 'entries', label: words.byEntries, share: balance.entries },
    { id: 'characters', label: words.byCharacters, share: balance.characters },
    { id: 'embeddedPictures', label: words.byEmbedded, share: balance.embeddedPictures }
  ]
}

/** `bars` false where the paper has no room for them: the table has every number. */
export function shares(page: Page, bars = true): Markup {
  const { audit, words, say } = page
  const rows = measures(page, audit.balance)
  return html`${!audit.balance.determinable && html`<p class="warning">${words.undeterminable}</p>`}
    ${bars && html`${legend(SHARE_KEYS.map(key => ({ key, label: say.classes[key] })))} ${balanceBars(rows, say)}`}
    <table>
      <thead>
        <tr>
          <th>${words.measure}</th>
          ${SHARE_KEYS.map(key => html`<th class="n">${say.classes[key]}</th>`)}
          <th class="n">${words.share}</th>
          <th class="n">${words.range}</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ({ id, label, share }) =>
            html`<tr>
              <td>${label}</td>
              ${SHARE_KEYS.map(key => html`<td class="n" data-figure="${id}.${key}">${share[key]}</td>`)}
              <td class="n" data-figure="${id}.share">${percent(share.share)}</td>
              <td class="n" data-figure="${id}.range">${range(share)}</td>
            </tr>`
        )}
      </tbody>
    </table>`
}

export function purposes(page: Page, note = true): Markup {
  const { audit, parts, words, purpose } = page
  const split = audit.balance.purposes
  if (!split) return html``
  const rows = [
    { id: 'files', label: words.byFiles, counts: split.files },
    { id: 'entries', label: words.byEntries, counts: split.entries }
  ]
  return html`<h3>${parts.purposesTitle}</h3>
    <table>
      <thead>
        <tr>
          <th>${words.measure}</th>
          ${PURPOSE_KEYS.map(key => html`<th class="n">${purpose(key)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ({ id, label, counts }) =>
            html`<tr>
              <td>${label}</td>
              ${PURPOSE_KEYS.map(key => html`<td class="n" data-figure="purposes.${id}.${key}">${counts[key]}</td>`)}
            </tr>`
        )}
      </tbody>
    </table>
    ${note && html`<p class="small">${parts.purposesNote}</p>`}`
}

function repeated({ audit, parts }: Page): Markup {
  const { files, entries } = audit.balance.repeated
  const count = (strength: string): number => audit.findings.filter(each => each.strength === strength).length
  const counts = { strong: count('strong'), moderate: count('moderate'), weak: count('weak') }
  return html`<dl class="head lines">
    <dt>${parts.repeatedTitle}</dt>
    <dd>
      ${fill(parts.repeatedLine, { files, entries })}<i
        hidden
        data-figure="repeated.files"
        data-value="${files}"
      ></i
      ><i hidden data-figure="repeated.entries" data-value="${entries}"></i>
    </dd>
    <dt>${parts.toCheckTitle}</dt>
    <dd>
      ${fill(parts.toCheckLine, counts)}${(['strong', 'moderate', 'weak'] as const).map(key => html`<i hidden data-figure="findings.${key}" data-value="${counts[key]}"></i>`)}
    </dd>
  </dl>`
}
