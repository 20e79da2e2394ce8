import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { momentOf } from '../../../src/readers/pdf/claims.ts'
import { parseValue } from '../../../src/readers/pdf/syntax.ts'

describe('moments in a pdf', () => {
  it.each([
    ["D:20240305140211+08'00'", '2024-03-05T14:02:11'],
    ['D:20240305140211Z', '2024-03-05T14:02:11Z'],
    ["D:20240305140211Z00'00'", '2024-03-05T14:02:11Z'],
    ["20240305140211-05'00", '2024-03-05T14:02:11'],
    ['D:202403051402', '2024-03-05T14:02:00'],
    ['D:20240305', '2024-03-05'],
    ['2024-03-05T14:02:11.123+08:00', '2024-03-05T14:02:11'],
    ['2024/3/5 9:02:11', '2024-03-05T09:02:11'],
    ["D:20220708103442+02'34'", '2022-07-08T10:34:42'],
    ['D:2024', undefined],
    ['D:20241305', undefined],
    ['yesterday', undefined]
  ])('%s', (written, moment) => expect(momentOf(written)).toBe(moment))
})

describe('values of a pdf', () => {
  it('never throws and never runs past the end', () => {
    const piece = fc.constantFrom('<<', '>>', '[', ']', '(', ')', '\\', '<', '>', '/A', '#', '1 0 R', '12', '-.5', '%', '\n', 'true', 'é') // prettier-ignore
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), pieces => {
        const text = pieces.join(' ')
        const parsed = parseValue(text)
        return parsed === undefined || parsed.end <= text.length
      })
    )
  })
})
