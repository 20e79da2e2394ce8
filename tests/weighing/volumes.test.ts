import { describe, expect, it } from 'vitest'
import { StringPool } from '../../src/support/string-pool.ts'
import { noTick } from '../../src/support/tick.ts'
import { classify, weightsOf, type Weight } from '../../src/weighing/classify.ts'
import { materialOf, tableOf } from '../support/evidence.ts'
import { paper, weighed } from '../support/weighed.ts'

/** A workbook of these sheets, by its class. */
function classOf(...sheets: string[][][]): Weight {
  const texts = new StringPool()
  const tables = sheets.map((rows, i) => tableOf(rows, texts, `表${i + 1}`, i))
  return weighed([materialOf('台账汇总.xlsx', { kind: 'table', tables })], texts).weights[0]!
}

const day = (i: number): string => `2025-03-${String(i + 1).padStart(2, '0')}`
const clicks = (n = 8): string[][] => [['镇公众号推文阅读量统计表'], ['发布日期', '标题', '阅读量', '点赞', '转发'], ...Array.from({ length: n }, (_, i) => [day(i), `推文${i}`, String(130 + 17 * i), String(9 + i), String(4 + i)])] // prettier-ignore
const FIXED = ['换灯头2个，已亮', '清淤12米，水已通', '补路面6平方米', '更换井盖1个', '修栏杆4米', '接通水管8米', '拆除棚子1处', '粉刷墙面20平方米'] // prettier-ignore
const repairs = (n = 8): string[][] => [['镇路灯道路报修办理台账'], ['报修日期', '地点', '报修内容', '处理结果', '办结日期'], ...Array.from({ length: n }, (_, i) => [day(i), `东街${i + 1}号`, `第${i + 1}处损坏`, FIXED[i % 8]!, day(i + 2)])] // prettier-ignore

describe('ledgers bound into one workbook', () => {
  it('are each what they are: the whole holds both', () => {
    const alone = [clicks(), repairs()].map(sheet => classOf(sheet).class)
    expect(alone[0]).toBe('trace')
    expect(['result', 'mixed']).toContain(alone[1])
    for (const sheets of [[clicks(), repairs()], [repairs(), clicks()]]) expect(classOf(...sheets)).toMatchObject({ class: 'mixed', ladder: classOf(repairs()).ladder }) // prettier-ignore
  })

  it('have the class of the one that is nearly all of it', () => {
    expect(classOf(repairs(24), clicks(3)).class).toBe(classOf(repairs(24)).class)
  })

  it('stay one where the next month goes on under the same headers', () => {
    expect(classOf(repairs(), repairs()).class).toBe(classOf(repairs()).class)
  })
})
