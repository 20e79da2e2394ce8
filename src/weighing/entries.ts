import type { Ledger } from '../model/evidence.ts'
import type { Weight } from './classify.ts'
import { judgeOf } from './entry-class.ts'
import { natureOf } from './ledger-nature.ts'

export type EntryClass = 'result' | 'trace' | 'input' | 'issued' | 'unknown'

/**
 * The class of every entry of a ledger, in its order: `result` tells what came of it, `trace` that it was entered;
 * base data and what others issued stand outside. `of` is its material's weight: a person's word on the material holds
 * for its entries. For measuring and for drawing samples; the audit keeps counts.
 */
export function classOfEntries(ledger: Ledger, of: Pick<Weight, 'class' | 'overruled'>): EntryClass[] {
  const all = (each: EntryClass): EntryClass[] => Array.from(ledger.rows, () => each)
  const nature = natureOf(ledger)
  if (of.class === 'issued' || of.class === 'unknown') return all(of.class)
  if (of.overruled && of.class !== 'mixed') return all(of.class)
  if (of.class === 'input' || nature === 'roster') return all('input')
  const { standing } = judgeOf(ledger, nature)
  return Array.from(ledger.rows, (_, i) => (standing(i) === undefined ? 'trace' : 'result'))
}
