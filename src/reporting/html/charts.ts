import type { Audit, Share } from '../../model/audit.ts'
import type { Words } from '../../words/index.ts'
import type { ReportWords } from '../../words/report.ts'
import { html, type Markup } from './escape.ts'

const WIDTH = 880
const LABEL = 178

/** Stacked bars, one per measure, with the counts on them. */
export function balanceBars(rows: readonly { label: string; share: Share }[], words: Words): Markup {
  const height = 34
  const shown = rows.filter(({ share }) => total(share) > 0)
  const order = ['trace', 'mixed', 'result', 'unknown'] as const
  return html`<svg class="bars" viewBox="0 0 ${WIDTH} ${shown.length * height + 4}" role="img">
    ${shown.map(({ label, share }, index) => {
      const y = index * height + 4
      let x = LABEL
      return html`<text x="0" y="${y + 18}">${label}</text>${order.map(key => {
        const width = ((WIDTH - LABEL) * share[key]) / total(share)
        const at = x
        x += width
        if (width === 0) return html``
        return html`<rect class="f-${key}" x="${round(at)}" y="${y}" width="${round(width)}" height="26"
              ><title>${words.classes[key]} ${share[key]}</title></rect
            >${
              width > 9 * String(share[key]).length + 6
                ? html`<text
                    x="${round(at + width / 2)}"
                    y="${y + 18}"
                    text-anchor="middle"
                    class="${key === 'trace' || key === 'result' ? 'on-dark' : 'on-light'}"
                    >${share[key]}</text
                  >`
                : html``
            }`
      })}`
    })}
  </svg>`
}

export function legend(items: readonly { key: string; label: string }[]): Markup {
  return html`<div class="legend">
    ${items.map(({ key, label }) => html`<span><i class="${key}"></i>${label}</span>`)}
  </div>`
}

/** How many materials per class of the lexicon. */
export function classBars(audit: Audit, words: Words): Markup {
  const counts = new Map<string, { label: string; count: number; key: string }>()
  for (const { class: named, classId, status } of audit.materials) {
    if (status === 'listed') continue
    const id = classId && named !== 'unknown' ? classId : named
    const label =
      classId && named !== 'unknown' ? `${classId} ${words.classId(classId)}` : words.classes[named]
    const known = counts.get(id)
    if (known) known.count++
    else counts.set(id, { label, count: 1, key: FILL[id[0]!] ?? 'unknown' })
  }
  const rows = [...counts.values()]
    .sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1))
    .slice(0, MOST_CLASSES)
  const most = Math.max(1, ...rows.map(({ count }) => count))
  const left = 330
  return html`<svg class="bars" viewBox="0 0 ${WIDTH} ${rows.length * 24 + 4}" role="img">
    ${rows.map(({ label, count, key }, index) => {
      const y = index * 24 + 2
      const width = ((WIDTH - left - 60) * count) / most
      return html`<text x="${left - 10}" y="${y + 15}" text-anchor="end">${label}</text
        ><rect class="f-${key}" x="${left}" y="${y}" width="${round(width)}" height="18"></rect
        ><text x="${round(left + width + 6)}" y="${y + 15}">${count}</text>`
    })}
  </svg>`
}

const FILL: Record<string, string> = { T: 'trace', M: 'mixed', R: 'result' }
const MOST_CLASSES = 20
/** Longer spans are drawn by year. */
const MOST_MONTHS = 48

/** Materials per month: claimed dates above the axis, dates files record below it. */
export function timeline(audit: Audit, words: ReportWords): Markup {
  const points = audit.facts?.timeline ?? []
  const months = points
    .flatMap(({ claimed, file }) => [claimed, file])
    .flatMap(date => (date ? [date.slice(0, 7)] : []))
  if (months.length < 2) return html`<p class="small">${words.undated}</p>`
  const [first, last] = trimmed(months)
  const byYear = monthsBetween(first, last) > MOST_MONTHS
  const slots = byYear ? years(first, last) : allMonths(first, last)
  const slotOf = (date: string | undefined): number =>
    date ? slots.indexOf(date.slice(0, byYear ? 4 : 7)) : -1
  const claimed = slots.map(() => 0)
  const recorded = slots.map(() => 0)
  for (const point of points) {
    const [up, down] = [slotOf(point.claimed), slotOf(point.file)]
    if (up >= 0) claimed[up]!++
    if (down >= 0) recorded[down]!++
  }
  const most = Math.max(1, ...claimed, ...recorded)
  const [left, half, middle] = [46, 80, 96]
  const step = (WIDTH - left) / slots.length
  const bar = Math.min(34, step * 0.7)
  const every = Math.ceil(slots.length / 16)
  return html`<svg class="bars" viewBox="0 0 ${WIDTH} ${2 * middle + 24}" role="img">
    <text class="soft" x="0" y="${middle - half / 2}">${words.claimed}</text>
    <text class="soft" x="0" y="${middle + half / 2 + 24}">${words.recorded}</text>
    <line class="axis" x1="${left}" y1="${middle}" x2="${WIDTH}" y2="${middle}"></line>
    <line class="axis" x1="${left}" y1="${middle + 20}" x2="${WIDTH}" y2="${middle + 20}"></line>
    ${slots.map((slot, index) => {
      const x = left + index * step + (step - bar) / 2
      const up = (half * claimed[index]!) / most
      const down = (half * recorded[index]!) / most
      return html`${claimed[index]! > 0 && html`<rect class="f-claimed" x="${round(x)}" y="${round(middle - up)}" width="${round(bar)}" height="${round(up)}"></rect><text x="${round(x + bar / 2)}" y="${round(middle - up - 3)}" text-anchor="middle">${claimed[index]!}</text>`}${
        recorded[index]! > 0 &&
        html`<rect
            class="f-recorded"
            x="${round(x)}"
            y="${middle + 20}"
            width="${round(bar)}"
            height="${round(down)}"
          ></rect
          ><text x="${round(x + bar / 2)}" y="${round(middle + 32 + down)}" text-anchor="middle"
            >${recorded[index]!}</text
          >`
      }${index % every === 0 && html`<text class="soft" x="${round(x + bar / 2)}" y="${middle + 14}" text-anchor="middle">${byYear ? slot : slot.slice(2)}</text>`}`
    })}
  </svg>`
}

/** A clock nobody set must not squeeze the rest: the middle 90 % set the axis, and half a year beside them. */
function trimmed(months: readonly string[]): [string, string] {
  const sorted = [...months].sort()
  const cut = Math.floor(sorted.length / 20)
  const [from, to] = [sorted[cut]!, sorted[sorted.length - 1 - cut]!]
  const near = sorted.filter(
    month => monthsBetween(month, from) <= MARGIN && monthsBetween(to, month) <= MARGIN
  )
  return [near[0]!, near.at(-1)!]
}

const MARGIN = 6

function monthsBetween(first: string, last: string): number {
  return (+last.slice(0, 4) - +first.slice(0, 4)) * 12 + +last.slice(5) - +first.slice(5)
}

function allMonths(first: string, last: string): string[] {
  return Array.from({ length: monthsBetween(first, last) + 1 }, (_, i) => {
    const month = +first.slice(5) - 1 + i
    return `${+first.slice(0, 4) + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`
  })
}

function years(first: string, last: string): string[] {
  return Array.from({ length: +last.slice(0, 4) - +first.slice(0, 4) + 1 }, (_, i) =>
    String(+first.slice(0, 4) + i)
  ).slice(-60)
}

function total({ trace, mixed, result, unknown }: Share): number {
  return trace + mixed + result + unknown
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
