import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Indication } from '../../src/model/audit.ts'
import { firmnessOf, strengthOf } from '../../src/model/strength.ts'

const families = ['bytes', 'metadata', 'pixels', 'text', 'order'] as const
const one = (family: Indication['family'], weight: number, impossible?: boolean): Indication => ({ code: 'x', family, weight, words: {}, impossible }) // prettier-ignore
const judge = (...indications: Indication[]) => strengthOf(firmnessOf(indications), indications)

describe('strength', () => {
  it('never lets one family alone be strong, whatever its weights', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...families),
        fc.array(fc.double({ min: 0, max: 9, noNaN: true }), { minLength: 1 }),
        (family, weights) => {
          expect(judge(...weights.map(weight => one(family, weight)))).not.toBe('strong')
        }
      )
    )
  })

  it('is strong with two families that together weigh enough', () => {
    expect(judge(one('text', 1.5), one('order', 1))).toBe('strong')
    expect(judge(one('text', 1), one('order', 0.5))).toBe('moderate')
  })

  it('is strong with one physical impossibility', () => {
    expect(judge(one('metadata', 2.5, true))).toBe('strong')
  })

  it('stays weak on a hint', () => {
    expect(judge(one('metadata', 0.3))).toBe('weak')
    expect(judge()).toBe('weak')
  })

  it('does not fall when an indication is added', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            family: fc.constantFrom(...families),
            weight: fc.double({ min: 0, max: 3, noNaN: true })
          })
        ),
        fc.double({ min: 0, max: 3, noNaN: true }),
        (before, weight) => {
          const indications = before.map(each => one(each.family, each.weight))
          expect(firmnessOf([...indications, one('claims', weight)])).toBeGreaterThanOrEqual(
            firmnessOf(indications)
          )
        }
      )
    )
  })
})
