import { describe, expect, it } from 'vitest'
import { boundPapers } from '../../src/fingerprints/bound-papers.ts'
import { fingerprint } from '../../src/fingerprints/index.ts'
import { ledgersOf } from '../../src/fingerprints/ledgers.ts'
import type { Material } from '../../src/model/material.ts'
import type { Block } from '../../src/model/reading.ts'
import { StringPool } from '../../src/support/string-pool.ts'
import { noTick } from '../../src/support/tick.ts'
import { evidenceOf, materialOf, tableOf } from '../support/evidence.ts'

/** A document of lines: `# ` begins a title, `|` stands for the next table. */
function document(
  lines: readonly string[],
  tables: readonly string[][][] = [],
  path = '材料汇编.docx'
): Material {
  const texts = new StringPool()
  let next = 0
  const blocks = lines.map((line): Block => line === '|' ? { text: '', style: 'table', table: next++ } : { text: line.replace(/^# /u, ''), style: line.startsWith('# ') ? 'title' : 'paragraph' }) // prettier-ignore
  return materialOf(path, { kind: 'document', reading: { blocks, tables: tables.map((rows, i) => tableOf(rows, texts, '', i)) } }) // prettier-ignore
}

const titlesOf = (material: Material): string[] => boundPapers(material, [], []).map(({ title }) => title)

/** A workbook of sheets, by name. */
function workbook(sheets: Record<string, string[][]>): string[][] {
  const texts = new StringPool()
  const tables = Object.entries(sheets).map(([name, rows], i) => tableOf(rows, texts, name, i))
  const material = materialOf('台账汇总.xlsx', { kind: 'table', tables })
  const { ledgers, forms } = ledgersOf([material], texts, noTick)
  return boundPapers(material, ledgers, forms).map(({ reading }) =>
    reading.tables.map(({ head }) => head.name)
  )
}

const visits = (title: string): string[][] => [[title], ['日期', '走访对象', '走访内容', '记录人'], ['2024-03-05', '张三', '了解用水', '李四'], ['2024-04-09', '王五', '核对低保', '李四']] // prettier-ignore
const repairs = (title?: string): string[][] => [...(title === undefined ? [] : [[title]]), ['报修日期', '地点', '内容', '处理结果'], ['2024-03-06', '东街1号', '灯不亮', '换灯头2个'], ['2024-05-06', '西街3号', '井盖响', '更换井盖1个']] // prettier-ignore

describe('papers bound into one document', () => {
  const minutes = (day: string): string[] => [
    `# 2024年${day}安全生产例会记录`,
    '时间：当日上午',
    '会议通报了近期情况，并作了安排。'
  ]

  it('begin at titles that name a kind of paper or an occasion', () => {
    expect(titlesOf(document([...minutes('3月5日'), ...minutes('4月9日'), '# 人民调解协议书', '双方当事人自愿达成协议。']))).toEqual([
      '2024年3月5日安全生产例会记录', '2024年4月9日安全生产例会记录', '人民调解协议书'
    ]) // prettier-ignore
  })

  it('take their head, tables and signature with them', () => {
    const lines = [...minutes('3月5日'), '某某镇人民政府', '2024年3月5日', '某某县人民政府文件', '某政发〔2024〕5号', '# 关于开展排查工作的通知', '各乡镇：', '|'] // prettier-ignore
    const [first, second] = boundPapers(document(lines, [visits('附件')]), [], [])
    expect(first!.reading.blocks.at(-1)!.text).toBe('2024年3月5日')
    expect(second!.reading.blocks[0]!.text).toBe('某某县人民政府文件')
    expect([first!.reading.tables.length, second!.reading.tables.length]).toEqual([0, 1])
    expect([first!.from, first!.to, second!.from, second!.to]).toEqual([0, 5, 5, lines.length])
  })

  it('are one where a title has two lines, or chapters and annexes are set as titles', () => {
    expect(titlesOf(document(['# 某某镇', '# 2024年工作总结', '一年来，我镇做了以下工作。']))).toEqual([])
    expect(titlesOf(document(['# 2024年工作总结', '# 一、走访慰问活动', '走访了。', '# 二、安全生产检查', '检查了。', '# 主要成效', '有成效。', '# 下一步打算', '再接再厉。']))).toEqual([]) // prettier-ignore
    expect(titlesOf(document(['# 关于报送信息的通知', '各村：', '附件1', '# 信息报送登记表', '|', '# 附件2：信息员名单', '|'], [visits('登记'), visits('名单')]))).toEqual([]) // prettier-ignore
  })

  it('leave a cover out and keep what stands before the first title when it is a text', () => {
    expect(titlesOf(document(['某某镇二〇二四年', '资料汇编', ...minutes('3月5日'), ...minutes('4月9日')]))).toHaveLength(2) // prettier-ignore
    expect(titlesOf(document(['前言'.repeat(80), ...minutes('3月5日'), ...minutes('4月9日')]))).toEqual(['', '2024年3月5日安全生产例会记录', '2024年4月9日安全生产例会记录']) // prettier-ignore
  })

  it('have a cover where one title stands twice with next to nothing between', () => {
    const covered = ['# 二〇二四年度工作总结', '某某镇人民政府', '2024年12月', '# 二〇二四年度工作总结', '一年来，做了以下工作。'] // prettier-ignore
    expect(titlesOf(document(covered))).toEqual([])
    expect(titlesOf(document([...covered, ...minutes('3月5日')]))).toEqual(['二〇二四年度工作总结', '2024年3月5日安全生产例会记录']) // prettier-ignore
  })

  it('are one where a printed list says its title again on each page, and apart where pages are of papers', () => {
    const printed = (
      titles: readonly string[],
      below = (i: number) => `打印时间：10:0${i} 单位：某镇`
    ): Material => {
      const blocks = titles.flatMap((title, i): Block[] => [
        { text: title, style: 'title', page: i + 1 },
        { text: below(i), style: 'paragraph', page: i + 1 },
        {
          text: '张三 2500元 入账成功 李四 3050元 入账成功 王五 1800元 入账成功 赵六 2900元 入账成功',
          style: 'paragraph',
          page: i + 1
        }
      ])
      return materialOf('发放表.pdf', { kind: 'document', reading: { blocks } })
    }
    expect(titlesOf(printed(['耕地补贴发放表', '耕地补贴发放表', '耕地补贴发放表']))).toEqual([])
    expect(titlesOf(printed(['耕地补贴发放表', '耕地补贴发放表（2）', '耕地补贴发放表（续表）']))).toEqual([])
    const slips = ['批量代发业务回单', '批量代发业务回单']
    expect(titlesOf(printed(slips, () => '日期：2024年3月11日'))).toEqual([])
    expect(titlesOf(printed(slips, i => `付款单位：某镇 入账日期：2024年3月1${i}日`))).toEqual(slips)
    expect(titlesOf(printed(slips, i => `回单编号：95078499975${i}`))).toEqual(slips)
    expect(titlesOf(printed(['3月5日安全例会记录', '4月9日安全例会记录', '4月9日安全例会记录']))).toEqual(['3月5日安全例会记录', '4月9日安全例会记录']) // prettier-ignore
  })

  it('are not told apart beyond what anybody binds', () => {
    expect(titlesOf(document(Array.from({ length: 600 }, (_, i) => [`# 第${i}次例会记录`, '开会了。']).flat()))).toEqual([]) // prettier-ignore
  })
})

describe('ledgers bound into one workbook', () => {
  it('are apart under titles of their own', () => {
    expect(workbook({ 表1: visits('镇走访台账'), 表2: repairs('镇路灯报修台账') })).toEqual([['表1'], ['表2']]) // prettier-ignore
  })

  it('are one where the next month goes on, and apart where each is of a day', () => {
    expect(workbook({ 表1: visits('2024年3月走访台账'), 表2: visits('2024年4月走访台账') })).toEqual([])
    expect(workbook({ 表1: visits('2024年3月5日例会签到表'), 表2: visits('2024年4月9日例会签到表') })).toHaveLength(2) // prettier-ignore
  })

  it('take a sheet without a title to the one before it unless its name is a ledger’s', () => {
    expect(workbook({ 表1: visits('镇走访台账'), 说明: repairs(), 填写要求: repairs() })).toEqual([])
    expect(workbook({ 表1: visits('镇走访台账'), '2 路灯报修处理台账': repairs() })).toEqual([['表1'], ['2 路灯报修处理台账']]) // prettier-ignore
    expect(workbook({ 走访台账: visits('走访台账').slice(1), 路灯报修处理台账: repairs() })).toEqual([])
  })
})

describe('the unbound view', () => {
  const materialsOf = (given: Material[]): Material[] =>
    given.map((material, i) => ({ ...material, no: i + 1 }))

  it('puts papers behind their volume and what lies in them under them', () => {
    const volume = document(['# 三月走访记录', '走访了张三。', '# 四月走访记录', '走访了李四。'])
    const picture = (path: string, block: number): Material => materialOf(path, { kind: 'picture', parent: 1, at: { block } }) // prettier-ignore
    const materials = materialsOf([materialOf('a.txt'), volume, picture('材料汇编.docx!/1.jpg', 1), picture('材料汇编.docx!/2.jpg', 3), materialOf('b.zip', { kind: 'archive' }), materialOf('b.zip!/c.txt', { parent: 4 })]) // prettier-ignore
    const { apart } = fingerprint(materials, new StringPool(), {}, noTick)
    expect(apart!.materialOf).toEqual([0, 1, 1, 1, 2, 3, 4, 5])
    expect(apart!.materials.map(({ kind, paper, parent, at }) => [kind, paper, parent, at?.block])).toEqual([
      ['other', undefined, undefined, undefined],
      ['archive', undefined, undefined, undefined],
      ['document', 1, 1, undefined],
      ['document', 2, 1, undefined],
      ['picture', undefined, 2, 1],
      ['picture', undefined, 3, 1],
      ['archive', undefined, undefined, undefined],
      ['other', undefined, 6, undefined]
    ])
    expect(apart!.documents.map(({ material, title }) => [material, title])).toEqual([[2, '三月走访记录'], [3, '四月走访记录']]) // prettier-ignore
    expect(new Set(apart!.materials.map(({ sha256 }) => sha256)).size).toBe(8)
  })

  it('puts pictures of pages under the paper that began on their page or before', () => {
    const blocks = [1, 3].flatMap((page, i): Block[] => [
      { text: `${'三四'[i]}月走访记录`, style: 'title', page },
      { text: '走访了张三。', style: 'paragraph', page }
    ])
    const volume = materialOf('材料汇编.pdf', { kind: 'document', reading: { blocks } })
    const picture = (page: number): Material => materialOf(`材料汇编.pdf!/page${page}/1.jpg`, { kind: 'picture', parent: 0, at: { page } }) // prettier-ignore
    const { apart } = fingerprint(materialsOf([volume, ...[1, 2, 3, 4].map(picture)]), new StringPool(), {}, noTick) // prettier-ignore
    expect(apart!.materials.slice(3).map(({ parent }) => parent)).toEqual([1, 1, 2, 2])
  })

  it('is absent where nothing is bound', () => {
    const evidence = evidenceOf({ materials: materialsOf([document(['# 走访记录', '走访了张三。'])]) })
    expect(fingerprint(evidence.materials, new StringPool(), {}, noTick).apart).toBeUndefined()
  })
})
