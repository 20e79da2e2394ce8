import type { DocumentText, Evidence, Ledger, Meaning } from '../model/evidence.ts'
import { groupBy } from '../support/grouping.ts'
import { bare } from '../support/text.ts'

/** Of its prose, so much stands in another document too: what differs is names, a date, a head. */
const NEARLY_ALL = 0.9
/** As long as a text must be to count as equal to another (help page of duplicate-files). */
const LEAST_CHARACTERS = 200
/** Shorter tables are equal by being short; longer ones are told by their rows (duplicate-entries). */
const ENTRIES = { least: 5, most: 2000 }

/**
 * Materials that hold the same content again without being the same file: bound together with its copy in one
 * document or workbook, or alike but for names. Whether that is one paper filed twice is for a person to say.
 */
export function nearCopies({ ledgers, documents, passageGroups }: Evidence): Set<number> {
  const found = new Set<number>()
  for (const { members } of passageGroups) {
    const whole = members.filter(({ share }) => share >= NEARLY_ALL)
    if (whole.length > 1) for (const { document } of whole) found.add(documents[document]!.material)
  }
  for (const document of documents) if (holdsTwice(document)) found.add(document.material)
  for (const same of [...sameLedgers(ledgers), ...sameButNames(ledgers)])
    for (const { material } of same) found.add(material)
  return found
}

/** A run of paragraphs stands in it twice. */
function holdsTwice({ paragraphs }: DocumentText): boolean {
  const texts = paragraphs.map(({ text }) => bare(text))
  const first = new Map<string, number>()
  let expected = -1
  let length = 0
  return texts.some((text, i) => {
    if (text === '') return false
    const before = expected >= 0 && expected < i && texts[expected] === text ? expected : first.get(text)
    length = before === undefined ? 0 : before === expected ? length + text.length : text.length
    expected = before === undefined ? -1 : before + 1
    if (before === undefined) first.set(text, i)
    return length >= LEAST_CHARACTERS
  })
}

/** Sheets of bound workbooks with the same entries; files of one sheet are compared as files. */
function sameLedgers(ledgers: readonly Ledger[]): Ledger[][] {
  const bound = [...groupBy(ledgers, ({ material }) => material).values()]
    .filter(own => own.length > 1)
    .flat()
  const long = bound.filter(({ rows }) => rows.length >= ENTRIES.least && rows.length <= ENTRIES.most)
  return [...groupBy(long, entriesKey).values()].filter(same => same.length > 1)
}

/** Files whose rows are the same row by row, but for who did it or whom it was about. */
function sameButNames(ledgers: readonly Ledger[]): Ledger[][] {
  const keys = new Map<Ledger, string>()
  for (const ledger of ledgers) {
    const { length } = ledger.rows
    const kept = ledger.columns.flatMap(({ meaning, filled }, k) => (NAMING.has(meaning) || filled === 0 ? [] : [k])) // prettier-ignore
    if (kept.length < LEAST_KEPT || length < ENTRIES.least || length > ENTRIES.most) continue
    const rows = Array.from(ledger.rows, (_, i) => kept.map(k => bare(ledger.value(i, k))).join('|'))
    // Duty after duty in the same words is no copy
    if (new Set(rows).size >= DISTINCT * length) keys.set(ledger, rows.join('\n'))
  }
  return [...groupBy(keys.keys(), ledger => keys.get(ledger)!).values()].filter(same => new Set(same.map(({ material }) => material)).size > 1) // prettier-ignore
}

const NAMING: ReadonlySet<Meaning> = new Set(['serial', 'person', 'subject', 'household', 'responsible', 'recorder', 'phone', 'idNumber', 'signature'] as const) // prettier-ignore
const LEAST_KEPT = 3
const DISTINCT = 0.8

function entriesKey(ledger: Ledger): string {
  return Array.from(ledger.rows, (_, i) => ledger.columns.map((_, k) => bare(ledger.value(i, k))).join('|')).join('\n') // prettier-ignore
}
