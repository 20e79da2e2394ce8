import type { DocumentText, Ledger, Papers } from '../model/evidence.ts'
import type { Kind } from '../model/kinds.ts'
import type { Pattern } from '../model/rules.ts'
import { groupBy } from '../support/grouping.ts'
import { normalise } from '../support/text.ts'

/** A body is searched so far; the marks of a record stand at its head and at its foot. */
const BODY = 40_000
const FOOT = 4_000
/** Headings beyond this are a book's. */
const MOST_HEADINGS = 40
/** First cells of a table without a header of its own, as body text. */
const HEAD_CELLS = 400

/** What a material is, in its own words: titles, headers and labels, body. Its file name and folders are not among them. */
export interface Matter {
  kind: Kind
  title: string // of the document, its ledgers and forms
  titles: string // with headings and sheet names
  headers: readonly string[] // of ledgers and labels of forms
  /** Its running text, read when first asked for. */
  body(): string
}

/** Looks at materials one by one; `ledger` narrows a workbook to one of its ledgers. All texts normalised. */
export function matterOf(evidence: Papers): (index: number, ledger?: Ledger) => Matter {
  const documents = new Map(evidence.documents.map(document => [document.material, document]))
  const ledgers = groupBy(evidence.ledgers, ({ material }) => material)
  const forms = groupBy(evidence.forms, ({ material }) => material)
  return (index, only) => {
    const document = documents.get(index)
    const own = only ? [only] : (ledgers.get(index) ?? [])
    const labelled = only ? [] : (forms.get(index) ?? [])
    const title = joined([
      only ? '' : (document?.title ?? ''),
      ...[...own, ...labelled].map(each => each.title)
    ])
    let body: string | undefined
    return {
      kind: evidence.materials[index]!.kind,
      title,
      titles: joined([
        title,
        ...(only ? [] : headingsOf(evidence, index)),
        ...own.map(each => each.table.head.name)
      ]),
      headers: [
        ...own.flatMap(({ columns }) => columns.map(({ header }) => normalise(header))),
        ...labelled.flatMap(({ fields }) => fields.map(({ label }) => normalise(label)))
      ],
      body: () => (body ??= bodyOf(evidence, index, document))
    }
  }
}

function headingsOf({ materials }: Papers, index: number): string[] {
  return (materials[index]!.reading?.blocks ?? [])
    .filter(({ style }) => style === 'title' || style === 'heading')
    .slice(0, MOST_HEADINGS)
    .map(({ text }) => text)
}

function joined(texts: readonly string[]): string {
  return texts
    .map(normalise)
    .filter(text => text !== '')
    .join('\n')
}

function bodyOf({ materials }: Papers, index: number, document: DocumentText | undefined): string {
  const paragraphs = (document?.paragraphs ?? []).map(({ text }) => text)
  const cells = (materials[index]!.reading?.tables ?? []).flatMap(({ cells: { texts, pool } }) =>
    Array.from(texts.subarray(0, HEAD_CELLS), id => pool.text(id))
  )
  const whole = [...paragraphs, ...cells].join('\n')
  return normalise(whole.length <= BODY + FOOT ? whole : `${whole.slice(0, BODY)}\n${whole.slice(-FOOT)}`)
}

/** Whether a matter shows all that a pattern asks for. Words of the pattern are written as they stand in texts. */
export function shows(pattern: Pattern, matter: Matter, classId: string | undefined): boolean {
  if (pattern.kinds && !pattern.kinds.includes(matter.kind)) return false
  if (pattern.classes && !pattern.classes.includes(classId ?? '')) return false
  if (pattern.titles && !pattern.titles.some(word => matter.titles.includes(word))) return false
  if (pattern.headers && !pattern.headers.every(group => standsIn(group, matter.headers))) return false
  return !pattern.body || pattern.body.every(group => group.some(word => matter.body().includes(word)))
}

function standsIn(words: readonly string[], headers: readonly string[]): boolean {
  return headers.some(header => words.some(word => header.includes(word)))
}
