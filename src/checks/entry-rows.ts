import type { Detail, Place } from '../model/audit.ts'
import type { EntryGroup, EntryRef, Evidence, Ledger, LedgerColumn, Meaning } from '../model/evidence.ts'
import { sha256 } from '../support/hashing.ts'
import { bare, clip, normalise } from '../support/text.ts'

/** What checks of ledger rows show of a group: places, content hashes, and the rows side by side. */

/** Rows quoted in one finding, columns of a row, and characters of a cell; the rest is counted. */
const MOST_ROWS = 40
const MOST_COLUMNS = 14
const MOST_TEXT = 300

const SAYS: ReadonlySet<Meaning> = new Set(['topic', 'content', 'problem', 'measure', 'outcome', 'note'])

export interface GroupFacts {
  rows: number
  ledgers: number
  dates: string[] // different ones, rising
  subjects: number
  contents: number // different contents that come more than once
  /** Days between rows that say the same, the commonest one, and the share of pairs that keep it. */
  shift: { days: number; share: number; pairs: number }
}

export function placeOf(evidence: Evidence, { ledger, entry }: EntryRef): Place {
  const { material, table, rows } = evidence.ledgers[ledger]!
  const place: Place = {
    path: evidence.materials[material]!.path,
    table: table.head.index,
    row: table.cells.rows[rows[entry]!]!
  }
  return table.head.name === '' ? place : { ...place, sheet: table.head.name }
}

/** Hash of a row's values, numbers of rows left out. */
export function memberOf(evidence: Evidence, { ledger, entry }: EntryRef): string {
  const { columns, value } = evidence.ledgers[ledger]!
  const texts = columns.flatMap(({ meaning }, k) =>
    meaning === 'serial' ? [] : [normalise(value(entry, k))]
  )
  return sha256(texts.join('\t'))
}

export function factsOf(
  evidence: Evidence,
  { members }: EntryGroup,
  dayNumber: (date: string) => number
): GroupFacts {
  const dates = new Set<string>()
  const subjects = new Set<string>()
  for (const { ledger, entry } of members) {
    const each = evidence.ledgers[ledger]!
    const date = each.date(entry)
    if (date !== '') dates.add(date)
    const subject = subjectOf(each, entry)
    if (subject !== '') subjects.add(subject)
  }
  const alike = byContent(evidence, members).filter(refs => refs.length > 1)
  return {
    rows: members.length,
    ledgers: new Set(members.map(({ ledger }) => ledger)).size,
    dates: [...dates].sort(),
    subjects: subjects.size,
    contents: alike.length,
    shift: shiftOf(evidence, alike, dayNumber)
  }
}

/** Rows side by side; rows that say the same stand together and are compared with the first of them. */
export function rowsDetail(evidence: Evidence, group: EntryGroup): Detail {
  const places = new Map(group.members.map((ref, index) => [`${ref.ledger}:${ref.entry}`, index]))
  const sets =
    group.kind === 'duplicate'
      ? byDateAndContent(evidence, group.members)
      : byContent(evidence, group.members)
  const ordered = [...sets.filter(refs => refs.length > 1), ...sets.filter(refs => refs.length === 1)]
  const columns = shownColumns(evidence, group)
  const rows: Extract<Detail, { kind: 'rows' }>['rows'] = []
  for (const refs of ordered) {
    const first = textsOf(evidence, refs[0]!, columns)
    for (const ref of refs) {
      if (rows.length >= MOST_ROWS) break
      const texts = textsOf(evidence, ref, columns)
      rows.push({
        place: places.get(`${ref.ledger}:${ref.entry}`)!,
        cells: columns.map((column, k) => {
          const sensitive = sensitivityOf(column)
          const cell = { text: clip(texts[k]!, MOST_TEXT), differs: texts[k] !== first[k] }
          return sensitive ? { ...cell, sensitive } : cell
        })
      })
    }
  }
  return { kind: 'rows', columns: columns.map(({ header }) => header), rows, total: group.members.length }
}

function subjectOf({ columns, value }: Ledger, entry: number): string {
  const k = ['subject', 'household', 'idNumber', 'phone'].map(m => columns.findIndex(each => each.meaning === m)).find(at => at >= 0) // prettier-ignore
  return k === undefined ? '' : normalise(value(entry, k))
}

/** Sets of rows in the order of their first member. */
function byContent(evidence: Evidence, members: readonly EntryRef[]): EntryRef[][] {
  return grouped(members, ({ ledger, entry }) => {
    const { columns, value } = evidence.ledgers[ledger]!
    const text = columns.flatMap(({ meaning }, k) => (SAYS.has(meaning) ? [value(entry, k)] : [])).join('\n')
    // Dates and other numbers shift with a copy; names of months and days go with them.
    return bare(text).replace(/\d+[年月日号]?/gu, '')
  })
}

function byDateAndContent(evidence: Evidence, members: readonly EntryRef[]): EntryRef[][] {
  return grouped(members, ref => {
    const ledger = evidence.ledgers[ref.ledger]!
    const subject = subjectOf(ledger, ref.entry)
    const date = ledger.date(ref.entry)
    // In a small group all rows are one record, whatever was mistyped.
    return members.length <= 4 ? '' : `${date}\n${subject || 'x'}`
  })
}

function grouped(members: readonly EntryRef[], keyOf: (ref: EntryRef) => string): EntryRef[][] {
  const sets = new Map<string, EntryRef[]>()
  for (const ref of members) {
    const key = keyOf(ref)
    const set = sets.get(key)
    if (set) set.push(ref)
    else sets.set(key, [ref])
  }
  return [...sets.values()]
}

function shiftOf(
  evidence: Evidence,
  alike: readonly EntryRef[][],
  dayNumber: (date: string) => number
): GroupFacts['shift'] {
  const counts = new Map<number, number>()
  let pairs = 0
  for (const refs of alike) {
    const days = refs
      .map(({ ledger, entry }) => evidence.ledgers[ledger]!.date(entry))
      .filter(date => date !== '')
    for (let i = 1; i < days.length; i++) {
      const shift = dayNumber(days[i]!) - dayNumber(days[i - 1]!)
      counts.set(shift, (counts.get(shift) ?? 0) + 1)
      pairs++
    }
  }
  let best = { days: 0, count: 0 }
  for (const [days, count] of counts) {
    if (count > best.count || (count === best.count && days < best.days)) best = { days, count }
  }
  return { days: best.days, share: pairs === 0 ? 0 : best.count / pairs, pairs }
}

interface ShownColumn {
  header: string
  meaning: Meaning
}

/** Columns of the ledger with most members; ledgers of other layouts are matched by header, then by meaning. */
function shownColumns(evidence: Evidence, { members }: EntryGroup): ShownColumn[] {
  const counts = new Map<number, number>()
  for (const { ledger } of members) counts.set(ledger, (counts.get(ledger) ?? 0) + 1)
  const [most] = [...counts].sort(([a, x], [b, y]) => y - x || a - b)
  return evidence.ledgers[most![0]]!.columns.filter(({ filled }) => filled > 0)
    .slice(0, MOST_COLUMNS)
    .map(({ header, meaning }, k) => ({ header: header === '' ? `#${k + 1}` : header, meaning }))
}

function textsOf(evidence: Evidence, { ledger, entry }: EntryRef, shown: readonly ShownColumn[]): string[] {
  const { columns, value } = evidence.ledgers[ledger]!
  const filled = columns.map((column, k) => ({ column, k })).filter(({ column }) => column.filled > 0)
  return shown.map(({ header, meaning }, position) => {
    const match =
      filled.find(({ column }) => column.header === header) ??
      filled.find(({ column }) => meaning !== 'other' && column.meaning === meaning) ??
      (header === `#${position + 1}` ? filled[position] : undefined)
    return match ? value(entry, match.k).trim() : ''
  })
}

const SENSITIVE: Partial<Record<Meaning, 'person' | 'phone' | 'id' | 'address'>> = {
  person: 'person',
  subject: 'person',
  responsible: 'person',
  recorder: 'person',
  signature: 'person',
  household: 'person',
  phone: 'phone',
  idNumber: 'id',
  address: 'address'
}

function sensitivityOf({
  header,
  meaning
}: Pick<LedgerColumn, 'header' | 'meaning'>): 'person' | 'phone' | 'id' | 'address' | 'account' | undefined {
  // prettier-ignore
  if (/银行|账号|帐号|卡号|一卡通|account/iu.test(header)) return 'account'
  return SENSITIVE[meaning]
}
