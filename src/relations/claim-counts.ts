import type { ClaimSupport, Ledger, ResultClaim } from '../model/evidence.ts'
import { textAt } from '../model/cells.ts'
import { readNumber, narrow } from '../support/quantities.ts'
import { writtenDates } from '../support/dates.ts'
import { normalise } from '../support/text.ts'
import type { Tick } from '../support/tick.ts'
import type { Carrier } from './claim-ledgers.ts'

/** One way to count what ledgers carry of a claim. */
export interface Count {
  value: number
  how: NonNullable<ClaimSupport['how']>
  rows: number
}

/** More entries than a summary speaks of as so many cases; they are left uncounted, and the claim undecided. */
const MOST_ENTRIES = 200_000
/** Ledgers of more entries are counted by their first date column only. */
const MOST_FINE = 50_000
const OPEN =
  /未(?:完成|办结|整改|处理|落实|解决)|办理中|处理中|正在|进行中|待(?:办|处理|核实|整改)|跟进|跟踪|延期|挂起/u
const PEOPLE = /人数|人次|受益|户数|户次|家庭成员/u
/** A column of so few values sorts entries; each sort may be what was counted. */
const MOST_SORTS = 8

interface Entry {
  carrier: Carrier
  i: number
}

/**
 * Every way in which ledgers about the same thing give a number for a claim: all entries and closed ones, in the time
 * it speaks of by any of their dates, different persons, sums. The same entry in two ledgers counts once. All of them
 * are given, so that a claim is only held against ledgers when none of them comes near.
 */
export function countsOf(carriers: readonly Carrier[], claim: ResultClaim, tick: Tick): Count[] {
  if (carriers.reduce((total, { ledger }) => total + ledger.rows.length, 0) > MOST_ENTRIES) return []
  const all = distinctEntries(carriers, tick)
  const counts: Count[] = []
  for (const entries of windowsOf(all, carriers, claim, tick))
    counts.push(...waysOf(entries, carriers, claim, tick))
  return counts
}

function distinctEntries(carriers: readonly Carrier[], tick: Tick): Entry[] {
  const seen = new Map<string, number>()
  const entries: Entry[] = []
  carriers.forEach((carrier, index) => {
    const { ledger } = carrier
    const telling = ledger.columns.flatMap(({ meaning }, k) => (meaning === 'serial' && ledger.columns[k]!.distinct === ledger.rows.length && /序|项次|行次|^no/iu.test(ledger.columns[k]!.header) ? [] : [k])) // prettier-ignore
    for (let i = 0; i < ledger.rows.length; i++) {
      if (i % 10_000 === 0) tick(i, ledger.rows.length)
      const key = telling.map(k => normalise(ledger.value(i, k))).join('\t')
      const first = seen.get(key)
      // twice in one ledger is the ledger's own count; the same row in another ledger is a copy
      if (first !== undefined && first !== index) continue
      seen.set(key, index)
      entries.push({ carrier, i })
    }
  })
  return entries
}

/** All entries where the ledgers' own titles keep to the claim's time; else those in it, by each of their dates. */
function windowsOf(
  all: readonly Entry[],
  carriers: readonly Carrier[],
  { period, writtenOn }: ResultClaim,
  tick: Tick
): Entry[][] {
  if (!period) return [[...all]]
  const within = carriers.every(({ period: own }) => own !== undefined && own.from >= period.from && own.to <= period.to) // prettier-ignore
  const windows: Entry[][] = []
  const dateColumns = Math.max(0, ...carriers.map(({ ledger }) => ledger.columns.filter(({ meaning }) => meaning === 'date').length)) // prettier-ignore
  const fine = all.length <= MOST_FINE
  let undated = 0
  const byFirst = all.filter(({ carrier: { ledger }, i }) => {
    const date = ledger.date(i)
    if (date === '') undated++
    return date >= period.from && date <= period.to
  })
  windows.push(byFirst)
  if (writtenOn !== undefined && writtenOn < period.to) windows.push(byFirst.filter(({ carrier: { ledger }, i }) => ledger.date(i) <= writtenOn)) // prettier-ignore
  for (let n = 0; fine && n < dateColumns; n++) {
    tick()
    windows.push(all.filter(({ carrier: { ledger }, i }) => {
      const columns = ledger.columns.flatMap(({ meaning }, k) => (meaning === 'date' ? [k] : []))
      const date = columns[n] === undefined ? '' : dayIn(ledger.value(i, columns[n]!), +period.from.slice(0, 4))
      return date >= period.from && date <= period.to
    })) // prettier-ignore
  }
  // an entry without a date may belong to any time
  if (within || undated > 0) windows.push([...all])
  return windows
}

function dayIn(text: string, year: number): string {
  if (/^\d{4}-\d\d-\d\d/u.test(text)) return text.slice(0, 10)
  return writtenDates(text, { year })[0]?.from ?? ''
}

function waysOf(
  entries: readonly Entry[],
  carriers: readonly Carrier[],
  claim: ResultClaim,
  tick: Tick
): Count[] {
  tick()
  const rows = entries.length
  if (claim.dimension === 'money') return sums(entries, carriers, ({ money }) => money)
  const counts: Count[] = [{ value: rows, how: 'rows', rows }]
  const open = entries.filter(({ carrier: { ledger }, i }) => ledger.columns.some(({ meaning, header }, k) => (meaning === 'outcome' || /结果|办结|评价|状态/u.test(header)) && OPEN.test(ledger.value(i, k)))).length // prettier-ignore
  if (open > 0) counts.push({ value: rows - open, how: 'closed', rows })
  for (const sort of sortsOf(entries)) counts.push({ value: sort, how: 'rows', rows: sort })
  if (claim.dimension !== 'cases') {
    const people = distinctPeople(entries)
    if (people > 0) counts.push({ value: people, how: 'distinct', rows })
    counts.push(...sums(entries, carriers, ({ ledger }) => ledger.columns.flatMap(({ header, meaning }, k) => (PEOPLE.test(header) || (meaning === 'quantity' && /人|户/u.test(header)) ? [k] : [])))) // prettier-ignore
  }
  return counts
}

/** How many entries have each value of a column that only sorts them: 满意, 在岗, 一般隐患. */
function sortsOf(entries: readonly Entry[]): number[] {
  const ledgers = new Set(entries.map(({ carrier }) => carrier.ledger))
  const headers = new Set([...ledgers].flatMap(({ columns }) => columns.filter(({ distinct, filled }) => distinct > 1 && distinct <= MOST_SORTS && filled > 0).map(({ header }) => header))) // prettier-ignore
  const found: number[] = []
  for (const header of headers) {
    const tally = new Map<string, number>()
    for (const { carrier, i } of entries) {
      const k = carrier.ledger.columns.findIndex(column => column.header === header)
      if (k < 0) continue
      const value = normalise(carrier.ledger.value(i, k))
      if (value !== '') tally.set(value, (tally.get(value) ?? 0) + 1)
    }
    found.push(...tally.values())
  }
  return found
}

function distinctPeople(entries: readonly Entry[]): number {
  const people = new Set<string>()
  for (const { carrier, i } of entries) {
    const { columns, value } = carrier.ledger
    const k = ['idNumber', 'subject', 'household', 'person'].map(meaning => columns.findIndex(column => column.meaning === meaning)).find(at => at >= 0) // prettier-ignore
    if (k !== undefined) people.add(normalise(value(i, k)))
  }
  return people.size
}

/** Sums of each column chosen, by header over all ledgers; in 元 where the header or what stands above says 万元. */
function sums(
  entries: readonly Entry[],
  carriers: readonly Carrier[],
  columnsOf: (carrier: Carrier) => readonly number[]
): Count[] {
  const byHeader = new Map<string, { value: number; rows: number }>()
  const chosen = new Map(carriers.map(carrier => [carrier, columnsOf(carrier)]))
  for (const { carrier, i } of entries) {
    for (const k of chosen.get(carrier) ?? []) {
      const { header } = carrier.ledger.columns[k]!
      const written = amount(carrier.ledger.value(i, k))
      if (written === undefined) continue
      const number = written * (carrier.tenThousands || /万元/u.test(header) ? 1e4 : 1)
      const sum = byHeader.get(header) ?? { value: 0, rows: 0 }
      byHeader.set(header, { value: sum.value + number, rows: sum.rows + 1 })
    }
  }
  return [...byHeader.values()].map(({ value, rows }) => ({ value: Math.round(value * 100) / 100, how: 'sum' as const, rows })) // prettier-ignore
}

function amount(text: string): number | undefined {
  const match = /^[¥￥]?\s*([\d,]+(?:\.\d+)?)\s*(?:元|人|户|人次)?$/u.exec(narrow(text).trim())
  return match ? readNumber(match[1]!) : undefined
}

/** The ledgers number their entries 1 … n in order, each from 1: none is missing inside. */
export function isUnbroken(carriers: readonly Carrier[]): boolean {
  return carriers.every(({ ledger: { columns, rows, value } }) => {
    const k = columns.findIndex(({ meaning }) => meaning === 'serial')
    if (k < 0) return false
    for (let i = 0; i < rows.length; i++) if (Number(value(i, k)) !== i + 1) return false
    return true
  })
}

/** Every ledger closes with a row that states the sum of what it records. */
export function statesOwnTotal(carriers: readonly Carrier[], counted: number): boolean {
  let total = 0
  for (const { ledger, money, tenThousands } of carriers) {
    const own = closingSums(ledger, money)
    if (own === undefined) return false
    total += own * (tenThousands ? 1e4 : 1)
  }
  return Math.abs(total - counted) < 0.5
}

function closingSums(
  { table: { cells }, rows, columns }: Ledger,
  money: readonly number[]
): number | undefined {
  const next = rows.at(-1)! + 1
  if (next >= cells.rowCount) return undefined
  const first = cells.starts[next]!
  if (!/^(?:合|总|小)\s*计/u.test(cells.pool.text(cells.texts[first]!).trim())) return undefined
  for (const k of money) {
    const stated = amount(textAt(cells, next, columns[k]!.column))
    if (stated !== undefined) return stated
  }
  return undefined
}
