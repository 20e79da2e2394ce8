import { LADDER, type MaterialClass } from '../model/audit.ts'
import { reasons, type Decision } from './decision.ts'
import { bareTitle } from './genre.ts'
import { BODY, type Seen } from './seen.ts'

/**
 * Several ledgers bound into one workbook, each on a sheet under a title of its own: what each is, and what they are
 * together. A ledger with its explanation, its sum or its next month stays one.
 */

/** Beside this share of all entries the other sheets are by-work. */
const MOSTLY = 0.7
/** Cells of a sheet that tell what stands in it. */
const HEAD_CELLS = 400

/** One for each kind of ledger; the workbook itself where it holds one only. */
export function sheetsApart(seen: Seen): Seen[] {
  const { material, ledgers, natures } = seen
  if (material.kind !== 'table' || ledgers.length < 2) return [seen]
  const groups = new Map<string, number[]>()
  for (const [at, { title, table, columns }] of ledgers.entries()) {
    if (natures[at]!.entries === 0) continue
    // A sheet without a title of its own belongs to the others
    if (title === table.head.name) return [seen]
    const headers = columns.map(({ header }) => header.replace(/\s+/gu, '')).join('\t')
    const key = `${bareTitle(title).replace(/\d+/gu, '')}\n${headers}`
    groups.set(key, [...(groups.get(key) ?? []), at])
  }
  const sizes = [...groups.values()].map(group => group.reduce((sum, at) => sum + natures[at]!.entries, 0))
  const all = sizes.reduce((sum, size) => sum + size, 0)
  if (groups.size < 2) return [seen]
  const most = Math.max(...sizes)
  if (most >= MOSTLY * all) return [partOf(seen, [...groups.values()][sizes.indexOf(most)]!)]
  return [...groups.values()].map(group => partOf(seen, group))
}

function partOf(seen: Seen, group: readonly number[]): Seen {
  const ledgers = group.map(at => seen.ledgers[at]!)
  const tables = ledgers.map(({ table }) => table)
  const titles = [...new Set(ledgers.map(({ title }) => title))]
  const body = tables.flatMap(({ cells }) => Array.from(cells.texts.subarray(0, HEAD_CELLS), id => cells.pool.text(id))).join('\n').slice(0, BODY).normalize('NFKC') // prettier-ignore
  return {
    ...seen,
    material: { ...seen.material, reading: { ...seen.material.reading!, tables } },
    ledgers,
    natures: group.map(at => seen.natures[at]!),
    forms: [],
    titles,
    title: bareTitle(titles[0]!),
    body,
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
