import type { MaterialClass } from '../model/audit.ts'
import type { ActivityFact, ClaimedDate, Evidence, Ledger, Papers } from '../model/evidence.ts'
import { isOccasion, spanOf } from '../support/periods.ts'
import { writtenDates } from '../support/dates.ts'
import { groupBy } from '../support/grouping.ts'
import { sha256 } from '../support/hashing.ts'
import { byCodePoint } from '../support/order.ts'
import type { Tick } from '../support/tick.ts'
import { UnionFind } from '../support/union-find.ts'
import { claimBetween, ledgerDate } from './activity-claims.ts'
import { bound } from './binding.ts'
import { coreOf, sameSubject, SPECIFIC, titleOf } from './activity-subjects.ts'
import { wholesOf } from './ledger-pieces.ts'
import { entriesOfOccasions } from './work-entries.ts'
import { matterOf, scopeOf } from './work-subjects.ts'

/** What weighing found a material to be, as far as it decides whether it speaks for work of its own. */
export interface Spoken {
  class: MaterialClass
  classId?: string
  /** Natures of its ledgers, in order. */
  ledgers: readonly { nature: string; entries: number }[]
}

/** Whether one entry of a ledger shows a result that can be verified. */
export type Verifiable = (ledger: Ledger, entry: number) => boolean

/**
 * Adds what was done outside occasions to the activities: a ledger's work goes on over the year (four quarterly
 * ledgers of one kind are one activity, its yearly compilation too), a paper that states a result (acceptance, test
 * report, agreement) is an activity of its own. Ledger rows that are of the day and the subject or place of an
 * occasion are noted with it. Plans, summaries, rosters, issued papers and loose notes speak for none. `spoken` is of the
 * materials of the unbound view where there is one.
 */
export function withWork(
  evidence: Evidence,
  spoken: readonly Spoken[],
  verifiable: Verifiable,
  tick: Tick
): Evidence {
  const { unbound } = evidence
  if (!unbound) return { ...evidence, ...worked(evidence, spoken, verifiable, tick) }
  const view = { ...unbound, ...worked(unbound, spoken, verifiable, tick) }
  return { ...evidence, ...bound(view), unbound: view }
}

function worked(
  evidence: Papers,
  spoken: readonly Spoken[],
  verifiable: Verifiable,
  tick: Tick
): Pick<Papers, 'activities' | 'activityOf'> {
  const { materials } = evidence
  const ledgersOf = groupBy(evidence.ledgers, ({ material }) => material)
  const documentOf = new Map(evidence.documents.map(({ material, title }) => [material, title]))
  const wholes = wholesOf(evidence.ledgerPieces, evidence.ledgers)
  const settled = withoutPictured(evidence, spoken)
  const works: Work[] = []
  materials.forEach((_, i) => {
    tick(i, materials.length)
    if (settled.activityOf[i] !== undefined || !isPaper(evidence, i)) return
    const work = workOf(evidence, i, spoken[i]!, (ledgersOf.get(i) ?? []).map(ledger => wholes(ledger)?.whole ?? ledger), documentOf.get(i)) // prettier-ignore
    if (work) works.push(work)
  })
  const joined = joinWorks(evidence, works)
  const pictures = groupBy(materials.flatMap(({ kind, parent }, i) => (kind === 'picture' && parent !== undefined ? [{ i, parent }] : [])), ({ parent }) => parent) // prettier-ignore
  const inside = (i: number): number[] => (pictures.get(i) ?? []).map(each => each.i)
  const activities = [...settled.activities, ...joined.map(group => activityOf(evidence, group, inside))]
  const ordered = inOrder(uniqueIds(activities))
  const rank = new Map(ordered.map((activity, at) => [activity.materials, at]))
  const belongs = [...settled.activityOf].map(at => (at === undefined ? undefined : rank.get(settled.activities[at]!.materials))) // prettier-ignore
  for (const [at, { materials: own }] of ordered.entries()) for (const i of own) belongs[i] ??= at
  const found = { ...evidence, activities: ordered.map(activity => asContinuing(evidence, spoken, activity)), activityOf: belongs } // prettier-ignore
  return { activities: entriesOfOccasions(found, spoken, asWhole(verifiable, wholes), tick), activityOf: belongs } // prettier-ignore
}

/** A row of a ledger cut up is judged beside the ledger's other rows: a constant 已处理 stays silent there too. */
function asWhole(verifiable: Verifiable, wholes: ReturnType<typeof wholesOf>): Verifiable {
  return (ledger, entry) => {
    const piece = wholes(ledger)
    return piece ? verifiable(piece.whole, piece.start + entry) : verifiable(ledger, entry)
  }
}

interface Work {
  material: number
  /** `goes on`: a ledger; `stated`: one paper that states a result. */
  kind: 'goes on' | 'stated'
  subject: string
  core: string
  /** A stated result is known by what its name tells beside its title (whose agreement, which river). */
  matter: string
  scope: string
  date?: ClaimedDate
}

/** Handed in by itself (or in an archive), read, and the unit's own. */
function isPaper({ materials }: Papers, i: number): boolean {
  const { origin, status, kind, parent } = materials[i]!
  if (origin !== 'package' || status === 'listed' || status === 'unread') return false
  if (kind !== 'document' && kind !== 'table' && kind !== 'other') return false
  for (let at = parent; at !== undefined; at = materials[at]!.parent)
    if (materials[at]!.kind !== 'archive') return false
  return true
}

/** Tables of what is due or how far it has come: no work of their own whatever days they hold. */
const OVERVIEW =
  /进度表|进展表|一览表|自评表|汇总统计|统计年报|任务分解|计划表|排班|值班表|安排表|花名册|名册/u

function workOf(
  evidence: Papers,
  i: number,
  { class: named, classId = '', ledgers: natures }: Spoken,
  ledgers: readonly Ledger[],
  heading: string | undefined
): Work | undefined {
  if (named === 'issued' || named === 'unknown' || named === 'input') return undefined
  const title = titleIn(evidence, i, ledgers, heading)
  const scope = scopeOf(evidence, i)
  const { paper, sha256: content } = evidence.materials[i]!
  // Two papers of one title in one volume are two: agreement after agreement
  const matter = paper === undefined ? matterOf(evidence.names[i]?.subject ?? '') : content
  const date = ledgerDate(ledgers) ?? titledDate(ledgers) ?? evidence.claimedDateOf[i]
  const make = (kind: Work['kind']): Work => ({ material: i, kind, subject: title, core: coreOf(title), matter, scope, ...(date && { date }) }) // prettier-ignore
  if (evidence.materials[i]!.kind === 'table') {
    const kept = ledgers.filter((ledger, k) => isKept(ledger, natures[k]?.nature))
    const paid = natures.some(({ nature }) => nature === 'payment')
    return kept.length > 0 && (paid || !OVERVIEW.test(`${title} ${evidence.materials[i]!.name}`))
      ? make('goes on')
      : undefined
  }
  if (classId.startsWith('M01') || classId.startsWith('M07')) return undefined
  return named === 'result' || (named === 'mixed' && classId.startsWith('R')) ? make('stated') : undefined
}

/** Lists of one kind, month after month: from the first to the last that their titles name. */
function titledDate(ledgers: readonly Ledger[]): ClaimedDate | undefined {
  if (ledgers.length < 2) return undefined
  const span = spanOf(ledgers.flatMap(({ title }) => writtenDates(title).slice(0, 1)))
  return span && { ...span, source: 'title', text: `${span.from} – ${span.to}` }
}

/** Most entries carry a day of their own, or are payments to somebody. */
const DATED = 0.5

/** Natures of ledgers (weighing) whose rows tell of work that goes on, whatever their columns say of doing. */
const GOES_ON: ReadonlySet<string> = new Set(['payment', 'measured', 'compared', 'metrics'])

function isKept(ledger: Ledger, nature: string | undefined): boolean {
  // Payments, measured values, before and after, progress against a target: rows that are results themselves, and counts of clicks
  if (nature !== undefined && GOES_ON.has(nature)) return true
  if (nature !== 'record') return false
  const column = ledger.columns.some(({ meaning }) => meaning === 'date')
  if (!column) return false
  let dated = 0
  for (let i = 0; i < ledger.rows.length; i++) if (ledger.date(i) !== '') dated++
  return dated >= DATED * ledger.rows.length
}

function titleIn(
  { names }: Papers,
  i: number,
  ledgers: readonly Ledger[],
  heading: string | undefined
): string {
  // prettier-ignore
  const sheet = ledgers.find(({ title, table }) => title !== table.head.name)?.title
  const name = names[i]?.subject ?? ''
  const title = heading || sheet || ''
  return coreOf(title).length > 1 ? title : name
}

/** Ledgers of one subject in one folder are one; papers that state the same result are one. Same content is the same. */
function joinWorks({ sameContent }: Papers, works: readonly Work[]): Work[][] {
  const sets = new UnionFind(works.length)
  const at = new Map(works.map(({ material }, k) => [material, k]))
  for (const { members, by } of sameContent) {
    if (by === 'members') continue
    const [first, ...rest] = members.flatMap(member => at.get(member) ?? [])
    for (const k of rest) sets.join(first!, k)
  }
  for (const group of groupBy(works.keys(), k => `${works[k]!.kind}\n${works[k]!.scope}`).values())
    joinSubjects(group, works, sets)
  return [...groupBy(works.keys(), k => sets.root(k)).values()].map(group => group.map(k => works[k]!))
}

/** More ledgers in one folder are joined by equal subjects only. */
const MOST_COMPARED = 200

function joinSubjects(group: readonly number[], works: readonly Work[], sets: UnionFind): void {
  const first = new Map<string, number>()
  for (const k of group) {
    const { core, matter, kind } = works[k]!
    const key = kind === 'stated' ? `${core}\n${matter}` : core
    if (core === '' || (kind === 'stated' && core.length < SPECIFIC)) continue
    const known = first.get(key)
    if (known === undefined) first.set(key, k)
    else sets.join(known, k)
  }
  const goingOn = [...first.values()].filter(
    k => works[k]!.kind === 'goes on' && works[k]!.core.length >= SPECIFIC
  )
  if (goingOn.length > MOST_COMPARED) return
  // Longest first and no chains, as with occasions
  const order = goingOn.sort((a, b) => works[b]!.core.length - works[a]!.core.length || byCodePoint(works[a]!.core, works[b]!.core)) // prettier-ignore
  for (const [n, k] of order.entries()) {
    const larger = order.slice(0, n).filter(j => sameSubject(works[k]!.core, works[j]!.core))
    if (new Set(larger.map(j => sets.root(j))).size === 1) sets.join(larger[0]!, k)
  }
}

/** 检测报告 leaves 检测: the file's name says of what (芦河水质检测报告). */
function titled({ subject }: Work, named: string): string {
  const title = titleOf(subject)
  const told = titleOf(named)
  return coreOf(title).length < SPECIFIC && coreOf(told).length >= SPECIFIC && coreOf(told).includes(coreOf(title)) ? told : title // prettier-ignore
}

function activityOf(
  { indicatorOf, names }: Papers,
  group: readonly Work[],
  picturesIn: (material: number) => number[]
): ActivityFact {
  const lead = [...group].sort((a, b) => a.subject.length - b.subject.length || byCodePoint(a.subject, b.subject) || a.material - b.material)[0]! // prettier-ignore
  const own = group.map(({ material }) => material).sort((a, b) => a - b)
  const inside = own.flatMap(picturesIn)
  const dates = group.flatMap(({ date }) => date ?? [])
  const span = spanOf(dates)
  const date = span && claimBetween(span, dates[0]!.source)
  const goesOn =
    group.some(({ kind }) => kind === 'goes on') || new Set(dates.map(each => each.from)).size > 1
  const indicators = [...new Set(own.flatMap(i => indicatorOf[i] ?? []))].sort(byCodePoint)
  const content = ['work', goesOn ? 'continuing' : 'stated', lead.core || lead.subject, lead.matter, indicators.join(',')] // prettier-ignore
  return {
    id: sha256(content.join('\n')).slice(0, 12),
    title: titled(lead, names[lead.material]?.subject ?? '').replace(
      /(?<=\p{Script=Han}) (?=\p{Script=Han})/gu,
      ''
    ),
    ...(date && { date }),
    materials: [...own, ...inside].sort((a, b) => a - b),
    indicators,
    ...(goesOn && (span === undefined || span.from !== span.to) && { continuing: true })
  }
}

function uniqueIds(activities: readonly ActivityFact[]): ActivityFact[] {
  const seen = new Map<string, number>()
  return activities.map(activity => {
    const times = seen.get(activity.id) ?? 0
    seen.set(activity.id, times + 1)
    return times === 0 ? activity : { ...activity, id: sha256(`${activity.id}\n#${times}`).slice(0, 12) }
  })
}

function inOrder(activities: readonly ActivityFact[]): ActivityFact[] {
  return [...activities].sort(
    (a, b) =>
      byCodePoint(a.date?.from ?? '9', b.date?.from ?? '9') ||
      byCodePoint(a.title, b.title) ||
      byCodePoint(a.id, b.id)
  )
}

/** An undated folder of nothing but ledgers (巡查台账 by month) is work that goes on. */
function asContinuing(
  { materials, ledgers }: Papers,
  spoken: readonly Spoken[],
  activity: ActivityFact
): ActivityFact {
  // prettier-ignore
  if (activity.continuing || (activity.date && isOccasion(activity.date))) return activity
  const papers = activity.materials.filter(
    i => materials[i]!.kind !== 'picture' && materials[i]!.kind !== 'archive'
  )
  const kept = (i: number): boolean => materials[i]!.kind === 'table' && spoken[i]!.ledgers.some(({ nature }) => nature === 'record' || GOES_ON.has(nature)) // prettier-ignore
  if (papers.length === 0 || !papers.every(kept)) return activity
  const own = new Set(papers)
  const span = ledgerDate(ledgers.filter(({ material }) => own.has(material)))
  return span && !isOccasion(span) ? { ...activity, date: span, continuing: true } : activity
}

/**
 * Pictures whose captions in a paper that states a result name other days (before and after) were an occasion of
 * nothing but themselves: they belong to what the paper states.
 */
function withoutPictured(
  { activities, activityOf: belongs, materials }: Papers,
  spoken: readonly Spoken[]
): Pick<Evidence, 'activities' | 'activityOf'> {
  const stated = (i: number): boolean => {
    const { parent } = materials[i]!
    return (
      parent !== undefined && materials[parent]!.kind === 'document' && spoken[parent]!.class === 'result'
    )
  }
  const dropped = activities.filter(({ materials: own }) => own.every(stated))
  if (dropped.length === 0) return { activities, activityOf: belongs }
  // Where the paper is of an occasion itself, its pictures are too
  const joining = new Map<number, number[]>()
  for (const i of dropped.flatMap(({ materials: own }) => own)) {
    const at = belongs[materials[i]!.parent!]
    if (at !== undefined) joining.set(at, [...(joining.get(at) ?? []), i])
  }
  const kept = activities.flatMap((activity, at) => {
    if (dropped.includes(activity)) return []
    const more = joining.get(at)
    const own = more ? [...activity.materials, ...more].sort((a, b) => a - b) : activity.materials
    return [{ at, activity: more ? { ...activity, materials: own } : activity }]
  })
  const rank = new Map(kept.map(({ at }, k) => [at, k]))
  const of = (i: number): number | undefined => {
    const at = belongs[i]
    if (at === undefined) return undefined
    return rank.get(at) ?? (materials[i]!.parent === undefined ? undefined : of(materials[i]!.parent))
  }
  return { activities: kept.map(({ activity }) => activity), activityOf: belongs.map((_, i) => of(i)) }
}
