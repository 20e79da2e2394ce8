import type { Audit, Detail, Finding } from '../model/audit.ts'
import type { Evidence, Meaning } from '../model/evidence.ts'
import { Masker, type Sensitive } from './masker.ts'
import { isPlaceOrBody, looksLikeName } from '../support/surnames.ts'

type Body = Omit<Audit, 'run'>

/** Shown instead of anything that stood in material with a secrecy mark. */
export const WITHHELD = '[S]'

/** Headers and labels of persons, whatever a column's meaning was taken for: 信访人, 督查人员, 群众姓名, 包保干部, 网格员. */
const PERSON_HEADER =
  /(?:姓名|名字|名单|[^每他本个次]人|人员|户主|家长|学生|患者|干部|书记|主任|组长|网格员|调解员|民警|医生|教师|老师|代表|对象)(?:[（(].*)?$|^人$/u

const PERSONAL: ReadonlySet<Meaning> = new Set(['person', 'subject', 'responsible', 'recorder', 'household', 'signature'] as const) // prettier-ignore
/** Names are gathered from so many entries of a ledger; details of rows are masked by column whatever was gathered. */
const MOST_ENTRIES = 50_000
const MOST_NAMES = 200_000

/** Words and detail of findings and titles of activities with personal data as ordinals. Paths stand verbatim. */
export function maskAudit(audit: Body, evidence: Evidence): Body {
  const masker = new Masker(namesIn(evidence))
  return {
    ...audit,
    activities: audit.activities.map(activity => ({ ...activity, title: masker.text(activity.title) })),
    findings: audit.findings.map(finding => ({
      ...finding,
      words: maskWords(finding.words, masker),
      indications: finding.indications.map(each => ({ ...each, words: maskWords(each.words, masker) })),
      detail: maskDetail(finding.detail, masker)
    }))
  }
}

/** Names in talk are never shown, masked or not; so this part of masking also stands under `--unmasked`. */
export function maskConversations(audit: Body, evidence: Evidence): Body {
  const masker = new Masker(namesIn(evidence))
  return { ...audit, findings: audit.findings.map(finding => finding.detail.kind === 'messages' ? { ...finding, detail: maskDetail(finding.detail, masker) } : finding) } // prettier-ignore
}

/** What carries a secrecy mark is counted, never quoted: its findings keep places and weights and lose their detail. */
export function withholdSecrets(audit: Body): Body {
  const secret = new Set(audit.materials.filter(material => material.secret).map(({ path }) => path))
  if (secret.size === 0) return audit
  const withheld = (finding: Finding): Finding =>
    finding.places.some(({ path }) => secret.has(path))
      ? {
          ...finding,
          words: blankWords(finding.words),
          indications: finding.indications.map(each => ({ ...each, words: blankWords(each.words) })),
          detail: blankDetail(finding.detail)
        }
      : finding
  const numbers = new Set(audit.materials.filter(material => material.secret).map(({ no }) => no))
  return {
    ...audit,
    findings: audit.findings.map(withheld),
    activities: audit.activities.map(each => each.materials.some(no => numbers.has(no)) ? { ...each, title: WITHHELD } : each) // prettier-ignore
  }
}

function blankWords(words: Finding['words']): Finding['words'] {
  return Object.fromEntries(Object.entries(words).map(([key, value]) => [key, typeof value === 'string' ? WITHHELD : value])) // prettier-ignore
}

function blankDetail(detail: Detail): Detail {
  switch (detail.kind) {
    case 'rows':
      return { ...detail, columns: [], rows: [] }
    case 'pictures':
      return { ...detail, pictures: [] }
    case 'texts':
      return { ...detail, texts: [] }
    case 'messages':
      return { ...detail, messages: [] }
    case 'files':
      return { ...detail, files: [] }
  }
}

function maskWords(words: Finding['words'], masker: Masker): Finding['words'] {
  return Object.fromEntries(Object.entries(words).map(([key, value]) => [key, typeof value === 'string' ? masker.text(value) : value])) // prettier-ignore
}

/** What a column for persons holds is a person unless it plainly is a body or a place (检查对象 may be either). */
function maskCell(
  { text, sensitive }: { text: string; sensitive?: Sensitive },
  header: string,
  masker: Masker
): string {
  if (!sensitive && PERSON_HEADER.test(header.normalize('NFKC').trim())) return maskNames(text, masker)
  if (!sensitive || (sensitive === 'person' && text.trim().length > 2 && isPlaceOrBody(text.trim())))
    return masker.text(text)
  return masker.value(text, sensitive)
}

/** Each part of a list of persons that looks like a name; the rest as text. */
function maskNames(text: string, masker: Masker): string {
  const parts = text.split(/([\s,，、;；/]+)/u)
  return parts
    .map((part, i) =>
      i % 2 === 0 && looksLikeName(part.normalize('NFKC')) ? masker.value(part, 'person') : masker.text(part)
    )
    .join('')
}

function maskDetail(detail: Detail, masker: Masker): Detail {
  switch (detail.kind) {
    case 'rows':
      return {
        ...detail,
        rows: detail.rows.map(row => ({
          ...row,
          cells: row.cells.map((cell, column) => ({
            ...cell,
            text: maskCell(cell, detail.columns[column] ?? '', masker)
          }))
        }))
      }
    case 'texts':
      return {
        ...detail,
        texts: detail.texts.map(each => {
          const { text, at } = masker.map(each.text)
          return { ...each, text, runs: each.runs.map(([from, to]): [number, number] => [at(from), at(to)]) }
        })
      }
    case 'messages':
      return { ...detail, messages: detail.messages.map(each => ({ ...each, text: masker.text(each.text) })) }
    case 'pictures':
      return {
        ...detail,
        pictures: detail.pictures.map(each => ({ ...each, claims: each.claims.map(claim => ({ ...claim, value: masker.text(claim.value) })) })) // prettier-ignore
      }
    case 'files':
      return {
        ...detail,
        files: detail.files.map(each => ({ ...each, claims: maskWords(each.claims, masker) }))
      }
  }
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
