import type { Cue, LadderStep, MaterialClass } from '../model/audit.ts'
import { LADDER } from '../model/audit.ts'
import type { DocumentText, Evidence, Ledger } from '../model/evidence.ts'
import type { Material } from '../model/material.ts'
import type { Tick } from '../support/tick.ts'
import { cuesIn } from './cues.ts'
import { classOfLedger, type LedgerClass } from './entry-class.ts'
import { EVENT_WORDS } from '../model/filing.ts'
import { writtenDates } from '../support/dates.ts'
import { atLeast, CREDIT, ladderOf, ladderOfText } from './ladder.ts'
import { blankForms } from './blanks.ts'

export interface Weight {
  class: MaterialClass
  classId?: string
  why: Cue[]
  ladder?: LadderStep
  ledgers: readonly LedgerClass[]
  /** Outside the shares: archives, and what is only listed. */
  counted: boolean
}

/** Below this sum of cue weights nothing is said (lexicon, scoring: tau). */
const SILENT = 2
/** A cue list longer than this helps nobody; the heaviest stay. */
const MOST_WHY = 8
/** Enough of a body to find its cues; beyond it a document repeats itself. */
const BODY = 40_000
const HEAD_CELLS = 400
/** A form or certificate of this length is one statement: its number, date and object stand in fields of their own. */
const WHOLE = 1200
/** Shorter texts are notes that tell nothing either way. */
const ACCOUNT = 60

/** Class of every material: title, headings, columns, rows and body together; names only lend weight. */
export function classify(evidence: Evidence, tick: Tick): Weight[] {
  const ledgersOf = groupBy(evidence.ledgers, ledger => ledger.material)
  const documentOf = new Map(evidence.documents.map(document => [document.material, document]))
  const pictureOf = new Map(evidence.pictures.map(picture => [picture.material, picture]))
  const blanks = blankForms(evidence)
  return evidence.materials.map((material, index) => {
    tick(index, evidence.materials.length)
    const ledgers = ledgersOf.get(index) ?? []
    const weighed = (weight: Omit<Weight, 'ledgers' | 'counted'>, natures: LedgerClass[] = []): Weight => ({
      ...weight,
      ledgers: natures,
      counted: material.status !== 'listed' && material.kind !== 'archive'
    })
    if (material.origin === 'issued')
      return weighed({ class: 'issued', why: [because('provenance', 'issued')] })
    if (material.status === 'unread' || material.status === 'listed')
      return weighed({ class: 'unknown', why: [] })
    if (blanks.has(index)) return weighed({ class: 'issued', why: [because('layout', 'blank-form')] })
    if (material.kind === 'archive') return weighed({ class: 'unknown', why: [] })
    if (material.kind === 'conversation') return weighed({ class: 'trace', classId: 'T09', why: [because('layout', 'conversation', 'T09')] }) // prettier-ignore
    if (material.kind === 'picture') return weighed(ofPicture(pictureOf.get(index)?.nature))
    const document = documentOf.get(index)
    if (document?.issued) return weighed({ class: 'issued', why: [because('layout', document.documentNumber ?? 'issued-head')] }) // prettier-ignore
    const natures = ledgers.map(classOfLedger)
    return weighed(
      ofText(
        material,
        document,
        ledgers,
        natures,
        evidence.names[index]?.subject ?? '',
        evidence.activityOf[index] !== undefined
      ),
      natures
    )
  })
}

/** A photograph proves that something was photographed. A scanned page or a mark says nothing without its text. */
function ofPicture(nature: 'photo' | 'page' | 'mark' | undefined): Omit<Weight, 'ledgers' | 'counted'> {
  if (nature !== 'photo') return { class: 'unknown', why: [] }
  return { class: 'trace', classId: 'T06', why: [because('layout', 'photograph', 'T06')] }
}

function ofText(
  material: Material,
  document: DocumentText | undefined,
  ledgers: readonly Ledger[],
  natures: readonly LedgerClass[],
  subject: string,
  occasion: boolean
): Omit<Weight, 'ledgers' | 'counted'> {
  const body = bodyOf(material, document)
  const filed = cuesIn(subject.normalize('NFKC'), 'file')
  if (body === '' && natures.every(({ entries }) => entries === 0)) return ofName(filed)
  const content = [
    ...cuesIn(titleOf(document, ledgers), 'title'),
    ...ledgers.flatMap(ledger =>
      cuesIn(
        ledger.columns
          .map(({ header }) => header)
          .join('\n')
          .normalize('NFKC'),
        'header'
      )
    ),
    ...material.reading!.tables.flatMap(table => cuesIn(table.head.name.normalize('NFKC'), 'sheet')),
    ...cuesIn(body, 'body'),
    ...natures.flatMap(fromLedger)
  ]
  // Names lend weight to what the content already says; alone they decide nothing (a renamed file keeps its class).
  const named = filed.filter(cue => content.some(other => other.class === cue.class))
  const cues = merged([...content, ...named])
  const shown = body.length <= WHOLE ? ladderOf(body.replace(/\s+/gu, ' ')) : ladderOfText(body)
  const ladder =
    LADDER[Math.max(LADDER.indexOf(shown), ...natures.map(nature => LADDER.indexOf(nature.ladder)))]!
  const weight = cues.reduce((total, cue) => total + cue.weight, 0)
  return decide(
    weight < SILENT ? [...account(body, occasion), ...cues] : cues,
    confirming(cues, body, ladder),
    natures
  )
}

/** A paper that is by its title an acceptance, a test report, a receipt states what it confirms; a date or a quantity in it makes that verifiable. */
function confirming(cues: readonly Cue[], body: string, ladder: LadderStep): LadderStep {
  const titled = cues.some(cue => cue.class === 'R07' && cue.where === 'title')
  const stated = ladder !== 'E0' || writtenDates(body.slice(0, WHOLE)).length > 0
  return titled && stated && !atLeast(ladder, 'E2') ? 'E2' : ladder
}

/** A page without text may be trace by its name; never a result, base data or somebody else's (names are claims). */
function ofName(filed: readonly Cue[]): Omit<Weight, 'ledgers' | 'counted'> {
  const trace = filed.filter(cue => cue.class.startsWith('T'))
  const other = filed.some(cue => !cue.class.startsWith('T'))
  return trace.length > 0 && !other
    ? { class: 'trace', classId: trace[0]!.class, why: trace }
    : { class: 'unknown', why: [] }
}

/** Prose about an occasion that tells of nothing that came of it is an account that it took place. */
function account(body: string, occasion: boolean): Cue[] {
  if (body.length < ACCOUNT || !(occasion || writtenDates(body.slice(0, BODY)).length > 0)) return []
  const event = EVENT_WORDS.find(word => body.includes(word)) ?? (occasion ? 'occasion' : undefined)
  return event ? [{ cue: event, class: 'T08', where: 'body', weight: SILENT }] : []
}

/** The lexicon's rules over the sums of T, R and M cues. */
function decide(
  cues: readonly Cue[],
  ladder: LadderStep,
  natures: readonly LedgerClass[]
): Omit<Weight, 'ledgers' | 'counted'> {
  const sum = (letter: string): number => cues.filter(cue => cue.class.startsWith(letter)).reduce((total, cue) => total + cue.weight, 0) // prettier-ignore
  const [trace, result, mixed] = [sum('T'), sum('R') * CREDIT[ladder], sum('M')]
  const top = (letters: string): string | undefined => {
    const totals = new Map<string, number>()
    for (const cue of cues)
      if (letters.includes(cue.class[0]!)) totals.set(cue.class, (totals.get(cue.class) ?? 0) + cue.weight)
    return [...totals].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0]
  }
  const why = cues.slice(0, MOST_WHY)
  const entries = natures.reduce((total, nature) => total + nature.entries, 0)
  const rosters = natures
    .filter(({ nature }) => nature === 'roster')
    .reduce((total, nature) => total + nature.entries, 0)
  const shown = natures.reduce((total, nature) => total + nature.result, 0)
  const classed = (named: MaterialClass, letters: string) => ({ class: named, classId: top(letters), why, ...(named === 'result' || named === 'mixed' ? { ladder } : {}) }) // prettier-ignore

  if (trace + sum('R') + mixed < SILENT && entries === 0) return { class: 'unknown', why }
  // A sheet to sign is a list of persons too; its title or its column for signatures says that a meeting was held.
  if (entries > 0 && rosters * 2 > entries && result <= trace) return trace > mixed ? classed('trace', 'T') : classed('input', 'M') // prettier-ignore
  if (top('M') === 'M07' && mixed >= trace) return classed('mixed', 'M')
  if (entries > 0 && entries > rosters) {
    const share = shown / (entries - rosters)
    if (share >= 0.6 && natures.some(({ result: shown, confirmed }) => shown > 0 && confirmed))
      return classed('result', 'RM')
    if (share >= 0.3) return classed('mixed', 'MR')
    if (mixed >= trace && top('M') === 'M08' && sum('R') === 0) return classed('input', 'M')
    if (result < trace + mixed) return classed('trace', 'TM')
  }
  if (mixed > trace && mixed > result) return ofMixed(top('M')!, result, ladder, classed)
  // Results that cannot be verified are still no trace.
  if (trace === 0 && sum('R') > 0) return classed(atLeast(ladder, 'E2') ? 'result' : 'mixed', 'R')
  if (trace >= 2 * result) return classed('trace', 'T')
  if (result >= 2 * trace && atLeast(ladder, 'E2')) return classed('result', 'R')
  return classed('mixed', 'MRT')
}

/** Decision rules of M01 … M08 for running text (classes.json). */
function ofMixed(
  id: string,
  result: number,
  ladder: LadderStep,
  classed: (named: MaterialClass, letters: string) => Omit<Weight, 'ledgers' | 'counted'>
): Omit<Weight, 'ledgers' | 'counted'> {
  if (id === 'M08') return classed('input', 'M')
  // A figure in one's own summary is a claim: E1 until what carries it is found.
  if (id === 'M01' || id === 'M07')
    return { ...classed('mixed', 'M'), ladder: atLeast(ladder, 'E1') ? 'E1' : 'E0' }
  return result > 0 && atLeast(ladder, 'E2') ? classed('mixed', 'M') : classed('trace', 'MT')
}

function fromLedger({ nature, entries, result, because: headers }: LedgerClass): Cue[] {
  const name = headers.slice(0, 3).join('、')
  if (entries === 0) return []
  if (nature === 'payment') return [{ cue: name, class: 'R02', where: 'layout', weight: 6 }]
  if (nature === 'roster' && headers.some(header => /签到|签名|签字/u.test(header)))
    return [{ cue: name, class: 'T01', where: 'layout', weight: 4 }]
  if (nature === 'roster') return [{ cue: name, class: 'M08', where: 'layout', weight: 3 }]
  const share = result / entries
  if (share > 0) return [{ cue: name, class: 'R01', where: 'cell', weight: Math.round(60 * share) / 10 }]
  return [{ cue: name === '' ? 'no-outcome-column' : name, class: 'T05', where: 'layout', weight: 2 }]
}

function titleOf(document: DocumentText | undefined, ledgers: readonly Ledger[]): string {
  return [document?.title ?? '', ...ledgers.map(({ title }) => title)].join('\n').normalize('NFKC')
}

function bodyOf(material: Material, document: DocumentText | undefined): string {
  const paragraphs = document?.paragraphs.map(({ text }) => text).join('\n') ?? ''
  if (paragraphs.length >= BODY) return paragraphs.slice(0, BODY).normalize('NFKC')
  return `${paragraphs}\n${firstCells(material)}`.trim().slice(0, BODY).normalize('NFKC')
}

function firstCells(material: Material): string {
  return material
    .reading!.tables.flatMap(({ cells }) =>
      Array.from(cells.texts.subarray(0, HEAD_CELLS), id => cells.pool.text(id))
    )
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

function because(where: Cue['where'], cue: string, id = ''): Cue {
  return { cue, class: id, where, weight: 1 }
}

function groupBy<T>(items: readonly T[], key: (item: T) => number): Map<number, T[]> {
  const groups = new Map<number, T[]>()
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item])
  return groups
}
