import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  DESK_PAGES,
  homeOf,
  PACKAGE_PAGES,
  readAddress,
  START,
  writeAddress,
  type Route
} from '../../renderer/router.ts'

const query = fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.string({ minLength: 1, maxLength: 30, unit: 'grapheme' }), { maxKeys: 4, noNullPrototype: true }) // prettier-ignore
const route: fc.Arbitrary<Route> = fc.oneof(
  fc.record({ page: fc.constantFrom(...DESK_PAGES), query }),
  fc.record({ page: fc.constantFrom(...PACKAGE_PAGES), package: fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' }), query }) // prettier-ignore
)

describe('addresses', () => {
  it('lead back to what they were written from', () => {
    fc.assert(
      fc.property(route, each => {
        expect(readAddress(writeAddress(each))).toEqual(each)
      })
    )
  })

  it('lead to the start when they are none of ours, whatever they hold', () => {
    for (const fragment of [
      '',
      '#',
      '#/',
      '#/nowhere',
      '#/p/x',
      '#/p//findings',
      '#/overview',
      '#t=abcdefghijklmnopqrstuvwxyz',
      '#/p/%E4%/findings'
    ])
      // prettier-ignore
      expect(readAddress(fragment), fragment).toEqual(START)
    fc.assert(fc.property(fc.string({ maxLength: 60 }), fragment => void readAddress(fragment)))
  })

  it('name where a package in each state is best looked at', () => {
    expect(['waiting', 'surveyed', 'running', 'done', 'stopped', 'failed'].map(state => homeOf(state as 'done'))).toEqual(['check', 'check', 'progress', 'overview', 'overview', 'check']) // prettier-ignore
  })
})
