import type { Indication } from '../../model/audit.ts'
import type { Evidence } from '../../model/evidence.ts'
import type { FindingDraft } from '../../model/finding.ts'
import { daysBetween } from '../../support/dates.ts'
import { defineCheck, judged, notApplicable, undecided } from '../define.ts'
import { gapOf, picturesDetail, placeOf, reuses, type Reuse } from '../pictures.ts'

/** One picture that serves several activities: the same bytes, the same pixels, or the same shot changed. */
export default defineCheck({
  id: 'reused-pictures',
  family: 'imagery',
  stage: '办理',
  messages: ['reused', 'reusedSameDay'],
  reasons: ['noPictures', 'nothingClaimed'],
  examine(evidence) {
    const photos = evidence.pictures.filter(({ nature }) => nature === 'photo')
    if (photos.length === 0) return notApplicable('noPictures')
    const claimed = photos.filter(
      ({ material }) => evidence.claimedDateOf[material] && evidence.activityOf[material] !== undefined
    )
    const coverage = { looked: claimed.length, lookable: photos.length }
    if (claimed.length === 0) return undecided('nothingClaimed', coverage)
    return judged(
      reuses(evidence).map(reuse => toFinding(evidence, reuse)),
      coverage
    )
  }
})

function toFinding(evidence: Evidence, reuse: Reuse): FindingDraft {
  const { members, occasions, sameDay } = reuse
  const activities = new Set(members.map(({ activity }) => activity)).size
  return {
    message: sameDay ? 'reusedSameDay' : 'reused',
    words: { pictures: members.length, activities, dates: occasions.length },
    owner: 'unit',
    places: members.map(member => placeOf(evidence, member)),
    members: members.map(({ material }) => evidence.materials[material]!.sha256),
    indications: indicationsOf(reuse),
    detail: picturesDetail(evidence, members)
  }
}

/** Agreement of looks from which chance is out of the question (no false match in 20,000 pairs at any agreement measured). */
const CLOSE = 0.96
/** Claims this near may be the event and its report. */
const NEAR_DAYS = 3

function indicationsOf({ group, members, occasions, sameDay }: Reuse): Indication[] {
  const indications: Indication[] = []
  const add = (code: string, family: Indication['family'], weight: number, words: Indication['words'] = {}) =>
    indications.push({ code, family, weight, words })
  if (group.by === 'bytes') add('sameBytes', 'bytes', 1.9)
  else if (group.by === 'pixels') add('samePixels', 'pixels', 1.8)
  else {
    add('sameLook', 'pixels', group.agreement >= CLOSE ? 1.5 : 1.1, {
      agreement: Math.round(100 * group.agreement)
    })
    for (const change of group.changes) if (change !== 'reencoded') add(change, 'pixels', 0.2)
  }
  const days = gapOf(occasions[0]!, occasions.at(-1)!)
  // two events of one day, or an event and its report, may rightly show one picture
  if (sameDay) add('sameDay', 'claims', -0.9)
  else add('datesApart', 'claims', days <= NEAR_DAYS ? -0.4 : occasions.length > 2 ? 1.1 : 0.9, { days, dates: occasions.length }) // prettier-ignore
  const taken = members
    .map(({ facts }) => facts.claims.takenAt?.slice(0, 10))
    .filter(day => day !== undefined)
  const unfit = occasions.filter(claim =>
    taken.every(day => daysBetween(day, claim.from) > 0 || daysBetween(claim.to, day) > 0)
  )
  if (!sameDay && taken.length > 0 && unfit.length > 0)
    add('takenElsewhen', 'metadata', 0.4, { dates: unfit.length, taken: taken[0]! })
  return indications
}
