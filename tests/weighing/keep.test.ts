import { describe, expect, it } from 'vitest'
import { CHECKS } from '../../src/checks/catalogue.ts'
import { runChecks } from '../../src/checks/run.ts'
import { keepRules } from '../../src/model/rules.ts'
import { noTick } from '../../src/support/tick.ts'
import { KEEP_RULES, unitKindOf } from '../../src/weighing/keep.ts'
import { materialOf } from '../support/evidence.ts'
import { paper, sheet, StringPool, weighed } from '../support/weighed.ts'

const minutes = [
  '柳河镇机关支部党员大会记录',
  '会议时间：2024年3月12日',
  '会议地点：二楼会议室',
  '主持人：孟秋',
  '记录人：郑玉',
  '参会人员：孟秋、郑玉、薛莹、吴芳、杨怡等九名党员',
  '一、学习党章第三条，逐项对照检查。',
  '二、讨论接收预备党员事项，逐一发表意见。',
  '三、表决：同意九票，反对零票，形成决议并报上级党委。'
]

function hazards(pool: StringPool, path: string) {
  const rows = Array.from({ length: 12 }, (_, i) => [
    String(i + 1),
    `2024-0${1 + (i % 9)}-1${i % 9}`,
    `${'甲乙丙丁戊己庚辛壬癸子丑'[i]}车间配电箱第${i + 1}号无盖板`,
    '限期整改',
    '李工'
  ])
  return sheet(path, [['2024年事故隐患排查治理台账'], ['序号', '检查日期', '隐患描述', '整改措施', '检查人'], ...rows], pool) // prettier-ignore
}

describe('the rules', () => {
  it('are of their shape, each with its own id and a known addressee', () => {
    const rules = keepRules.parse(KEEP_RULES)
    const ids = [...rules.rules, ...rules.cautions].map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(rules.rules.filter(({ binds }) => !rules.binds[binds])).toEqual([])
    const used = new Set(rules.rules.map(({ binds }) => binds))
    expect(Object.keys(rules.binds).filter(code => !used.has(code))).toEqual([])
  })

  it('never rest on a title alone', () => {
    const pattern = { titles: ['支部党员大会'] }
    const rule = { ...KEEP_RULES.rules[0]!, applies: [pattern] }
    expect(keepRules.safeParse({ ...KEEP_RULES, rules: [rule] }).success).toBe(false)
  })
})

describe('what must be kept', () => {
  it('is known by what it is, under any name', () => {
    const { purposes } = weighed([paper('2024/0317.docx', minutes)], new StringPool())
    expect(purposes.marks[0]!.keep).toEqual({
      basis: '《中国共产党支部工作条例（试行）》',
      rule: 'party-branch-meetings',
      binds: 'party-branch'
    })
    expect(purposes.marks[0]!.purpose).toBe('required')
  })

  it('is not known by a file or folder name, which only keeps advice away', () => {
    const text = ['三月份活动情况', '3月12日在二楼会议室开展活动，大家踊跃发言，气氛热烈，取得圆满成功。']
    const { purposes } = weighed(
      [paper('三会一课/支部党员大会记录.docx', text), paper('三会一课/其他.docx', text)],
      new StringPool()
    )
    expect(purposes.marks[0]).toMatchObject({ mayKeep: 'party-branch-meetings', purpose: 'avoidable' })
    expect(purposes.marks[0]!.keep).toBeUndefined()
    expect(purposes.marks[1]!.keep ?? purposes.marks[1]!.mayKeep).toBeUndefined()
  })

  it('is the record, not its sign-in sheet, plan or photograph', () => {
    const pool = new StringPool()
    const { purposes } = weighed(
      [
        paper('a.docx', ['支部党员大会签到表', '主持人：孟秋', '记录人：郑玉', '参会人员：孟秋、郑玉、薛莹']),
        paper('b.docx', ['关于召开支部党员大会的通知', '请各位党员参加，由孟秋主持，记录人郑玉。']),
        materialOf('支部党员大会.jpg', { kind: 'picture', format: 'jpeg' })
      ],
      pool
    )
    expect(purposes.marks.map(({ keep }) => keep)).toEqual([undefined, undefined, undefined])
  })

  it('counts the entries of a required ledger', () => {
    const pool = new StringPool()
    const { purposes, weights } = weighed([hazards(pool, '台账.xlsx')], pool)
    expect(purposes.marks[0]!.keep?.rule).toBe('safety-hazards')
    expect(weights[0]!.ledgers[0]!.trace).toBeGreaterThan(0)
    expect(purposes.balance.entries).toEqual({ required: weights[0]!.ledgers[0]!.trace, demanded: 0, avoidable: 0 }) // prettier-ignore
  })

  it('is not required of a unit the rule does not bind', () => {
    const pool = new StringPool()
    const of = (unit: string) => weighed([hazards(pool, '台账.xlsx')], pool, { unit }).purposes.marks[0]!
    expect(of('东河村民委员会')).toMatchObject({ mayKeep: 'safety-hazards' })
    expect(of('东河村民委员会').keep).toBeUndefined()
    expect(of('安渚锦程机械有限公司').keep?.rule).toBe('safety-hazards')
  })

  it.each([
    ['走访台账', ['序号', '走访日期', '走访对象', '走访内容', '完成情况']],
    ['志愿服务活动台账', ['序号', '日期', '活动主题', '参加人数', '备注']],
    ['微信公众号转发统计表', ['序号', '日期', '标题', '阅读量', '转发人']]
  ])('is not %s, which no rule here requires', (title, headers) => {
    const pool = new StringPool()
    const rows = Array.from({ length: 8 }, (_, i) => headers.map((_, k) => (k === 1 ? `2024-03-0${i + 1}` : `内容${i}${k}`))) // prettier-ignore
    const { purposes } = weighed([sheet('a.xlsx', [[title], headers, ...rows], pool)], pool)
    expect(purposes.marks[0]!.keep ?? purposes.marks[0]!.mayKeep).toBeUndefined()
  })

  it('is not somebody else’s document or a blank', () => {
    const { purposes } = weighed([{ ...paper('issued:/a.docx', minutes), origin: 'issued' }], new StringPool()) // prettier-ignore
    expect(purposes.marks).toEqual([{}])
  })
})

describe('kept records', () => {
  it('are checked for honesty like any other', () => {
    const pool = new StringPool()
    const rows = Array.from({ length: 30 }, (_, i) => [
      String(i + 1),
      `2024-0${1 + (i % 9)}-${String(10 + (i % 18))}`,
      `${i * 7 + 3}号库房${'甲乙丙丁戊己庚辛壬癸'[i % 10]}区${'东南西北中'[i % 5]}侧第${i + 1}排货架倾斜${i + 2}厘米且缺少${'拉杆螺栓护角垫板挡条'.slice(i % 8, (i % 8) + 2)}`,
      `${'张王李赵陈'[i % 5]}师傅于当日用${i + 4}号扳手紧固${i + 5}处并加装护角`,
      '李工'
    ])
    rows.push(['31', ...rows[4]!.slice(1)], ['32', ...rows[11]!.slice(1)])
    const ledger = sheet('台账.xlsx', [['2024年事故隐患排查治理台账'], ['序号', '检查日期', '隐患描述', '整改措施', '检查人'], ...rows], pool) // prettier-ignore
    const { evidence, purposes } = weighed([ledger], pool)
    expect(purposes.marks[0]!.keep?.rule).toBe('safety-hazards')
    const { findings } = runChecks(CHECKS, evidence, noTick)
    const doubled = findings.filter(({ check }) => check === 'duplicate-entries')
    expect(doubled.map(({ places }) => places.map(({ row }) => row).join()).sort()).toEqual(['14,34', '7,33']) // prettier-ignore
  })

  it('are unknown to checks, which see evidence only', async () => {
    const { readdirSync, readFileSync } = await import('node:fs')
    const { join, resolve } = await import('node:path')
    const source = resolve(import.meta.dirname, '../../src')
    const knowing = ['checks', 'relations', 'fingerprints'].flatMap(room =>
      readdirSync(join(source, room), { recursive: true, encoding: 'utf8' })
        .filter(name => name.endsWith('.ts'))
        .filter(name => /rules\/keep|weighing\/|mayKeep/.test(readFileSync(join(source, room, name), 'utf8')))
    )
    expect(knowing).toEqual([])
  })
})

describe('units', () => {
  it.each([
    ['东河村民委员会', 'village'],
    ['东河村卫生室', 'hospital'],
    ['和平里社区居委会', 'community'],
    ['柳河镇人民政府', 'township'],
    ['城东街道办事处', 'township'],
    ['柳河镇中心小学', 'school'],
    ['某县应急管理局', 'department'],
    ['安渚锦程机械配件厂', 'business'],
    ['某某', undefined],
    ['', undefined]
  ])('%s is %s', (name, kind) => expect(unitKindOf(name)).toBe(kind))
})
