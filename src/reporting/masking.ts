import type { Audit, FieldCheck, Finding, MaterialRecord } from '../model/audit.ts'
import type { Evidence, Meaning } from '../model/evidence.ts'
import { looksLikeName } from '../support/surnames.ts'
import { defined, maskAll, maskDetail, maskWhere, maskWhom, maskWords, PERSON_HEADER } from './mask-detail.ts'
import { Masker } from './masker.ts'
import { wholeLists, type Whole } from './whole-lists.ts'
import { bare } from './withhold.ts'

type Body = Omit<Audit, 'run'>

const PERSONAL: ReadonlySet<Meaning> = new Set(['person', 'subject', 'responsible', 'recorder', 'household', 'signature'] as const) // prettier-ignore
/** Names are gathered from so many entries of a ledger; details of rows are masked by column whatever was gathered. */
const MOST_ENTRIES = 50_000
const MOST_NAMES = 200_000

/**
 * All that is quoted from the package with personal data as ordinals: words and detail of findings, titles and
 * places of activities, indicators, the field-check sheet, cues. Paths stand verbatim.
 */
export function maskAudit(audit: Body, evidence: Evidence): Body {
  const masker = new Masker(namesIn(evidence))
  const whole = wholeLists(evidence)
  const text = (value: string): string => masker.text(value)
  const maybe = (value: string | undefined): string | undefined => value === undefined ? undefined : text(value) // prettier-ignore
  return defined({
    ...audit,
    activities: audit.activities.map(each => defined({ ...each, title: text(each.title), place: maybe(each.place) })), // prettier-ignore
    indicators: audit.indicators?.map(each => defined({ ...each, name: maybe(each.name), asks: maybe(each.asks), asker: maybe(each.asker) })), // prettier-ignore
    materials: audit.materials.map(each => maskRecord(each, masker)),
    findings: audit.findings.map(finding => maskFinding(finding, masker, whole)),
    forms: audit.forms?.map(each => defined({ ...each, title: text(each.title), asker: maybe(each.asker) })),
    fieldCheck: audit.fieldCheck && maskFieldCheck(audit.fieldCheck, masker, whole),
    troubles: audit.troubles.map(each => ({ ...each, detail: text(each.detail) }))
  })
}

/** One finding after another, masked as the audit will be, before there is one; ordinals of names may differ from it. */
export function findingMasker(evidence: Evidence): (finding: Finding) => Finding {
  const masker = new Masker(namesIn(evidence))
  const whole = wholeLists(evidence)
  const secret = new Set(evidence.materials.flatMap(({ path }, index) => (evidence.secrecyOf[index] ? [path] : []))) // prettier-ignore
  return finding =>
    finding.places.some(({ path }) => secret.has(path)) ? bare(finding) : maskFinding(finding, masker, whole)
}

function maskRecord(record: MaterialRecord, masker: Masker): MaterialRecord {
  const { why, notes, change, overruled } = record
  return {
    ...record,
    why: why.map(each => ({ ...each, cue: masker.text(each.cue) })),
    ...(notes ? { notes: notes.map(each => each.words ? { ...each, words: maskWords(each.words, masker) } : each) } : {}), // prettier-ignore
    ...(change?.words ? { change: { ...change, words: maskWords(change.words, masker) } } : {}),
    ...(overruled?.note ? { overruled: { ...overruled, note: masker.text(overruled.note) } } : {})
  }
}

function maskFinding(finding: Finding, masker: Masker, whole: Whole): Finding {
  const within = finding.places.some(whole)
  const words = (each: Finding['words']): Finding['words'] =>
    within ? maskAll(each, masker) : maskWords(each, masker)
  return {
    ...finding,
    words: words(finding.words),
    indications: finding.indications.map(each => ({ ...each, words: words(each.words) })),
    detail: maskDetail(finding.detail, masker, place => whole(finding.places[place]!))
  }
}

/** Whom to visit is found by file and row in the original; the sheet itself names nobody. */
function maskFieldCheck(sheet: FieldCheck, masker: Masker, whole: Whole): FieldCheck {
  return {
    ...sheet,
    strata: sheet.strata.map(each => ({ ...each, stratum: masker.text(each.stratum) })),
    rows: sheet.rows.map(row => {
      const within = whole(row.place)
      const text = (value: string): string => (within ? masker.value(value, 'whole') : masker.text(value))
      return defined({
        ...row,
        whom: row.whom === undefined ? undefined : maskWhom(row.whom, masker),
        stratum: masker.text(row.stratum),
        where: row.where === undefined ? undefined : within ? text(row.where) : maskWhere(row.where, masker),
        claimed: text(row.claimed),
        words: row.words && (within ? maskAll(row.words, masker) : maskWords(row.words, masker))
      })
    })
  }
}

/** Names in talk are never shown, masked or not; so this part of masking also stands under `--unmasked`. */
export function maskConversations(audit: Body, evidence: Evidence): Body {
  const masker = new Masker(namesIn(evidence))
  return { ...audit, findings: audit.findings.map(finding => finding.detail.kind === 'messages' ? { ...finding, detail: maskDetail(finding.detail, masker) } : finding) } // prettier-ignore
}

/** Names that stand in columns for persons and as senders of messages; reports mask them in paths too. */
export function namesIn({ ledgers, forms, conversations }: Evidence): Set<string> {
  const names = new Set<string>()
  const add = (value: string): void => {
    for (const part of value.normalize('NFKC').split(/[\s,，、;；/]+/u)) {
      if (names.size < MOST_NAMES && looksLikeName(part)) names.add(part)
    }
  }
  for (const ledger of ledgers) {
    ledger.columns.forEach(({ meaning, header }, k) => {
      if (!PERSONAL.has(meaning) && !PERSON_HEADER.test(header.normalize('NFKC').trim())) return
      for (let i = 0; i < Math.min(ledger.rows.length, MOST_ENTRIES); i++) add(ledger.value(i, k))
    })
  }
  for (const form of forms)
    for (const { meaning, label, value } of form.fields)
      if (PERSONAL.has(meaning) || PERSON_HEADER.test(label.normalize('NFKC').trim())) add(value)
  for (const { messages } of conversations) {
    for (const { sender } of messages) if (sender.length >= 2 && names.size < MOST_NAMES) names.add(sender)
  }
  return names
}
