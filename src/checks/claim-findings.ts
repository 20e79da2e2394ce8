import type { Detail, Indication, Place } from '../model/audit.ts'
import type { ClaimSupport, Evidence, Ledger, Meaning, ResultClaim } from '../model/evidence.ts'
import type { FindingDraft } from '../model/finding.ts'
import { sha256 } from '../support/hashing.ts'
import { clip, normalise } from '../support/text.ts'

/** What the check of results says of claims and what carries them: places, hashes, the sentences and rows themselves. */

/** Claims quoted in one finding, ledgers and rows of each quoted, characters of a row. */
const MOST_CLAIMS = 40
const MOST_LEDGERS = 6
const MOST_ROWS = 5
const MOST_TEXT = 300
/** A claim a fifth above its count is no slip of a few late entries. */
const WIDE_GAP = 0.2
/** Columns that are not quoted: a count can be followed without them. */
const PERSONAL: ReadonlySet<Meaning> = new Set(['person', 'subject', 'responsible', 'recorder', 'phone', 'idNumber', 'household', 'address', 'signature'] as const) // prettier-ignore

/** A claim and its count apart: both, how it was counted, and what says that the count is whole. */
export function supportFinding(evidence: Evidence, index: number): FindingDraft {
  const claim = evidence.resultClaims[index]!
  const support = evidence.claimSupports[index]!
  const { counted = 0, how = 'rows', rows = 0 } = support
  const onPaper = how === 'stated'
  const words = {
    claimed: quoted(claim),
    counted: amount(counted, claim),
    rows,
    ledgers: support.ledgers.length
  }
  const indications: Indication[] = [
    { code: onPaper ? 'abovePaper' : COUNTED[how], family: 'claims', weight: claim.value > counted * (1 + WIDE_GAP) ? 1.1 : 1, words } // prettier-ignore
  ]
  // a second family: something beside our count says that the count is whole
  if (onPaper) indications.push({ code: 'paperStates', family: 'text', weight: 0.8, words })
  if (support.unbroken) indications.push({ code: 'unbroken', family: 'order', weight: 0.8, words })
  if (support.ownTotal) indications.push({ code: 'ownTotal', family: 'text', weight: 0.8, words })
  return {
    message: onPaper ? 'differsPaper' : 'differs',
    words,
    owner: 'unit',
    places: [placeOf(evidence, claim), ...carriedAt(evidence, support)],
    members: [memberOf(claim), ...contentOf(evidence, support)],
    indications,
    detail: carriedDetail(evidence, claim, support)
  }
}

/** A satisfaction that rests on a survey the unit took of itself. */
export function ownSurvey(evidence: Evidence, index: number): FindingDraft {
  const claim = evidence.resultClaims[index]!
  const support = evidence.claimSupports[index]!
  const words = { claimed: `${claim.verb}${quoted(claim)}`, rows: support.rows ?? 0 }
  return {
    message: 'ownSurvey',
    words,
    owner: 'unit',
    places: [placeOf(evidence, claim), ...carriedAt(evidence, support)],
    members: [memberOf(claim), ...contentOf(evidence, support)],
    indications: [{ code: 'filledByUnit', family: 'claims', weight: 0.4, words }],
    detail: carriedDetail(evidence, claim, support)
  }
}

/** All claims of one paper that nothing here carries, or shares without counts: one finding for each paper. */
export function withoutSupport(
  evidence: Evidence,
  message: 'unsupported' | 'noBase',
  indices: readonly number[]
): FindingDraft[] {
  const byMaterial = new Map<number, ResultClaim[]>()
  for (const index of indices) {
    const claim = evidence.resultClaims[index]!
    byMaterial.set(claim.material, [...(byMaterial.get(claim.material) ?? []), claim])
  }
  return [...byMaterial].map(([, claims]) => {
    const words = { claims: claims.length, example: clip(claims[0]!.verb, 12) + quoted(claims[0]!) }
    return {
      message,
      words,
      owner: 'unit',
      places: claims.slice(0, MOST_CLAIMS).map(claim => placeOf(evidence, claim)),
      members: claims.map(memberOf),
      indications: [{ code: message === 'noBase' ? 'noCounts' : 'nothingHere', family: 'claims', weight: 0.3, words }], // prettier-ignore
      detail: {
        kind: 'texts',
        texts: claims.slice(0, MOST_CLAIMS).map((claim, place) => ({ place, text: claim.sentence, runs: [[...claim.span]] })), // prettier-ignore
        total: claims.length
      }
    }
  })
}

const COUNTED = { rows: 'countedRows', closed: 'countedClosed', distinct: 'countedDistinct', sum: 'countedSum', rate: 'countedRate', stated: 'abovePaper' } as const // prettier-ignore

function placeOf(
  { materials, documents }: Evidence,
  { material, place, sentence, span }: ResultClaim
): Place {
  const { paragraph, ...where } = place
  const text = paragraph === undefined ? undefined : documents.find(each => each.material === material)?.paragraphs[paragraph]?.text // prettier-ignore
  const at = text?.indexOf(sentence) ?? -1
  return {
    path: materials[material]!.path,
    ...where,
    ...(at < 0 ? {} : { span: [at + span[0], at + span[1]] as [number, number] })
  }
}

function carriedAt({ materials, ledgers }: Evidence, support: ClaimSupport): Place[] {
  return [
    ...support.ledgers.map(index => {
      const { material, table } = ledgers[index]!
      const { name } = table.head
      return {
        path: materials[material]!.path,
        table: table.head.index,
        ...(name === '' ? {} : { sheet: name })
      }
    }),
    ...support.materials.map(material => ({ path: materials[material]!.path }))
  ]
}

function contentOf({ materials, ledgers }: Evidence, support: ClaimSupport): string[] {
  return [...support.ledgers.map(index => ledgers[index]!.material), ...support.materials].map(material => materials[material]!.sha256) // prettier-ignore
}

function memberOf({ sentence, span }: ResultClaim): string {
  return sha256(`${normalise(sentence)}\n${span[0]}`)
}

/** The claim's sentence with its figure marked, then of each ledger its title and some of the rows that were counted. */
function carriedDetail(evidence: Evidence, claim: ResultClaim, support: ClaimSupport): Detail {
  const texts: { place: number; text: string; runs: [number, number][] }[] = [
    { place: 0, text: claim.sentence, runs: [[...claim.span]] }
  ]
  support.ledgers.slice(0, MOST_LEDGERS).forEach((index, n) => {
    const ledger = evidence.ledgers[index]!
    texts.push({ place: n + 1, text: ledger.title, runs: [] })
    for (const text of rowsOf(ledger)) texts.push({ place: n + 1, text, runs: [] })
  })
  support.materials.forEach((material, n) => {
    const document = evidence.documents.find(each => each.material === material)
    if (document) texts.push({ place: support.ledgers.length + n + 1, text: document.title, runs: [] })
  })
  return { kind: 'texts', texts, total: texts.length }
}

function rowsOf({ columns, rows, value }: Ledger): string[] {
  const shown = columns.flatMap(({ meaning, filled }, k) => (filled > 0 && !PERSONAL.has(meaning) ? [k] : []))
  const line = (i: number): string => clip(shown.map(k => value(i, k).trim()).join(' | '), MOST_TEXT) // prettier-ignore
  return Array.from({ length: Math.min(rows.length, MOST_ROWS) }, (_, n) => (n === MOST_ROWS - 1 ? line(rows.length - 1) : line(n))) // prettier-ignore
}

function quoted({ sentence, span }: ResultClaim): string {
  return sentence.slice(...span).normalize('NFKC')
}

/** In the unit of the claim: 12.5万元 for 125000 元. */
export function amount(value: number, { unit, dimension }: Pick<ResultClaim, 'unit' | 'dimension'>): string {
  const scaled =
    { 公里: 1000, 千米: 1000, km: 1000, 亩: 2000 / 3, 公顷: 1e4, 吨: 1000, 平方公里: 1e6 }[unit] ?? 1
  const plain = value / scaled
  const rounded = Math.round(plain * 100) / 100
  return dimension === 'money' && value >= 1e4
    ? `${Math.round(value / 100) / 100}万${unit}`
    : `${rounded}${unit}`
}
