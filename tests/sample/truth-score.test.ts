import { describe, expect, it } from 'vitest'
// @ts-expect-error a plain module of the bench, without types
import { confusion, entryScore, macroF1, score, scoreFirstLine } from '../bench/support/truth-score.mjs'

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

  it('counts entries row by row, each row of the audit once', () => {
    const given = [2, 3, 4].map(row => ({ path: 'a.xlsx', row, class: row === 4 ? 'trace' : 'result' }))
    const score = entryScore(given, { 'a.xlsx': { result: [2, 2, 4], trace: [3, 5] } })
    expect(score).toMatchObject({ hit: 1, missed: 2, extra: 1 })
  })

  it('measures classes by the mean of their F1', () => {
    expect(macroF1(confusion([{ truth: 'trace', given: 'trace' }, { truth: 'result', given: 'trace' }]))).toBeCloseTo((2 / 3 + 0) / 2) // prettier-ignore
  })
})

describe('the first line', () => {
  const materials = ['a.jpg', 'b.docx', 'b.docx!/word/media/1.jpg', 'c.xlsx', 'd.zip', 'd.zip!/e.txt'].map((path, i) => ({ no: i + 1, path, kind: path.endsWith('.zip') ? 'archive' : 'document' })) // prettier-ignore
  const told = {
    activities: [
      { title: '植树', members: ['a.jpg', 'b.docx', 'd.zip!/e.txt'], standing: 'trace' },
      { title: '台账', members: ['c.xlsx'], standing: 'result' }
    ],
    indicators: [{ code: '1', name: '植树', standing: 'trace' }, { code: '2', name: '学习', standing: 'missing', barred: true }]
  } // prettier-ignore
  const count = (activities: object[], indicators: object[] = []) => {
    const { activities: a, indicators: i } = scoreFirstLine({ materials, activities, indicators }, told)
    return [a.exact, a.extra.length, i.exact]
  }

  it('takes an activity as exact with the same files handed in and the same standing', () => {
    const both = [
      { materials: [1, 2, 3, 5, 6], standing: 'trace' },
      { materials: [4], standing: 'result' }
    ]
    expect(count(both, [{ code: '1', standing: 'trace' }, { code: '2', standing: 'missing', barredAsk: 'x' }])).toEqual([2, 0, 2]) // prettier-ignore
  })

  it('misses other members, another standing, and counts what is not in the truth', () => {
    const off = [{ materials: [1], standing: 'trace' }, { materials: [4], standing: 'trace' }, { materials: [2], standing: 'trace' }] // prettier-ignore
    expect(count(off, [{ code: '1', standing: 'result' }, { code: '2', standing: 'missing' }])).toEqual([0, 2, 0]) // prettier-ignore
  })
})
