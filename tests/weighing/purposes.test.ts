import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CLASSES } from '../../src/model/audit.ts'
import { demandRules } from '../../src/model/rules.ts'
import { noTick } from '../../src/support/tick.ts'
import { weigh } from '../../src/weighing/balance.ts'
import type { Weight } from '../../src/weighing/classify.ts'
import { DEMAND_RULES, type Asking } from '../../src/weighing/demands.ts'
import { purposesOf } from '../../src/weighing/purposes.ts'
import { evidenceOf, materialOf } from '../support/evidence.ts'
import { paper, sheet, StringPool, weighed } from '../support/weighed.ts'

const account = ['便民理发活动小结', '3月5日在社区广场开展理发活动，志愿者十二人参加，活动取得圆满成功，居民反响热烈。'] // prettier-ignore
const patrol = (pool: StringPool, path: string) =>
  sheet(
    path,
    [
      ['网格巡查台账'],
      ['序号', '日期', '地点', '巡查内容', '完成情况'],
      ...Array.from({ length: 9 }, (_, i) => [String(i + 1), `2024-03-0${i + 1}`, `${i + 1}栋`, '日常巡查', '已完成'])
    ],
    pool
  ) // prettier-ignore

function asked(asks: string, code = '1-1'): (string | undefined)[] {
  const pool = new StringPool()
  const indicators: Asking[] = [{ code, ask: { name: '网格巡查', asks } }]
  const { purposes } = weighed(
    [patrol(pool, '1-1网格巡查/台账.xlsx'), paper('1-1网格巡查/小结.docx', account)],
    pool,
    {},
    { indicators }
  )
  return purposes.marks.map(({ purpose, demandedBy }) => demandedBy ?? purpose)
}

function noticed(title: string, sentence: string): (string | undefined)[] {
  const pool = new StringPool()
  const notice = {
    ...paper('issued:/通知.docx', [title, '各社区：', sentence]),
    origin: 'issued' as const
  }
  const { purposes } = weighed([notice, patrol(pool, '材料/一.xlsx'), paper('材料/二.docx', account)], pool)
  return purposes.marks.map(({ purpose, demandedBy }) => demandedBy ?? purpose)
}

describe('words of asking', () => {
  it('are of their shape', () => {
    expect(demandRules.safeParse(DEMAND_RULES).error).toBeUndefined()
  })
})

describe('trace is demanded', () => {
  it('by the indicator it is filed under, where the list names such a thing', () => {
    expect(asked('巡查台账、整改回执')).toEqual(['1-1', 'avoidable'])
    expect(asked('活动总结')).toEqual(['avoidable', '1-1'])
  })

  it('by the nearest line above where the list stops short', () => {
    expect(asked('巡查台账', '1')).toEqual(['1', 'avoidable'])
  })

  it('by no folder code, no other indicator and no 佐证材料 alone', () => {
    expect(asked('')).toEqual(['avoidable', 'avoidable'])
    expect(asked('巡查台账', '2-1')).toEqual(['avoidable', 'avoidable'])
    expect(asked('相关佐证材料')).toEqual(['avoidable', 'avoidable'])
  })

  it('by an issued notice that asks for it in a sentence, named by its material when it has no number', () => {
    expect(noticed('关于开展网格巡查的通知', '请各社区按月报送巡查台账。')).toEqual([
      undefined,
      '#1',
      'avoidable'
    ])
    expect(noticed('关于开展年度综合检查的通知', '检查组现场查阅台账、活动总结。')).toEqual([
      undefined,
      '#1',
      '#1'
    ])
  })

  it('by the numbered lines of a notice’s list', () => {
    const pool = new StringPool()
    const lines = ['关于开展年度综合检查的通知', '请提供以下材料：', '1.巡查台账', '2.活动总结']
    const { purposes } = weighed([{ ...paper('issued:/通知.docx', lines), origin: 'issued' }, patrol(pool, 'a.xlsx')], pool) // prettier-ignore
    expect(purposes.marks[1]!.demandedBy).toBe('#1')
  })

  it('by no notice that spares it, speaks of another matter, or only mentions it', () => {
    expect(noticed('关于开展网格巡查的通知', '不得要求社区报送巡查台账。')[1]).toBe('avoidable')
    expect(noticed('关于做好医保报销的通知', '请报送台账。')[1]).toBe('avoidable')
    expect(noticed('关于开展网格巡查的通知', '去年的台账记得很好。')[1]).toBe('avoidable')
  })

  it('by no notice issued after it was made, unless that inspects what is there', () => {
    const of = (title: string) => {
      const pool = new StringPool()
      const lines = [title, '请各社区报送巡查台账。', '某街道办事处', '2024年9月10日']
      const notice = { ...paper('issued:/通知.docx', lines), origin: 'issued' as const }
      return weighed([notice, patrol(pool, '材料/2024年3月.xlsx')], pool).purposes.marks[1]!.demandedBy
    }
    expect(of('关于开展网格巡查的通知')).toBeUndefined()
    expect(of('关于开展年度综合检查的通知')).toBe('#1')
  })

  it('by no paper of the unit’s own', () => {
    const pool = new StringPool()
    const own = paper('材料/工作安排.docx', ['网格巡查工作安排', '各网格按月报送巡查台账。'])
    const { purposes } = weighed([own, patrol(pool, '材料/一.xlsx')], pool)
    expect(purposes.marks[1]!.demandedBy).toBeUndefined()
  })
})

describe('the split', () => {
  it('sums to the trace of the balance, whatever the package', () => {
    const one = fc.record({
      class: fc.constantFrom(...CLASSES),
      status: fc.constantFrom('read' as const, 'unread' as const),
      kind: fc.constantFrom('document' as const, 'table' as const, 'picture' as const, 'archive' as const),
      parent: fc.option(fc.nat(5), { nil: undefined }),
      origin: fc.constantFrom('package' as const, 'reference' as const),
      nature: fc.constantFrom('record' as const, 'payment' as const, 'roster' as const),
      trace: fc.nat(30),
      result: fc.nat(30)
    })
    fc.assert(
      fc.property(fc.array(one, { maxLength: 12 }), fc.array(fc.nat(11), { maxLength: 4 }), (all, group) => {
        const materials = all.map(
          ({ kind, status, origin, parent }, i) =>
          materialOf(`${i}.x`, { kind, status, origin, no: i + 1, ...(parent !== undefined && parent < i ? { parent } : {}) }) // prettier-ignore
        )
        const weights = all.map(({ class: named, kind, nature, trace, result }): Weight => {
          const ledgers = [{ nature, entries: trace + result, trace, result, ladder: 'E0' as const, confirmed: false, because: [] }] // prettier-ignore
          return { class: named, why: [], ledgers, counted: kind !== 'archive' }
        })
        const members = [...new Set(group)].filter(index => index < all.length)
        const evidence = evidenceOf({
          materials,
          sameContent: members.length > 1 ? [{ members, by: 'bytes' }] : []
        })
        const balance = weigh(evidence, weights)
        const { files, entries } = purposesOf(evidence, { each: weights, apart: weights }, noTick).balance
        const sum = (split: typeof files): number => split.required + split.demanded + split.avoidable
        expect(sum(files)).toBe(balance.files.trace)
        expect(sum(entries)).toBe(balance.entries.trace)
      })
    )
  })
})
