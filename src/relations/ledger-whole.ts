import type { Ledger, LedgerColumn, Meaning } from '../model/evidence.ts'
import { bare } from '../support/text.ts'

/** Rows of several ledgers of the same columns as one ledger, with the columns as all rows together fill them. */
export function wholeLedger(pieces: readonly Ledger[]): Ledger {
  const [first] = pieces as readonly [Ledger, ...Ledger[]]
  const at = pieces.flatMap((piece, p) => Array.from(piece.rows, (_, i) => [p, i] as const))
  const value = (i: number, k: number): string => pieces[at[i]![0]]!.value(at[i]![1], k)
  // asked for once per piece by those who look at each
  const dates = at.map(([p, i]) => pieces[p]!.date(i))
  return {
    ...first,
    rows: Uint32Array.from(at, (_, i) => i),
    columns: first.columns.map((column, k) => ({
      ...column,
      meaning: meaningOf(pieces, k),
      ...countsOf(at.length, i => value(i, k))
    })),
    value,
    date: i => dates[i]!
  }
}

/** What most pieces take a column for: one row alone tells little of it. */
function meaningOf(pieces: readonly Ledger[], k: number): Meaning {
  const votes = new Map<Meaning, number>()
  for (const { columns } of pieces) {
    const { meaning, filled } = columns[k]!
    if (filled > 0) votes.set(meaning, (votes.get(meaning) ?? 0) + 1)
  }
  return [...votes].reduce(
    (best, each) => (each[1] > best[1] ? each : best),
    [pieces[0]!.columns[k]!.meaning, 0]
  )[0]
}

function countsOf(
  entries: number,
  value: (i: number) => string
): Pick<LedgerColumn, 'filled' | 'distinct' | 'topShare'> {
  const counts = new Map<string, number>()
  let filled = 0
  for (let i = 0; i < entries; i++) {
    const text = value(i)
    if (text === '') continue
    filled++
    const key = bare(text)
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const top = [...counts.values()].reduce((most, count) => Math.max(most, count), 0)
  return { filled, distinct: counts.size, topShare: filled === 0 ? 0 : top / filled }
}
