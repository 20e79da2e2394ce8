import type { Meaning } from '../model/evidence.ts'
import { CELL } from '../model/reading.ts'
import { writtenDates } from '../support/dates.ts'
import { BIRTHS, meaningOfLabel } from './column-lexicon.ts'
import type { ColumnValues } from './column-values.ts'

/** What a column records, from its header and its values; where they differ the values decide. */
export function columnMeaning(header: string, values: ColumnValues): Meaning {
  const seen = sharesOf(values)
  const named = headerMeaning(header)
  if (values.sample.length === 0) return named ?? 'other'
  if (named === undefined) return valueMeaning(header, values, seen)
  switch (named) {
    case 'date':
      if (seen.date >= 0.3 || seen.serialDate >= 0.6 || seen.monthDay >= 0.6) return 'date'
      if (seen.time >= 0.6) return 'time'
      return seen.long >= 0.5 ? 'content' : seen.number >= 0.8 ? 'other' : 'date'
    case 'time':
    case 'topic':
    case 'other':
    case 'note':
      if (BIRTHS.test(header)) return 'other'
      return seen.date >= 0.8 && named !== 'note' ? 'date' : named
    case 'serial':
      if (seen.idNumber >= 0.6) return 'idNumber'
      return values.distinct >= values.filled * 0.9 || seen.rising >= 0.6 ? 'serial' : 'other'
    case 'phone':
      return seen.name >= 0.6 && seen.phone < 0.2 ? 'person' : 'phone'
    case 'person':
    case 'subject':
    case 'responsible':
      if (seen.number >= 0.8) return seen.phone >= 0.6 ? 'phone' : 'quantity'
      return seen.date >= 0.8 ? 'date' : named
    case 'quantity':
      if (seen.long >= 0.5) return 'content'
      return seen.date >= 0.8 ? 'date' : 'quantity'
    default:
      return named
  }
}

/** Reads a two-row header from its last part, then whole. */
function headerMeaning(header: string): Meaning | undefined {
  const own = header.split(' ').at(-1) ?? ''
  const label = meaningOfLabel(own)
  if (label?.exact) return label.meaning
  const whole = meaningOfLabel(header)
  return whole?.exact ? whole.meaning : (label ?? whole)?.meaning
}

function valueMeaning(header: string, values: ColumnValues, seen: Shares): Meaning {
  if (seen.idNumber >= 0.6) return 'idNumber'
  if (seen.phone >= 0.6) return 'phone'
  if (seen.date >= 0.6 && !BIRTHS.test(header)) return 'date'
  if (seen.time >= 0.7) return 'time'
  if (seen.rising >= 0.9 && values.distinct === values.filled && values.filled >= 3) return 'serial'
  if (identifies(header, values)) return 'serial'
  return seen.long >= 0.5 ? 'content' : 'other'
}

/** `rec_id`, 样品编号 and the like, every value its own. */
function identifies(header: string, values: ColumnValues): boolean {
  const own = values.distinct === values.filled && values.filled >= 3
  if (!own) return false
  if (/(?:^|[_\s-])(?:id|no|number|key)$|编号$|序号$|号$/iu.test(header)) return true
  // Without a header: letters and digits in one pattern, the digits never the same.
  const patterns = new Set(values.sample.map(({ text }) => text.replace(/\d+/gu, '0')))
  return (
    header === '' &&
    patterns.size <= 3 &&
    values.sample.every(({ text }) => /[a-z\p{Script=Han}].*\d/iu.test(text))
  )
}

interface Shares {
  date: number
  serialDate: number // numbers that Excel would show as dates
  monthDay: number // 3.5 for the fifth of March
  time: number
  phone: number
  idNumber: number
  number: number
  rising: number // neighbours that differ by one
  name: number
  long: number // sentences
}

/** A cell of this much text is a sentence; a Latin letter counts a third of a Han character. */
const SENTENCE = 12

function sharesOf({ sample }: ColumnValues): Shares {
  const share = (test: (text: string, kind: number) => boolean) =>
    sample.filter(({ text, kind }) => test(text, kind)).length / Math.max(1, sample.length)
  let rising = 0
  for (let i = 1; i < sample.length; i++) {
    if (counterOf(sample[i]!.text) - counterOf(sample[i - 1]!.text) === 1) rising++
  }
  return {
    date: share((text, kind) => kind === CELL.date || isDate(text)),
    serialDate: share((text, kind) => kind === CELL.number && +text >= 30_000 && +text < 60_000),
    monthDay: share(text => /^(?:[1-9]|1[0-2])\.(?:[1-9]|[12]\d|3[01])$/u.test(text)),
    time: share(
      text => /^\d{1,2}[:：时]\d{0,2}/u.test(text) || /^[上下]午|^(?:1899|1900)-\d\d-\d\dT/u.test(text)
    ),
    phone: share(text => isPhone(text)),
    idNumber: share(text => /^\d{17}[\dXx]$/u.test(text.replace(/\s/gu, ''))),
    number: share(text => /^-?[\d,]+(?:\.\d+)?%?$/u.test(text)),
    rising: sample.length < 2 ? 0 : rising / (sample.length - 1),
    name: share(text => /^\p{Script=Han}{2,4}$/u.test(text)),
    long: share(text => weightOf(text) >= SENTENCE)
  }
}

function isDate(text: string): boolean {
  if (text.length > 40) return false
  if (/^(?:\d{1,2}\s*月\s*\d{1,2}\s*[日号]?|\d{1,2}[./]\d{1,2})/u.test(text)) return !/^\d+\.\d+$/u.test(text)
  const [first] = writtenDates(text)
  return first !== undefined && first.index <= 1
}

export function isPhone(text: string): boolean {
  const digits = text.replace(/[\s\-—()（）+]/gu, '').replace(/^86(?=1\d{10}$)/u, '')
  return /^1[3-9]\d{9}$/u.test(digits) || (/^0\d{9,11}$/u.test(digits) && /[-—]/u.test(text))
}

function counterOf(text: string): number {
  const digits = /(\d{1,9})\D*$/u.exec(text)
  return digits ? +digits[1]! : Number.NaN
}

function weightOf(text: string): number {
  let weight = 0
  for (const character of text.slice(0, 200)) {
    if (/\p{Script=Han}/u.test(character)) weight += 1
    else if (/[\p{L}\p{N}]/u.test(character)) weight += 1 / 3
  }
  return weight
}
