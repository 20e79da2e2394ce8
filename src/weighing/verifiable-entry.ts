import type { Ledger } from '../model/evidence.ts'
import { classOfLedger } from './entry-class.ts'
import { atLeast } from './ladder.ts'

/** Whether one entry alone shows a result at E2 or above, by the same rule as its whole ledger: columns keep what they say over all rows, so a constant 已处理 stays silent. */
export function isVerifiable(ledger: Ledger, entry: number): boolean {
  const { result, ladder } = classOfLedger({
    ...ledger,
    rows: ledger.rows.subarray(entry, entry + 1),
    value: (_, column) => ledger.value(entry, column),
    date: () => ledger.date(entry)
  })
  return result > 0 && atLeast(ladder, 'E2')
}
