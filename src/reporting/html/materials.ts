import type { MaterialRecord } from '../../model/audit.ts'
import { fill } from '../../words/index.ts'
import { cuesOf, countedText, remarksOf } from '../part-text.ts'
import { html, type Markup } from './escape.ts'
import type { Page } from './page.ts'

const MOST_MATERIALS = 3000

/** The list of materials: class and why, keep, purpose, what would change it, and what each adds to the balance. */
export function materials(page: Page): Markup {
  const { audit, words, parts } = page
  const shown = audit.materials.slice(0, MOST_MATERIALS)
  const rest = audit.materials.slice(MOST_MATERIALS)
  return html`<h2 id="materials">${words.materials}</h2>
    <table class="materials">
      <thead>
        <tr>
          <th class="n">${words.number}</th>
          <th>${words.path}</th>
          <th>${words.class}</th>
          <th>${words.why}</th>
          <th>${parts.counted}</th>
          <th>${words.status}</th>
        </tr>
      </thead>
      <tbody>
        ${shown.map(material => row(material, page))} ${rest.map(material => restRow(material))}
      </tbody>
    </table>
    ${rest.length > 0 && html`<p class="small">${fill(words.materialsCut, { shown: shown.length, all: audit.materials.length })}</p>`}`
}

function row(material: MaterialRecord, page: Page): Markup {
  const { say, path } = page
  return html`<tr ${attributes(material)}>
    <td class="n">${material.no}</td>
    <td>
      ${path(material.path)}${remarksOf(material, page).map(remark => html`<br /><span class="small">${remark}</span>`)}
    </td>
    <td>
      ${say.classes[material.class]}${material.classId && html`<br /><span class="small">${material.classId} ${say.classId(material.classId)}</span>`}${material.ladder && html`<br /><span class="small">${material.ladder} ${page.parts[`ladder${material.ladder}`]}</span>`}
    </td>
    <td class="small">${cuesOf(material, page)}</td>
    <td class="small">${countedText(material, page)}</td>
    <td class="t">${say.statuses[material.status]}</td>
  </tr>`
}

/** Beyond what a page can show the numbers alone stay, so that its sums still are page one's. */
function restRow(material: MaterialRecord): Markup {
  return html`<tr hidden ${attributes(material)}></tr>`
}

function attributes({ no, class: named, status, secret, purpose, counted, repeats, repeatedEntries }: MaterialRecord): Markup {
  const entries = counted?.entries
  return html`data-no="${no}" data-class="${named}" data-status="${status}"${secret && html` data-secret="yes"`}${purpose && html` data-purpose="${purpose}"`}${repeats !== undefined && html` data-repeats="${repeats}"`}${repeatedEntries !== undefined && html` data-repeated="${repeatedEntries}"`}${counted && html` data-as="${counted.as}" data-characters="${counted.characters}"`}${entries && html` data-trace="${entries.trace}" data-mixed="${entries.mixed}" data-result="${entries.result}" data-unknown="${entries.unknown ?? 0}" data-outside="${entries.outside}"`}`
} // prettier-ignore
