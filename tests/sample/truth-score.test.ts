import { describe, expect, it } from 'vitest'
// @ts-expect-error a plain module of the bench, without types
import { confusion, macroF1, score } from '../bench/support/truth-score.mjs'

const member = (row: number) => ({ path: 'a.xlsx', sheet: 'S', row })
const truth = {
  groups: [{ check: 'recycled-entries', kind: 'block', members: [1, 2, 3, 4, 5].map(member) }],
  alsoTrue: [{ check: 'picture-dates', members: [{ path: 'x.jpg' }] }],
  lookalikes: [{ kind: 'duty', quiet: ['recycled-entries'], members: [11, 12, 13].map(member) }],
  classes: {}
}
const finding = (check: string, places: object[], strength = 'strong') => ({ check, message: 'm', strength, firmness: 1, indications: [], places }) // prettier-ignore
const audit = (findings: object[]) => ({ findings, materials: [] })

describe('the score of an audit', () => {
  it('counts a group as found when one finding names four fifths of it and little else', () => {
    const whole = score(audit([finding('recycled-entries', [1, 2, 3, 4].map(member))]), truth)
    expect(whole.perCheck['recycled-entries']).toMatchObject({ planted: 1, found: 1, firm: 1, right: 1 })
    const pairs = score(audit([finding('recycled-entries', [1, 2].map(member)), finding('recycled-entries', [3, 4].map(member))]), truth) // prettier-ignore
    expect(pairs.perCheck['recycled-entries']).toMatchObject({ found: 0, firm: 2, right: 2 })
    const broad = score(audit([finding('recycled-entries', [1, 2, 3, 4, 5, 7, 8].map(member))]), truth)
    expect(broad.perCheck['recycled-entries']).toMatchObject({ found: 0, right: 0 })
  })

  it('counts what is true as well as right, and findings on look-alikes apart', () => {
    const { perCheck, onLookalikes } = score(
      audit([
        finding('picture-dates', [{ path: 'x.jpg' }]),
        finding('recycled-entries', [11, 12].map(member))
      ]),
      truth
    )
    expect(perCheck['picture-dates']).toMatchObject({ firm: 1, right: 1 })
    expect(onLookalikes).toHaveLength(1)
  })

  it('measures classes by the mean of their F1', () => {
    expect(macroF1(confusion([{ truth: 'trace', given: 'trace' }, { truth: 'result', given: 'trace' }]))).toBeCloseTo((2 / 3 + 0) / 2) // prettier-ignore
  })
})
