import data from '../../resources/tariffs/tariffs.json'
import { PURPOSES, type Effort, type Purpose } from '../model/audit.ts'
import type { Evidence } from '../model/evidence.ts'
import type { Counted, Tariffs } from '../model/rules.ts'
import { sha256 } from '../support/hashing.ts'
import { characters } from '../support/text.ts'
import type { Tick } from '../support/tick.ts'
import { repeatsOf } from './additions.ts'
import type { Weight } from './classify.ts'
import type { Mark } from './purposes.ts'

/** The tariff table as shipped; estimates in it are marked as such, to be replaced by a unit's own timing. */
export const TARIFFS = data as unknown as Tariffs

type Range = [number, number]

/**
 * What making and filing the package's trace took, by the Standard Cost Model: minutes per administrative activity ×
 * how many there are × wage. Ranges only; trace and mixed materials only, results and base data cost nothing here.
 * Undefined when there is nothing to count.
 */
export function effortOf(
  evidence: Evidence,
  weights: readonly Weight[],
  marks: readonly Mark[],
  tick: Tick,
  tariffs: Tariffs = TARIFFS
): Effort | undefined {
  const counts = countsOf(evidence, weights, marks, tick, tariffs)
  const lines = tariffs.lines.flatMap(({ id, counts: counted, minutes, source }) =>
    PURPOSES.flatMap(purpose => {
      const amount = counts[purpose].get(counted) ?? 0
      if (amount === 0) return []
      const hours = minutes.map(each => cents((each * amount) / 60)) as Range
      return [{ tariff: id, amount, minutes: [...minutes] as Range, hours, source, purpose }]
    })
  )
  if (lines.length === 0) return undefined
  const { perHour, currency } = tariffs.wage
  const total = (bound: 0 | 1): number => cents(lines.reduce((sum, { hours }) => sum + hours[bound], 0))
  const hours: Range = [total(0), total(1)]
  return {
    version: versionOf(tariffs),
    hours,
    money: [cents(hours[0] * perHour[0]), cents(hours[1] * perHour[1])],
    currency,
    lines
  }
}

/** The table's own version and a mark of its content, so that an edited table is never taken for the shipped one. */
export function versionOf(tariffs: Tariffs): string {
  return `${tariffs.version}#${sha256(JSON.stringify(tariffs)).slice(0, 8)}`
}

function countsOf(
  evidence: Evidence,
  weights: readonly Weight[],
  marks: readonly Mark[],
  tick: Tick,
  tariffs: Tariffs
): Record<Purpose, Map<Counted, number>> {
  const counts = { required: new Map(), demanded: new Map(), avoidable: new Map() } as Record<Purpose, Map<Counted, number>> // prettier-ignore
  const repeated = repeatsOf(evidence)
  const tools = toolsOf(evidence)
  evidence.materials.forEach((material, index) => {
    tick(index, evidence.materials.length)
    const { purpose } = marks[index]!
    if (!purpose || material.origin !== 'package' || !weights[index]!.counted) return
    const acts = repeated.has(index)
      ? ([['copies', 1]] as const)
      : activitiesOf(evidence, index, weights[index]!, tools, tariffs)
    for (const [counted, amount] of acts) {
      if (amount > 0) counts[purpose].set(counted, (counts[purpose].get(counted) ?? 0) + amount)
    }
  })
  return counts
}

interface Tools {
  forms: ReadonlyMap<number, number> // per material: forms with a value
  receipts: ReadonlyMap<number, number> // per material: replies in bursts
}

function toolsOf({ forms, replyBursts, conversations }: Evidence): Tools {
  const filled = new Map<number, number>()
  for (const { material, fields } of forms) {
    if (fields.some(({ value }) => value !== '')) filled.set(material, (filled.get(material) ?? 0) + 1)
  }
  const replies = new Map<number, Set<number>>()
  for (const { conversation, replies: own } of replyBursts) {
    const { material } = conversations[conversation]!
    const met = replies.get(material) ?? new Set()
    for (const reply of own) met.add(reply)
    replies.set(material, met)
  }
  return { forms: filled, receipts: new Map([...replies].map(([material, own]) => [material, own.size])) }
}

/** What was done to make one material; one kind of activity each, so that nothing counts twice. */
function activitiesOf(
  { materials }: Evidence,
  index: number,
  weight: Weight,
  { forms, receipts }: Tools,
  tariffs: Tariffs
): readonly (readonly [Counted, number])[] {
  const material = materials[index]!
  if (material.kind === 'picture') return [['photos', 1]]
  if (material.kind === 'conversation') return [['receipts', receipts.get(index) ?? 0]]
  const reading = material.reading
  const letters = (reading?.blocks ?? []).reduce((sum, { text }) => sum + characters(text), 0)
  // A meeting's paper is one set of minutes or one sheet to sign, however many rows stand on it.
  if (weight.classId === 'T01') return [[isSheet(weight) ? 'sheets' : 'minutes', 1]]
  if (weight.ledgers.some(({ entries }) => entries > 0)) {
    const rows = weight.ledgers.filter(({ nature }) => nature !== 'roster')
    return [['entries', rows.reduce((sum, { trace }) => sum + trace, 0)]]
  }
  if (weight.classId === 'T02') return [['relayed', 1]]
  if (weight.classId === 'T09') return [['pledges', 1]]
  const filled = forms.get(index) ?? 0
  if (filled > 0) return [['forms', filled]]
  if (letters === 0) return [['scans', reading?.observed.pages ?? 1]]
  return [['pages', Math.ceil(letters / tariffs.charactersPerPage)]]
}

function isSheet({ why, ledgers }: Weight): boolean {
  return (
    why.some(({ cue }) => /签到|签名|签字/u.test(cue)) || ledgers.some(({ nature }) => nature === 'roster')
  )
}

function cents(value: number): number {
  return Math.round(value * 100) / 100
}
