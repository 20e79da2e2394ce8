import { expect, it } from 'vitest'
import type { Picture } from '../../src/model/evidence.ts'
import { findSessions } from '../../src/relations/sessions.ts'
import type { PictureClaims } from '../../src/model/reading.ts'
import { noTick } from '../../src/support/tick.ts'
import { noNameClaims } from '../support/evidence.ts'
import { pictureMaterial, plainFacts } from '../support/pictures.ts'

function sessionsOf(
  claims: readonly PictureClaims[],
  natures: Picture['nature'][] = [],
  counters: number[] = []
) {
  const materials = claims.map((each, i) => pictureMaterial(`${i}.jpg`, plainFacts(each, i + 1)))
  const pictures = claims.map((_, i) => ({ material: i, hash: new Uint32Array(8), detail: 1, nature: natures[i] ?? ('photo' as const) })) // prettier-ignore
  const names = claims.map((_, i) => ({ ...noNameClaims, ...(counters[i] ? { counter: counters[i] } : {}) }))
  return findSessions({ materials, pictures, names }, noTick)
}

const phone = { make: 'Huawei', model: 'P40', serial: 'A1' }
const at = (takenAt: string, rest: PictureClaims = phone) => ({ ...rest, takenAt })

it('gathers what one device took without a break, in order of time', () => {
  const [session, ...rest] = sessionsOf([at('2024-03-05T14:20:00'), at('2024-03-05T14:00:00'), at('2024-03-05T14:45:00')]) // prettier-ignore
  expect(session).toMatchObject({ members: [1, 0, 2], device: 'Huawei P40', from: '2024-03-05T14:00:00', to: '2024-03-05T14:45:00' }) // prettier-ignore
  expect(rest).toEqual([])
})

it('ends a session at a break of more than half an hour', () => {
  expect(sessionsOf([at('2024-03-05T14:00:00'), at('2024-03-05T14:31:00')])).toEqual([])
  expect(sessionsOf([at('2024-03-05T23:50:00'), at('2024-03-06T00:10:00')])).toHaveLength(1)
})

it('keeps devices apart and leaves out what names none', () => {
  expect(
    sessionsOf([at('2024-03-05T14:00:00'), at('2024-03-05T14:01:00', { ...phone, serial: 'B2' })])
  ).toEqual([])
  expect(sessionsOf([at('2024-03-05T14:00:00', {}), at('2024-03-05T14:01:00', {})])).toEqual([])
})

it('leaves out pages and pictures that record only a day', () => {
  expect(sessionsOf([at('2024-03-05T14:00:00'), at('2024-03-05T14:01:00')], ['photo', 'page'])).toEqual([])
  expect(sessionsOf([at('2024-03-05'), at('2024-03-05')])).toEqual([])
})

it('tells whether the counter runs on', () => {
  const times = ['2024-03-05T14:00:00', '2024-03-05T14:05:00', '2024-03-05T14:09:00'].map(time => at(time))
  expect(sessionsOf(times, [], [101, 104, 105])[0]!.countersRunOn).toBe(true)
  expect(sessionsOf(times, [], [101, 4, 900])[0]!.countersRunOn).toBe(false)
  expect(sessionsOf(times)[0]!.countersRunOn).toBeUndefined()
})
