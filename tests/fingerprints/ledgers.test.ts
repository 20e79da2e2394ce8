import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ledgersOf } from '../../src/fingerprints/ledgers.ts'
import { CELL, type Merge } from '../../src/model/reading.ts'
import type { Ledger } from '../../src/model/evidence.ts'
import { StringPool } from '../../src/support/string-pool.ts'
import { noTick } from '../../src/support/tick.ts'
import { materialOf, tableOf } from '../support/evidence.ts'

interface Given {
  merges?: Merge[]
  sheet?: string
  path?: string
}

function read(rows: string[][], { merges = [], sheet = 'Sheet1', path = '台账.xlsx' }: Given = {}) {
  const pool = new StringPool()
  const table = tableOf(rows, pool, sheet)
  table.head.merges.push(...merges)
  return ledgersOf([materialOf(path, { tables: [table] })], pool, noTick)
}

function only(rows: string[][], given?: Given): Ledger {
  const { ledgers } = read(rows, given)
  expect(ledgers).toHaveLength(1)
  return ledgers[0]!
}

const meanings = (ledger: Ledger) => ledger.columns.map(({ meaning }) => meaning)
const entries = (ledger: Ledger) =>
  Array.from(ledger.rows, (_, i) => ledger.columns.map((_, k) => ledger.value(i, k)))
const dates = (ledger: Ledger) => Array.from(ledger.rows, (_, i) => ledger.date(i))

describe('ledgers', () => {
  it('are read below titles, with subtotals, repeated headers and footers left out', () => {
    const header = ['序号', '走访日期', '走访对象', '走访情况', '金额']
    const ledger = only([
      ['香樟社区2024年走访慰问台账'],
      ['填报单位：香樟社区', '', '', '单位：元'],
      header,
      ['1', '3月5日', '张三', '身体健康，生活能够自理', '300'],
      ['2', '3月6日', '李四', '子女外出务工，需要照看', '300'],
      ['小  计', '', '', '', '600'],
      header,
      ['3', '3月9日', '王五', '申请大病救助，已告知流程', '500'],
      ['4'],
      ['', '', '', '', ''],
      ['合计', '', '', '', '1100'],
      ['填表人：赵六', '', '审核：钱七']
    ])
    expect(ledger.title).toBe('香樟社区2024年走访慰问台账')
    expect(ledger.headerRow).toBe(3)
    expect(meanings(ledger)).toEqual(['serial', 'date', 'subject', 'content', 'quantity'])
    expect(entries(ledger).map(row => row[2])).toEqual(['张三', '李四', '王五'])
    expect(dates(ledger)).toEqual(['2024-03-05', '2024-03-06', '2024-03-09'])
  })

  it('join two header rows under their group cells', () => {
    const ledger = only(
      [
        ['序号', '时间', '参会人数', '', '会议内容'],
        ['', '', '应到', '实到', ''],
        ['1', '2024-01-08', '12', '11', '传达学习文件精神，部署冬季防火工作'],
        ['2', '2024-01-15', '12', '12', '研究困难群众春节慰问名单和发放办法']
      ],
      {
        merges: [
          { top: 0, bottom: 0, left: 2, right: 3 },
          { top: 0, bottom: 1, left: 0, right: 0 }
        ]
      }
    )
    expect(ledger.columns.map(({ header }) => header)).toEqual(['序号', '时间', '参会人数 应到', '参会人数 实到', '会议内容']) // prettier-ignore
    expect(ledger.headerRow).toBe(2)
    expect(meanings(ledger)).toEqual(['serial', 'date', 'quantity', 'quantity', 'content'])
    expect(ledger.rows).toHaveLength(2)
  })

  it('fill in group cells merged downwards', () => {
    const ledger = only(
      [
        ['日期', '地点', '巡查人', '巡查情况'],
        ['2024-05-01', '东门', '张伟', '灭火器压力正常'],
        ['', '西门', '王芳', '井盖松动已上报'],
        ['', '广场', '李强', '路灯两盏不亮'],
        ['2024-05-02', '东门', '张伟', '绿化带有垃圾']
      ],
      { merges: [{ top: 1, bottom: 3, left: 0, right: 0 }] }
    )
    expect(dates(ledger)).toEqual(['2024-05-01', '2024-05-01', '2024-05-01', '2024-05-02'])
    expect(ledger.columns[0]).toMatchObject({ filled: 4, distinct: 2 })
  })

  it('printed side by side are two', () => {
    const { ledgers } = read([
      ['序号', '姓名', '联系电话', '序号', '姓名', '联系电话'],
      ['1', '张三', '13800000001', '3', '王五', '13800000003'],
      ['2', '李四', '13800000002', '4', '赵六', '13800000004']
    ])
    expect(ledgers.map(entries)).toEqual([
      [['1', '张三', '13800000001'], ['2', '李四', '13800000002']],
      [['3', '王五', '13800000003'], ['4', '赵六', '13800000004']]
    ]) // prettier-ignore
    expect(ledgers.map(({ first }) => first)).toEqual([0, 2])
  })

  it('without a header still have entries', () => {
    const ledger = only([
      ['张三', '13800000001', '2024-01-03', '楼道灯坏'],
      ['李四', '13800000002', '2024-01-04', '水管漏水'],
      ['王五', '13800000003', '2024-01-05', '下水堵塞']
    ])
    expect(ledger.headerRow).toBe(0)
    expect(meanings(ledger)).toEqual(['other', 'phone', 'date', 'other'])
    expect(ledger.rows).toHaveLength(3)
  })

  it('decide a column by its values where the header says otherwise', () => {
    const ledger = only([
      ['编号', '时间', '负责人', '人员', '备注'],
      ['330102196001011234', '08:30', '13800000001', '25', ''],
      ['330102196101011235', '09:00', '13800000002', '31', ''],
      ['330102196201011236', '10:15', '13800000003', '18', '']
    ])
    expect(meanings(ledger).slice(0, 4)).toEqual(['idNumber', 'time', 'phone', 'quantity'])
  })

  it('take a missing year from the sheet, and turn it after December', () => {
    const ledger = only(
      [
        ['日期', '值班人员', '值班情况'],
        ['11.28', '张伟', '正常'],
        ['12.30', '王芳', '正常'],
        ['1.2', '李强', '接报停水一起']
      ],
      { sheet: '2023年值班' }
    )
    expect(dates(ledger)).toEqual(['2023-11-28', '2023-12-30', '2024-01-02'])
  })

  it('read numbers of days as dates only under a date header', () => {
    const ledger = only([
      ['日期', '姓名', '金额'],
      ['45356', '张三', '45356'],
      ['45357', '李四', '45000']
    ])
    expect(dates(ledger)).toEqual(['2024-03-05', '2024-03-06'])
    expect(meanings(ledger)).toEqual(['date', 'subject', 'quantity'])
  })

  it('put month and day together from two columns', () => {
    const ledger = only(
      [
        ['2024年', '', '摘要', '金额'],
        ['月', '日', '', ''],
        ['3', '5', '购买办公用纸两箱', '260'],
        ['3', '18', '支付广告横幅制作费', '480']
      ],
      { merges: [{ top: 0, bottom: 0, left: 0, right: 1 }] }
    )
    expect(dates(ledger)).toEqual(['2024-03-05', '2024-03-18'])
  })

  it('never take a birthday for the date of an entry', () => {
    const ledger = only([
      ['姓名', '出生日期', '登记日期'],
      ['张三', '1960-01-01', '2024-03-05'],
      ['李四', '1971-11-23', '2024-03-06']
    ])
    expect(meanings(ledger)).toEqual(['subject', 'other', 'date'])
    expect(dates(ledger)).toEqual(['2024-03-05', '2024-03-06'])
  })

  it('whatever the cells hold, account for rows inside the table and never throw', () => {
    const cell = fc.oneof(fc.string({ maxLength: 12 }), fc.constantFrom('', '序号', '日期', '姓名', '合计', '3月5日', '2024-02-30', '1', '45356')) // prettier-ignore
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 14 }), rows => {
        for (const ledger of read(rows).ledgers) {
          expect(Math.max(...ledger.rows)).toBeLessThan(ledger.table.cells.rowCount)
          expect(new Set(ledger.rows).size).toBe(ledger.rows.length)
          for (let i = 0; i < ledger.rows.length; i++)
            expect(ledger.date(i)).toMatch(/^(?:\d{4}-\d\d-\d\d)?$/)
          for (const { filled, distinct, topShare } of ledger.columns) {
            expect(distinct).toBeLessThanOrEqual(filled)
            expect(topShare).toBeLessThanOrEqual(1)
          }
        }
      }),
      { numRuns: 300 }
    )
  })

  it('have columns of no known kind when nothing marks a header', () => {
    expect(read([['说明：本表由各村填报']]).ledgers).toEqual([])
    expect(CELL.text).toBe(0)
  })
})

describe('label and value forms', () => {
  it('are told apart from ledgers, with two pairs in a row and long answers', () => {
    const { ledgers, forms } = read([
      ['入户走访记录表'],
      ['姓名', '张三', '性别', '男'],
      ['走访时间', '2024年3月5日', '走访地点', '香樟社区3幢'],
      ['联系电话', '13800000001', '家庭人口', '4'],
      ['走访内容', '了解家庭收入情况，宣传防诈骗知识，登记屋顶漏水问题一处。'],
      ['处理情况', '已报修'],
      ['记录人', '李四']
    ])
    expect(ledgers).toEqual([])
    expect(forms).toHaveLength(1)
    expect(forms[0]!.title).toBe('入户走访记录表')
    expect(Object.fromEntries(forms[0]!.fields.map(({ label, value }) => [label, value]))).toMatchObject({
      姓名: '张三',
      性别: '男',
      走访时间: '2024年3月5日',
      家庭人口: '4',
      记录人: '李四'
    })
    expect(forms[0]!.fields.find(({ label }) => label === '走访内容')).toMatchObject({ meaning: 'content', row: 5, column: 1 }) // prettier-ignore
  })

  it('may leave answers open or put label and answer in one cell', () => {
    const { forms } = read([
      ['谈话对象', '王五', '谈话时间', ''],
      ['谈话地点：', '会议室', '记录人', '赵六'],
      ['备注：另附签到表']
    ])
    expect(forms[0]!.fields.map(({ label, value }) => [label, value])).toEqual([
      ['谈话对象', '王五'],
      ['谈话时间', ''],
      ['谈话地点', '会议室'],
      ['记录人', '赵六'],
      ['备注', '另附签到表']
    ])
  })
})
