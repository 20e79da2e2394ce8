import type { Detail } from '../model/audit.ts'
import type { DocumentText, Evidence, LabelledForm, Ledger } from '../model/evidence.ts'
import { groupBy } from '../support/grouping.ts'
import { byCodePoint } from '../support/order.ts'
import { bare } from '../support/text.ts'
import { isInsideDocument } from '../model/material.ts'

/** What checks of whole files share: where a file is filed, for when, and what kind of paper it is. */

/** Smaller files (a placeholder, one line of text) are equal by having nothing in them. */
const LEAST_BYTES = 64
/** Files whose data a finding carries; the rest are named by their places. */
const MOST_SHOWN = 30
/** A table of title, header and one row to fill in. */
const BLANK_ROWS = 3

/** Papers that stand for more than one occasion: filed with each of them by right. */
const STANDING = /制度|办法|方案|计划|职责|规定|规则|细则|章程|名单|名册|通讯录|预案|通知|通告|公告|承诺|合同|协议|证书|执照|证明|须知|流程|手册|标准|条例|文件|模板|样表|空表|教材|课件|讲稿|资料|宣传(?:单|页|册)|policy|rules|plan|notice|manual|template|contract|certificate/iu // prettier-ignore
/** Papers that record one occasion or period. */
const RECORD = /总结|小结|汇报|报告|记录|纪要|简报|签到|台账|心得|体会|报表|统计|登记|日志|情况|信息|新闻|minutes|report|record|register|sign-?in|log|summary/iu // prettier-ignore
const KINDS = new RegExp(`${STANDING.source}|${RECORD.source}`, 'giu')

export interface Span {
  from: string
  to: string
}

/** `record`: of one occasion; `standing`: for many, or nobody can tell; `plain`: prose or cells that do not say. */
export type Nature = 'record' | 'plain' | 'standing'

/** Documents, ledgers and forms by material, made once per run of a check. */
export interface Papers {
  evidence: Evidence
  documentOf: ReadonlyMap<number, DocumentText>
  ledgersOf: ReadonlyMap<number, Ledger[]>
  formsOf: ReadonlyMap<number, LabelledForm[]>
  containers: ReadonlySet<number>
}

export function papersOf(evidence: Evidence): Papers {
  return {
    evidence,
    documentOf: new Map(evidence.documents.map(document => [document.material, document])),
    ledgersOf: groupBy(evidence.ledgers, ({ material }) => material),
    formsOf: groupBy(evidence.forms, ({ material }) => material),
    containers: new Set(evidence.materials.flatMap(({ parent }) => parent ?? []))
  }
}

/** Stands for itself in the package: no picture, nothing inside a document, nothing empty. */
export function isPaper({ evidence, containers }: Papers, i: number): boolean {
  const { kind, bytes, reading, status, notes } = evidence.materials[i]!
  if (
    kind === 'picture' ||
    bytes < LEAST_BYTES ||
    isInsideDocument(evidence.materials, evidence.materials[i]!)
  )
    return false
  if (notes.some(({ code }) => code === 'lock-file' || code === 'system-file' || code === 'own-output'))
    return false
  if (kind !== 'document' || !reading || status !== 'read' || containers.has(i)) return true
  if (notes.some(({ code }) => code === 'no-text-layer')) return true
  return reading.tables.length > 0 || reading.blocks.some(({ text }) => text.trim() !== '')
}

/** What name and folder claim; dates inside the same content are the same and tell nothing. */
export function claimOutside({ evidence }: Papers, i: number): Span | undefined {
  const { claimedDateOf, names, activities, activityOf } = evidence
  const claimed = claimedDateOf[i]
  if (claimed && (claimed.source === 'name' || claimed.source === 'folder')) return claimed
  const named = names[i]?.dates.find(({ source }) => source === 'name' || source === 'folder')
  if (named) return named
  const of = activityOf[i] === undefined ? undefined : activities[activityOf[i]!]?.date
  return of?.source === 'folder' ? of : undefined
}

/** How many spans can be chosen so that no two meet: the occasions they must be. */
export function disjoint(spans: readonly Span[]): number {
  let count = 0
  let last = ''
  for (const { from, to } of [...spans].sort((a, b) => byCodePoint(a.to, b.to))) {
    if (from <= last) continue
    count++
    last = to
  }
  return count
}

export function meets(a: Span, b: Span): boolean {
  return a.from <= b.to && b.from <= a.to
}

/** One activity under one indicator; without an activity, one folder. */
export function filedUnder(evidence: Evidence, i: number): string {
  const { activityOf, indicatorOf } = evidence
  const where = activityOf[i] === undefined ? `in ${folderOf(evidence, i)}` : `of ${activityOf[i]}`
  return `${indicatorOf[i] ?? ''}\n${where}`
}

export function folderOf({ materials }: Evidence, i: number): string {
  const { path } = materials[i]!
  return path.slice(0, Math.max(0, path.lastIndexOf('/')))
}

/** Somebody else's document, or a form nobody has filled in. */
export function isOthers(papers: Papers, members: readonly number[]): boolean {
  const { materials } = papers.evidence
  const documents = members.flatMap(i => papers.documentOf.get(i) ?? [])
  if (members.some(i => materials[i]!.origin === 'issued') || documents.some(({ issued }) => issued))
    return true
  const forms = members.flatMap(i => papers.formsOf.get(i) ?? [])
  const entries = members.some(i => papers.ledgersOf.get(i)?.some(({ rows }) => rows.length > 0))
  const prose = documents.some(({ paragraphs }) => paragraphs.some(({ label }) => !label))
  const blank =
    forms.length > 0 && forms.every(({ fields }) => fields.every(({ value }) => bare(value) === ''))
  const headOnly = members.every(i => {
    const { kind, reading } = materials[i]!
    return kind === 'table' && reading && reading.tables.every(({ cells }) => cells.rowCount <= BLANK_ROWS)
  })
  return (blank || headOnly) && !prose && !entries
}

/** What kind of paper these equal files are, by title before name; a ledger or report whose own time covers every claim was filed with each by right. */
export function natureOf(papers: Papers, members: readonly number[], spans: readonly Span[]): Nature {
  const inside = contentSpan(papers, members)
  if (inside && inside.from !== inside.to && spans.every(span => meets(span, inside))) return 'standing'
  const document = members.flatMap(i => papers.documentOf.get(i) ?? [])[0]
  const ledger = members.flatMap(i => papers.ledgersOf.get(i) ?? []).find(({ rows }) => rows.length > 0)
  const { names, materials } = papers.evidence
  const named = members.map(i => names[i]?.subject ?? '').find(subject => subject !== '')
  // The last word of a title says what the paper is: 工作方案落实情况报告 is a report
  const last = [...(document?.title || ledger?.title || named || '').matchAll(KINDS)].at(-1)?.[0]
  if (last !== undefined) return STANDING.test(last) ? 'standing' : 'record'
  if (ledger) return 'record'
  return document || materials[members[0]!]!.kind === 'table' ? 'plain' : 'standing'
}

/** The time the content itself speaks of. */
export function contentSpan({ evidence, ledgersOf }: Papers, members: readonly number[]): Span | undefined {
  let span: Span | undefined
  for (const ledger of members.flatMap(i => ledgersOf.get(i) ?? [])) {
    for (let i = 0; i < ledger.rows.length; i++) {
      const day = ledger.date(i)
      if (day === '') continue
      if (!span) span = { from: day, to: day }
      else if (day < span.from) span.from = day
      else if (day > span.to) span.to = day
    }
  }
  if (span) return span
  const claimed = members.flatMap(i => evidence.claimedDateOf[i] ?? [])
  return claimed.find(({ source }) => source === 'title' || source === 'text')
}

/** Evidence of a finding about files. */
export function filesDetail(evidence: Evidence, members: readonly number[]): Detail {
  const { materials, claimedDateOf, activities, activityOf, indicatorOf } = evidence
  const files = members.slice(0, MOST_SHOWN).map((i, place) => {
    const { bytes, sha256 } = materials[i]!
    const claimed = claimedDateOf[i]
    const activity = activityOf[i] === undefined ? undefined : activities[activityOf[i]!]
    const claims = {
      ...(claimed && {
        claimed: claimed.from === claimed.to ? claimed.from : `${claimed.from} – ${claimed.to}`
      }),
      ...(activity && { activity: activity.title }),
      ...(indicatorOf[i] !== undefined && { indicator: indicatorOf[i] })
    }
    return { place, bytes, sha256, claims }
  })
  return { kind: 'files', total: members.length, files }
}
