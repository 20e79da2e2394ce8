import type { ClaimedDate, Evidence } from '../model/evidence.ts'
import { isInsideDocument, type Material } from '../model/material.ts'
import { isOccasion, lengthOf } from '../support/periods.ts'
import { groupBy } from '../support/grouping.ts'
import type { Caption } from './activity-captions.ts'
import { ledgerDate, type OwnClaims } from './activity-claims.ts'
import { Drafts, type Draft } from './activity-drafts.ts'
import { isWithin, type Scope } from './activity-folders.ts'
import { shootings } from './activity-shootings.ts'
import { coreOf, isEvent, SPECIFIC } from './activity-subjects.ts'
import { wholesOf } from './ledger-pieces.ts'

/** First claims, material by material; containers come before what they hold. */
export function draftActivities(
  {
    materials,
    names,
    ledgers,
    pictures,
    conversations,
    ledgerPieces = []
  }: Pick<Evidence, 'materials' | 'names' | 'ledgers' | 'pictures' | 'conversations'> &
    Partial<Pick<Evidence, 'ledgerPieces'>>,
  scopes: readonly Scope[],
  own: readonly OwnClaims[],
  captions: readonly (Caption | undefined)[],
  year: number | undefined
): { drafts: Draft[]; draftOf: (number | undefined)[] } {
  const drafts = new Drafts()
  const ledgersOf = groupBy(ledgers, ({ material }) => material)
  const wholes = wholesOf(ledgerPieces, ledgers)
  const talks = new Set(conversations.map(({ material }) => material))
  const draftOf: (number | undefined)[] = []
  materials.forEach((material, i) => {
    const scope = scopes[i]!
    const indicator = scope.indicator ?? names[i]?.indicator ?? ''
    draftOf.push(undefined)
    if (material.origin !== 'package' || material.status === 'listed') return
    if (isInsideDocument(materials, material)) {
      const caption = captions[i]
      const held = draftOf[material.parent!]
      if (!caption || (held !== undefined && coversCaption(drafts.all[held]!, caption))) draftOf[i] = held
      else draftOf[i] = dated(drafts, i, caption.date, caption.subject, own[material.parent!]!.subject || scope.topic, indicator) // prettier-ignore
      return
    }
    // One row of a ledger cut up is of one day; the ledger is not
    const recorded = (ledgersOf.get(i) ?? []).map(ledger => wholes(ledger)?.whole ?? ledger)
    const standing = talks.has(i) || isStanding(material, own[i]!, recorded)
    const date = standing ? undefined : occasionOf(own[i]!, recorded)
    if (scope.anchor && isPeriodical(scope.anchor, own[i]!)) return
    draftOf[i] = scope.anchor
      ? anchored(drafts, i, scope.anchor, date, own[i]!, indicator)
      : date && loose(drafts, i, date, own[i]!, scope, indicator)
  })
  joinOnlyDay(drafts.all, draftOf, scopes)
  for (const { date, photos } of shootings({ materials, pictures }, scopes, own, draftOf, year))
    for (const i of photos)
      draftOf[i] = dated(
        drafts,
        i,
        date,
        '',
        scopes[i]!.topic,
        scopes[i]!.indicator ?? names[i]?.indicator ?? ''
      )
  withoutTalkOnly(drafts.all, draftOf, talks)
  return { drafts: drafts.all, draftOf }
}

/** Tables of whom there is and what is due: no occasion whatever days they hold. */
const ROSTER = /花名册|名册|发放[表册单]|领取[表册]|使用登记|借用登记|值班|进度表|一览表|自评表|roster/iu
/** Tables kept over time, unless their entries are of one occasion. */
const LEDGER = /台账|来访登记|出入登记|ledger|logbook/iu
/** Entries over more days than an occasion lasts are a ledger whatever its name. */
function isStanding({ kind, name }: Material, own: OwnClaims, ledgers: Evidence['ledgers']): boolean {
  if (kind !== 'table') return false
  const called = `${name} ${own.subject}`
  if (ROSTER.test(called)) return true
  const recorded = ledgerDate(ledgers)
  return recorded ? !isOccasion(recorded) : LEDGER.test(called)
}

/** A conversation may speak of an activity; it is none. */
function withoutTalkOnly(drafts: Draft[], draftOf: (number | undefined)[], talks: ReadonlySet<number>): void {
  const empty = new Set(
    drafts.flatMap((draft, at) => (draft.materials.every(each => talks.has(each)) ? [at] : []))
  )
  draftOf.forEach((at, i) => {
    if (at === undefined || !empty.has(at) || !talks.has(i)) return
    draftOf[i] = undefined
    drafts[at]!.materials = []
  })
}

function coversCaption(draft: Draft, { date }: Caption): boolean {
  return draft.date !== undefined && isOccasion(draft.date) && isWithin(date, draft.date)
}

/** The day a file itself claims for its occasion; a month when nothing finer is claimed. */
function occasionOf(own: OwnClaims, ledgers: Evidence['ledgers']): ClaimedDate | undefined {
  const fine = own.dates.find(isOccasion)
  if (fine) return fine
  const recorded = ledgerDate(ledgers)
  if (recorded) return isOccasion(recorded) && own.subject !== '' ? recorded : undefined
  return own.dates.find(date => lengthOf(date) <= 31)
}

function anchored(
  drafts: Drafts,
  material: number,
  { path, subject, date: claimed, occasion }: NonNullable<Scope['anchor']>,
  date: ClaimedDate | undefined,
  own: OwnClaims,
  indicator: string
): number {
  const core = coreOf(subject)
  const vague = core.length < SPECIFIC
  const make = (from: ClaimedDate | undefined) => () => ({ ...(from && { date: from }), subject, core, vague, indicator }) // prettier-ignore
  const splits = !occasion && date !== undefined && isOccasion(date) && !own.ahead && (!claimed || isWithin(date, claimed)) // prettier-ignore
  return splits
    ? drafts.add(`${path}\n${date.from}\n${date.to}`, material, make(date))
    : drafts.add(path, material, make(claimed))
}

/** 安全生产例会/2023年3月/安全生产月报: the report of a month in the month's folder is of no occasion in it. */
function isPeriodical(anchor: NonNullable<Scope['anchor']>, own: OwnClaims): boolean {
  return !anchor.occasion && anchor.date !== undefined && !isEvent(anchor.path.slice(anchor.path.lastIndexOf('/') + 1)) && PERIODICAL.test(own.subject) // prettier-ignore
}

const PERIODICAL = /(?:月|季|年|周|半年)(?:度)?(?:工作)?(?:报表?|总结|小结|汇总|统计)/u
/** 某镇工作简报第18期 tells of many things and is of none of their days. */
const BULLETIN = /简报|专报|快报|通讯$|旬报|周报|月报/u
const SUMMARY = /总结|小结|汇报|报告|台账|统计|汇总/u

/** A file in no activity's folder: what it claims itself. Notices, plans and rules are dated but are no occasion; neither is a month's summary. */
function loose(
  drafts: Drafts,
  material: number,
  date: ClaimedDate,
  own: OwnClaims,
  scope: Scope,
  indicator: string
): number | undefined {
  // prettier-ignore
  if (own.ahead) return undefined
  if (BULLETIN.test(own.subject) && !isEvent(own.subject)) return undefined
  // 2024年一季度工作总结 is of its quarter, whatever day its file names
  if (SUMMARY.test(own.subject) && own.dates.some(each => lengthOf(each) > 31)) return undefined
  if (!isOccasion(date) && (!isEvent(own.subject) || SUMMARY.test(own.subject))) return undefined
  return dated(drafts, material, date, own.subject, scope.topic, indicator, own.about)
}

function dated(
  drafts: Drafts,
  material: number,
  date: ClaimedDate,
  subject: string,
  topic: string,
  indicator: string,
  about = ''
): number {
  // prettier-ignore
  const core = about === '' ? coreOf(subject) : `${coreOf(subject)}${about}`
  const vague = core.length < SPECIFIC
  const borrowed = vague && core === '' ? coreOf(topic) : core
  const key = `\n${date.from}\n${date.to}\n${borrowed}\n${vague ? indicator : ''}\n${vague}`
  return drafts.add(key, material, () => ({ date, subject: vague && core === '' ? topic : subject, core: borrowed, vague, indicator })) // prettier-ignore
}

/** In a folder of one activity the papers name one day: pictures and notices without a date are of that day too. */
function joinOnlyDay(drafts: Draft[], draftOf: (number | undefined)[], scopes: readonly Scope[]): void {
  const byAnchor = new Map<string, { undated?: number; dated: Set<number> }>()
  draftOf.forEach((at, i) => {
    const anchor = scopes[i]!.anchor
    if (at === undefined || !anchor || anchor.occasion || drafts[at]!.core !== coreOf(anchor.subject)) return
    const known = byAnchor.get(anchor.path) ?? { dated: new Set() }
    byAnchor.set(anchor.path, known)
    const { date } = drafts[at]!
    if (date && isOccasion(date)) known.dated.add(at)
    else known.undated = at
  })
  const into = new Map<number, number>()
  for (const { undated, dated: days } of byAnchor.values()) {
    const [only] = days
    if (undated === undefined || days.size !== 1) continue
    into.set(undated, only!)
    drafts[only!]!.materials.push(...drafts[undated]!.materials)
    drafts[undated]!.materials = []
  }
  draftOf.forEach((at, i) => {
    if (at !== undefined && into.has(at)) draftOf[i] = into.get(at)
  })
}
