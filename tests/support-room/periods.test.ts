import { describe, expect, it } from 'vitest'
import { isOccasion, lengthOf, periodIn } from '../../src/support/periods.ts'

describe('a period', () => {
  it.each([
    ['2024年第三季度工作总结', 2024, '2024-07-01', '2024-09-30'],
    ['上半年走访情况', 2024, '2024-01-01', '2024-06-30'],
    ['下半年走访情况', 2024, '2024-07-01', '2024-12-31'],
    ['全年办结86件', 2023, '2023-01-01', '2023-12-31'],
    ['2024年5月6日接待来访', undefined, '2024-05-06', '2024-05-06']
  ] as const)('is read in %s', (text, year, from, to) => {
    expect(periodIn(text, year)).toEqual({ from, to })
  })

  it('is not made up where a text names several single days, or a half of no known year', () => {
    expect(periodIn('2024年5月6日、5月9日走访', 2024)).toBeUndefined()
    expect(periodIn('上半年走访情况', undefined)).toBeUndefined()
  })

  it('counts its first and its last day', () => {
    expect(lengthOf({ from: '2024-02-28', to: '2024-03-01' })).toBe(3)
  })

  it('is one occasion up to ten days', () => {
    expect(isOccasion({ from: '2024-05-01', to: '2024-05-10' })).toBe(true)
    expect(isOccasion({ from: '2024-05-01', to: '2024-05-11' })).toBe(false)
  })
})
