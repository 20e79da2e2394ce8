import type { Meaning } from '../model/evidence.ts'
import type { Dependence } from './entry-dependence.ts'
import { NO_DAY, type EntryTable } from './entry-table.ts'
import { closeness } from './entry-closeness.ts'

export interface Agreement {
  bits: number
  agree: Meaning[]
  differ: Meaning[]
  /** Those of `differ` that are no slip of each other. */
  against: Meaning[]
  exact: boolean
}

/** No single value says more than this: a rare value may be rare because it is a slip. */
const MOST_BITS = 16
/** What a disagreement costs, in bits: how seldom one record is written down with two values there. Priors in the manner of Fellegi and Sunter (m = .9 costs 3.3), larger where the value tells records apart. */
const COST: Partial<Record<Meaning, number>> = {
  idNumber: 8,
  subject: 7,
  household: 5,
  person: 4,
  phone: 4,
  time: 6,
  quantity: 5,
  content: 5,
  topic: 4,
  note: 1,
  recorder: 1,
  responsible: 2,
  outcome: 2
}
const OTHER_COST = 2.5
/** Texts that differ in a number written into them: 3幢 and 5幢. */
const NUMBER_COST = 6

/** Two rows that name others or another place are two records, unless a number of the person agrees. */
const TELLS_APART: ReadonlySet<Meaning> = new Set(['subject', 'household', 'person', 'place', 'unit'])

/** Credit for two values a slip apart, and for two texts of which a good part is the same. */
const SLIP = 0.8
const PARTLY = 0.3

interface Open {
  ca: number
  cb: number
  meaning: Meaning
  bits: number
}

/**
 * Information in the agreement of two rows: for each value they share −log2 of how common it is, part of that
 * for values a slip apart, less the cost of each disagreement; what follows from another agreeing column counts
 * once. Undefined as soon as it cannot reach `least`.
 */
export function agreementOf(
  table: EntryTable,
  a: number,
  b: number,
  least: number,
  dependence: Dependence
): Agreement | undefined {
  const outcome: Agreement = { bits: 0, agree: [], differ: [], against: [], exact: true }
  const { gains, open } = compareEqual(table, a, b, outcome)
  outcome.bits = independent(gains, dependence)
  let hope = 0
  for (const { bits } of open) hope += bits * SLIP
  if (outcome.bits + hope < least) return undefined
  // What tells records apart first: most pairs end there.
  open.sort((x, y) => weighs(y.meaning) - weighs(x.meaning) || x.ca - y.ca)
  let cost = 0
  let gained = outcome.bits
  for (const { ca, cb, meaning, bits } of open) {
    outcome.exact = false
    hope -= bits * SLIP
    if (meaning === 'date' && hoursDiffer(table.text(a, ca), table.text(b, cb))) outcome.against.push('time')
    const close = closenessOf(table, a, b, ca, cb, meaning)
    if (close < 0.8 && identifies(table, a, ca) && !outcome.agree.includes('idNumber')) return undefined
    if (close >= 0.8) {
      gains.push({ ca, bits: close === 1 ? bits : bits * close * SLIP })
      gained = independent(gains, dependence)
      outcome.agree.push(meaning)
    } else {
      outcome.differ.push(meaning)
      if (close > 0.4) {
        gains.push({ ca, bits: bits * close * PARTLY })
        gained = independent(gains, dependence)
      } else {
        cost += Math.max(COST[meaning] ?? OTHER_COST, close < 0 ? NUMBER_COST : 0)
        // Registered again on another day may still be the same record; happened on another day is not.
        if (TELLS_APART.has(meaning) && !outcome.agree.includes('idNumber')) return undefined
        if (meaning !== 'date' || ca === table.ledgers[table.of[a]!]!.dateColumn)
          outcome.against.push(meaning)
      }
    }
    outcome.bits = gained - cost
    if (outcome.bits + hope < least) return undefined
  }
  if (!gains.some(({ ca }) => speaks(table, a, ca))) return undefined
  if (outcome.exact) outcome.exact = sameLetters(table, a, b)
  return outcome.bits >= least ? outcome : undefined
}

/** Rows of readings agree in many numbers and are no records; one word, telephone or identity number must agree too. */
function speaks(table: EntryTable, row: number, compared: number): boolean {
  const { meaning } = table.ledgers[table.of[row]!]!.compared[compared]!
  if (meaning === 'phone' || meaning === 'idNumber') return true
  return meaning !== 'date' && meaning !== 'time' && /\p{L}{2}/u.test(table.comparable(row, compared))
}

function identifies(table: EntryTable, row: number, compared: number): boolean {
  return table.ledgers[table.of[row]!]!.compared[compared]!.identifies
}

function weighs(meaning: Meaning): number {
  return meaning === 'idNumber' ? 100 : (COST[meaning] ?? OTHER_COST) + (TELLS_APART.has(meaning) ? 20 : 0)
}

interface Gain {
  ca: number
  bits: number
}

/** Sum of what each column adds to those that say more. */
function independent(gains: Gain[], dependence: Dependence): number {
  gains.sort((x, y) => y.bits - x.bits || x.ca - y.ca)
  let sum = 0
  for (let k = 0; k < gains.length; k++) {
    let left = 1
    for (let before = 0; before < k; before++)
      left = Math.min(left, dependence(gains[before]!.ca, gains[k]!.ca))
    sum += gains[k]!.bits * left
  }
  return sum
}

/** Counts equal values and returns the columns whose values differ as stored. */
function compareEqual(
  table: EntryTable,
  a: number,
  b: number,
  outcome: Agreement
): { gains: Gain[]; open: Open[] } {
  // prettier-ignore
  const left = table.ledgers[table.of[a]!]!
  const right = table.ledgers[table.of[b]!]!
  const baseA = left.base + (a - left.start) * left.compared.length
  const baseB = right.base + (b - right.start) * right.compared.length
  const open: Open[] = []
  const gains: Gain[] = []
  for (let ca = 0; ca < left.compared.length; ca++) {
    const { field, meaning } = left.compared[ca]!
    const cb = left === right ? ca : right.compared.findIndex(each => each.field === field)
    if (cb < 0) continue
    const hashA = table.hashes[baseA + ca]!
    const hashB = table.hashes[baseB + cb]!
    if (hashA === 0 || hashB === 0) {
      if (hashA !== hashB && meaning !== 'note') outcome.exact = false
    } else if (hashA === hashB) {
      gains.push({ ca, bits: bitsOf(table, field, hashA, () => table.comparable(a, ca), meaning) })
      outcome.agree.push(meaning)
    } else {
      const count = Math.max(table.count(field, hashA), table.count(field, hashB))
      const bits = Math.min(MOST_BITS, Math.log2(Math.max(1, table.filled[field]! / count)))
      open.push({ ca, cb, meaning, bits })
    }
  }
  return { gains, open }
}

function closenessOf(
  table: EntryTable,
  a: number,
  b: number,
  ca: number,
  cb: number,
  meaning: Meaning
): number {
  // prettier-ignore
  if (meaning === 'date' && sameDay(table, a, b, ca, cb)) return 1
  return closeness(table.comparable(a, ca), table.comparable(b, cb), meaning)
}

/** A long text, a number of a person or a telephone says more than its column shows when the column is short. */
function bitsOf(
  table: EntryTable,
  field: number,
  hash: number,
  text: () => string,
  meaning: Meaning
): number {
  const rows = Math.max(2, table.filled[field]!)
  const count = table.count(field, hash)
  const bits = Math.min(MOST_BITS, Math.log2(Math.max(1, rows / count)))
  if (count > 6 || bits >= MOST_BITS) return bits
  const rarity = Math.max(0, 1 - Math.log(count) / Math.log(Math.max(rows, 4)))
  const own =
    meaning === 'idNumber' || meaning === 'phone'
      ? 14
      : meaning === 'subject' || meaning === 'household'
        ? 5
        : Math.min(14, Math.max(0, (hanLength(text()) - 6) * 0.6))
  return Math.min(MOST_BITS, Math.max(bits, bits + own * rarity))
}

/** 08:30 and 16:00 of one day are two occasions. */
function hoursDiffer(a: string, b: string): boolean {
  const hour = (text: string) =>
    /(\d{1,2}\s*[:：时]\s*\d{0,2})/u.exec(text.replace(/T00:00(?::00)?$/u, ''))?.[1]
  const [left, right] = [hour(a), hour(b)]
  return left !== undefined && right !== undefined && left !== right
}

/** Two ways of writing one day, or times of one day. */
function sameDay(table: EntryTable, a: number, b: number, ca: number, cb: number): boolean {
  const left = table.ledgers[table.of[a]!]!
  const right = table.ledgers[table.of[b]!]!
  return (
    left.compared[ca]!.k === left.dateColumn &&
    right.compared[cb]!.k === right.dateColumn &&
    table.days[a] === table.days[b] &&
    table.days[a] !== NO_DAY
  )
}

function sameLetters(table: EntryTable, a: number, b: number): boolean {
  const left = table.ledgers[table.of[a]!]!
  const right = table.ledgers[table.of[b]!]!
  return left.compared.every(({ field }, ca) => {
    const cb = right.compared.findIndex(each => each.field === field)
    return cb < 0 || table.text(a, ca) === table.text(b, cb)
  })
}

/** Length in Han characters; a Latin letter or digit counts a third. */
export function hanLength(text: string): number {
  let length = 0
  for (let i = 0; i < text.length; i++) length += text.charCodeAt(i) >= 0x2e80 ? 1 : 1 / 3
  return length
}
