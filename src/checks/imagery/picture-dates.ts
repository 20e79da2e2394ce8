import type { Indication } from '../../model/audit.ts'
import type { ClaimedDate, Evidence } from '../../model/evidence.ts'
import type { FindingDraft } from '../../model/finding.ts'
import { dayNumber, dayOf, daysBetween } from '../../support/dates.ts'
import { clocksOf, deviceOf, isTrusted, type Clock } from '../picture-clocks.ts'
import { isUnset } from '../../support/clocks.ts'
import { claimedOf, isNarrow, picturesDetail, placeOf, reuses, splitSessions, type Claimed } from '../pictures.ts' // prettier-ignore
import { defineCheck, judged, notApplicable, undecided } from '../define.ts'

/** Pictures whose recorded times lie outside what is claimed for them; one finding for each activity and direction. */
export default defineCheck({
  id: 'picture-dates',
  family: 'imagery',
  stage: '办理',
  messages: ['later', 'earlier'],
  reasons: ['noPictures', 'noTimes', 'clocksWrong'],
  examine(evidence) {
    const photos = evidence.pictures.flatMap(({ nature }, i) => (nature === 'photo' ? [i] : []))
    if (photos.length === 0) return notApplicable('noPictures')
    const clocks = clocksOf(evidence)
    const claimed = photos
      .map(picture => claimedOf(evidence, picture))
      .filter(
        ({ claim, material }) =>
          claim && isNarrow(claim) && evidence.materials[material]!.origin === 'package'
      )
    const timed = claimed.filter(member => isTimed(evidence, member))
    const told = timed.filter(({ picture }) =>
      isTrusted(evidence, picture, clocks.get(deviceOf(evidence, picture))!)
    )
    const coverage = { looked: told.length, lookable: photos.length }
    if (timed.length === 0) return undecided('noTimes', coverage)
    if (told.length === 0) return undecided('clocksWrong', coverage)
    return judged(findingsOf(evidence, told, clocks), coverage)
  }
})

function isTimed(evidence: Evidence, { facts, material }: Claimed): boolean {
  return facts.claims.takenAt !== undefined || evidence.names[material]?.savedAt !== undefined
}

interface Apart {
  member: Claimed
  direction: 'later' | 'earlier'
  days: number
  /** Which of the picture’s own records say so. */
  by: { taken: boolean; position: boolean; name: boolean }
}

/** When this share of all pictures with times is earlier than claimed, claims are days of filing. */
const FILING = 0.4

function findingsOf(
  evidence: Evidence,
  told: readonly Claimed[],
  clocks: ReadonlyMap<string, Clock>
): FindingDraft[] {
  // what another relation explains is reported there
  const explained = new Set([
    ...reuses(evidence).flatMap(({ members }) => members.map(({ picture }) => picture)),
    ...splitSessions(evidence).split.flatMap(({ members }) => members.map(({ picture }) => picture))
  ])
  const apart = told.flatMap(
    member => apartOf(evidence, member, clocks.get(deviceOf(evidence, member.picture))!) ?? []
  )
  const filing =
    apart.filter(({ direction }) => direction === 'earlier').length > Math.max(4, FILING * told.length)
  const groups = new Map<string, Apart[]>()
  for (const each of apart) {
    const { member, direction } = each
    if (explained.has(member.picture) || (filing && direction === 'earlier')) continue
    const key = `${direction} ${member.activity ?? `${member.claim!.from}–${member.claim!.to}`}`
    const own = groups.get(key)
    if (own) own.push(each)
    else groups.set(key, [each])
  }
  return [...groups.values()].map(group => toFinding(evidence, group))
}

/**
 * Days beyond the claim from which a time speaks. Later: an evening over midnight and a zone are one day. Earlier:
 * records are dated when they are filed, reports when they are written, a week and a season after the event.
 */
const LATER_DAYS = 1
const EARLIER_DAYS = 10
const EARLIER_THAN_DOCUMENT = 60

function apartOf(evidence: Evidence, member: Claimed, clock: Clock): Apart | undefined {
  const { facts, material } = member
  const claim = member.claim!
  const { takenAt, gpsAt } = facts.claims
  const { savedAt, savedBy } = evidence.names[material] ?? {}
  const taken = takenAt && !isUnset(takenAt, [claim]) ? corrected(takenAt, clock.offset) : undefined
  const position = gpsAt?.slice(0, 10)
  // a position’s time and the clock’s that differ leave open which is right; a steady difference was corrected
  if (taken && position && Math.abs(daysBetween(taken, position)) > 1) return undefined
  const shot = taken ?? (savedBy && CAMERA_NAMES.has(savedBy) ? savedAt?.slice(0, 10) : undefined)
  const late = shot ? daysBetween(claim.to, shot) : 0
  if (shot && late > LATER_DAYS) {
    const named = savedAt !== undefined && daysBetween(claim.to, savedAt) > LATER_DAYS
    return {
      member,
      direction: 'later',
      days: late,
      by: { taken: !!taken, position: !!position, name: named }
    }
  }
  const limit = isDocumentDate(evidence, material, claim) ? EARLIER_THAN_DOCUMENT : EARLIER_DAYS
  // saving comes after taking: a name’s time before the claim is a bound that any program’s name gives
  const bound =
    shot && savedAt ? (savedAt < shot ? savedAt.slice(0, 10) : shot) : (shot ?? savedAt?.slice(0, 10))
  const early = bound ? daysBetween(bound, claim.from) : 0
  if (early <= limit) return undefined
  const named = savedAt !== undefined && daysBetween(savedAt, claim.from) > limit
  const before = taken !== undefined && daysBetween(taken, claim.from) > limit
  return {
    member,
    direction: 'earlier',
    days: early,
    by: { taken: before, position: before && !!position, name: named }
  }
}

/** Names that carry the moment of taking, not of saving. */
const CAMERA_NAMES = new Set(['camera', 'PXL', 'DJI', 'wx_camera'])

function corrected(takenAt: string, offset: number | undefined): string {
  if (offset === undefined) return takenAt.slice(0, 10)
  return dayOf(dayNumber(takenAt) - Math.round(offset / 86_400))
}

/** The claim is a document’s date rather than one written for the picture. */
function isDocumentDate(evidence: Evidence, material: number, { source }: ClaimedDate): boolean {
  return evidence.materials[material]!.parent !== undefined && source !== 'caption' && source !== 'folder'
}

const FAR_DAYS = 30

function toFinding(evidence: Evidence, group: readonly Apart[]): FindingDraft {
  const ordered = [...group].sort((a, b) => a.member.material - b.member.material)
  const members = ordered.map(({ member }) => member)
  const days = ordered.map(({ days: each }) => each).sort((a, b) => a - b)
  const { direction } = ordered[0]!
  return {
    message: direction,
    words: {
      pictures: members.length,
      days: days[0] === days.at(-1) ? days[0]! : `${days[0]}–${days.at(-1)}`
    },
    owner: 'unit',
    places: members.map(member => placeOf(evidence, member)),
    members: members.map(({ material }) => evidence.materials[material]!.sha256),
    indications: indicationsOf(evidence, ordered, direction, days[0]!),
    detail: picturesDetail(evidence, members, ({ facts, material }) => [
      ['gpsAt', facts.claims.gpsAt],
      ['savedAt', evidence.names[material]?.savedAt]
    ])
  }
}

function indicationsOf(
  evidence: Evidence,
  group: readonly Apart[],
  direction: 'later' | 'earlier',
  days: number
): Indication[] {
  const indications: Indication[] = []
  const add = (code: string, family: Indication['family'], weight: number, words: Indication['words'] = {}) =>
    indications.push({ code, family, weight: Math.round(100 * weight) / 100, words })
  const count = (by: keyof Apart['by']) => group.filter(each => each.by[by]).length
  const [taken, position, name] = [count('taken'), count('position'), count('name')]
  const softer = direction === 'earlier' ? 0.3 : 0
  // one picture may be the slip of a hand; several that agree are not
  if (taken > 0)
    add(direction === 'later' ? 'takenLater' : 'takenEarlier', 'metadata', (taken > 1 ? 1.3 : 0.9) + (days >= FAR_DAYS ? 0.2 : 0) - softer, { pictures: taken }) // prettier-ignore
  if (position > 0) add('positionAgrees', 'metadata', 1, { pictures: position })
  const devices = new Set(
    group.filter(({ by }) => by.taken).map(({ member }) => deviceOf(evidence, member.picture))
  )
  if (devices.size > 1) add('devicesAgree', 'metadata', 1, { devices: devices.size })
  if (name > 0)
    add(direction === 'later' ? 'nameLater' : 'savedBefore', 'claims', (name > 1 ? 0.9 : 0.6) - softer, {
      pictures: name
    })
  const { inspectedOn } = evidence.inspection
  const shortly = inspectedOn
    ? group.filter(({ member }) => {
        const at = member.facts.claims.takenAt
        const before = at ? daysBetween(at, inspectedOn) : -1
        return before >= 0 && before <= SHORTLY_DAYS
      }).length
    : 0
  if (direction === 'later' && shortly > 0) add('shortlyBefore', 'regularity', 0.3, { pictures: shortly })
  return indications
}

/** A week and a weekend before an inspection. */
const SHORTLY_DAYS = 10
