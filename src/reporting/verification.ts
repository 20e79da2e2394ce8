import type { Audit, Finding } from '../model/audit.ts'
import { fill, type Language } from '../words/index.ts'
import { codeOf } from './decided-text.ts'
import { standingDecisions } from './decided.ts'
import { heaviest } from './heaviest.ts'
import { bookWords } from './xlsx.ts'
import { writeBook } from './xlsx/write-book.ts'
import type { Cell, Sheet } from './xlsx/sheet.ts'
import { viewOf, type View, type ViewOptions } from './view.ts'

export interface VerificationOptions extends ViewOptions {
  /** Findings to ask about; all that nobody has decided on when not given. */
  ids?: readonly string[] | undefined
}

/** A cell holds no more of it anyway, and a person reads no more. */
const MOST_PLACES = 20
const MOST_CLAIMS = 12

/**
 * The verification sheet (核实单) as an xlsx: a row per finding that a unit or an asker can explain, with columns to
 * fill in. It goes out, and comes back through `answersOf`. Texts only, never a formula.
 */
export async function renderVerification(
  audit: Audit,
  language: Language,
  options: VerificationOptions = {}
): Promise<Uint8Array> {
  const view = viewOf(audit, language, options)
  return writeBook([verificationSheet(view, options.ids)], bookWords(view))
}

/** What is asked about: chosen findings, or those not decided yet; never what is nobody’s to mend. */
export function askedAbout(audit: Audit, ids?: readonly string[]): Finding[] {
  const decided = standingDecisions(audit)
  const chosen = ids && new Set(ids)
  return heaviest(audit.findings).filter(
    ({ id, owner }) => owner !== 'nobody' && (chosen ? chosen.has(id) : !decided.has(id))
  )
}

function verificationSheet(view: View, ids?: readonly string[]): Sheet {
  const { out, audit } = view
  const rows = askedAbout(audit, ids).map((finding, index) => rowOf(finding, index + 1, view))
  return {
    name: out.verification,
    lead: out.verificationLead,
    columns: [
      { header: out.code, width: 22 },
      { header: out.order, width: 6 },
      { header: out.check, width: 16 },
      { header: out.observed, width: 44 },
      { header: out.claimed, width: 34 },
      { header: out.where, width: 40 },
      { header: out.question, width: 38 },
      { header: out.answer, width: 18, fill: { choices: choicesOf(out), help: out.answerHelp } },
      { header: out.note, width: 40, fill: {} },
      { header: out.original, width: 24, fill: {} },
      { header: out.verifier, width: 12, fill: {} },
      { header: out.date, width: 14, fill: {} }
    ],
    rows: rows.length > 0 ? rows : [[undefined, undefined, undefined, out.verificationNone]]
  }
}

/** The answers the sheet offers. */
export function choicesOf(out: View['out']): string[] {
  return [out.answerOriginal, out.answerExplained, out.answerMistaken, out.answerPending]
}

function rowOf(finding: Finding, number: number, view: View): Cell[] {
  const { out, say, place } = view
  const { title, clear } = say.check(finding.check)
  const shown = finding.places.slice(0, MOST_PLACES).map(place)
  if (finding.places.length > MOST_PLACES) shown.push(`… ${finding.places.length}`)
  return [
    codeOf(finding.id),
    number,
    title,
    [say.finding(finding), ...finding.indications.map(each => say.indication(finding.check, each))].join('\n'), // prettier-ignore
    claimsOf(finding, view).join('\n'),
    shown.join('\n'),
    [
      fill(out.questionOwner, { owner: say.owners[finding.owner] }),
      fill(out.questionClear, { clear: clear.join(view.language === 'zh' ? '；' : '; ') })
    ].join('\n')
  ]
}

/** What the material says of itself, each once, those that differ first. Empty under statistics and secrecy: the detail is. */
function claimsOf({ detail, places }: Finding, view: View): string[] {
  const { claim, spell, parts, number, out, audit, level } = view
  const secret = audit.materials.some(({ secret: marked, path }) => marked && places.some(each => each.path === path)) // prettier-ignore
  if (secret || level === 'statistics') return [out.withheld]
  const said = (label: string, value: string | number): string => `${claim(label)}${parts.colon}${spell(String(value))}` // prettier-ignore
  const numbered = (place: number, text: string): string => `№${number(places[place]?.path ?? '') ?? '?'} ${text}` // prettier-ignore
  switch (detail.kind) {
    case 'pictures':
      return first(detail.pictures.flatMap(({ place, claims }) => [...claims].sort((a, b) => Number(b.differs) - Number(a.differs)).map(({ label, value }) => numbered(place, said(label, value))))) // prettier-ignore
    case 'files':
      return first(detail.files.flatMap(({ place, claims }) => Object.entries(claims).map(([label, value]) => numbered(place, said(label, value))))) // prettier-ignore
    case 'rows':
      return first(detail.rows.map(({ place, cells }) => numbered(place, cells.flatMap(({ text }, i) => (text === '' ? [] : [`${detail.columns[i] ?? ''}${detail.columns[i] ? parts.colon : ''}${spell(text)}`])).join(parts.stop)))) // prettier-ignore
    case 'texts':
      return first(detail.texts.map(({ place, text }) => numbered(place, spell(text.slice(0, 200)))))
    case 'messages':
      return first(detail.messages.map(({ place, at, role, text }) => numbered(place, `${at.replace('T', ' ')} ${view.role(role)}${parts.colon}${spell(text.slice(0, 80))}`))) // prettier-ignore
  }
}

function first(lines: readonly string[]): string[] {
  const unique = [...new Set(lines)]
  return unique.length > MOST_CLAIMS ? [...unique.slice(0, MOST_CLAIMS), '…'] : unique
}
