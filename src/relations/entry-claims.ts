import type { Ledger, Meaning } from '../model/evidence.ts'
import { writtenDates } from '../support/dates.ts'
import { mix, NO_DAY, type EntryTable } from './entry-table.ts'

/** What each row claims about when, where and whom, as hashes; 0 when it claims nothing. */
export interface Claims {
  subject: Uint32Array
  place: Uint32Array
  person: Uint32Array
  /** Whether two rows claim different occasions: other days; where no day is claimed another subject; where neither is, ledgers of other months. */
  occasionsDiffer(a: number, b: number): boolean
}

const DATE: ReadonlySet<Meaning> = new Set(['date'])
const SUBJECT: ReadonlySet<Meaning> = new Set(['subject', 'household', 'idNumber', 'phone'])
const PLACE: ReadonlySet<Meaning> = new Set(['place', 'address', 'unit'])
const PERSON: ReadonlySet<Meaning> = new Set(['person', 'responsible'])

export function claimsOf(table: EntryTable): Claims {
  const subject = hashed(table, SUBJECT)
  const place = hashed(table, PLACE)
  const person = hashed(table, PERSON)
  const written = hashed(table, DATE)
  const periods = table.ledgers.map(({ ledger }) => periodOf(ledger))
  return {
    subject,
    place,
    person,
    occasionsDiffer(a, b) {
      const dayA = table.days[a]!
      const dayB = table.days[b]!
      if (dayA !== NO_DAY && dayB !== NO_DAY) return dayA !== dayB
      // A day on one side only: the rows may be one record filed twice.
      if (dayA !== dayB) return false
      // 2024年1月, 第二周: written, but no day.
      if (written[a] !== 0 && written[b] !== 0) return written[a] !== written[b]
      if (subject[a] !== 0 && subject[b] !== 0) return subject[a] !== subject[b]
      // A list of persons comes again every month; a log of events without dates does not.
      const [periodA, periodB] = [periods[table.of[a]!]!, periods[table.of[b]!]!]
      return subject[a] === subject[b] && periodA !== '' && periodB !== '' && periodA !== periodB
    }
  }
}

/** The month, quarter or year a ledger's title or sheet names, as digits; '' when it names none. */
function periodOf({ title, table }: Ledger): string {
  for (const text of [title, table.head.name]) {
    const [written] = writtenDates(text)
    if (written) return `${written.from}/${written.to}`
    const month = /(?<!\d)(\d{1,2}|[一二三四五六七八九十]{1,3})\s*月/u.exec(text.normalize('NFKC'))
    if (month) return month[1]!
  }
  return ''
}

function hashed(table: EntryTable, meanings: ReadonlySet<Meaning>): Uint32Array {
  const all = new Uint32Array(table.rows)
  for (const { compared, base, start, size } of table.ledgers) {
    const at = compared.flatMap(({ meaning }, c) => (meanings.has(meaning) ? [c] : []))
    if (at.length === 0) continue
    for (let i = 0; i < size; i++) {
      let hash = 0
      for (const c of at) {
        const value = table.hashes[base + i * compared.length + c]!
        if (value !== 0) hash = mix(hash, value) || 1
      }
      all[start + i] = hash
    }
  }
  return all
}
