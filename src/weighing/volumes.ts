import { LADDER, type MaterialClass } from '../model/audit.ts'
import type { Unbound } from '../model/evidence.ts'
import { groupBy } from '../support/grouping.ts'
import type { Weight } from './classify.ts'
import { reasons } from './decision.ts'
import type { LedgerClass } from './entry-class.ts'
import type { Keep } from './keep.ts'

/** Several papers bound into one file: each is what it is, and the file is what they are together. */

/** Beside this share of all entries the other sheets of a workbook (its explanation, its sum) are by-work. */
const MOSTLY = 0.7
/** What stands outside the ratio weighs nothing beside what stands in it. */
const OUTSIDE: ReadonlySet<MaterialClass> = new Set(['input', 'issued', 'unknown'])

/** What the papers of each volume weigh together, and all else as it is; in the order of the package. */
export function boundWeights(unbound: Unbound, weights: readonly Weight[]): Weight[] {
  const characters = new Map(unbound.documents.map(each => [each.material, each.characters]))
  const ledgersOf = ledgerClasses(unbound, weights)
  return perFile(unbound, weights, (papers, i) => {
    const isTable = unbound.materials[papers[0]!]!.kind === 'table'
    const sized = papers.map(k => ({ weight: weights[k]!, size: isTable ? entriesIn(weights[k]!) : (characters.get(k) ?? 0) })) // prettier-ignore
    return { ...together(isTable ? mostly(sized) : sized), ledgers: ledgersOf.get(i) ?? [] }
  })
}

/** A volume is kept as its papers are when all of them are; one kept paper among others, or a name that speaks of one, is enough never to leave it out. */
export function boundKeeps(unbound: Unbound, keeps: readonly Keep[], whole: (file: number) => Keep): Keep[] {
  return perFile(unbound, keeps, (papers, i): Keep => {
    const own = papers.map(k => keeps[k]!)
    const kept = own.find(({ keep }) => keep)?.keep
    if (kept && own.every(({ keep }) => keep)) return { keep: kept }
    const { keep, mayKeep } = whole(i)
    const spoken = [kept?.rule, ...own.map(each => each.mayKeep), keep?.rule, mayKeep]
    const claimed = spoken.find(rule => rule !== undefined)
    return claimed === undefined ? {} : { mayKeep: claimed }
  })
}

/** One value for each file of the package: its own, or what is made of the papers bound into it. */
function perFile<T>(
  { materials, materialOf }: Unbound,
  values: readonly T[],
  ofPapers: (papers: readonly number[], file: number) => T
): T[] {
  const isPaper = (k: number): boolean => materials[k]!.paper !== undefined
  const papersOf = groupBy([...materials.keys()].filter(isPaper), k => materialOf[k]!)
  return materialOf.flatMap((i, k) => {
    if (isPaper(k)) return []
    const papers = papersOf.get(i)
    return [papers ? ofPapers(papers, i) : values[k]!]
  })
}

/** Classes of ledgers by the file they lie in, in the order of its ledgers. */
function ledgerClasses(
  { ledgers, materialOf }: Unbound,
  weights: readonly Weight[]
): Map<number, LedgerClass[]> {
  const next = new Map<number, number>()
  const found = new Map<number, LedgerClass[]>()
  for (const { material, rows } of ledgers) {
    const at = next.get(material) ?? 0
    next.set(material, at + 1)
    const { class: named, ledgers: classes } = weights[material]!
    const own = found.get(materialOf[material]!) ?? []
    own.push(OUTSIDE.has(named) ? outside(rows.length) : (classes[at] ?? outside(rows.length)))
    found.set(materialOf[material]!, own)
  }
  return found
}

/** Rows of base data, or of what others issued, stay outside the ratio whatever is bound with them. */
function outside(entries: number): LedgerClass {
  return { nature: 'roster', entries, result: 0, trace: 0, ladder: 'E0', confirmed: false, because: [] }
}

function entriesIn({ ledgers }: Weight): number {
  return ledgers.reduce((sum, { entries }) => sum + entries, 0)
}

interface Sized {
  weight: Weight
  size: number
}

function mostly(papers: readonly Sized[]): readonly Sized[] {
  const all = papers.reduce((sum, { size }) => sum + size, 0)
  const most = papers.find(({ size }) => size > 0 && size >= MOSTLY * all)
  return most ? [most] : papers
}

/** The class the papers share; mixed where they differ, with what of them can be verified. */
function together(papers: readonly Sized[]): Weight {
  const order = papers.toSorted((a, b) => b.size - a.size).map(({ weight }) => weight)
  const inside = order.filter(({ class: named }) => !OUTSIDE.has(named))
  const first = inside[0] ?? order[0]!
  if (inside.every(({ class: named }) => named === first.class)) return first
  const classId = inside.find(each => each.class === 'mixed')?.classId ?? 'M03'
  const ladder = LADDER[Math.max(0, ...inside.map(each => LADDER.indexOf(each.ladder ?? 'E0')))]!
  const why = reasons(inside.flatMap(each => each.why.slice(0, 1)), classId) // prettier-ignore
  return { class: 'mixed', classId, ladder, why, ledgers: [], counted: first.counted, change: { code: 'show-what-carries' } } // prettier-ignore
}
