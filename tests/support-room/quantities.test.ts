import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { narrow, quantitiesIn, rangeOf, readNumber } from '../../src/support/quantities.ts'
import { inHan, wide } from '../../src/sample/parts/claim-figures.ts'

const read = (text: string) => quantitiesIn(text).map(({ from, to, value, bound }) => [text.slice(from, to), value, bound].filter(each => each !== undefined)) // prettier-ignore

describe('quantities in text', () => {
  it.each<[string, unknown[][]]>([
    ['办结86件，办结率98.5%', [['86件', 86], ['98.5%', 98.5]]],
    ['发放救助金１２．５万元', [['１２．５万元', 125_000]]],
    ['惠及近300人', [['近300人', 300, 'atMost']]],
    ['一百零五起，三点二公里，一万二千六百人次', [['一百零五起', 105], ['三点二公里', 3200], ['一万二千六百人次', 12_600]]],
    ['共1,234件左右，12万多元', [['1,234件左右', 1234, 'about'], ['12万多元', 120_000, 'atLeast']]],
    ['满意率百分之九十八', [['百分之九十八', 98]]]
  ])('%s', (text, expected) => expect(read(text)).toEqual(expected)) // prettier-ignore

  it.each([
    '第86件',
    '3个月',
    '一起努力，办了两件事',
    '2024年',
    '〔2024〕5号',
    '电话13800001111',
    '5人民政府'
  ])('sees none in %s', text => expect(read(text)).toEqual([]))

  it('reads any count in digits, full-width digits and Chinese numerals alike, at the same place', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 3, max: 999 }),
        fc.constantFrom('件', '人', '户', '米'),
        (count, unit) => {
          for (const written of [String(count), wide(String(count)), inHan(count)]) {
            const text = `办结${written}${unit}。`
            expect(read(text)).toEqual([[`${written}${unit}`, count]])
          }
        }
      )
    )
  })

  it('never loses a character, never names a place outside the text, and holds its value in its range', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'近约办结第每0189.,，%％万亿余多件人户元米百千十一二三点分之　Ａ') }), text => {
        expect(narrow(text)).toHaveLength(text.length)
        for (const quantity of quantitiesIn(text)) {
          expect(quantity.from).toBeLessThan(quantity.to)
          expect(quantity.to).toBeLessThanOrEqual(text.length)
          const [low, high] = rangeOf(quantity)
          expect(low).toBeLessThanOrEqual(quantity.value)
          expect(high).toBeGreaterThanOrEqual(quantity.value)
        }
      })
    ) // prettier-ignore
  })

  it('reads no count out of years and guesses', () => {
    expect(['二〇二四', '五六'].map(readNumber)).toEqual([undefined, undefined])
  })
})
