import { fill } from '../words/index.ts'
import { askersOf, type AskerPart } from './askers.ts'
import { numbersText } from './ranges.ts'
import type { View } from './view.ts'

/** One line of an asker’s sheet, in words; the same in the workbook and in the report. */
export interface AskerLine {
  kind: string
  what: string
  /** Said of it, below. */
  more: string
  times: number | undefined
  /** Indicators, or numbers of materials. */
  where: string
  /** Where in full, for those who have the package but not the list of numbers. */
  places?: string
}

const MOST_PLACES = 12

/** Every asker with its lines; `asker` narrows to one ('' is where nothing says who asked). */
export function askerLines(view: View, asker?: string): { asker: string; lines: AskerLine[] }[] {
  return askersOf(view.audit)
    .filter(part => asker === undefined || part.asker === asker)
    .map(part => ({ asker: part.asker, lines: linesOf(part, view) }))
}

export function askerName(asker: string, { out, spell }: Pick<View, 'out' | 'spell'>): string {
  return asker === '' ? out.askerUnknown : spell(asker)
}

function linesOf({ evidence, media, barred, forms, findings }: AskerPart, view: View): AskerLine[] {
  const { out, parts, say, spell, code, place, language } = view
  const join = language === 'zh' ? '、' : ', '
  return [
    ...evidence.map(each => ({
      kind: out.kindEvidence,
      what: spell(each.title),
      more: fill(out.askerEvidence, { n: each.asked!.times }),
      times: each.asked!.times,
      where: each.indicators.join(' ')
    })),
    ...media.map(each => ({
      kind: out.kindMedia,
      what: [each.code, spell(each.name ?? '')].join(' ').trim(),
      more: fill(out.askerMedia, { n: each.media!.length, media: each.media!.map(medium => parts[medium]).join(join) }), // prettier-ignore
      times: each.media!.length,
      where: each.code
    })),
    ...barred.map(each => ({
      kind: out.kindBarred,
      what: [each.code, spell(each.name ?? '')].join(' ').trim(),
      more: fill(out.askerBarred, { rule: code('rule', each.barredAsk!) }),
      times: undefined,
      where: each.code
    })),
    ...forms.map(({ form, others }) => ({
      kind: out.kindForm,
      what: spell(form.title),
      more: fill(out.askerForms, { n: others, fields: form.fields.map(field => code('field', field)).join(join) }), // prettier-ignore
      times: others + 1,
      where: numbersText(form.materials)
    })),
    ...findings.map(finding => ({
      kind: say.check(finding.check).title,
      what: say.finding(finding),
      more: '',
      times: undefined,
      where: numbersText([...new Set(finding.places.map(({ path }) => view.number(path)))].filter(no => no !== undefined)), // prettier-ignore
      places: finding.places.slice(0, MOST_PLACES).map(place).join('\n') + (finding.places.length > MOST_PLACES ? '\n…' : '') // prettier-ignore
    }))
  ]
}
