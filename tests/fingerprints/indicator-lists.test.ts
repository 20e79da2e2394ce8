import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { indicatorListsOf } from '../../src/fingerprints/indicator-lists.ts'
import { writtenCode } from '../../src/fingerprints/indicator-codes.ts'
import type { Table } from '../../src/model/material.ts'
import type { Merge } from '../../src/model/reading.ts'
import { StringPool } from '../../src/support/string-pool.ts'
import { materialOf, tableOf } from '../support/evidence.ts'

const noTick = (): void => {}

function merged(table: Table, merges: Merge[]): Table {
  return { ...table, head: { ...table.head, merges } }
}

function read(rows: string[][], { given = false, merges = [] as Merge[], path = '指标.xlsx' } = {}) {
  const material = materialOf(path, { kind: 'table', tables: [merged(tableOf(rows), merges)] })
  return indicatorListsOf([material], new Set(given ? [path] : []), noTick)
}

const asksOf = (...given: Parameters<typeof read>) => read(...given)[0]?.asks.map(({ code, name, asks, points, asker, media }) => ({ code, name, asks, points, asker, media })) // prettier-ignore

describe('lists of indicators', () => {
  it('reads code, name, evidence, points and asker under spellings of its headers', () => {
    const wanted = [
      { code: '1-1-1', name: '志愿服务', asks: '活动记录、照片，纸质版', points: 5, asker: '团县委', media: ['paper', 'picture'] },
      { code: '1-1-2', name: '宣传教育', asks: '视频', points: 2.5, asker: '宣传部', media: ['video'] }
    ] // prettier-ignore
    const rows = (header: string[], codes: string[]): string[][] => [
      ['某县2024年度综合考核指标'],
      header,
      [codes[0]!, '志愿服务', '按次计分', '活动记录、照片，纸质版', '5', '团县委'],
      [codes[1]!, '宣传教育', '按次计分', '视频', '2.5分', '宣传部']
    ]
    expect(asksOf(rows(['编号', '指标名称', '评分标准', '佐证材料要求', '分值', '责任单位'], ['1-1-1', '1-1-2']))).toEqual(wanted) // prettier-ignore
    expect(asksOf(rows(['指标编号', '考核内容', '评分细则', '证明材料', '标准分', '考核部门'], ['1.1.1', '1.1.2']))).toEqual(wanted) // prettier-ignore
    expect(asksOf(rows(['序号', '考核指标', '计分办法', '需提供的材料', '权重', '牵头科室'], ['１－１－１', '1—1—2']))).toEqual(wanted) // prettier-ignore
  })

  it('joins the codes of merged group cells, and rows of evidence under one merged name', () => {
    const rows = [
      ['一级指标', '二级指标', '三级指标', '迎检材料', '分值'],
      ['一、党的建设', '（一）组织生活', '1.三会一课', '会议记录', '4'],
      ['', '', '', '签到表原件', ''],
      ['', '', '2.谈心谈话', '谈话记录', '2'],
      ['二、平安建设', '（一）安全生产', '1.隐患整改（6分）', '整改台账', '']
    ]
    const merges = [
      { top: 1, bottom: 3, left: 0, right: 0 },
      { top: 1, bottom: 3, left: 1, right: 1 },
      { top: 1, bottom: 2, left: 2, right: 2 }
    ]
    expect(asksOf(rows, { merges })).toEqual([
      { code: '1-1-1', name: '三会一课', asks: '会议记录；签到表原件', points: 4, asker: undefined, media: ['paper'] },
      { code: '1-1-2', name: '谈心谈话', asks: '谈话记录', points: 2, asker: undefined, media: [] },
      { code: '2-1-1', name: '隐患整改', asks: '整改台账', points: 6, asker: undefined, media: [] }
    ]) // prettier-ignore
  })

  it('takes headings across the table as levels above', () => {
    const rows = [
      ['序号', '考核事项', '佐证材料', '分值'],
      ['一、组织领导（20分）', '', '', ''],
      ['1', '工作部署', '方案', '5'],
      ['2', '工作总结', '总结', '5'],
      ['二、服务群众（30分）', '', '', ''],
      ['1', '走访', '台账', '5'],
      ['合计', '', '', '15']
    ]
    expect(asksOf(rows)?.map(({ code, name }) => [code, name])).toEqual([['1-1', '工作部署'], ['1-2', '工作总结'], ['2-1', '走访']]) // prettier-ignore
  })

  it('keeps codes of several sheets apart', () => {
    const pool = new StringPool()
    const sheet = (name: string, index: number, item: string): Table =>
      tableOf([['编号', '指标名称', '佐证材料', '分值'], ['1', item, '台账', '5'], ['2', `${item}之二`, '照片', '5']], pool, name, index) // prettier-ignore
    const material = materialOf('清单.xlsx', { kind: 'table', tables: [sheet('党建', 0, '学习'), sheet('安全', 1, '检查')] }) // prettier-ignore
    const [list] = indicatorListsOf([material], new Set(), noTick)
    expect(list?.asks.map(({ code, codes }) => [code, codes[0]])).toEqual([['党建·1', '1'], ['党建·2', '2'], ['安全·1', '1'], ['安全·2', '2']]) // prettier-ignore
  })

  it('knows a list the unit has filled its own results in', () => {
    const rows = (own: string) => [['编号', '指标名称', '评分标准', '分值', '自评得分'], ['A1', '学习', '一次一分', '5', own], ['A2', '走访', '一户一分', '5', own]] // prettier-ignore
    expect(read(rows('4.5'))[0]?.filled).toBe(true)
    expect(read(rows(''))[0]?.filled).toBe(false)
  })

  it('stays quiet about ledgers, rosters, checklists and catalogues that only look like lists', () => {
    for (const header of [
      ['序号', '检查日期', '检查内容', '检查结果', '责任单位'],
      ['序号', '问题', '整改措施', '责任单位', '完成时限'],
      ['序号', '姓名', '身份证号', '联系电话', '备注'],
      ['序号', '材料名称', '页码', '份数', '归档日期'],
      ['序号', '项目', '金额', '负责部门', '备注'],
      ['一级指标', '二级指标', '年度指标值', '实际完成值', '偏差原因']
    ])
      expect(read([['某镇2024年台账'], header, ['1', '甲', '乙', '丙', '丁'], ['2', '戊', '己', '庚', '辛']]), header.join()).toEqual([]) // prettier-ignore
  })

  it('takes a given file as a list however odd, and says when there is none in it', () => {
    const odd = [['1-1-1 志愿服务 要照片'], ['1-1-2 宣传教育 要视频']]
    expect(read(odd)).toEqual([])
    expect(asksOf(odd, { given: true })?.map(({ code, name }) => [code, name])).toEqual([['1-1-1', '志愿服务 要照片'], ['1-1-2', '宣传教育 要视频']]) // prettier-ignore
    expect(read([['今天'], ['天气好']], { given: true })).toEqual([
      { material: 0, source: 'given', filled: false, asks: [] }
    ])
  })

  it('never fails, and gives every indicator its own code, whatever stands in the cells', () => {
    const cell = fc.oneof(fc.constantFrom('', '编号', '指标名称', '考核内容', '佐证材料', '评分标准', '分值', '责任单位', '一、甲', '（二）乙', '1.丙', '1-2-3', 'A1', '3', '5分'), fc.string({ maxLength: 12 })) // prettier-ignore
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 7 }), { maxLength: 14 }), fc.boolean(), (rows, given) => {
        const asks = read(rows, { given }).flatMap(list => list.asks)
        expect(new Set(asks.map(({ code }) => code)).size).toBe(asks.length)
        for (const { code, name } of asks) expect(code !== '' && name !== '').toBe(true)
      })
    ) // prettier-ignore
  })

  it('finds every indicator again that was written down, in any order of columns', () => {
    const name = fc.stringMatching(/^[志愿服务宣传安全生产走访调解]{4,8}$/u)
    fc.assert(
      fc.property(fc.uniqueArray(name, { minLength: 2, maxLength: 12 }), fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }), (names, order) => {
        const header = ['指标编号', '指标名称', '佐证材料', '分值']
        const lines = names.map((each, i) => [`${Math.floor(i / 4) + 1}-${(i % 4) + 1}`, each, `${each}材料`, String(i + 1)])
        const rows = [header, ...lines].map(row => order.map(k => row[k]!))
        expect(asksOf(rows)?.map(ask => [ask.code, ask.name, ask.points])).toEqual(lines.map(line => [line[0], line[1], +line[3]!]))
      })
    ) // prettier-ignore
  })

  it('reads the ways codes are written', () => {
    const code = (text: string) => writtenCode(text)?.code
    expect(['1-2-3', '1.2.3', '１．２．３ 志愿', 'A1', 'a1-2', '一', '（二）', '三、组织', '(4)', '07', '第五部分 其他'].map(code)).toEqual(['1-2-3', '1-2-3', '1-2-3', 'A1', 'A1-2', '1', '2', '3', '4', '7', '5']) // prettier-ignore
    expect(['', '志愿服务', '2024年', '3月5日走访'].map(code)).toEqual([undefined, undefined, undefined, undefined]) // prettier-ignore
  })
})
