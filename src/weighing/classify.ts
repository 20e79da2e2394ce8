import type { Cue, LadderStep, MaterialClass } from '../model/audit.ts'
import type { DocumentText, Evidence, Ledger, Papers } from '../model/evidence.ts'
import { groupBy } from '../support/grouping.ts'
import type { Tick } from '../support/tick.ts'
import { blankForms } from './blanks.ts'
import { commonText } from './common-text.ts'
import { decideDocument } from './decide-document.ts'
import { decideLedger, titleId } from './decide-ledger.ts'
import type { Change, Decision } from './decision.ts'
import type { LedgerClass } from './entry-class.ts'
import { whosePaper } from './issued.ts'
import { hearLearned } from './learned.ts'
import { overrule, type Overrule } from './overrules.ts'
import { pieceClasses } from './piece-class.ts'
import { reconcile } from './reconcile.ts'
import { scoringRules } from './scoring-rules.ts'
import { cuesOf, namedCues, seenOf, type Seen } from './seen.ts'
import { boundWeights } from './volumes.ts'

export interface Weight {
  class: MaterialClass
  classId?: string
  why: Cue[]
  ladder?: LadderStep
  ledgers: readonly LedgerClass[]
  /** Outside the shares: archives, and what is only listed. */
  counted: boolean
  /** What would give it another class. */
  change?: Change
  /** A person gave the class; `from` is what it was. */
  overruled?: { by: Overrule['by']; from: MaterialClass; note?: string }
}

/** Of every material of a package, and of every one of its unbound view; the same where nothing in it is bound. */
export interface Weights {
  each: Weight[]
  apart: Weight[]
}

/** Class of every material: title, headings, columns, rows and body together; names only lend weight. A person's word comes last and stands. */
export function weightsOf(evidence: Evidence, tick: Tick, overrules: readonly Overrule[] = []): Weights {
  const { unbound } = evidence
  const ruled = ruledWeights(unbound ?? evidence, tick)
  const apart = overrule(unbound ?? evidence, ruled, overrules)
  return { apart, each: unbound ? overrule(evidence, boundWeights(unbound, ruled), overrules) : apart }
}

/** The same, of the package's materials only. */
export function classify(evidence: Evidence, tick: Tick, overrules: readonly Overrule[] = []): Weight[] {
  return weightsOf(evidence, tick, overrules).each
}

function ruledWeights(evidence: Papers, tick: Tick): Weight[] {
  const ledgersOf = groupBy(evidence.ledgers, ledger => ledger.material)
  const formsOf = groupBy(evidence.forms, form => form.material)
  const documentOf = new Map(evidence.documents.map(document => [document.material, document]))
  const pictureOf = new Map(evidence.pictures.map(picture => [picture.material, picture]))
  const blanks = blankForms(evidence)
  const classOf = pieceClasses(evidence)
  const common = commonText(evidence)
  // The asker's own list, unless the unit has filled its results in
  const lists = new Set(evidence.indicatorLists.flatMap(({ material, filled }) => (filled ? [] : [material])))
  const weights = evidence.materials.map((material, index): Weight => {
    tick(index, evidence.materials.length)
    const counted = material.status !== 'listed' && material.kind !== 'archive'
    const weighed = (decision: Decision, ledgers: readonly LedgerClass[] = []): Weight => ({ ...decision, ledgers, counted }) // prettier-ignore
    if (material.origin === 'issued') return weighed(issued('provenance', 'issued'))
    if (material.status === 'unread' || material.status === 'listed') return weighed(silent('readable-copy'))
    if (lists.has(index) && !dealtOut(ledgersOf.get(index) ?? []))
      return weighed(issued('layout', 'indicator-list'))
    if (blanks.has(index)) return weighed({ ...issued('layout', 'blank-form'), change: { code: 'fill-in' } })
    if (material.kind === 'archive') return weighed({ class: 'unknown', why: [] })
    if (material.kind === 'conversation') return weighed({ class: 'trace', classId: 'T09', why: [because('layout', 'conversation', 'T09')], change: { code: 'result-of-occasion' } }) // prettier-ignore
    const document = common.without(documentOf.get(index))
    if (material.kind === 'picture') return weighed(ofPicture(pictureOf.get(index)?.nature, material.parent === undefined ? namedCues(evidence, index) : [])) // prettier-ignore
    if (document?.issued) return weighed(issued('layout', document.documentNumber ?? 'issued-head'))
    const ledgers = ledgersOf.get(index) ?? []
    const classes = ledgers.map(ledger => (tick(), classOf(ledger)))
    const natures = classes.map(({ whole }) => whole)
    const seen = seenOf(evidence, index, {
      document,
      ledgers,
      natures,
      forms: formsOf.get(index) ?? [],
      common
    })
    return weighed(ofText(seen), classes.map(({ own }) => own)) // prettier-ignore
  })
  return reconcile(evidence, weights)
}

/** Who of the unit does it, or in which box it lies: the asker's list made the unit's own. */
function dealtOut(ledgers: readonly Ledger[]): boolean {
  return ledgers.some(
    ({ columns }) =>
    columns.some(({ header, filled }) => filled > 0 && /盒号|盒名|案卷|卷号|卷内|存放|牵头|责任人|责任科室|责任股室|责任处室|承办人|经办人/u.test(header)) // prettier-ignore
  )
}

/** A photograph proves that something was photographed. A scanned page or a mark says nothing without its text. */
function ofPicture(nature: 'photo' | 'page' | 'mark' | undefined, filed: readonly Cue[]): Decision {
  if (nature !== 'photo') return nature === 'mark' ? silent('readable-copy') : ofName(filed)
  return { class: 'trace', classId: 'T06', why: [because('layout', 'photograph', 'T06')], change: { code: 'before-and-after' } } // prettier-ignore
}

function ofText(seen: Seen): Decision {
  const { body, natures, title, document, unit } = seen
  const entries = natures.reduce((total, each) => total + each.entries, 0)
  if (body === '' && entries === 0) return ofName(seen.named)
  if (entries === 0 && saysBlank(seen))
    return { ...issued('title', 'blank-form'), change: { code: 'fill-in' } }
  const whose = whosePaper(title, body, document, unit)
  const told = whose === 'own' ? undefined : (whose ?? scoringRules(title, body, seen.ledgers, unit))
  if (told) return { class: 'issued', why: [told], change: { code: 'own-content' } }
  const cues = cuesOf(seen)
  const ruled = entries > 0 && carriedByEntries(seen, document, cues) ? decideLedger(seen, cues) : decideDocument(seen, cues) // prettier-ignore
  return hearLearned(seen, cues, ruled, whose === 'own')
}

/** Calls itself a blank inside, and nothing in it is filled in. A filled form that calls itself so stays what it is. */
function saysBlank({ titles, forms, body }: Seen): boolean {
  return (
    titles.some(title => /空白表?[）)]?$|样表[）)]?$|模板[）)]?$|范本[）)]?$/u.test(title.trim())) &&
    forms.length === 0 &&
    body.length <= MOST_BLANK &&
    !/[^。\n]{15,}。/u.test(body)
  )
}

/** Labels and hints of a form of a page. */
const MOST_BLANK = 300

/** Beside this many times the text of its tables, tables illustrate a text. */
const ILLUSTRATED = 2

/** A workbook is its entries; a document only when its text merely introduces them and its title names no kind of text. */
function carriedByEntries(seen: Seen, document: DocumentText | undefined, cues: readonly Cue[]): boolean {
  const { material, ledgers, natures } = seen
  if (material.kind === 'table' || document === undefined) return true
  const title = titleId(cues)
  if (title && !title.startsWith('R') && title !== 'M02' && title !== 'M03' && title !== 'M05' && title !== 'M08' && title !== 'T05' && title !== 'T10' && !(/情况|整改|统计|结果/u.test(seen.title) && title === 'M01' && natures.some(({ result }) => result > 0))) return false // prettier-ignore
  const prose = document.paragraphs.reduce((total, { text, table }) => total + (table === undefined ? text.length : 0), 0) // prettier-ignore
  const rows = natures.reduce((total, { entries }) => total + entries, 0)
  return prose <= ILLUSTRATED * 30 * rows + 80 && lettersIn(ledgers) * ILLUSTRATED >= prose
}

function lettersIn(ledgers: readonly Ledger[]): number {
  let total = 0
  for (const { table } of ledgers) {
    const { texts, pool } = table.cells
    for (const id of texts.subarray(0, MOST_CELLS)) total += pool.text(id).length
  }
  return total
}

/** A document's own tables; a workbook never comes here. */
const MOST_CELLS = 5000

/** A page without text may be trace by its name; never a result, base data or somebody else's (names are claims). */
function ofName(filed: readonly Cue[]): Decision {
  const trace = filed.filter(cue => cue.class.startsWith('T'))
  const other = filed.some(cue => !cue.class.startsWith('T'))
  return trace.length > 0 && !other
    ? { class: 'trace', classId: trace[0]!.class, why: trace, change: { code: 'readable-copy' } }
    : silent('readable-copy')
}

function issued(where: Cue['where'], cue: string): Decision {
  return { class: 'issued', why: [because(where, cue)], change: { code: 'own-content' } }
}

function silent(code: Change['code']): Decision {
  return { class: 'unknown', why: [], change: { code } }
}

function because(where: Cue['where'], cue: string, id = ''): Cue {
  return { cue, class: id, where, weight: 1 }
}
