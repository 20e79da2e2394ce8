import { describe, expect, it } from 'vitest'
import { ledgersOf } from '../../src/fingerprints/ledgers.ts'
import { noTick } from '../../src/support/tick.ts'
import { StringPool } from '../../src/support/string-pool.ts'
import { classOfLedger } from '../../src/weighing/entry-class.ts'
import { materialOf, tableOf } from '../support/evidence.ts'

function classOf(rows: string[][]) {
  const pool = new StringPool()
  const material = materialOf('台账.xlsx', { kind: 'table', format: 'xlsx', tables: [tableOf(rows, pool)] })
  const { ledgers } = ledgersOf([material], pool, noTick)
  expect(ledgers).toHaveLength(1)
  return classOfLedger(ledgers[0]!)
}

const days = Array.from({ length: 24 }, (_, i) => `2024-03-${String(i + 1).padStart(2, '0')}`)

describe('entries', () => {
  it('do not speak through a constant 已完成', () => {
    const { nature, result, trace } = classOf([
      ['序号', '日期', '地点', '工作内容', '完成情况'],
      ...days.map((day, i) => [String(i + 1), day, '东河村', `第${i + 1}网格日常巡查情况记录`, '已完成'])
    ])
    expect({ nature, result, trace }).toEqual({ nature: 'record', result: 0, trace: 24 })
  })

  it('speak through outcomes of their own', () => {
    const outcomes = [
      '更换水管12米，3月6日通水',
      '调解成功，双方签订协议，赔偿800元',
      '清运垃圾2车，现场复查干净',
      '修复路灯3盏，当晚亮灯'
    ]
    const { result, ladder } = classOf([
      ['序号', '登记日期', '诉求人', '诉求内容', '办理结果'],
      ...days.map((day, i) => [
        String(i + 1),
        day,
        `张${'一二三四五六七八九十甲乙丙丁戊己庚辛壬癸子丑寅卯'[i]}`,
        `反映第${i + 1}号巷道问题影响出行`,
        `${outcomes[i % 4]}（第${i + 1}件）`
      ])
    ])
    expect(result).toBe(24)
    expect(ladder).not.toBe('E0')
  })

  it('count as results only where the case is closed', () => {
    const { result, trace } = classOf([
      ['序号', '登记日期', '诉求人', '诉求内容', '办理结果'],
      ...days.map((day, i) => [
        String(i + 1),
        day,
        `李${'一二三四五六七八九十甲乙丙丁戊己庚辛壬癸子丑寅卯'[i]}`,
        `咨询第${i + 1}项政策的办理`,
        i % 2 === 0 ? '正在办理中' : `已上门更换阀门${i}个并通水`
      ])
    ])
    expect({ result, trace }).toEqual({ result: 12, trace: 12 })
  })

  it('of a roster are base data', () => {
    const { nature } = classOf([
      ['序号', '姓名', '身份证号', '联系电话', '家庭住址'],
      ...days.map((_, i) => [
        String(i + 1),
        `王${'一二三四五六七八九十甲乙丙丁戊己庚辛壬癸子丑寅卯'[i]}`,
        `4201061990030512${String(i + 10)}`,
        `1380000${String(1000 + i)}`,
        `东河村${i + 1}组`
      ])
    ])
    expect(nature).toBe('roster')
  })

  it('of a payment list are results', () => {
    const { nature, result } = classOf([
      ['2024年临时救助金发放明细表'],
      ['序号', '姓名', '救助金额（元）', '银行账号', '到账日期'],
      ...days.map((day, i) => [
        String(i + 1),
        `赵${'一二三四五六七八九十甲乙丙丁戊己庚辛壬癸子丑寅卯'[i]}`,
        String(500 + 20 * i),
        `62220000000000${i + 10}`,
        day
      ])
    ])
    expect({ nature, result }).toEqual({ nature: 'payment', result: 24 })
  })
})
