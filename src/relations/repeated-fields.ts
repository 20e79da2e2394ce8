import type {
  ClaimedDate,
  DataForm,
  FieldFamily,
  FormFields,
  LabelledForm,
  Ledger,
  SameContent
} from '../model/evidence.ts'
import type { Material } from '../model/material.ts'
import { byCodePoint } from '../support/order.ts'
import { groupBy } from '../support/grouping.ts'
import type { Tick } from '../support/tick.ts'
import { UnionFind } from '../support/union-find.ts'
import { subjectsOf, type Subjects } from './form-subjects.ts'

interface Facts {
  materials: readonly Material[]
  ledgers: readonly Ledger[]
  forms: readonly LabelledForm[]
  formFields: readonly FormFields[]
  dataForms: readonly DataForm[]
  claimedDateOf: readonly (ClaimedDate | undefined)[]
  sameContent: readonly SameContent[]
}

/** Name and one or two more are what any record needs; three data beyond them are a form's own questions. */
const LEAST_DATA = 3
/** Fewer people in common are chance, or one family known to several offices. */
const LEAST_SUBJECTS = 3
/** Forms of one subject whose pairs are looked at; a person in more stands in one form split by month. */
const MOST_FORMS = 40
/** Two words of bits; the dictionary tells some fifty data apart. */
const MOST_DATA = 64
const STEP = 10_000

/**
 * Families of forms that ask the same data about the same subjects. Cells are counted once per form, subject and
 * datum, beyond what identifies the subject; copies of a file are left to the check of files. Whether the values are
 * equal is not looked at.
 */
export function findFieldFamilies(facts: Facts, tick: Tick): FieldFamily[] {
  const { dataForms, formFields } = facts
  const asked = dataForms.map(({ papers }) => dataOf(papers.map(paper => formFields[paper]!)))
  const candidates = comparable(asked)
  if (candidates.length < 2) return []
  const formOf = new Map<number, number>()
  for (const form of candidates) for (const paper of dataForms[form]!.papers) formOf.set(paper, form)
  const copies = copiesOf(facts)
  const papers = [...formOf.keys()]
    .filter(paper => !copies(formFields[paper]!.material))
    .sort((a, b) => a - b)
  const subjects = subjectsOf(papers, facts, tick)
  const data = [...new Set(candidates.flatMap(form => [...asked[form]!]))].sort().slice(0, MOST_DATA)
  const held = heldCells(subjects, papers, formOf, formFields, data, tick)
  return familiesOf(facts, held, data, subjects.numbered)
}

/** What one form holds of one subject: its data as bits, by their place in the list of data. */
interface Holding {
  form: number
  low: number
  high: number
}

/** By subject. Only subjects of two and more forms. */
type Held = ReadonlyMap<number, readonly Holding[]>

function heldCells(
  { records, paperOf, subjectOf, value }: Subjects,
  papers: readonly number[],
  formOf: ReadonlyMap<number, number>,
  formFields: readonly FormFields[],
  data: readonly string[],
  tick: Tick
): Held {
  // First pass in numbers: most subjects stand in one form and need no cells.
  const firstForm = new Int32Array(records).fill(-1)
  const several = new Uint8Array(records)
  for (let record = 0; record < records; record++) {
    const subject = subjectOf[record]!
    const form = formOf.get(papers[paperOf[record]!]!)!
    if (firstForm[subject] === -1) firstForm[subject] = form
    else if (firstForm[subject] !== form) several[subject] = 1
  }
  const bitOf = new Map(data.map((datum, bit) => [datum, bit]))
  const bits = papers.map(paper => formFields[paper]!.data.flatMap(({ datum, kind, at }) => (kind === 'data' && bitOf.has(datum) ? [{ at, bit: bitOf.get(datum)! }] : []))) // prettier-ignore
  const held = new Map<number, Holding[]>()
  for (let record = 0; record < records; record++) {
    if (record % STEP === 0) tick(record, records)
    const subject = subjectOf[record]!
    if (several[subject] === 0) continue
    const place = paperOf[record]!
    const form = formOf.get(papers[place]!)!
    const mine = held.get(subject) ?? []
    if (mine.length === 0) held.set(subject, mine)
    let holding = mine.find(each => each.form === form)
    if (!holding) mine.push((holding = { form, low: 0, high: 0 }))
    for (const { at, bit } of bits[place]!) {
      if (value(record, at) === '') continue
      if (bit < 32) holding.low |= 1 << bit
      else holding.high |= 1 << (bit - 32)
    }
  }
  return held
}

function familiesOf(
  { dataForms, formFields, claimedDateOf }: Facts,
  held: Held,
  data: readonly string[],
  numbered: Uint8Array
): FieldFamily[] {
  const links = new Map<string, number>()
  for (const holdings of held.values()) {
    for (const [a, b] of pairsOf(holdings)) {
      const pair = `${Math.min(a.form, b.form)} ${Math.max(a.form, b.form)}`
      links.set(pair, (links.get(pair) ?? 0) + 1)
    }
  }
  const sets = new UnionFind(dataForms.length)
  for (const [pair, count] of links) {
    const [a, b] = pair.split(' ').map(Number) as [number, number]
    if (count >= LEAST_SUBJECTS) sets.join(a, b)
  }
  const when = (form: number): string =>
    dataForms[form]!.papers.flatMap(paper => claimedDateOf[formFields[paper]!.material]?.to ?? []).sort(byCodePoint)[0] ?? '9999' // prettier-ignore
  return sets.groups().map(group => {
    const forms = group
      .map(form => ({ form, when: when(form) }))
      .sort(
        (a, b) => byCodePoint(a.when, b.when) || byCodePoint(dataForms[a.form]!.id, dataForms[b.form]!.id)
      )
    return countFamily(forms.map(({ form }) => form), held, data, fieldsOf(group, dataForms, formFields), numbered) // prettier-ignore
  })
}

/** Forms of one subject that hold enough of the same data. */
function pairsOf(holdings: readonly Holding[]): [Holding, Holding][] {
  const looked = holdings.slice(0, MOST_FORMS)
  return looked.flatMap((a, i) =>
    looked
      .slice(i + 1)
      .filter(b => ones(a.low & b.low) + ones(a.high & b.high) >= LEAST_DATA)
      .map((b): [Holding, Holding] => [a, b])
  )
}

function countFamily(
  forms: readonly number[],
  held: Held,
  data: readonly string[],
  fieldOf: ReadonlyMap<string, string>,
  numbered: Uint8Array
): FieldFamily {
  const rank = new Map(forms.map((form, i) => [form, i]))
  const againBy = new Map<number, number>()
  const subjectsBy = new Map<number, number>()
  const againOf = new Map<string, number>()
  const more = <K>(counts: Map<K, number>, key: K): unknown => counts.set(key, (counts.get(key) ?? 0) + 1)
  let subjects = 0
  let byNumber = 0
  let again = 0
  for (const [subject, holdings] of held) {
    const mine = holdings
      .filter(({ form }) => rank.has(form))
      .sort((a, b) => rank.get(a.form)! - rank.get(b.form)!)
    if (pairsOf(mine).length === 0) continue
    subjects++
    byNumber += numbered[subject]!
    let low = 0
    let high = 0
    for (const holding of mine) {
      more(subjectsBy, holding.form)
      for (const bit of bitsOf(low & holding.low, high & holding.high)) {
        again++
        more(againBy, holding.form)
        more(againOf, data[bit]!)
      }
      low |= holding.low
      high |= holding.high
    }
  }
  return {
    forms: forms.map(form => ({ form, subjects: subjectsBy.get(form) ?? 0, again: againBy.get(form) ?? 0 })),
    data: [...againOf]
      .map(([datum, count]) => ({ datum, field: fieldOf.get(datum)!, again: count }))
      .sort((a, b) => b.again - a.again || byCodePoint(a.datum, b.datum)),
    subjects,
    byNumber,
    again
  }
}

function fieldsOf(
  group: readonly number[],
  dataForms: readonly DataForm[],
  formFields: readonly FormFields[]
): Map<string, string> {
  // prettier-ignore
  return new Map(group.flatMap(form => dataForms[form]!.papers.flatMap(paper => formFields[paper]!.data.map(({ datum, field }) => [datum, field] as const)))) // prettier-ignore
}

function dataOf(papers: readonly FormFields[]): Set<string> {
  return new Set(
    papers.flatMap(({ data }) => data.flatMap(({ datum, kind }) => (kind === 'data' ? [datum] : [])))
  )
}

/** Forms that share enough data with some other form to be worth reading row by row. */
function comparable(asked: readonly ReadonlySet<string>[]): number[] {
  const byDatum = groupBy(asked.flatMap((data, form) => [...data].map(datum => ({ datum, form }))), ({ datum }) => datum) // prettier-ignore
  const shared = asked.map(data => [...data].filter(datum => byDatum.get(datum)!.length > 1).length)
  return asked.flatMap((_, form) => (shared[form]! >= LEAST_DATA ? [form] : []))
}

function ones(word: number): number {
  let count = 0
  for (let rest = word; rest !== 0; rest &= rest - 1) count++
  return count
}

function bitsOf(low: number, high: number): number[] {
  const bits: number[] = []
  for (let bit = 0; bit < 32; bit++) if (low & (1 << bit)) bits.push(bit)
  for (let bit = 0; bit < 32; bit++) if (high & (1 << bit)) bits.push(bit + 32)
  return bits
}

/** Of files with the same content one is looked at, the first by path; what lies outside the package is not. */
function copiesOf({ materials, sameContent }: Facts): (material: number) => boolean {
  const copies = new Set(sameContent.flatMap(({ members, by }) => (by === 'members' ? [] : [...members].sort((a, b) => a - b).slice(1)))) // prettier-ignore
  const inCopy = (material: number): boolean => {
    const { parent, origin } = materials[material]!
    return origin !== 'package' || copies.has(material) || (parent !== undefined && inCopy(parent))
  }
  return inCopy
}
