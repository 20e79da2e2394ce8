import { describe, expect, it } from 'vitest'
import check from '../../../src/checks/imagery/one-session-pictures.ts'
import { runChecks } from '../../../src/checks/run.ts'
import type { Evidence, Session } from '../../../src/model/evidence.ts'
import { findSessions } from '../../../src/relations/sessions.ts'
import { noTick } from '../../../src/support/tick.ts'
import { evidenceOf, noNameClaims } from '../../support/evidence.ts'
import { pictureMaterial, plainFacts } from '../../support/pictures.ts'

type Shot = [takenAt: string | undefined, claim: string | [string, string] | undefined, activity?: number]

function evidence(
  shots: readonly Shot[],
  session: Partial<Session> = {},
  counters: readonly number[] = []
): Evidence {
  const materials = shots.map(([takenAt], i) => pictureMaterial(`${i}.jpg`, plainFacts({ make: 'Huawei', model: 'P40', ...(takenAt ? { takenAt } : {}) }, i + 1))) // prettier-ignore
  const pictures = shots.map((_, i) => ({ material: i, hash: new Uint32Array(8), detail: 1, nature: 'photo' as const })) // prettier-ignore
  const names = shots.map((_, i) => ({ ...noNameClaims, ...(counters[i] ? { counter: counters[i] } : {}) }))
  return evidenceOf({
    materials,
    pictures,
    names,
    activities: shots.map((_, i) => ({ id: `${i}`, title: `活动${i}`, materials: [], indicators: [] })),
    activityOf: shots.map(([, , activity], i) => activity ?? i),
    claimedDateOf: shots.map(([, claim]) => {
      if (!claim) return undefined
      const [from, to] = typeof claim === 'string' ? [claim, claim] : claim
      return { from, to, source: 'folder' as const, text: from }
    }),
    sessions: findSessions({ materials, pictures, names }, noTick).map(each => ({ ...each, ...session }))
  })
}

const look = (given: Evidence) => runChecks([check], given, noTick)
const afternoon = (minute: number) => `2024-11-20T14:${String(minute).padStart(2, '0')}:00`

describe('one session for several dates', () => {
  const claims = ['2024-01-08', '2024-03-05', '2024-06-18', '2024-09-02']
  const shots = claims.map((claim, i): Shot => [afternoon(i * 7), claim])

  it('is one finding that names every picture', () => {
    const { findings } = look(evidence(shots, { alike: 0.9 }, [11, 12, 13, 15]))
    expect(findings).toHaveLength(1)
    expect(findings[0]).toMatchObject({ message: 'oneSession', strength: 'strong', words: { pictures: 4, dates: 4, minutes: 21, device: 'Huawei P40', day: '2024-11-20' } }) // prettier-ignore
    expect(findings[0]!.indications.map(({ family }) => family)).toEqual([
      'metadata',
      'claims',
      'order',
      'pixels'
    ])
    expect(findings[0]!.places).toHaveLength(4)
  })

  it('is less firm when the counter jumps', () => {
    const [plain, jumping] = [evidence(shots.slice(0, 2), { alike: 0 }), evidence(shots.slice(0, 2), { alike: 0 }, [900, 3])] // prettier-ignore
    expect(look(jumping).findings[0]!.firmness).toBeLessThan(look(plain).findings[0]!.firmness)
  })

  it('is weak between two neighbouring days, whatever else agrees', () => {
    const { findings } = look(evidence([[afternoon(1), '2024-11-20'], [afternoon(5), '2024-11-21']], { alike: 1 }, [1, 2])) // prettier-ignore
    expect(findings.map(({ strength }) => strength)).toEqual(['weak'])
  })
})

describe('stays quiet', () => {
  it.each<[string, readonly Shot[]]>([
    [
      'for a session under its own day',
      [
        [afternoon(1), '2024-11-20'],
        [afternoon(5), '2024-11-20']
      ]
    ],
    [
      'over midnight',
      [
        ['2024-11-20T23:50:00', '2024-11-20'],
        ['2024-11-21T00:10:00', '2024-11-21']
      ]
    ],
    [
      'when a claimed month holds the day',
      [
        [afternoon(1), ['2024-11-01', '2024-11-30']],
        [afternoon(5), '2024-11-20']
      ]
    ],
    [
      'when a half-year’s summary gathers',
      [
        [afternoon(1), ['2024-01-01', '2024-06-30']],
        [afternoon(5), '2024-11-20']
      ]
    ],
    [
      'within one activity',
      [
        [afternoon(1), '2024-03-05', 0],
        [afternoon(5), '2024-06-18', 0]
      ]
    ],
    [
      'after a break',
      [
        [afternoon(1), '2024-03-05'],
        [afternoon(50), '2024-06-18']
      ]
    ]
  ])('%s', (_, shots) => {
    expect(look(evidence(shots)).verdicts[0]).toMatchObject({ answer: 'clear', findings: 0 })
  })

  it('when two copies of one shot make the session: that is reuse', () => {
    const given = evidence([
      [afternoon(1), '2024-03-05'],
      [afternoon(1), '2024-06-18']
    ])
    const reused = {
      ...given,
      pictureGroups: [{ members: [0, 1], by: 'bytes' as const, agreement: 1, changes: [] }]
    }
    expect(look(reused).verdicts[0]!.answer).toBe('clear')
  })
})

describe('does not judge', () => {
  it('by a clock that was never set', () => {
    const given = evidence([
      ['2015-01-01T00:03:00', '2024-03-05'],
      ['2015-01-01T00:09:00', '2024-06-18']
    ])
    expect(look(given).verdicts[0]).toMatchObject({ answer: 'undecided', because: 'clockUnset' })
  })

  it('without times or without pictures', () => {
    expect(look(evidence([[undefined, '2024-03-05']])).verdicts[0]).toMatchObject({ answer: 'undecided', because: 'noTimes', coverage: { looked: 0, lookable: 1 } }) // prettier-ignore
    expect(look(evidenceOf()).verdicts[0]).toMatchObject({ answer: 'notApplicable', because: 'noPictures' })
  })
})
