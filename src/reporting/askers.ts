import type { Activity, Audit, Finding, FormFamily, Indicator } from '../model/audit.ts'
import { byCodePoint } from '../support/order.ts'
import { byCode } from './gaps.ts'

/** What only one asker can mend. Askers stand by name: their order says nothing about who asked for more. */
export interface AskerPart {
  /** As the package claims; '' where nothing says who asked. */
  asker: string
  /** Activities whose evidence stands under several of this asker’s indicators, or of several askers’. */
  evidence: Activity[]
  /** Indicators that want their evidence in several media. */
  media: Indicator[]
  /** Indicators that ask for what rules keep out of inspections. */
  barred: Indicator[]
  /** Forms that ask for what other forms ask too, with how many others. */
  forms: { form: FormFamily; others: number }[]
  /** Findings owed by the asker. */
  findings: Finding[]
}

export function askersOf(audit: Audit): AskerPart[] {
  const { indicators = [], activities, forms = [], findings } = audit
  const parts = new Map<string, AskerPart>()
  const part = (asker: string | undefined): AskerPart => {
    const name = asker ?? ''
    const known = parts.get(name)
    if (known) return known
    const made: AskerPart = { asker: name, evidence: [], media: [], barred: [], forms: [], findings: [] }
    parts.set(name, made)
    return made
  }
  const askerOf = new Map(indicators.map(({ code, asker }) => [code, asker]))
  for (const activity of activities) {
    if (!activity.asked || activity.asked.times < 2) continue
    const askers = new Set(activity.indicators.map(code => askerOf.get(code)))
    for (const asker of askers.size === 0 ? [undefined] : askers) part(asker).evidence.push(activity)
  }
  for (const indicator of [...indicators].sort((a, b) => byCode(a.code, b.code))) {
    if ((indicator.media?.length ?? 0) > 1) part(indicator.asker).media.push(indicator)
    if (indicator.barredAsk !== undefined) part(indicator.asker).barred.push(indicator)
  }
  const families = new Map<string, number>()
  for (const { family } of forms) if (family !== undefined) families.set(family, (families.get(family) ?? 0) + 1) // prettier-ignore
  for (const form of forms) {
    const others = form.family === undefined ? 0 : families.get(form.family)! - 1
    if (others > 0) part(form.asker).forms.push({ form, others })
  }
  const askersOfFinding = askerFinder(audit)
  for (const finding of findings)
    if (finding.owner === 'asker') for (const asker of askersOfFinding(finding)) part(asker).findings.push(finding) // prettier-ignore
  return [...parts.values()].sort((a, b) => Number(a.asker === '') - Number(b.asker === '') || byCodePoint(a.asker, b.asker)) // prettier-ignore
}

/** Who asked for what a finding names: the forms it names, else the indicators its materials are filed under. */
function askerFinder({
  materials,
  forms = [],
  indicators = []
}: Audit): (finding: Finding) => readonly (string | undefined)[] {
  // prettier-ignore
  const numbers = new Map(materials.map(({ path, no }) => [path, no]))
  const byForm = new Map<number, Set<string | undefined>>()
  for (const { materials: own, asker } of forms) for (const no of own) add(byForm, no, asker)
  const byIndicator = new Map<number, Set<string | undefined>>()
  const askerOf = new Map(indicators.map(({ code, asker }) => [code, asker]))
  for (const { no, indicators: codes = [] } of materials) for (const code of codes) add(byIndicator, no, askerOf.get(code)) // prettier-ignore
  return ({ places }) => {
    const own = [...new Set(places.map(({ path }) => numbers.get(path)))].filter(no => no !== undefined)
    for (const source of [byForm, byIndicator]) {
      const named = [...new Set(own.flatMap(no => [...(source.get(no) ?? [])]))].filter(asker => asker !== undefined) // prettier-ignore
      if (named.length > 0) return named
    }
    return [undefined]
  }
}

function add<V>(map: Map<number, Set<V>>, key: number, value: V): void {
  const own = map.get(key)
  if (own) own.add(value)
  else map.set(key, new Set([value]))
}
