import { describe, expect, it } from 'vitest'
import check from '../../../src/checks/imagery/picture-dates.ts'
import { runChecks } from '../../../src/checks/run.ts'
import type { ClaimedDate, Evidence, NameClaims } from '../../../src/model/evidence.ts'
import type { PictureClaims } from '../../../src/model/reading.ts'
import { findSessions } from '../../../src/relations/sessions.ts'
import { noTick } from '../../../src/support/tick.ts'
import { evidenceOf, noNameClaims } from '../../support/evidence.ts'
import { pictureMaterial, plainFacts } from '../../support/pictures.ts'

interface Shot {
  claims?: PictureClaims
  claim: string
  to?: string
  activity?: number
  name?: Partial<NameClaims>
  source?: ClaimedDate['source']
  inside?: boolean
}

function evidence(shots: readonly Shot[], inspectedOn?: string): Evidence {
  const materials = shots.map(({ claims = {}, inside }, i) => pictureMaterial(`${i}.jpg`, plainFacts(claims, i + 1), inside ? { parent: 0 } : {})) // prettier-ignore
  const pictures = shots.map((_, i) => ({ material: i, hash: new Uint32Array(8), detail: 1, nature: 'photo' as const })) // prettier-ignore
  const names = shots.map(({ name }) => ({ ...noNameClaims, ...name }))
  return evidenceOf({
    inspection: inspectedOn ? { inspectedOn } : {},
    materials,
    pictures,
    names,
    activities: shots.map((_, i) => ({ id: `${i}`, title: `活动${i}`, materials: [], indicators: [] })),
    activityOf: shots.map(({ activity }, i) => activity ?? i),
    claimedDateOf: shots.map(({ claim, to = claim, source = 'folder' }) => ({
      from: claim,
      to,
      source,
      text: claim
    })),
    sessions: findSessions({ materials, pictures, names }, noTick)
  })
}

const look = (given: Evidence) => runChecks([check], given, noTick)
const phone = (takenAt: string, rest: PictureClaims = {}) => ({ model: 'P40', takenAt, ...rest })
/** An honest picture, so that the clock is known and few are apart. */
const honest: Shot[] = ['2024-02-01', '2024-04-09', '2024-08-15'].map((claim, i) => ({ claim, activity: 90 + i, claims: phone(`${claim}T10:00:00`) })) // prettier-ignore

describe('recorded times outside the claim', () => {
  it('are one finding for an activity, firmer with more records that agree', () => {
    const late = (minute: string): Shot => ({
      claim: '2024-03-05',
      activity: 0,
      claims: phone(`2024-06-20T10:${minute}:00`, { gpsAt: `2024-06-20T02:${minute}:00Z` }),
      name: { savedAt: `2024-06-20T10:${minute}:00`, savedBy: 'camera' }
    })
    const { findings } = look(evidence([late('00'), late('40'), ...honest], '2024-06-25'))
    expect(findings).toHaveLength(1)
    expect(findings[0]).toMatchObject({ message: 'later', strength: 'strong', words: { pictures: 2, days: 107 } }) // prettier-ignore
    expect(findings[0]!.indications.map(({ code }) => code)).toEqual(['takenLater', 'positionAgrees', 'nameLater', 'shortlyBefore']) // prettier-ignore
    const [alone] = look(
      evidence([{ claim: '2024-03-05', claims: phone('2024-03-20T10:00:00') }, ...honest])
    ).findings
    expect(alone!.strength).toBe('weak')
  })

  it('are told before the claim too, by the time of saving alone', () => {
    const saved: Shot = {
      claim: '2024-06-18',
      name: { savedAt: '2024-03-05T04:00:00Z', savedBy: 'mmexport' }
    }
    const { findings } = look(evidence([saved]))
    expect(findings).toMatchObject([{ message: 'earlier', strength: 'weak', indications: [{ code: 'savedBefore', family: 'claims' }] }]) // prettier-ignore
  })

  it('are corrected by what positions say of the clock', () => {
    // the clock is exactly 100 days fast; only the last picture is really late
    const fast = (claim: string, real: string, ahead: string): Shot => ({ claim, claims: phone(`${ahead}T10:00:00`, { gpsAt: `${real}T02:00:00Z` }) }) // prettier-ignore
    const shots = [
      fast('2024-01-01', '2024-01-01', '2024-04-10'),
      fast('2024-02-01', '2024-02-01', '2024-05-11'),
      fast('2024-03-01', '2024-03-01', '2024-06-09'),
      fast('2024-04-01', '2024-08-01', '2024-11-09')
    ]
    expect(look(evidence(shots)).findings.map(({ places }) => places.map(({ path }) => path))).toEqual([
      ['3.jpg']
    ])
  })
})

describe('stays quiet', () => {
  it.each<[string, readonly Shot[]]>([
    ['on the day itself and the next', [{ claim: '2024-03-05', claims: phone('2024-03-06T00:30:00') }]],
    [
      'inside a claimed month',
      [{ claim: '2024-03-01', to: '2024-03-31', claims: phone('2024-03-30T10:00:00') }]
    ],
    ['for records filed a week later', [{ claim: '2024-03-12', claims: phone('2024-03-05T10:00:00') }]],
    ['for a report dated weeks after the event', [{ claim: '2024-04-20', source: 'container', inside: true, claims: phone('2024-03-05T10:00:00') }]], // prettier-ignore
    ['for a messenger’s late saving', [{ claim: '2024-03-05', name: { savedAt: '2024-11-20T10:00:00', savedBy: 'messenger' } }]], // prettier-ignore
    ['when position and clock contradict each other', [{ claim: '2024-03-05', claims: phone('2024-06-20T10:00:00', { gpsAt: '2024-03-05T02:00:00Z' }) }]], // prettier-ignore
    ['for a clock that starts at a first of January', [{ claim: '2024-03-05', claims: phone('2015-01-01T00:10:00') }, ...honest]] // prettier-ignore
  ])('%s', (_, shots) => {
    expect(look(evidence(shots)).findings).toEqual([])
  })

  it('when most pictures are older than their folders: those are dated by filing', () => {
    const filed = Array.from({ length: 8 }, (_, i): Shot => ({ claim: `2024-06-${10 + i}`, claims: { takenAt: `2024-0${1 + (i % 4)}-0${1 + i}T10:00:00` } })) // prettier-ignore
    expect(look(evidence(filed)).verdicts[0]).toMatchObject({
      answer: 'clear',
      coverage: { looked: 8, lookable: 8 }
    })
  })

  it('about pictures that one session explains', () => {
    const session = ['2024-01-08', '2024-03-05', '2024-05-07'].map((claim, i): Shot => ({ claim, claims: phone(`2024-11-20T14:0${i}:00`) })) // prettier-ignore
    expect(look(evidence([...session, ...honest])).findings).toEqual([])
  })
})

describe('does not judge', () => {
  it('by a device that is off by the same number of days everywhere', () => {
    const off = ['2024-01-10', '2024-02-10', '2024-03-10', '2024-04-10'].map((claim, i): Shot => ({ claim, claims: phone(`2024-0${i + 1}-25T10:00:00`) })) // prettier-ignore
    expect(look(evidence(off)).verdicts[0]).toMatchObject({ answer: 'undecided', because: 'clocksWrong' })
  })

  it('without times or without pictures', () => {
    expect(look(evidence([{ claim: '2024-03-05' }])).verdicts[0]).toMatchObject({ answer: 'undecided', because: 'noTimes', coverage: { looked: 0, lookable: 1 } }) // prettier-ignore
    expect(look(evidenceOf()).verdicts[0]).toMatchObject({ answer: 'notApplicable', because: 'noPictures' })
  })
})
