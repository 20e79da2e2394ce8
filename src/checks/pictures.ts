import type { Detail, Place } from '../model/audit.ts'
import type { ClaimedDate, Evidence, PictureGroup, Session } from '../model/evidence.ts'
import type { PictureFacts } from '../model/reading.ts'
import { daysBetween } from '../support/dates.ts'
import { isUnset } from '../support/clocks.ts'
import { bare } from '../support/text.ts'

/** What the three checks of pictures share: what a picture is claimed for, and which relations already explain it. */

/** A picture with what is claimed for it. */
export interface Claimed {
  picture: number
  material: number
  facts: PictureFacts
  claim: ClaimedDate | undefined
  activity: number | undefined
}

export function claimedOf(evidence: Evidence, picture: number): Claimed {
  const { material } = evidence.pictures[picture]!
  return {
    picture,
    material,
    facts: evidence.materials[material]!.reading!.picture!,
    claim: evidence.claimedDateOf[material],
    activity: evidence.activityOf[material]
  }
}

/** Days between two claims, 0 when they overlap. */
export function gapOf(a: ClaimedDate, b: ClaimedDate): number {
  return Math.max(0, daysBetween(a.to, b.from), daysBetween(b.to, a.from))
}

/** The most claims no two of which overlap, earliest first: how many occasions the pictures must have served. */
export function separateClaims(claims: readonly ClaimedDate[]): ClaimedDate[] {
  const chosen: ClaimedDate[] = []
  const ordered = [...claims].sort((a, b) => daysBetween(b.to, a.to) || daysBetween(a.from, b.from))
  for (const claim of ordered)
    if (chosen.length === 0 || daysBetween(chosen.at(-1)!.to, claim.from) > 0) chosen.push(claim)
  return chosen
}

/** Longer claims (half a year, a year) gather; a summary that shows the year’s own pictures reuses nothing. */
const GATHERING_DAYS = 92

/** Whether a claim names an occasion or a period a picture can lie outside of: a quarter at most. */
export function isNarrow({ from, to }: ClaimedDate): boolean {
  return daysBetween(from, to) <= GATHERING_DAYS
}
/** What was found and what was mended are shown with one picture by duty; so are stock and example pictures. */
const SHOWN_AGAIN =
  /整改|销号|前后|对比|治理前|改造前|施工前|修缮前|处置前|回头看|范例|样例|示例|示意|模板|素材|before|after|sample|example/iu
/** Decoration: the same picture in this share of the documents that hold pictures, and in so many. */
const DECORATION = { share: 0.3, documents: 8 }

export interface Reuse {
  group: PictureGroup
  members: Claimed[]
  occasions: ClaimedDate[]
  sameDay: boolean
}

/** Groups of one shot that serve different occasions, with the members that do. */
export function reuses(evidence: Evidence): Reuse[] {
  const withPictures = new Set(
    evidence.pictures.flatMap(({ material }) => evidence.materials[material]!.parent ?? [])
  ).size
  return evidence.pictureGroups.flatMap(group => reuse(evidence, group, withPictures) ?? [])
}

function reuse(evidence: Evidence, group: PictureGroup, withPictures: number): Reuse | undefined {
  if (group.members.some(member => evidence.pictures[member]!.nature !== 'photo')) return undefined
  const parents = new Set(group.members.map(member => parentOf(evidence, member)))
  if (
    !parents.has(undefined) &&
    parents.size >= DECORATION.documents &&
    parents.size >= DECORATION.share * withPictures
  )
    return undefined
  const members = group.members
    .map(member => claimedOf(evidence, member))
    .filter(
      ({ claim, activity, material }) =>
        claim !== undefined &&
        activity !== undefined &&
        evidence.materials[material]!.origin === 'package' &&
        isNarrow(claim) &&
        !isShownAgain(evidence, material)
    )
  if (new Set(members.map(({ activity }) => activity)).size < 2) return undefined
  const claims = members.map(({ claim }) => claim!)
  const occasions = separateClaims(claims)
  // a claim that holds another’s day inside it gathers: month’s report, quarter’s summary
  const serving = members.filter(
    ({ claim }) =>
      claims.some(other => gapOf(claim!, other) > 0) ||
      claims.every(other => other.from === claim!.from && other.to === claim!.to)
  )
  if (occasions.length > 1) {
    const activities = new Set(serving.map(({ activity }) => activity))
    if (activities.size < 2 || isOneAccount(evidence, serving, occasions)) return undefined
    return { group, members: serving, occasions, sameDay: false }
  }
  if (serving.length < members.length || !titlesDiffer(evidence, serving)) return undefined
  return { group, members: serving, occasions, sameDay: true }
}

function parentOf(evidence: Evidence, picture: number): number | undefined {
  const { parent } = evidence.materials[evidence.pictures[picture]!.material]!
  return parent !== undefined && evidence.materials[parent]!.kind === 'archive' ? undefined : parent
}

function isShownAgain(evidence: Evidence, material: number): boolean {
  const { path, at } = evidence.materials[material]!
  const activity = evidence.activityOf[material]
  const title = activity === undefined ? '' : evidence.activities[activity]!.title
  return SHOWN_AGAIN.test(path) || SHOWN_AGAIN.test(at?.caption ?? '') || SHOWN_AGAIN.test(title)
}

/** A report of the event written some days later is dated by its writing. */
const ACCOUNT_DAYS = 3

function isOneAccount(
  evidence: Evidence,
  members: readonly Claimed[],
  occasions: readonly ClaimedDate[]
): boolean {
  return gapOf(occasions[0]!, occasions.at(-1)!) <= ACCOUNT_DAYS && !titlesDiffer(evidence, members)
}

/** Share of common two-character pieces under which two titles name different things. */
const SAME_TITLE = 0.5

function titlesDiffer(evidence: Evidence, members: readonly Claimed[]): boolean {
  const titles = [
    ...new Set(
      members.map(({ activity }) => bare(evidence.activities[activity!]!.title).replace(/\d+/gu, ''))
    )
  ].map(pieces)
  return titles.some((a, i) => titles.slice(i + 1).some(b => likeness(a, b) < SAME_TITLE))
}

function pieces(title: string): Set<string> {
  const characters = [...title]
  return new Set(characters.slice(1).map((character, i) => characters[i]! + character))
}

function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 1
  let shared = 0
  for (const piece of a) if (b.has(piece)) shared++
  return (2 * shared) / (a.size + b.size)
}

export interface SplitSession {
  session: Session
  members: Claimed[]
  occasions: ClaimedDate[]
}

/** Sessions whose pictures are claimed for days that one session cannot serve. Copies of one shot are `reuses`, not sessions. */
export function splitSessions(evidence: Evidence): { split: SplitSession[]; unset: number } {
  const reused = new Set(reuses(evidence).flatMap(({ group }) => group.members))
  const split: SplitSession[] = []
  let unset = 0
  for (const session of evidence.sessions) {
    const members = session.members
      .filter(member => !reused.has(member))
      .map(member => claimedOf(evidence, member))
      .filter(
        ({ claim, material }) =>
          claim !== undefined && evidence.materials[material]!.origin === 'package' && isNarrow(claim)
      )
    const [first, last] = [session.from.slice(0, 10), session.to.slice(0, 10)]
    // over midnight both days are the session’s own
    const own = { from: first, to: last }
    const occasions = separateClaims(members.map(({ claim }) => claim!))
    if (occasions.length < 2 || occasions.every(claim => daysBetween(claim.from, own.to) >= 0 && daysBetween(own.from, claim.to) >= 0)) continue // prettier-ignore
    const activities = new Set(members.map(({ activity }) => activity))
    if (activities.size === 1 && !activities.has(undefined)) continue
    if (isUnset(session.from, occasions)) unset++
    // what overlaps none but its own neighbours serves; what gathers several occasions does not
    else {
      const serving = members.filter(({ claim }) => members.some(other => gapOf(claim!, other.claim!) > 0))
      split.push({ session, members: serving, occasions })
    }
  }
  return { split, unset }
}

export function placeOf(evidence: Evidence, { material }: Claimed): Place {
  const { path, at } = evidence.materials[material]!
  return { path, ...(at?.page !== undefined && at.page > 0 ? { page: at.page } : {}) }
}

/** Pictures shown beside each other in one finding. */
const MOST_SHOWN = 24

/** Pictures side by side with what is claimed; claims that are not alike in all are marked. Marked secret: not shown. */
export function picturesDetail(
  evidence: Evidence,
  members: readonly Claimed[],
  extra: (member: Claimed) => readonly (readonly [label: string, value: string | undefined])[] = () => []
): Detail {
  const rows = members.map((member, place) => {
    const { claim, activity, facts } = member
    const claims = [
      ['claimed', claim && (claim.from === claim.to ? claim.from : `${claim.from} – ${claim.to}`)],
      ['activity', activity === undefined ? undefined : evidence.activities[activity]?.title],
      ['takenAt', facts.claims.takenAt?.replace('T', ' ')],
      ...extra(member)
    ] as const
    return { member, place, claims: claims.filter(([, value]) => value !== undefined && value !== '') }
  })
  const values = new Map<string, Set<string>>()
  for (const { claims } of rows)
    for (const [label, value] of claims) values.set(label, (values.get(label) ?? new Set()).add(value!))
  const shown = rows.filter(({ member }) => !evidence.secrecyOf[member.material])
  return {
    kind: 'pictures',
    pictures: shown.slice(0, MOST_SHOWN).map(({ member, place, claims }) => ({
      place,
      sha256: evidence.materials[member.material]!.sha256,
      claims: claims.map(([label, value]) => ({ label, value: value!, differs: values.get(label)!.size > 1 }))
    })),
    total: members.length
  }
}
