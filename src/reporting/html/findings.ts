import type { Finding, Place } from '../../model/audit.ts'
import { fill } from '../../words/index.ts'
import { ranges } from '../ranges.ts'
import { html, type Markup } from './escape.ts'
import { evidenceOf } from './evidence.ts'
import type { Page } from './page.ts'

export const MOST_FINDINGS = 200 // issue: evidence for the 200 heaviest
const MOST_PLACES = 24

export function findings(page: Page, ordered: readonly Finding[]): Markup {
  const { words } = page
  const shown = ordered.slice(0, MOST_FINDINGS)
  return html`<h2 id="findings">${words.evidence}</h2>
    ${ordered.length === 0 && html`<p>${words.noFindings}</p>`}
    ${shown.length < ordered.length && html`<p>${fill(words.shownOf, { shown: shown.length, all: ordered.length })}</p>`}
    ${shown.map((finding, index) => article(finding, index + 1, page))}`
}

function article(finding: Finding, number: number, page: Page): Markup {
  const { words, say } = page
  const text = say.check(finding.check)
  const places = gathered(finding.places).slice(0, MOST_PLACES)
  return html`<article class="${finding.strength}" id="f-${finding.id}">
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
