import { describe, expect, it } from 'vitest'
import { withoutRadicals } from '../../../src/readers/pdf/radicals.ts'

describe('radicals in pdf text', () => {
  it('become the characters they stand for', () => {
    expect(withoutRadicals('2024年3⽉5⽇，局⻓办公会，⼯作⼈员⻅⾯')).toBe(
      '2024年3月5日，局长办公会，工作人员见面'
    )
  })

  it('leave other text alone', () => {
    expect(withoutRadicals('月日长门 ① Ⅳ ａ')).toBe('月日长门 ① Ⅳ ａ')
  })
})
