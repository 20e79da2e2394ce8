import type { ClaimedDate, DocumentText, LabelledForm, Paragraph } from '../model/evidence.ts'
import type { Material } from '../model/material.ts'
import { daysBetween, writtenDates } from '../support/dates.ts'
import { hashText } from '../support/string-pool.ts'
import { bare } from '../support/text.ts'
import { personOf } from './passage-persons.ts'
import { hasSetText } from './passage-kinds.ts'

/** What a document says it is about, as far as two occasions can be told apart by it. */
export interface Occasion {
  activity?: number
  from?: string
  to?: string
  /** The document itself says for which time it speaks, not only the folder it lies in. */
  own: boolean
  person: string // whom the record is about or who wrote it, '' when it does not say
  heads: string // title, labels and heads
  whole: number // hash of all its text, short cells included
  sumsUp: boolean // a summary or report by its title
  setText: boolean // a pledge, an agreement, a rule by its title
  record: string // labels of its form when it is a record form that says when or about whom, else ''
}

/** Titles of documents that gather what others said before. */
const SUMS_UP = /总结|小结|汇报|报告|汇编|汇总|综述|年报|述职|自评/u
/** Heads stand on the first page. */
const HEAD_PARAGRAPHS = 40
const LONGEST_HEAD = 40
/** Cells of a document's tables that are compared: a form has some hundred. */
const MOST_CELLS = 20_000
/** A period of a month or more; a document claimed for a day or a week speaks for that day. */
const PERIOD_DAYS = 27

export function occasionOf(
  document: DocumentText,
  material: Material,
  activity: number | undefined,
  date: ClaimedDate | undefined,
  form?: LabelledForm
): Occasion {
  const first = document.paragraphs.slice(0, HEAD_PARAGRAPHS)
  const head = first.filter(isHead).map(({ text }) => text)
  const claims = date && (date.source === 'folder' || date.source === 'container') ? undefined : date
  // A form's own day says more than the folder it lies in.
  const stated = claims ? undefined : statedDay(form)
  const written = date || stated ? undefined : head.flatMap(text => writtenDates(text.slice(0, 200)))[0]
  const title = document.title || material.name
  return {
    activity,
    from: (stated ?? date ?? written)?.from,
    to: (stated ?? date ?? written)?.to,
    own: claims !== undefined || stated !== undefined || written !== undefined,
    person: form?.occasion?.subject ?? personOf(document.paragraphs),
    heads: bare(head.join('')),
    whole: wholeText(document, material),
    sumsUp: SUMS_UP.test(title),
    setText: hasSetText(title),
    record: form ? recordOf(form) : ''
  }
}

function statedDay(form: LabelledForm | undefined): { from: string; to: string } | undefined {
  const { from, to } = form?.occasion ?? {}
  return from !== undefined && to !== undefined ? { from, to } : undefined
}

/** Labels of a form that states its own occasion, '' for every other: forms of one kind have the same. */
export function recordOf({ fields, occasion }: LabelledForm): string {
  if (!occasion) return ''
  return [...new Set(fields.map(({ label }) => bare(label)))].sort().join(' ')
}

function wholeText({ paragraphs }: DocumentText, { reading }: Material): number {
  let hash = hashText('')
  const add = (text: string) => (hash = hashText(bare(text), hash))
  for (const { text } of paragraphs) add(text)
  for (const { cells } of reading?.tables ?? [])
    for (const id of cells.texts.subarray(0, MOST_CELLS)) add(cells.pool.text(id))
  return hash
}

/** A label, or a short line that is no sentence. */
function isHead({ text, label }: Paragraph): boolean {
  return label || (text.length <= LONGEST_HEAD && !/[。！？；]\s*$/u.test(text))
}

/**
 * Two occasions for certain: another person, another time, or another activity. Versions of one document, a summary with what it
 * sums up, two copies of a set text are none; documents equal to the letter belong to `duplicate-files`.
 */
export function areDifferentOccasions(x: Occasion, y: Occasion): boolean {
  if (x.setText && y.setText) return false
  if (x.whole === y.whole) return false
  if (sumsUp(x, y) || sumsUp(y, x)) return false
  if (x.person !== '' && y.person !== '' && x.person !== y.person) return true
  const dated = x.from !== undefined && y.from !== undefined
  if (dated && (x.to! < y.from! || y.to! < x.from!)) return true
  if (x.activity === undefined || y.activity === undefined || x.activity === y.activity) return false
  // A draft beside the final text, or a copy filed under another indicator, claims the same day under the same head.
  return !(dated && x.from === y.from && x.to === y.to && x.heads === y.heads)
}

function sumsUp(whole: Occasion, part: Occasion): boolean {
  if (!whole.from || !whole.to || !part.from || !part.to) return false
  const wide = whole.own && daysBetween(whole.from, whole.to) >= PERIOD_DAYS
  const contains = whole.from <= part.from && part.to <= whole.to
  if (wide && contains && (whole.from !== part.from || whole.to !== part.to)) return true
  return whole.sumsUp && !part.sumsUp && part.from <= whole.to
}
