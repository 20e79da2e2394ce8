import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayNumber, dayOf, daysBetween, wallSeconds, writtenDates } from '../../src/support/dates.ts'
import { byCodePoint } from '../../src/support/order.ts'
import { UnionFind } from '../../src/support/union-find.ts'

const span = (text: string) =>
  writtenDates(text).map(({ from, to }) => (from === to ? from : `${from}..${to}`))

describe('written dates', () => {
  it.each([
    ['2024年3月5日走访', ['2024-03-05']],
    ['会议记录2024-03-05', ['2024-03-05']],
    ['20240305 例会.docx', ['2024-03-05']],
    ['2024.3.5—2024.3.9', ['2024-03-05', '2024-03-09']],
    ['2024年3月台账', ['2024-03-01..2024-03-31']],
    ['2024年第二季度', ['2024-04-01..2024-06-30']],
    ['2023年度总结', ['2023-01-01..2023-12-31']],
    ['２０２４年３月５日', ['2024-03-05']]
  ])('%s', (text, dates) => expect(span(text)).toEqual(dates))

  it.each(['13800002024', '20241305', '编号 2024030599', '1-2-3 走访', '版本 3.2.1', '420106199003051234'])(
    'is not read into %s',
    text => expect(span(text)).toEqual([])
  )

  it('keeps day numbers and days apart by the calendar, whatever the zone', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), day => void expect(dayNumber(dayOf(day))).toBe(day))
    )
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2)
    expect(wallSeconds('2024-03-05T00:00:10') - wallSeconds('2024-03-05')).toBe(10)
  })
})

describe('order and sets', () => {
  it('orders by code point, not by UTF-16 unit', () => {
    expect(['\u{1F600}', '\uFF5E', 'b', 'a'].sort(byCodePoint)).toEqual(['a', 'b', '\uFF5E', '\u{1F600}'])
  })

  it('groups the same whatever the order of joins', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(20), fc.nat(20))), joins => {
        const forward = new UnionFind(21)
        const backward = new UnionFind(21)
        joins.forEach(([a, b]) => forward.join(a, b))
        joins.toReversed().forEach(([a, b]) => backward.join(b, a))
        expect(forward.groups()).toEqual(backward.groups())
      })
    )
  })
})
