import type { Indication } from '../../model/audit.ts'
import type { Evidence } from '../../model/evidence.ts'
import type { FindingDraft } from '../../model/finding.ts'
import { wallSeconds } from '../../support/dates.ts'
import { defineCheck, judged, notApplicable, undecided } from '../define.ts'
import { gapOf, picturesDetail, placeOf, splitSessions, type SplitSession } from '../pictures.ts'

/** Pictures claimed for different dates that one device took without a break. */
export default defineCheck({
  id: 'one-session-pictures',
  family: 'imagery',
  stage: '办理',
  messages: ['oneSession'],
  reasons: ['noPictures', 'noTimes', 'clockUnset'],
  examine(evidence) {
    const photos = evidence.pictures.filter(({ nature }) => nature === 'photo')
    if (photos.length === 0) return notApplicable('noPictures')
    const timed = photos.filter(({ material }) => {
      const { takenAt, model } = evidence.materials[material]!.reading!.picture!.claims
      return takenAt?.includes('T') && model && evidence.claimedDateOf[material]
    })
    const coverage = { looked: timed.length, lookable: photos.length }
    if (timed.length < 2) return undecided('noTimes', coverage)
    const { split, unset } = splitSessions(evidence)
    if (split.length === 0 && unset > 0) return undecided('clockUnset', coverage)
    return judged(
      split.map(each => toFinding(evidence, each)),
      coverage
    )
  }
})

function toFinding(evidence: Evidence, split: SplitSession): FindingDraft {
  const { session, members, occasions } = split
  return {
    message: 'oneSession',
    words: {
      pictures: members.length,
      dates: occasions.length,
      minutes: minutesOf(session),
      device: session.device,
      day: session.from.slice(0, 10)
    },
    owner: 'unit',
    places: members.map(member => placeOf(evidence, member)),
    members: members.map(({ material }) => evidence.materials[material]!.sha256),
    indications: indicationsOf(split),
    detail: picturesDetail(evidence, members, ({ facts, material }) => [
      ['device', session.device],
      ['counter', String(facts.claims.fileNumber ?? evidence.names[material]?.counter ?? '')]
    ])
  }
}

/** Claims one day apart may be an evening that ran late, or a date written the next morning. */
const NEXT_DAY = 1
const ALIKE = 0.6

function indicationsOf({ session, occasions, members }: SplitSession): Indication[] {
  const days = gapOf(occasions[0]!, occasions.at(-1)!)
  const near = days <= NEXT_DAY
  const indications: Indication[] = []
  const add = (code: string, family: Indication['family'], weight: number, words: Indication['words'] = {}) =>
    indications.push({ code, family, weight: near ? Math.min(weight, 0.2) : weight, words })
  add('noBreak', 'metadata', members.length > 2 ? 1.4 : 1.2, { minutes: minutesOf(session) })
  add('datesApart', 'claims', occasions.length > 2 ? 0.7 : 0.4, { dates: occasions.length, days })
  if (session.countersRunOn === true) add('countersRunOn', 'order', 0.6)
  // a clock that jumps is likelier than a counter that does
  if (session.countersRunOn === false) add('countersJump', 'order', -0.5)
  if (session.alike >= ALIKE) add('alike', 'pixels', 0.5, { share: Math.round(100 * session.alike) })
  return indications
}

function minutesOf({ from, to }: { from: string; to: string }): number {
  return Math.max(1, Math.round((wallSeconds(to) - wallSeconds(from)) / 60))
}
