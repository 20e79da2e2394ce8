import type { Cue } from '../model/audit.ts'
import type { DocumentText, Papers, LabelledForm, Ledger } from '../model/evidence.ts'
import type { Material } from '../model/material.ts'
import type { CommonText } from './common-text.ts'
import { cuesIn, headerCues } from './cues.ts'
import { bareTitle, titleCues } from './genre.ts'
import { datedLinesCue } from './dated-lines.ts'
import { beneficiaryCue, reflectionCue } from './first-person.ts'
import { replyCue } from './replies.ts'
import type { LedgerClass } from './entry-class.ts'

/** What can be seen of one material with text: what it is called, how it is laid out, what stands in it. */
export interface Seen {
  material: Material
  document?: DocumentText
  ledgers: readonly Ledger[]
  natures: readonly LedgerClass[]
  forms: readonly LabelledForm[]
  titles: readonly string[] // as written, of the text and of each table
  title: string // the first, bare, NFKC
  body: string // NFKC, capped
  sentences: readonly string[]
  named: readonly Cue[] // what its file name claims
  occasion: boolean // belongs to something that happened on a day
  unit?: string
}

/** Enough of a body to find its cues; beyond it a document repeats itself. */
export const BODY = 40_000
const HEAD_CELLS = 400
/** A long annual report has some 500 sentences. */
const MOST_SENTENCES = 2000

export function seenOf(
  evidence: Papers,
  index: number,
  given: {
    document?: DocumentText
    ledgers: readonly Ledger[]
    natures: readonly LedgerClass[]
    forms: readonly LabelledForm[]
    common?: CommonText
  }
): Seen {
  const material = evidence.materials[index]!
  const { common, ...parts } = given
  const body = bodyOf(material, parts.document, common)
  const titles = titlesOf(material, parts)
  return {
    material,
    ...parts,
    titles,
    title: bareTitle(titles[0] ?? ''),
    body,
    sentences: body.split(/[。;！!？?\n]/u).map(text => text.trim()).filter(text => text.length >= 4).slice(0, MOST_SENTENCES), // prettier-ignore
    named: namedCues(evidence, index),
    occasion: evidence.activityOf[index] !== undefined,
    ...(evidence.inspection.unit ? { unit: evidence.inspection.unit } : {})
  }
}

/** What a file's name claims, at a third of what a title would weigh. */
export function namedCues(evidence: Papers, index: number): Cue[] {
  // A bound paper has no file of its own
  if (evidence.materials[index]!.paper !== undefined) return []
  const subject = evidence.names[index]?.subject ?? ''
  return [...titleCues(subject), ...cuesIn(subject.normalize('NFKC'), 'file')].map(cue => ({
    ...cue,
    where: 'file' as const,
    weight: Math.round(Math.min(MOST_NAMED, cue.weight / 3) * 100) / 100
  }))
}

const MOST_NAMED = 3

/** Cues of the content, strongest place first; what the name claims lends weight only to what the content says too. */
export function cuesOf(seen: Seen): Cue[] {
  const { titles, ledgers, forms, material, body } = seen
  const content = [
    ...titles.slice(0, MOST_TITLES).flatMap(titleCues),
    ...(material.reading?.tables ?? []).slice(0, MOST_TITLES).flatMap(({ head }) => titleCues(head.name).map(cue => ({ ...cue, where: 'sheet' as const, weight: cue.weight / 2 }))), // prettier-ignore
    ...(forms.length === 0 && ledgers.every(({ headerRow }) => headerRow === 0)
      ? headerCues(firstRow(material))
      : []),
    ...ledgers.flatMap(({ columns }) => headerCues(columns.map(({ header }) => header))),
    ...forms.flatMap(({ fields }) => headerCues(fields.map(({ label }) => label))),
    ...bodyCues(seen, body),
    ...(ledgers.length === 0
      ? [replyCue(body), datedLinesCue(body), beneficiaryCue(body), reflectionCue(body)].filter(
          cue => cue !== undefined
        )
      : [])
  ]
  return merged([...content, ...seen.named.filter(cue => content.some(other => other.class === cue.class))])
}

function titlesOf(
  material: Material,
  { document, ledgers, forms }: Pick<Seen, 'document' | 'ledgers' | 'forms'>
): string[] {
  const found: string[] = [
    document?.title ?? '',
    ...subtitles(document),
    ...ledgers.map(({ title }) => title),
    ...forms.map(({ title }) => title)
  ]
  if (!found.some(title => title !== '') || ledgers.every(({ headerRow }) => headerRow === 0))
    found.push(...lineAbove(material))
  return [...new Set(found.filter(title => title.trim() !== ''))]
}

/** ——白杨乡卫生院中医药服务典型案例: under a title made of images the second line names the kind of paper. */
function subtitles(document: DocumentText | undefined): string[] {
  const lines = document?.paragraphs.slice(0, 3) ?? []
  const found = lines.find(({ text }) => /^\s*[—―─-]{1,4}/u.test(text) && text.length <= LONGEST_SUBTITLE)
  return found ? [found.text.replace(/^[\s—―─-]+/u, '')] : []
}

/** A line of a page. */
const LONGEST_SUBTITLE = 48

/** The lone first cell of a table that reads neither as a ledger nor as a form. */
function lineAbove({ reading }: Material): string[] {
  return (reading?.tables ?? [])
    .slice(0, MOST_TITLES)
    .flatMap(({ cells }) =>
      cells.rowCount > 1 && cells.starts[1] === 1 ? [cells.pool.text(cells.texts[0]!)] : []
    )
}

/** The first row of several cells. */
function firstRow({ reading }: Material): string[] {
  for (const { cells } of (reading?.tables ?? []).slice(0, 1)) {
    for (let row = 0; row < Math.min(3, cells.rowCount); row++) {
      const [from, to] = [cells.starts[row]!, cells.starts[row + 1]!]
      if (to - from >= 2) return Array.from(cells.texts.subarray(from, to), id => cells.pool.text(id))
    }
  }
  return []
}

const MOST_TITLES = 40
/** Results told in a smaller part of the sentences than this are mentioned rather than told (a stuffed paragraph in a long account). */
const TOLD = 0.15

/** In a text this short a phrase says as much as several in a page do. */
const BRIEF = 400
const MOST_BRIEF = 3

function bodyCues({ sentences }: Seen, body: string): Cue[] {
  const brief = Math.min(MOST_BRIEF, Math.max(1, BRIEF / Math.max(1, body.length)))
  const cues = cuesIn(body, 'body').map(cue => ({ ...cue, weight: Math.round(cue.weight * brief * 100) / 100 })) // prettier-ignore
  const results = cues.filter(cue => cue.class.startsWith('R'))
  if (results.length === 0 || sentences.length < 5) return cues
  const telling = sentences.filter(sentence => results.some(cue => sentence.includes(cue.cue))).length
  const credit = Math.min(1, telling / sentences.length / TOLD)
  return cues.map(cue => (cue.class.startsWith('R') ? { ...cue, weight: Math.round(cue.weight * credit * 100) / 100 } : cue)) // prettier-ignore
}

function bodyOf(material: Material, document: DocumentText | undefined, common?: CommonText): string {
  const paragraphs = document?.paragraphs.map(({ text }) => text).join('\n') ?? ''
  if (paragraphs.length >= BODY) return paragraphs.slice(0, BODY).normalize('NFKC')
  return `${paragraphs}\n${firstCells(material, common)}`.trim().slice(0, BODY).normalize('NFKC')
}

/** The first cells of its tables, one a line. */
export function firstCells(material: Material, common?: CommonText): string {
  return material
    .reading!.tables.flatMap(({ cells }) =>
      Array.from(cells.texts.subarray(0, HEAD_CELLS), id => cells.pool.text(id))
    )
    .filter(text => !common?.has(text))
    .join('\n')
}

/** The same cue in several places counts once per place; heaviest first. */
function merged(cues: readonly Cue[]): Cue[] {
  const best = new Map<string, Cue>()
  for (const cue of cues) {
    const key = `${cue.class}\n${cue.cue}\n${cue.where}`
    if ((best.get(key)?.weight ?? 0) < cue.weight) best.set(key, cue)
  }
  return [...best.values()].sort(
    (a, b) => b.weight - a.weight || (a.cue < b.cue ? -1 : a.cue > b.cue ? 1 : 0)
  )
}
