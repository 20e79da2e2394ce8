import { LADDER, type MaterialClass } from '../model/audit.ts'
import type { Unbound } from '../model/evidence.ts'
import { groupBy } from '../support/grouping.ts'
import type { Weight } from './classify.ts'
import { reasons } from './decision.ts'
import type { LedgerClass } from './entry-class.ts'

/** Several papers bound into one file: each is what it is, and the file is what they are together. */

/** Beside this share of all entries the other sheets of a workbook (its explanation, its sum) are by-work. */
const MOSTLY = 0.7

/** What the papers of each volume weigh together, and all else as it is; in the order of the package. */
export function boundWeights(unbound: Unbound, weights: readonly Weight[]): Weight[] {
  const { materials, materialOf, documents } = unbound
  const characters = new Map(documents.map(each => [each.material, each.characters]))
  const papersOf = groupBy([...materials.keys()].filter(k => materials[k]!.paper !== undefined), k => materialOf[k]!) // prettier-ignore
  const ledgersOf = ledgerClasses(unbound, weights)
  const found: Weight[] = []
  materialOf.forEach((i, k) => {
    if (materials[k]!.paper !== undefined) return
    const papers = papersOf.get(i)
    if (!papers) return found.push(weights[k]!)
    const isTable = materials[papers[0]!]!.kind === 'table'
    const sizes = papers.map(paper => isTable ? entriesIn(weights[paper]!) : (characters.get(paper) ?? 0)) // prettier-ignore
    const meant = isTable ? mostly(papers, sizes) : papers
    found.push({ ...together(meant.map(paper => ({ weight: weights[paper]!, size: sizes[papers.indexOf(paper)]! }))), ledgers: ledgersOf.get(i) ?? [] }) // prettier-ignore
  })
  return found
}

/** Classes of ledgers by the file they lie in, in the order of its ledgers. */
function ledgerClasses(
  { ledgers, materialOf }: Unbound,
  weights: readonly Weight[]
): Map<number, LedgerClass[]> {
  const next = new Map<number, number>()
  const found = new Map<number, LedgerClass[]>()
  for (const { material } of ledgers) {
    const at = next.get(material) ?? 0
    next.set(material, at + 1)
    const named = weights[material]!.ledgers[at]
    const own = found.get(materialOf[material]!) ?? []
    if (named) own.push(named)
    found.set(materialOf[material]!, own)
  }
  return found
}

function entriesIn({ ledgers }: Weight): number {
  return ledgers.reduce((sum, { entries }) => sum + entries, 0)
}

function mostly(papers: readonly number[], sizes: readonly number[]): readonly number[] {
  const all = sizes.reduce((sum, size) => sum + size, 0)
  const most = Math.max(...sizes)
  return most >= MOSTLY * all && most > 0 ? [papers[sizes.indexOf(most)]!] : papers
}

/** What stands outside the ratio weighs nothing beside what stands in it. */
const OUTSIDE: ReadonlySet<MaterialClass> = new Set(['input', 'issued', 'unknown'])

/** The class the papers share; mixed where they differ, with what of them can be verified. */
function together(papers: readonly { weight: Weight; size: number }[]): Weight {
  const order = papers.toSorted((a, b) => b.size - a.size).map(({ weight }) => weight)
  const inside = order.filter(({ class: named }) => !OUTSIDE.has(named))
  const first = inside[0] ?? order[0]!
  if (inside.every(({ class: named }) => named === first.class)) return first
  const classId = inside.find(each => each.class === 'mixed')?.classId ?? 'M03'
  const ladder = LADDER[Math.max(0, ...inside.map(each => LADDER.indexOf(each.ladder ?? 'E0')))]!
  const why = reasons(inside.flatMap(each => each.why.slice(0, 1)), classId) // prettier-ignore
  return { class: 'mixed', classId, ladder, why, ledgers: [], counted: first.counted, change: { code: 'show-what-carries' } } // prettier-ignore
}
