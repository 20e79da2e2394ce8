import type { Evidence, Ledger } from '../model/evidence.ts'
import { classOfLedger, judgeOf, type LedgerClass } from './entry-class.ts'

/** What a ledger is, and what it says as far as its own rows go; they differ for a piece of a ledger cut up. */
export interface PieceClass {
  whole: LedgerClass
  own: LedgerClass
}

/**
 * Classes of ledgers, those cut up over files judged by all their rows: one row of a patrol ledger that happens to tell
 * an outcome makes neither its file a result nor the ledger. Entries stay where they stand.
 */
export function pieceClasses({
  ledgerPieces,
  ledgers
}: Pick<Evidence, 'ledgerPieces' | 'ledgers'>): (ledger: Ledger) => PieceClass {
  const known = new Map<number, PieceClass>()
  for (const { members, whole } of ledgerPieces) {
    const named = classOfLedger(whole)
    const { standing } = judgeOf(whole, named.nature)
    const outside = named.nature === 'roster' || named.nature === 'blank'
    let start = 0
    for (const index of members) {
      const entries = ledgers[index]!.rows.length
      let result = 0
      for (let i = start; i < start + entries; i++) if (!outside && standing(i) !== undefined) result++
      known.set(index, {
        whole: named,
        own: {
          ...named,
          entries: named.nature === 'blank' ? 0 : entries,
          result,
          trace: outside ? 0 : entries - result
        }
      })
      start += entries
    }
  }
  return ledger => {
    const piece = known.get(ledger.index)
    if (piece) return piece
    const named = classOfLedger(ledger)
    return { whole: named, own: named }
  }
}
