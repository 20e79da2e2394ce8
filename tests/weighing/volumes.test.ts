import { describe, expect, it } from 'vitest'
import { StringPool } from '../../src/support/string-pool.ts'
import { noTick } from '../../src/support/tick.ts'
import { additions } from '../../src/weighing/additions.ts'
import { weightsOf, type Weight } from '../../src/weighing/classify.ts'
import type { Material } from '../../src/model/material.ts'
import type { Block } from '../../src/model/reading.ts'
import { withWork } from '../../src/relations/work.ts'
import { standings } from '../../src/weighing/standing.ts'
import { isVerifiable } from '../../src/weighing/verifiable-entry.ts'
import { materialOf, tableOf } from '../support/evidence.ts'
import { weighed } from '../support/weighed.ts'

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

describe('papers bound into one document', () => {
  const minutes = (day: string): string[] => [`# ${day}安全生产例会记录`, `时间：${day}上午`, '会议学习了有关文件，通报了近期情况，并对下一步工作作了安排。', '参会人员：全体干部。'] // prettier-ignore
  const acceptance = ['# 渠道衬砌工程竣工验收单', '工程名称：渠道衬砌工程', '施工单位：清河县水利工程公司', '验收意见：经现场查验，完成渠道衬砌420米，质量合格，同意验收。', '验收单位：清河县水利局（盖章）', '2024年6月3日'] // prettier-ignore
  const document = (path: string, ...papers: string[][]): Material =>
    materialOf(path, {
      kind: 'document',
      format: 'docx',
      reading: { blocks: papers.flat().map((line): Block => ({ text: line.replace(/^# /u, ''), style: line.startsWith('# ') ? 'title' : 'paragraph' })) }
    }) // prettier-ignore
  const audited = (...materials: Material[]) => {
    const { evidence } = weighed(materials, new StringPool())
    const { each, apart } = weightsOf(evidence, noTick)
    const worked = withWork(evidence, apart, isVerifiable, noTick)
    const standing = standings(worked.unbound ?? worked, apart)
    return { evidence, worked, each, activities: worked.activities.map(({ title, date, materials: own, papers }, i) => [title, date?.from, standing.each[i], own, papers?.map(({ paper }) => paper)]) } // prettier-ignore
  }

  it('stand as they do one by one', () => {
    const [march, april] = [minutes('2024年3月5日'), minutes('2024年4月9日')]
    const alone = audited(document('1-1/a.docx', march), document('1-1/b.docx', april), document('1-1/c.docx', acceptance)) // prettier-ignore
    const bound = audited(document('1-1/材料汇编.docx', march, april, acceptance))
    expect(alone.activities.map(([, , standing]) => standing)).toEqual(['trace', 'trace', 'result'])
    expect(bound.activities.map(([, , , own, papers]) => [own, papers])).toEqual([
      [[0], [1]],
      [[0], [2]],
      [[0], [3]]
    ])
    expect(bound.activities.map(([title, date, standing]) => [title, date, standing])).toEqual(alone.activities.map(([title, date, standing]) => [title, date, standing])) // prettier-ignore
    expect(bound.each[0]).toMatchObject({ class: 'mixed', ladder: alone.each[2]!.ladder })
  })

  it('are as many as there are, under one title too', () => {
    const agreement = (name: string): string[] => acceptance.map(line => line.replace('渠道衬砌420米', `${name}420米`)) // prettier-ignore
    const { activities } = audited(document('1-1/材料汇编.docx', agreement('东渠'), agreement('西渠')))
    expect(activities.map(([, , standing, , papers]) => `${standing} ${papers}`).sort()).toEqual(['result 1', 'result 2']) // prettier-ignore
    const twice = audited(document('1-1/材料汇编.docx', agreement('东渠'), agreement('东渠')))
    expect(twice.activities.map(([, , standing, , papers]) => [standing, papers])).toEqual([
      ['result', [1, 2]]
    ])
  })

  it('leave rows of base data and what is to be kept as they are', () => {
    const texts = new StringPool()
    const roster = [['村民花名册'], ['序号', '姓名', '性别', '身份证号', '家庭住址'], ...Array.from({ length: 6 }, (_, i) => [String(i + 1), `王${'甲乙丙丁戊己'[i]}`, '男', `33010219900101100${i}`, `东街${i + 1}号`])] // prettier-ignore
    const tables = [tableOf(roster, texts, '表1', 0), tableOf(clicks(5), texts, '表2', 1)]
    const { evidence, weights } = weighed([materialOf('台账汇总.xlsx', { kind: 'table', tables })], texts)
    expect(additions(evidence, weights)[0]!.counted!.entries).toMatchObject({ trace: 5, outside: 6 })

    const meeting = ['# 柳河镇机关支部党员大会记录', '时间：2024年3月5日', '主持人：孟秋', '记录人：郑玉', '参会人员：孟秋、郑玉、薛莹', '会议决议：同意。'] // prettier-ignore
    const kept = weighed([document('a.docx', meeting)], new StringPool()).purposes.marks[0]!.keep
    expect(kept).toBeDefined()
    const marks = (...papers: string[][]) => weighed([document('材料汇编.docx', ...papers)], new StringPool()).purposes.marks[0]! // prettier-ignore
    expect(
      marks(
        meeting,
        meeting.map(line => line.replace('3月', '4月'))
      ).keep
    ).toEqual(kept)
    expect(marks(meeting, minutes('2024年4月9日'))).toMatchObject({ mayKeep: kept!.rule, purpose: 'avoidable' }) // prettier-ignore
    expect(marks(minutes('2024年3月5日'), minutes('2024年4月9日')).mayKeep).toBe(weighed([document('a.docx', minutes('2024年3月5日'))], new StringPool()).purposes.marks[0]!.mayKeep) // prettier-ignore
  })

  it('follow a person’s word on the volume, whole or by its content', () => {
    const volume = document('1-1/材料汇编.docx', minutes('2024年3月5日'), acceptance)
    const { evidence } = audited(volume)
    for (const by of [{ path: volume.path }, { sha256: volume.sha256 }]) {
      const { each, apart } = weightsOf(evidence, noTick, [{ by: 'material', class: 'issued', ...by }])
      expect(each.map(weight => [weight.class, weight.overruled?.from])).toEqual([['issued', 'mixed']])
      expect(apart.slice(1).map(weight => weight.class)).toEqual(['issued', 'issued'])
    }
  })
})
