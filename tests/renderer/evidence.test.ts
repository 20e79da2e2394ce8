import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Detail, Finding } from '../../src/model/audit.ts'
import { comparedRows } from '../../renderer/components/evidence/compared-rows.ts'
import { turnsOf } from '../../renderer/components/evidence/conversation.ts'
import { difference } from '../../renderer/components/evidence/difference.ts'
import { gathered } from '../../renderer/components/evidence/gathered.ts'
import { pixelDifference } from '../../renderer/components/evidence/pixel-difference.ts'
import { partnerOf, pieces, sharedShare } from '../../renderer/components/evidence/runs.ts'
import { tabSeparated } from '../../renderer/components/evidence/tab-separated.ts'
import { along, axisOf, datedOf } from '../../renderer/components/evidence/time-axis.ts'
import { moved, WHOLE, zoomed } from '../../renderer/components/evidence/viewport.ts'
import { weightOf } from '../../renderer/components/evidence/weight.ts'

const joined = (parts: readonly { text: string }[]): string => parts.map(({ text }) => text).join('')
const shared = (parts: readonly { text: string; same: boolean }[]): string =>
  joined(parts.filter(({ same }) => same))

describe('the difference of two texts', () => {
  it('marks the characters that were changed, and no others', () => {
    expect(difference('茶沟村5组老两口', '茶沟5组老俩口')).toEqual({
      left: [
        { text: '茶沟', same: true },
        { text: '村', same: false },
        { text: '5组老', same: true },
        { text: '两', same: false },
        { text: '口', same: true }
      ],
      right: [
        { text: '茶沟5组老', same: true },
        { text: '俩', same: false },
        { text: '口', same: true }
      ]
    })
  })

  it('never cuts a rare ideograph in two', () => {
    const { right } = difference('𠮷村', '𠮾村')
    expect(right).toEqual([
      { text: '𠮾', same: false },
      { text: '村', same: true }
    ])
  })

  it('gives each text back whole, with the same shared part on both sides', () => {
    const text = fc.string({ unit: fc.constantFrom('甲', '乙', '丙', '1', '，', '𠮷'), maxLength: 40 })
    fc.assert(
      fc.property(text, text, (left, right) => {
        const parts = difference(left, right)
        expect(joined(parts.left)).toBe(left)
        expect(joined(parts.right)).toBe(right)
        expect(shared(parts.left)).toBe(shared(parts.right))
      })
    )
  })

  it('keeps as much as can be kept', () => {
    const text = fc.string({ unit: fc.constantFrom('甲', '乙', '丙'), maxLength: 12 })
    fc.assert(fc.property(text, text, (left, right) => {
      expect(shared(difference(left, right).left).length).toBe(longestShared(left, right))
    })) // prettier-ignore
  })

  it('shows the middle as different whole when the texts are too far apart to search', () => {
    const parts = difference(`甲${'乙'.repeat(900)}`, `甲${'丙'.repeat(900)}`)
    expect(parts.left.map(({ same }) => same)).toEqual([true, false])
  })
})

/** By the textbook table, to hold the fast way against. */
function longestShared(a: string, b: string): number {
  const row = new Array<number>(b.length + 1).fill(0)
  for (const x of a) {
    let corner = 0
    for (let j = 1; j <= b.length; j++) {
      const above = row[j]!
      row[j] = x === b[j - 1] ? corner + 1 : Math.max(above, row[j - 1]!)
      corner = above
    }
  }
  return row[b.length]!
}

describe('rows compared', () => {
  const row = (place: number, texts: string[], flags: boolean[]) => ({ place, cells: texts.map((text, at) => ({ text, differs: flags[at]! })) }) // prettier-ignore

  it('compares each row with the one that begins its group', () => {
    const rows = comparedRows(
      [
        row(0, ['1', '清理河道'], [false, false]),
        row(4, ['9', '清理河道'], [true, false]),
        row(1, ['2', '检查灯具'], [false, false]),
        row(5, ['10', '检查灯泡'], [true, true])
      ],
      text => text
    )
    expect(rows.map(({ base }) => base)).toEqual([true, false, true, false])
    expect(rows[3]!.cells[1]).toEqual({
      differs: true,
      parts: [
        { text: '检查灯', same: true },
        { text: '泡', same: false }
      ]
    })
    expect(rows[2]!.cells[1]!.parts.at(-1)).toEqual({ text: '具', same: false })
  })

  it('spells before it compares, so that what is seen is what is compared', () => {
    const [, second] = comparedRows([row(0, ['[P1]'], [false]), row(1, ['[P2]'], [true])], text => text.replace(/\[P(\d)\]/u, '人员$1')) // prettier-ignore
    expect(second!.cells[0]!.parts).toEqual([
      { text: '人员', same: true },
      { text: '2', same: false }
    ])
  })
})

describe('a table for the clipboard', () => {
  it('parts cells by tabs and quotes what holds breaks', () => {
    expect(tabSeparated([['甲', '乙\n丙'], ['说“"”', '']])).toBe('甲\t"乙\n丙"\r\n"说“""”"\t') // prettier-ignore
  })

  it('lets nothing be taken for a formula, and leaves figures alone', () => {
    expect(tabSeparated([['=HYPERLINK(1)', '@a', '-5.2%', '+86 1', '+86']])).toBe(
      "'=HYPERLINK(1)\t'@a\t-5.2%\t'+86 1\t+86"
    )
  })
})

describe('shared runs of a text', () => {
  it('cuts overlapping runs and those past the end', () => {
    expect(pieces('一二三四五', [[3, 9], [0, 2], [1, 3]])).toEqual([
      { text: '一二', run: 0 },
      { text: '三', run: 1 },
      { text: '四五', run: 2 }
    ]) // prettier-ignore
  })

  it('gives the text back whole, whatever the runs', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), fc.array(fc.tuple(fc.nat(40), fc.nat(40))), (text, runs) => {
        expect(joined(pieces(text, runs))).toBe(text)
      })
    )
  })

  it('finds the same words in the other text, and tells how much is shared', () => {
    const left = pieces('甲乙丙丁', [[0, 2], [3, 4]]) // prettier-ignore
    const right = pieces('丁甲乙', [[0, 1], [1, 3]]) // prettier-ignore
    expect(partnerOf(left, right, 0)).toBe(1)
    expect(sharedShare(left)).toEqual({ runs: 2, share: 0.75 })
  })
})

describe('a conversation', () => {
  const message = (at: string, reply: boolean) => ({ place: 0, at: `2023-05-15T${at}`, role: reply ? 'member1' : 'asker', text: '收到', reply }) // prettier-ignore

  it('shows the day, a pause, and three replies in a row as a queue', () => {
    const turns = turnsOf([
      message('16:00:00', false),
      message('16:01:00', true),
      message('16:01:10', true),
      message('16:01:25', true),
      message('18:00:00', false),
      message('18:00:30', true)
    ])
    expect(turns.map(({ kind }) => kind)).toEqual(['day', 'message', 'queue', 'gap', 'message', 'message'])
    expect(turns[2]).toMatchObject({ seconds: 25 })
    expect(turns[3]).toMatchObject({ seconds: 7115 })
  })
})

describe('pictures in time', () => {
  const finding = (claims: [string, string][]): Pick<Finding, 'detail'> => ({
    detail: { kind: 'pictures', total: 1, pictures: [{ place: 3, sha256: '', claims: claims.map(([label, value]) => ({ label, value, differs: false })) }] } satisfies Detail // prettier-ignore
  })

  it('reads a claimed period and the best recorded moment, and no position time', () => {
    const [dated] = datedOf(finding([['gpsAt', '2023-05-01T02:00:00Z'], ['claimed', '2023-06-01 – 2023-06-30'], ['takenAt', '2023-05-01 10:00:00']])) // prettier-ignore
    expect(dated).toEqual({
      place: 3,
      claimed: [Date.UTC(2023, 5, 1) / 1000, Date.UTC(2023, 5, 30) / 1000],
      taken: Date.UTC(2023, 4, 1, 10) / 1000
    })
  })

  it('leaves out what claims nothing and records nothing', () => {
    expect(datedOf(finding([['device', 'X']]))).toEqual([])
  })

  it('puts every moment inside the axis, with a handful of ticks', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 2_000_000_000 }), { minLength: 1, maxLength: 9 }),
        moments => {
          const axis = axisOf(moments)
          expect(axis.ticks.length).toBeLessThanOrEqual(8)
          for (const moment of moments) {
            expect(along(axis, moment)).toBeGreaterThan(0)
            expect(along(axis, moment)).toBeLessThan(1)
          }
        }
      )
    )
  })
})

describe('zoom and pan', () => {
  it('keeps what lies under the pointer where it is', () => {
    const at = { x: 0.2, y: -0.1 }
    const once = zoomed(WHOLE, 2, at)
    const under = { x: (at.x - once.x) / once.scale, y: (at.y - once.y) / once.scale }
    expect(under.x).toBeCloseTo(at.x)
    expect(under.y).toBeCloseTo(at.y)
  })

  it('never lets the picture leave its frame', () => {
    const step = fc.record({ factor: fc.double({ min: 0.2, max: 5, noNaN: true }), x: fc.double({ min: -1, max: 1, noNaN: true }), y: fc.double({ min: -1, max: 1, noNaN: true }) }) // prettier-ignore
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), steps => {
        let view = WHOLE
        for (const { factor, x, y } of steps)
          view = moved(zoomed(view, factor, { x: x / 2, y: y / 2 }), { x, y })
        const most = (view.scale - 1) / 2 + 1e-9
        expect(Math.abs(view.x)).toBeLessThanOrEqual(most)
        expect(Math.abs(view.y)).toBeLessThanOrEqual(most)
      })
    )
  })
})

describe('small things of evidence', () => {
  it('counts pixels that differ by more than saving again does', () => {
    const left = new Uint8ClampedArray([10, 10, 10, 255, 200, 200, 200, 255])
    const right = new Uint8ClampedArray([20, 10, 10, 255, 90, 200, 200, 255])
    expect(pixelDifference(left, right).share).toBe(0.5)
  })

  it('says in words how much an indication speaks', () => {
    expect(weightOf({ weight: -0.5, impossible: undefined }).level).toBe('against')
    expect(weightOf({ weight: 0.3, impossible: undefined }).level).toBe('slight')
    expect(weightOf({ weight: 1.9, impossible: undefined }).level).toBe('most')
    expect(weightOf({ weight: 0, impossible: true })).toEqual({ level: 'most', length: 1 })
  })

  it('gathers the rows of one table into ranges', () => {
    const at = (path: string, row: number) => ({ path, sheet: '台账', row })
    expect(gathered([at('甲', 3), at('乙', 1), at('甲', 4), at('甲', 9)])).toMatchObject([
      { first: 0, count: 3, rows: '3–4, 9' },
      { first: 1, count: 1, rows: '' }
    ])
  })
})
