import { LADDER, type MaterialClass } from '../model/audit.ts'
import type { Ledger } from '../model/evidence.ts'
import { groupBy } from '../support/grouping.ts'
import { reasons, type Decision } from './decision.ts'
import { bareTitle } from './genre.ts'
import { BODY, firstCells, type Seen } from './seen.ts'

/**
 * Several ledgers bound into one workbook, each on a sheet under a title of its own: what each is, and what they are
 * together. A ledger with its explanation, its sum or its next month stays one.
 */

/** Beside this share of all entries the other sheets are by-work. */
const MOSTLY = 0.7

/** One for each kind of ledger; the workbook itself where it holds one only. */
export function sheetsApart(seen: Seen): Seen[] {
  const { material, ledgers, natures } = seen
  if (material.kind !== 'table' || ledgers.length < 2) return [seen]
  const filled = [...ledgers.keys()].filter(at => natures[at]!.entries > 0)
  // A sheet without a title of its own belongs to the others
  if (filled.some(at => ledgers[at]!.title === ledgers[at]!.table.head.name)) return [seen]
  const groups = [...groupBy(filled, at => kindOf(ledgers[at]!)).values()]
  if (groups.length < 2) return [seen]
  const sizes = groups.map(group => group.reduce((sum, at) => sum + natures[at]!.entries, 0))
  const all = sizes.reduce((sum, size) => sum + size, 0)
  const most = Math.max(...sizes)
  const meant = most >= MOSTLY * all ? [groups[sizes.indexOf(most)]!] : groups
  return meant.map(group => partOf(seen, group))
}

/** The next month of a ledger has another number in its title, and the same headers. */
function kindOf({ title, columns }: Ledger): string {
  const headers = columns.map(({ header }) => header.replace(/\s+/gu, '')).join('\t')
  return `${bareTitle(title).replace(/\d+/gu, '')}\n${headers}`
}

function partOf(seen: Seen, group: readonly number[]): Seen {
  const ledgers = group.map(at => seen.ledgers[at]!)
  const tables = ledgers.map(({ table }) => table)
  const material = { ...seen.material, reading: { ...seen.material.reading!, tables } }
  const titles = [...new Set(ledgers.map(({ title }) => title))]
  return {
    ...seen,
    material,
    ledgers,
    natures: group.map(at => seen.natures[at]!),
    forms: [],
    titles,
    title: bareTitle(titles[0]!),
    body: firstCells(material).slice(0, BODY).normalize('NFKC'),
    sentences: [],
    named: []
  }
}

/** What stands outside the ratio weighs nothing beside what stands in it. */
const OUTSIDE: ReadonlySet<MaterialClass> = new Set(['input', 'issued', 'unknown'])

/** The class the parts share; mixed where they differ, with what of them can be verified. */
export function together(parts: readonly Seen[], decisions: readonly Decision[]): Decision {
  const size = (at: number): number => parts[at]!.natures.reduce((sum, { entries }) => sum + entries, 0)
  const order = decisions.map((_, at) => at).sort((a, b) => size(b) - size(a) || a - b)
  const inside = order.filter(at => !OUTSIDE.has(decisions[at]!.class))
  const [first = order[0]!] = inside
  if (inside.every(at => decisions[at]!.class === decisions[first]!.class)) return decisions[first]!
  const mixed = inside.map(at => decisions[at]!)
  const classId = mixed.find(each => each.class === 'mixed')?.classId ?? 'M03'
  const ladder = LADDER[Math.max(0, ...mixed.map(each => LADDER.indexOf(each.ladder ?? 'E0')))]!
  const why = reasons(mixed.flatMap(each => each.why.slice(0, 1)), classId) // prettier-ignore
  return { class: 'mixed', classId, ladder, why, change: { code: 'show-what-carries' } }
}
