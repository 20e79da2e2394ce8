import type { Papers } from '../model/evidence.ts'
import type { Weight } from './classify.ts'
import { sumsStated, totalOf } from './outside.ts'

/** Receipts and reports read for their sums; a package has dozens. */
const MOST_DOCUMENTS = 2000

/**
 * A list of payments whose total stands in an outside document of the same package, to the cent, reconciles with
 * it: E4, as the document itself.
 */
export function reconcile(evidence: Papers, weights: readonly Weight[]): Weight[] {
  const documents = new Map(evidence.documents.map(document => [document.material, document]))
  const sums = new Map<number, number>() // sum → material that states it
  weights.forEach((weight, index) => {
    if (weight.ladder !== 'E4' || sums.size >= MOST_DOCUMENTS) return
    const text =
      documents
        .get(index)
        ?.paragraphs.map(paragraph => paragraph.text)
        .join('\n') ?? ''
    for (const sum of sumsStated(text)) if (!sums.has(sum)) sums.set(sum, index)
  })
  if (sums.size === 0) return [...weights]
  const total = new Map<number, number>() // material → the total of its ledgers
  for (const ledger of evidence.ledgers) {
    if (weights[ledger.material]!.class !== 'result') continue
    const own = totalOf(ledger)
    if (own !== undefined) total.set(ledger.material, (total.get(ledger.material) ?? 0) + own)
  }
  return weights.map((weight, index) => {
    const own = total.get(index)
    const other = own === undefined ? undefined : sums.get(own)
    if (other === undefined || other === index || weight.ladder === 'E4') return weight
    const { change: _, ...rest } = weight
    const cue = { cue: `reconciles:${evidence.materials[other]!.no}`, class: weight.classId ?? 'R02', where: 'provenance' as const, weight: 6 } // prettier-ignore
    return { ...rest, ladder: 'E4', why: [cue, ...weight.why].slice(0, 8) }
  })
}
