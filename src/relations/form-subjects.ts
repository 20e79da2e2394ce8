import type { FormFields, LabelledForm, Ledger } from '../model/evidence.ts'
import { hashText } from '../support/string-pool.ts'
import { bare } from '../support/text.ts'
import type { Tick } from '../support/tick.ts'
import { UnionFind } from '../support/union-find.ts'

interface Facts {
  formFields: readonly FormFields[]
  ledgers: readonly Ledger[]
  forms: readonly LabelledForm[]
}

/** Records of several papers, numbered through, and whom each is about. */
export interface Subjects {
  records: number
  paperOf: Uint32Array // per record: place in `papers`
  /** Per record: number of its subject, shared by all records about it. */
  subjectOf: Uint32Array
  /** Per subject number: told by an identity number. */
  numbered: Uint8Array
  /** Value of the datum at place `at` of the paper's data. */
  value(record: number, at: number): string
}

const ID = /^(?:\d{17}[\dXx]|\d{15})$/u
const PHONE = /^(?:1[3-9]\d{9}|0\d{9,11})$/u
/** 三组 or 枫坪村 are where many people live; a house has a number, or a name of some length. */
const LEAST_ADDRESS = 7
/** Name with phone, with house, with household. */
const KINDS_OF_PAIR = 3
const STEP = 10_000

/**
 * Who is who across papers: by identity number; else by name with phone, address or household number. Two people of
 * one name are two, and a pair that stands twice in one paper or with two identity numbers tells nobody apart, so it
 * is not used. An index by key; nothing compares all with all.
 */
export function subjectsOf(papers: readonly number[], facts: Facts, tick: Tick): Subjects {
  const sizes = papers.map(paper => sizeOf(facts, facts.formFields[paper]!))
  let records = 0
  const starts = sizes.map(size => (records += size) - size)
  const paperOf = new Uint32Array(records)
  starts.forEach((start, i) => paperOf.fill(i, start, start + sizes[i]!))
  const value = (record: number, at: number): string => {
    const place = paperOf[record]!
    const { ledger, form } = facts.formFields[papers[place]!]!
    if (ledger !== undefined) return facts.ledgers[ledger]!.value(record - starts[place]!, at).trim()
    return facts.forms[form!]!.fields[at]!.value.trim()
  }

  const ids = new Float64Array(records) // hash of the identity number, 0 when there is none
  const sets = new UnionFind(records)
  const firstOf = new Map<number, number>()
  const pairs = new Pairs()
  const kept = new Float64Array(records * KINDS_OF_PAIR) // keys of each record's pairs, 0 where it has none
  for (let record = 0; record < records; record++) {
    if (record % STEP === 0) tick(record, records)
    const paper = facts.formFields[papers[paperOf[record]!]!]!
    const { id, weak } = keysOf(paper, at => value(record, at))
    if (id !== 0) {
      ids[record] = id
      const first = firstOf.get(id)
      if (first === undefined) firstOf.set(id, record)
      else sets.join(first, record)
    }
    weak.forEach((key, k) => {
      kept[record * KINDS_OF_PAIR + k] = key
      pairs.note(key, record, paperOf[record]!, id)
    })
  }
  // Whether a pair tells people apart is known when all have been seen.
  kept.forEach((key, at) => {
    const first = key === 0 ? undefined : pairs.first(key)
    if (first !== undefined) sets.join(first, Math.floor(at / KINDS_OF_PAIR))
  })
  return { records, paperOf, ...settled(sets, ids), value }
}

/** What is known of each pair of name and phone, house or household; flat, for papers of a million rows. */
class Pairs {
  private readonly slots = new Map<number, number>()
  private readonly firsts: number[] = []
  private readonly lastPaper: number[] = []
  private readonly ids: number[] = []
  private readonly ambiguous = new Set<number>()

  /** Papers come in order, so a pair twice in one paper comes twice in a row. */
  note(key: number, record: number, paper: number, id: number): void {
    const slot = this.slots.get(key)
    if (slot === undefined) {
      this.slots.set(key, this.firsts.length)
      this.firsts.push(record)
      this.lastPaper.push(paper)
      this.ids.push(id)
      return
    }
    const other = this.ids[slot]!
    if (this.lastPaper[slot] === paper || (id !== 0 && other !== 0 && id !== other)) this.ambiguous.add(slot)
    this.lastPaper[slot] = paper
    if (other === 0) this.ids[slot] = id
  }

  /** First record with this pair, undefined when it tells nobody apart. */
  first(key: number): number | undefined {
    const slot = this.slots.get(key)!
    return this.ambiguous.has(slot) ? undefined : this.firsts[slot]
  }
}

/** A chain of pairs may still have joined two identity numbers: such a set falls apart into its numbers, the rest alone. */
function settled(sets: UnionFind, ids: Float64Array): Pick<Subjects, 'subjectOf' | 'numbered'> {
  const idOf = new Map<number, number>()
  const mixed = new Set<number>()
  ids.forEach((id, record) => {
    if (id === 0) return
    const root = sets.root(record)
    const known = idOf.get(root)
    if (known === undefined) idOf.set(root, id)
    else if (known !== id) mixed.add(root)
  })
  const subjectOf = new Uint32Array(ids.length)
  const numbered = new Uint8Array(ids.length)
  const byId = new Map<number, number>()
  ids.forEach((id, record) => {
    const root = sets.root(record)
    if (!mixed.has(root)) subjectOf[record] = root
    else if (id === 0) subjectOf[record] = record
    else {
      if (!byId.has(id)) byId.set(id, record)
      subjectOf[record] = byId.get(id)!
    }
    if (id !== 0) numbered[subjectOf[record]!] = 1
  })
  return { subjectOf, numbered }
}

function sizeOf({ ledgers }: Facts, { ledger }: FormFields): number {
  return ledger === undefined ? 1 : ledgers[ledger]!.rows.length
}

interface Keys {
  id: number
  weak: readonly number[]
}

function keysOf({ data }: FormFields, value: (at: number) => string): Keys {
  const first = (field: string, fits: (text: string) => boolean): string => {
    for (const each of data) {
      if (each.field !== field) continue
      const text = value(each.at)
      if (fits(text)) return text
    }
    return ''
  }
  const number = plainDigits(first('公民身份号码', text => ID.test(plainDigits(text)))).toUpperCase()
  const id = number === '' ? 0 : keyOf(`id\n${number}`)
  const name = bare(first('姓名', text => text !== '') || first('户主', text => text !== '' && !/^[是否]$/u.test(text))) // prettier-ignore
  if (name.length < 2) return { id, weak: [] }
  const phone = plainDigits(first('联系电话', text => PHONE.test(plainDigits(text))))
  const address = bare(first('现住址', isAddress))
  const household = bare(first('户号', text => bare(text).length >= 4))
  const pair = (kind: string, text: string): number[] =>
    text === '' ? [] : [keyOf(`${kind}\n${name}\n${text}`)]
  return { id, weak: [...pair('phone', phone), ...pair('address', address), ...pair('household', household)] }
}

function isAddress(text: string): boolean {
  const plain = bare(text)
  return plain.length >= LEAST_ADDRESS && /\d|号|栋|幢|单元|室/u.test(plain)
}

function plainDigits(text: string): string {
  return text.normalize('NFKC').replace(/[\s-]/gu, '')
}

/** 53 bits of a text: a million keys meet by chance once in ten thousand packages. */
function keyOf(text: string): number {
  return hashText(text) * 0x200000 + (hashText(text, 0x01234567) & 0x1fffff)
}
