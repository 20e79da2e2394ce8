import type { Finding, MaterialRecord, Place, Share } from '../../model/audit.ts'
import { fill } from '../../words/index.ts'
import { balanceBars, classBars, legend, timeline } from './charts.ts'
import { html, type Markup } from './escape.ts'
import { evidenceOf } from './evidence.ts'
import type { Page } from './page.ts'

const MOST_FINDINGS = 200 // issue: evidence for the 200 heaviest
const MOST_PLACES = 24
const MOST_MATERIALS = 3000
const MOST_WHY = 3

export function head({ audit, words }: Page): Markup {
  const { package: pack, accounting, materials } = audit
  const secret = materials.filter(material => material.secret).length
  return html`<h1>${words.title}</h1>
    <p class="tagline">${words.tagline}</p>
    ${secret > 0 && html`<p class="warning">${fill(words.secrecy, { count: secret })}</p>`}
    ${audit.partial && html`<p class="warning">${words.partial}</p>`}
    <dl class="head">
      ${
        pack.unit &&
        html`<dt>${words.unit}</dt>
          <dd>${pack.unit}</dd>`
      }
      <dt>${words.package}</dt>
      <dd>${pack.name}<br />${fill(words.accountingLine, accounting)}</dd>
      ${
        pack.period &&
        html`<dt>${words.period}</dt>
          <dd>${pack.period.from ?? '…'} — ${pack.period.to ?? '…'}</dd>`
      }
      <dt>${words.inspected}</dt>
      <dd>${pack.inspectedOn ?? words.inspectedUnknown}</dd>
    </dl>`
}

export function balance({ audit, words, say }: Page): Markup {
  const { activities, files, entries, characters, embeddedPictures, determinable } = audit.balance
  const rows = [
    { label: words.byFiles, share: files },
    { label: words.byEntries, share: entries },
    { label: words.byCharacters, share: characters },
    { label: words.byEmbedded, share: embeddedPictures }
  ]
  const keys = ['trace', 'mixed', 'result', 'unknown'] as const
  return html`<h2>${words.balance}</h2>
    <div class="first">
      <div class="result">
        <b>${activities.result}</b><span>${words.activities} · ${words.activitiesResult}</span>
      </div>
      <div class="trace">
        <b>${activities.trace}</b><span>${words.activities} · ${words.activitiesTrace}</span>
      </div>
      <div>
        <b>${activities.undetermined}</b><span>${words.activities} · ${words.activitiesUndetermined}</span>
      </div>
    </div>
    ${!determinable && html`<p class="warning">${words.undeterminable}</p>`}
    ${legend(keys.map(key => ({ key, label: say.classes[key] })))} ${balanceBars(rows, say)}
    <table>
      <thead>
        <tr>
          <th>${words.measure}</th>
          ${keys.map(key => html`<th class="n">${say.classes[key]}</th>`)}
          <th class="n">${words.share}</th>
          <th class="n">${words.range}</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ({ label, share }) =>
            html`<tr>
              <td>${label}</td>
              ${keys.map(key => html`<td class="n">${share[key]}</td>`)}
              <td class="n">${percent(share.share)}</td>
              <td class="n">${range(share)}</td>
            </tr>`
        )}
      </tbody>
    </table>
    <p class="small">${words.formula}</p>
    <p class="small">${words.notScore}</p>`
}

export function checks({ audit, words, say }: Page): Markup {
  return html`<h2>${words.checks}</h2>
    <table>
      <thead>
        <tr>
          <th>${words.check}</th>
          <th>${words.answer}</th>
          <th class="n">${words.findings}</th>
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
              <td class="n">${coverage.looked} / ${coverage.lookable}</td>
            </tr>`
        )}
      </tbody>
    </table>`
}

export function charts({ audit, words, say }: Page): Markup {
  return html`<h2>${words.charts}</h2>
    <h3>${words.timeline}</h3>
    ${legend([
      { key: 'claimed', label: words.claimed },
      { key: 'recorded', label: words.recorded }
    ])}
    ${timeline(audit, words)}
    <p class="small">${words.timelineNote}</p>
    <h3>${words.classes}</h3>
    ${classBars(audit, say)}`
}

export function findings(page: Page, ordered: readonly Finding[]): Markup {
  const { words } = page
  const shown = ordered.slice(0, MOST_FINDINGS)
  return html`<h2>${words.evidence}</h2>
    ${ordered.length === 0 && html`<p>${words.noFindings}</p>`}
    ${shown.length < ordered.length && html`<p>${fill(words.shownOf, { shown: shown.length, all: ordered.length })}</p>`}
    ${shown.map((finding, index) => article(finding, index + 1, page))}`
}

function article(finding: Finding, number: number, page: Page): Markup {
  const { words, say } = page
  const text = say.check(finding.check)
  const places = gathered(finding.places).slice(0, MOST_PLACES)
  return html`<article class="${finding.strength}">
    <div class="tags">
      <span class="tag ${finding.strength}">${say.strengths[finding.strength]}</span
      ><span class="tag">${text.title}</span><span class="tag">${say.owners[finding.owner]}</span>
    </div>
    <h3>${number}. ${say.finding(finding)}</h3>
    ${evidenceOf(finding, page)}
    <h4>${words.indications}</h4>
    <ul>
      ${finding.indications.map(indication => html`<li>${say.indication(finding.check, indication)} <span class="small">(${words.weight} ${indication.weight.toFixed(1)})</span></li>`)}
    </ul>
    <h4>${words.innocent}</h4>
    <ul>
      ${text.innocent.map(line => html`<li>${line}</li>`)}
    </ul>
    <h4>${words.clear}</h4>
    <ul>
      ${text.clear.map(line => html`<li>${line}</li>`)}
    </ul>
    <h4>${words.places}</h4>
    <ul class="places">
      ${places.map(({ place, list }) => html`<li>${page.place(place)}${list}</li>`)}
    </ul>
    ${gathered(finding.places).length > places.length && html`<p class="small">${fill(words.morePlaces, { all: finding.places.length })}</p>`}
  </article>`
}

/** Places of one table or conversation in one line: the first, then the other rows or messages as ranges. */
function gathered(places: readonly Place[]): { place: Place; list: string }[] {
  const groups = new Map<string, Place[]>()
  for (const place of places) {
    const key = [
      place.path,
      place.table,
      place.page,
      place.row === undefined,
      place.message === undefined
    ].join('\n')
    groups.set(key, [...(groups.get(key) ?? []), place])
  }
  return [...groups.values()].map(group => {
    const numbers = group.map(({ row, message }) => row ?? message).filter(each => each !== undefined)
    const place = { ...group[0]!, row: undefined, message: undefined }
    return numbers.length > 1 ? { place, list: ` · ${ranges(numbers)}` } : { place: group[0]!, list: '' }
  })
}

/** 3, 5–9, 12 */
function ranges(numbers: readonly number[]): string {
  const sorted = [...new Set(numbers)].sort((a, b) => a - b)
  const parts: string[] = []
  for (let from = 0; from < sorted.length;) {
    let to = from
    while (sorted[to + 1] === sorted[to]! + 1) to++
    parts.push(to > from ? `${sorted[from]}–${sorted[to]}` : String(sorted[from]))
    from = to + 1
  }
  return parts.join(', ')
}

export function troubles({ audit, words, say, path }: Page): Markup {
  if (audit.troubles.length === 0) return html``
  return html`<h2>${words.unreadTitle}</h2>
    <table>
      <thead>
        <tr>
          <th>${words.path}</th>
          <th>${words.what}</th>
          <th>${words.advice}</th>
        </tr>
      </thead>
      <tbody>
        ${audit.troubles.slice(0, MOST_MATERIALS).map(
          trouble =>
            html`<tr>
              <td>${path(trouble.path)}</td>
              <td>${say.trouble(trouble.code).what}<br /><span class="small">${trouble.code}</span></td>
              <td>${say.trouble(trouble.code).try}</td>
            </tr>`
        )}
      </tbody>
    </table>`
}

export function materials({ audit, words, say, path }: Page): Markup {
  const shown = audit.materials.slice(0, MOST_MATERIALS)
  return html`<h2>${words.materials}</h2>
    <table class="materials">
      <thead>
        <tr>
          <th class="n">${words.number}</th>
          <th>${words.path}</th>
          <th>${words.class}</th>
          <th>${words.why}</th>
          <th>${words.amount}</th>
          <th>${words.status}</th>
        </tr>
      </thead>
      <tbody>
        ${shown.map(material => {
          const { entries, pages, characters, messages } = material.amount
          const amounts = [
            entries > 0 && fill(words.entries, { n: entries }),
            pages > 0 && fill(words.pages, { n: pages }),
            characters > 0 && fill(words.characters, { n: characters }),
            messages > 0 && fill(words.messages, { n: messages })
          ].filter(each => each !== false)
          const notes = material.notes ?? []
          return html`<tr>
            <td class="n">${material.no}</td>
            <td>
              ${path(material.path)}${notes.map(note => html`<br /><span class="small">${say.note(note)}</span>`)}
            </td>
            <td>
              ${say.classes[material.class]}${material.classId && html`<br /><span class="small">${material.classId} ${say.classId(material.classId)}</span>`}
            </td>
            <td class="small">
              ${material.secret ? '' : cuesOf(material)}
            </td>
            <td>${amounts.join(' ')}</td>
            <td class="t">${say.statuses[material.status]}</td>
          </tr>`
        })}
      </tbody>
    </table>
    ${shown.length < audit.materials.length && html`<p class="small">${fill(words.materialsCut, { shown: shown.length, all: audit.materials.length })}</p>`}`
}

/** What decided a class, each cue once; layouts have no words of the package. */
function cuesOf({ why }: MaterialRecord): string {
  const cues = why.filter(({ where }) => where !== 'layout' && where !== 'provenance').map(({ cue }) => cue)
  return [...new Set(cues)].slice(0, MOST_WHY).join(' · ')
}

export function foot({ audit, words }: Page, masked: boolean): Markup {
  return html`<h2>${words.reading}</h2>
    <p>${words.readingText}</p>
    <p>${masked ? words.masked : words.unmasked}</p>
    <footer>${fill(words.madeBy, { version: audit.tool.version, lexicon: audit.tool.lexicon })}</footer>`
}

function percent(value: number | null): string {
  return value === null ? '—' : `${Math.round(value * 1000) / 10} %`
}

function range({ low, high }: Share): string {
  return low === null || high === null ? '—' : `${percent(low)} – ${percent(high)}`
}
