import type { Evidence, Ledger, LedgerPieces } from '../model/evidence.ts'
import { groupBy } from '../support/grouping.ts'
import { wholeLedger } from './ledger-whole.ts'

/** Two files of one head are a first half and a second half, or two periods; from three on it is a series. */
const LEAST_PIECES = 3
/** Longest part of a name that is looked at; file systems stop at 255. */
const LONGEST_NAME = 260

/**
 * Ledgers cut up over several files: the same lines above the same columns, in one folder, under names that differ by
 * their number only. What is written above the columns tells meetings apart (会议时间：…), what a name says beside its
 * number tells subjects and days apart; both keep honest series of papers separate.
 */
export function ledgerPieces({
  materials,
  names,
  ledgers
}: Pick<Evidence, 'materials' | 'names' | 'ledgers'>): LedgerPieces[] {
  const first = new Map<number, Ledger>()
  for (const ledger of ledgers) if (!first.has(ledger.material)) first.set(ledger.material, ledger)
  const series = [...first.values()].filter(
    ({ material, headerRow }) =>
      materials[material]!.kind === 'table' && materials[material]!.origin === 'package' && headerRow > 0
  )
  const groups = groupBy(series, ledger =>
    keyOf(ledger, materials[ledger.material]!.path, names[ledger.material]?.subject ?? '')
  )
  return [...groups.values()]
    .filter(group => group.length >= LEAST_PIECES)
    .map(group => ({ members: group.map(({ index }) => index), whole: wholeLedger(group) }))
}

/** The ledger a piece belongs to and the number of its first entry there. */
export function wholesOf(
  pieces: readonly LedgerPieces[],
  ledgers: readonly Ledger[]
): (ledger: Ledger) => { whole: Ledger; start: number } | undefined {
  const known = new Map<number, { whole: Ledger; start: number }>()
  for (const { members, whole } of pieces) {
    let start = 0
    for (const index of members) {
      known.set(index, { whole, start })
      start += ledgers[index]!.rows.length
    }
  }
  return ({ index }) => known.get(index)
}

function keyOf(ledger: Ledger, path: string, subject: string): string {
  const at = path.lastIndexOf('/') + 1
  // f0012 says nothing: what is written inside decides alone
  const name = subject.length < 2 ? '' : withoutNumber(path.slice(at))
  return [path.slice(0, at), name, linesAbove(ledger), ...ledger.columns.map(({ header }) => header)].join(
    '\n'
  )
}

/** 走访台账-07, 走访台账(7), 走访台账第7份; a number behind another one is part of a date (2024-03-07). */
function withoutNumber(name: string): string {
  return name
    .normalize('NFKC')
    .slice(-LONGEST_NAME)
    .replace(/\.[a-z0-9]{1,5}$/iu, '')
    .replace(/(?<!\d[\s_\-—.(]?)[\s_\-—.(]?(?:第)?(?<!\d)\d{1,3}(?:份|页|册|部分|条)?\)?$/u, '')
}

function linesAbove({ table: { cells }, headerRow }: Ledger): string {
  const lines: string[] = []
  for (let row = 0; row < cells.rowCount && cells.rows[row]! < headerRow; row++)
    lines.push(
      Array.from(cells.texts.subarray(cells.starts[row], cells.starts[row + 1]), id =>
        cells.pool.text(id)
      ).join(' ')
    )
  return lines.join('\n')
}
