import type { Texts } from '../model/cells.ts'
import { textAt } from '../model/cells.ts'
import type { Ledger, Meaning } from '../model/evidence.ts'
import { dayNumber, writtenDates } from '../support/dates.ts'
import { hashText } from '../support/string-pool.ts'
import { bare, normalise } from '../support/text.ts'
import type { Tick } from '../support/tick.ts'

/** No date. */
export const NO_DAY = -2_147_483_648

/** A column that is compared. `field` is shared by columns of other ledgers that record the same. */
export interface ComparedColumn {
  k: number // in ledger.columns
  field: number
  meaning: Meaning
  /** Holds numbers that belong to one person or thing: 学号, 社保卡尾号, 水表号. */
  identifies: boolean
}

export interface TableLedger {
  ledger: Ledger
  start: number // first row in the table
  size: number
  base: number // first cell in `hashes`
  compared: readonly ComparedColumn[]
  dateColumn?: number // k of the column whose day is `days`
  dated: boolean // some entry has a date
}

/** The entries of the ledgers looked at, as numbers: a million rows of eight columns cost about 40 MB. */
export interface EntryTable {
  ledgers: readonly TableLedger[]
  rows: number
  of: Uint32Array // per row: index into `ledgers`
  days: Int32Array // per row: day number or NO_DAY
  hashes: Uint32Array // per ledger `base + i * compared.length + c`; 0 when empty
  fields: number
  /** How many rows have this value in this field. */
  count(field: number, hash: number): number
  /** Rows with any value in this field. */
  filled: Uint32Array
  text(row: number, compared: number): string
  /** The same as compared, see `comparable`. */
  comparable(row: number, compared: number): string
}

/** Left out of every comparison: numbers of rows, and what stands for a signature or an attachment. */
const IGNORED: ReadonlySet<Meaning> = new Set(['serial', 'signature', 'evidence'])
/** Numbers given to a person or a thing once; what registers a matter anew (编号, 工单号) may be given twice. */
const IDENTIFYING =
  /学号|学籍|考号|准考证|工号|警号|卡号|尾号|后[三四五六3456]位|账号|帐号|折号|存折|证号|证件号|社保号|医保号|车牌|门牌|房号|户号|表号|桩号|设备号|机号/u
/** Compared under their meaning whatever the header says; others only under the same header. */
const SHARED: ReadonlySet<Meaning> = new Set(['date', 'time', 'place', 'topic', 'content', 'person', 'subject', 'problem', 'measure', 'outcome', 'phone', 'idNumber', 'address']) // prettier-ignore
const STEP = 10_000

export function entryTable(ledgers: readonly Ledger[], texts: Texts, tick: Tick): EntryTable {
  const fieldIds = new Map<string, number>()
  const table: TableLedger[] = []
  let rows = 0
  let cells = 0
  for (const ledger of ledgers) {
    const compared = comparedColumns(ledger, fieldIds)
    table.push({
      ledger,
      start: rows,
      size: ledger.rows.length,
      base: cells,
      compared,
      dateColumn: entryDateColumn(ledger),
      dated: false
    })
    rows += ledger.rows.length
    cells += ledger.rows.length * compared.length
  }
  const of = new Uint32Array(rows)
  const days = new Int32Array(rows).fill(NO_DAY)
  const hashes = new Uint32Array(cells)
  const counter = new Counter(cells)
  const filled = new Uint32Array(fieldIds.size)
  const hasher = new Hasher(texts)
  table.forEach((each, index) => {
    of.fill(index, each.start, each.start + each.size)
    fillDays(each, days, tick)
    fillHashes(each, hasher, hashes, tick)
    for (let i = 0, at = each.base; i < each.size; i++) {
      if (i % STEP === 0) tick(i, each.size)
      for (const { field } of each.compared) {
        const hash = hashes[at++]!
        if (hash === 0) continue
        filled[field]!++
        counter.add(field, hash)
      }
    }
  })
  const known = new Map<number, string>()
  const text = (row: number, compared: number) => {
    const { ledger, start, compared: columns } = table[of[row]!]!
    return ledger.value(row - start, columns[compared]!.k)
  }
  return {
    ledgers: table,
    rows,
    of,
    days,
    hashes,
    fields: fieldIds.size,
    filled,
    count: (field, hash) => counter.get(field, hash),
    text,
    comparable(row, compared) {
      const { base, start, compared: columns } = table[of[row]!]!
      const hash = hashes[base + (row - start) * columns.length + compared]!
      let value = known.get(hash)
      if (value === undefined) {
        value = comparable(text(row, compared), columns[compared]!.meaning)
        // Emptied when full: neighbours in the list of pairs share most of their values.
        if (known.size >= MOST_KNOWN) known.clear()
        known.set(hash, value)
      }
      return value
    }
  }
}

/** Normalised values kept at a time, about 20 MB. */
const MOST_KNOWN = 200_000

/** Value as compared: numbers as numbers, phone numbers as digits, everything else letters and digits only. */
export function comparable(text: string, meaning: Meaning): string {
  if (meaning === 'phone')
    return text
      .normalize('NFKC')
      .replace(/\D/gu, '')
      .replace(/^86(?=1\d{10}$)/u, '')
  const wide = normalise(text)
  if (/^-?\d[\d,]*(?:\.\d+)?$/u.test(wide) && wide.length <= 15) return String(+wide.replace(/,/gu, ''))
  return bare(wide) || wide
}

function comparedColumns(ledger: Ledger, fieldIds: Map<string, number>): ComparedColumn[] {
  const times = new Map<Meaning, number>()
  for (const { meaning } of ledger.columns) times.set(meaning, (times.get(meaning) ?? 0) + 1)
  const used = new Set<string>()
  return ledger.columns.flatMap(({ meaning, header, column, filled }, k) => {
    const own = bare(header)
    const identifies = IDENTIFYING.test(own)
    if (filled === 0 || (IGNORED.has(meaning) && !identifies)) return []
    let name = SHARED.has(meaning) && times.get(meaning) === 1 ? `=${meaning}` : own || `#${column}`
    // Two columns under one header stay apart.
    while (used.has(name)) name += '+'
    used.add(name)
    const field = fieldIds.get(name) ?? fieldIds.size
    fieldIds.set(name, field)
    return [{ k, field, meaning, identifies }]
  })
}

/** The column that `ledger.date` reads, found by asking: of several date columns the one that says the same. */
function entryDateColumn(ledger: Ledger): number | undefined {
  const candidates = ledger.columns.flatMap(({ meaning }, k) => (meaning === 'date' ? [k] : []))
  if (candidates.length < 2) return candidates[0]
  const probe = Math.min(50, ledger.rows.length)
  const agreement = (k: number) => {
    let same = 0
    for (let i = 0; i < probe; i++) {
      const date = ledger.date(i)
      const text = ledger.value(i, k)
      if (date !== '' && (text.startsWith(date) || writtenDates(text)[0]?.from === date)) same++
    }
    return same
  }
  return candidates.sort((a, b) => agreement(b) - agreement(a) || a - b)[0]
}

function fillDays(each: TableLedger, days: Int32Array, tick: Tick): void {
  let last = ''
  let lastDay = NO_DAY
  for (let i = 0; i < each.size; i++) {
    if (i % STEP === 0) tick(i, each.size)
    const date = each.ledger.date(i)
    if (date === '') continue
    if (date !== last) {
      last = date
      lastDay = dayNumber(date)
    }
    days[each.start + i] = lastDay
    each.dated = true
  }
}

function fillHashes(each: TableLedger, hasher: Hasher, hashes: Uint32Array, tick: Tick): void {
  const { ledger, compared, size } = each
  const width = compared.length
  const { cells, head } = ledger.table
  const merged = head.merges.length > 0
  const slot = new Map(compared.map(({ k }, c) => [ledger.columns[k]!.column, c]))
  for (let i = 0; i < size; i++) {
    if (i % STEP === 0) tick(i, size)
    const row = ledger.rows[i]!
    const at = each.base + i * width
    for (let cell = cells.starts[row]!; cell < cells.starts[row + 1]!; cell++) {
      const c = slot.get(cells.columns[cell]!)
      if (c !== undefined) hashes[at + c] = hasher.hash(cells.texts[cell]!, compared[c]!.meaning)
    }
    if (!merged) continue
    for (let c = 0; c < width; c++) {
      if (hashes[at + c] !== 0 || textAt(cells, row, ledger.columns[compared[c]!.k]!.column) !== '') continue
      hashes[at + c] = hasher.hashText(ledger.value(i, compared[c]!.k), compared[c]!.meaning)
    }
  }
}

/** Hashes of comparable texts, remembered by pool id; phone numbers apart because they are compared as digits. */
class Hasher {
  private known: Uint32Array
  private done: Uint8Array

  constructor(private readonly texts: Texts) {
    this.known = new Uint32Array(texts.size)
    this.done = new Uint8Array(texts.size)
  }

  hash(id: number, meaning: Meaning): number {
    if (id === 0) return 0
    if (meaning === 'phone' || id >= this.known.length) return this.hashText(this.texts.text(id), meaning)
    if (this.done[id] === 0) {
      this.known[id] = this.hashText(this.texts.text(id), meaning)
      this.done[id] = 1
    }
    return this.known[id]!
  }

  hashText(text: string, meaning: Meaning): number {
    const key = comparable(text, meaning)
    return key === '' ? 0 : hashText(key) || 1
  }
}

/** Counts per field and value in one array; a shared slot only makes a value look commoner than it is. */
class Counter {
  private readonly slots: Uint32Array
  private readonly mask: number

  constructor(cells: number) {
    // Twice the cells; 2^24 slots are 64 MB, enough for a million rows of eight columns.
    let size = 1 << 12
    while (size < cells * 2 && size < 1 << 24) size *= 2
    this.slots = new Uint32Array(size)
    this.mask = size - 1
  }

  add(field: number, hash: number): void {
    this.slots[mix(field, hash) & this.mask]!++
  }

  get(field: number, hash: number): number {
    return this.slots[mix(field, hash) & this.mask]!
  }
}

export function mix(a: number, b: number): number {
  let hash = Math.imul(a ^ 0x9e3779b9, 0x85ebca6b) ^ b
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39)
  return (hash ^ (hash >>> 15)) >>> 0
}
