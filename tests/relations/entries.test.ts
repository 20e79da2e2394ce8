import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ledgersOf } from '../../src/fingerprints/ledgers.ts'
import type { EntryGroup, Ledger, SameContent } from '../../src/model/evidence.ts'
import { findEntryGroups } from '../../src/relations/entries.ts'
import { StringPool } from '../../src/support/string-pool.ts'
import { noTick } from '../../src/support/tick.ts'
import { materialOf, tableOf } from '../support/evidence.ts'

type Rows = string[][]

function look(sheets: Record<string, Rows>, sameContent: SameContent[] = []) {
  const pool = new StringPool()
  const materials = Object.entries(sheets)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, rows]) => materialOf(path, { tables: [tableOf(rows, pool)] }))
  const { ledgers } = ledgersOf(materials, pool, noTick)
  return { ledgers, groups: findEntryGroups({ materials, ledgers, sameContent }, noTick) }
}

/** Members as `material:row` so that groups read well. */
function named(group: EntryGroup, ledgers: Ledger[]): string[] {
  return group.members.map(({ ledger, entry }) => {
    const { material, table, rows } = ledgers[ledger]!
    return `${material}:${table.cells.rows[rows[entry]!]}`
  })
}

const HEADER = ['序号', '日期', '地点', '走访对象', '走访情况', '处理情况']
const PLACES = ['香樟社区', '梧桐社区', '老街社区', '河东社区', '北苑小区']
const FAMILIES = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张'
const MATTERS = [
  '反映楼道感应灯损坏半个月无人维修，夜间上下楼不便',
  '独居老人腿脚不便，希望社区协助联系助餐点送餐上门',
  '楼上住户装修时间过长，午休时段仍有电钻噪声',
  '咨询灵活就业人员医保缴费比例和办理地点',
  '儿子在外地务工，家中耕地想流转给合作社经营',
  '小区东门减速带松动，车辆经过时响声很大',
  '申请临时救助，因母亲住院自付费用超出承受能力',
  '希望在河边步道加装护栏，避免小孩玩耍时落水',
  '反映垃圾清运不及时，夏季异味明显且蚊虫较多',
  '询问老旧小区加装电梯的征求意见进度',
  '残疾证即将到期，询问换证需要准备哪些材料',
  '建议把社区图书室开放时间延长到晚上八点半',
  '家中自来水压力偏低，三楼以上洗澡时断时续',
  '邻里因停车位划线发生争执，请求社区出面调解',
  '屋后排水沟堵塞，雨天积水倒灌进杂物间',
  '高血压慢性病用药报销手续不清楚，需要代办'
]
const ANSWERS = ['已转物业', '已登记上报', '现场答复', '已联系网格员', '协调处理中']

function visits(month: number, count: number, seed: number, matters = MATTERS): Rows {
  return Array.from({ length: count }, (_, i) => [
    String(i + 1),
    `2024-${String(month).padStart(2, '0')}-${String(2 + Math.floor((i * 26) / count)).padStart(2, '0')}`,
    PLACES[(i * 3 + seed) % PLACES.length]!,
    FAMILIES[(i * 7 + seed * 5) % FAMILIES.length]! +
      '明华丽强'[(i + seed) % 4]! +
      '国芳军'[(i * 2 + seed) % 3]!,
    matters[i % matters.length]!,
    ANSWERS[(i * 2 + seed) % ANSWERS.length]!
  ])
}

/** Sentences no other row has, made from a number. */
function fresh(i: number): string {
  const glyphs = '山水田林湖草沙石云雨风雷电雪霜露花鸟鱼虫竹梅兰菊松柏桃李杏梨柿枣瓜豆麦稻粟黍桑麻'
  let text = ''
  for (let k = 0, n = i * 2654435761 + 12345; k < 22; k++) {
    n = (Math.imul(n, 1103515245) + 12345) >>> 0
    text += glyphs[(n >>> 8) % glyphs.length]!
  }
  return text
}

describe('duplicate entries', () => {
  it('finds one record written twice with other spacing, width and date format', () => {
    const rows = [HEADER, ...visits(3, 14, 1)]
    rows.push([
      '15',
      '2024年3月5日',
      '　香樟 社区',
      '周强军',
      '老人反映家中屋顶漏水，已联系维修队于周末上门查看',
      '已登记上报'
    ])
    rows.push([
      '16',
      '2024/3/5',
      '香樟社区',
      '周强军',
      '老人反映家中屋顶漏水,已联系维修队于周末上门查看。',
      '已登记上报'
    ])
    const { groups, ledgers } = look({ 'a.xlsx': rows })
    expect(groups.map(group => [group.kind, named(group, ledgers)])).toEqual([
      ['duplicate', ['0:16', '0:17']]
    ])
  })

  it('finds a record entered again with a slip of the keyboard', () => {
    const rows = [HEADER, ...visits(3, 14, 1)]
    const copy = [...rows[6]!]
    copy[0] = '15'
    copy[4] = copy[4]!.replace('小区东门', '小区车门')
    const { groups, ledgers } = look({ 'a.xlsx': [...rows, copy] })
    expect(groups.map(group => [group.kind, named(group, ledgers)])).toEqual([['duplicate', ['0:7', '0:16']]])
  })

  it('tells one person listed twice in a roster, not two persons with one address', () => {
    const roster = [['序号', '姓名', '身份证号', '联系电话', '家庭住址']]
    for (let i = 0; i < 40; i++)
      roster.push([
        String(i + 1),
        FAMILIES[i % 24]! + '明华丽强'[i % 4]! + (i > 23 ? '文' : ''),
        `33010219${60 + (i % 30)}0${1 + (i % 9)}1${i % 10}${1000 + i * 37}`,
        `138${String(10000000 + i * 7919)}`,
        `${PLACES[i % 5]}${Math.floor(i / 2) % 20}幢${Math.floor(i / 2)}室`
      ])
    roster.push([
      '41',
      ...roster[12]!.slice(1, 3),
      roster[12]![3]!.replace(/(\d{3})(\d{4})(\d{4})/, '$1-$2-$3'),
      roster[12]![4]!
    ])
    const { groups, ledgers } = look({ 'a.xlsx': roster })
    expect(groups.map(group => [group.kind, named(group, ledgers)])).toEqual([
      ['duplicate', ['0:13', '0:42']]
    ])
  })

  it('stays quiet about one person in two lists with other columns', () => {
    const people = Array.from({ length: 30 }, (_, i) => [
      `${FAMILIES[i % 24]}${'明华丽强'[i % 4]}`,
      `33010219${60 + i}0101${1000 + i * 37}`,
      `138${10000000 + i * 7919}`
    ])
    const { groups } = look({
      'a.xlsx': [['序号', '姓名', '身份证号', '联系电话'], ...people.map((p, i) => [String(i + 1), ...p])],
      'b.xlsx': [
        ['序号', '姓名', '身份证号', '低保类别', '金额'],
        ...people.slice(5).map(([n, id], i) => [String(i + 1), n!, id!, '一类', '680'])
      ]
    })
    expect(groups).toEqual([])
  })

  it('tells rows written twice inside one ledger apart from the compilation that holds them too', () => {
    const january = visits(1, 12, 1)
    const slips = [0, 1, 4].map((row, k) => [String(13 + k), ...january[row]!.slice(1)])
    const february = visits(2, 12, 2, MATTERS.map((_, i) => fresh(i))) // prettier-ignore
    const { groups, ledgers } = look({
      'a-1月.xlsx': [HEADER, ...january, ...slips],
      'b-2月.xlsx': [HEADER, ...february],
      'c-全年.xlsx': [HEADER, ...january, ...february]
    })
    const inside = groups.filter(({ members }) => members.length <= 6).map(group => named(group, ledgers))
    expect(inside).toEqual([['0:2', '0:3', '0:6', '0:14', '0:15', '0:16']])
    expect(groups.map(({ members }) => members.length).sort((a, b) => a - b)).toEqual([6, 48])
  })

  it('tells a compiled ledger as one group with all its rows', () => {
    const january = visits(1, 12, 1)
    const february = visits(
      2,
      12,
      2,
      MATTERS.map((_, i) => fresh(i))
    )
    const { groups, ledgers } = look({
      'a-1月.xlsx': [HEADER, ...january],
      'b-2月.xlsx': [HEADER, ...february],
      'c-全年.xlsx': [HEADER, ...january, ...february]
    })
    expect(groups.map(group => [group.kind, group.block, group.members.length])).toEqual([
      ['duplicate', true, 48]
    ])
    expect(new Set(named(groups[0]!, ledgers)).size).toBe(48)
  })

  it('leaves copies of one file to the check of files', () => {
    const rows = [HEADER, ...visits(1, 12, 1)]
    const { groups } = look({ 'a.xlsx': rows, 'b.xlsx': rows }, [{ members: [0, 1], by: 'cells' }])
    expect(groups).toEqual([])
  })

  it('stays quiet about two patrols of one day in the same words', () => {
    const rows = [['序号', '日期', '巡查人', '巡查点位', '巡查情况']]
    for (let i = 0; i < 200; i++)
      rows.push([
        String(i + 1),
        `2024-0${1 + (i >> 6)}-${String(1 + ((i >> 1) % 28)).padStart(2, '0')}`,
        ['张伟', '王芳', '李强'][(i * 7) % 3]!,
        PLACES[(i >> 1) % 5]!,
        '一切正常'
      ])
    expect(look({ 'a.xlsx': rows }).groups).toEqual([])
  })
})

describe('recycled entries', () => {
  it('finds a month copied into the next with dates shifted and words changed', () => {
    const january = visits(1, 16, 1)
    const copied = january.map((row, i) => [
      row[0]!,
      row[1]!.replace('-01-', '-02-'),
      row[2]!,
      row[3]!,
      i % 4 === 0 ? row[4]!.replace('，', '并且').replace('希望', '盼望') : row[4]!,
      row[5]!
    ])
    const { groups, ledgers } = look({ 'a.xlsx': [HEADER, ...january], 'b.xlsx': [HEADER, ...copied] })
    expect(groups.map(group => [group.kind, group.block, group.members.length])).toEqual([
      ['recycled', true, 32]
    ])
    expect(groups[0]!.differ).toContain('date')
    expect(named(groups[0]!, ledgers)).toHaveLength(32)
  })

  it('tells a month copied into five others once', () => {
    const sheets: Record<string, Rows> = {}
    for (let month = 1; month <= 6; month++) {
      sheets[`${month}.xlsx`] = [HEADER, ...visits(1, 16, 1).map(row => row.map(text => text.replace('-01-', `-0${month}-`)))] // prettier-ignore
    }
    const { groups } = look(sheets)
    expect(groups.map(group => [group.kind, group.block, group.members.length])).toEqual([
      ['recycled', true, 96]
    ])
  })

  it('finds a copied month where a compiled ledger holds both, without naming the compilation', () => {
    const january = visits(1, 16, 1)
    const february = january.map(row => row.map(text => text.replace('-01-', '-02-')))
    const march = visits(
      3,
      16,
      3,
      MATTERS.map((_, i) => fresh(i))
    )
    const { groups } = look({
      'a.xlsx': [HEADER, ...january],
      'b.xlsx': [HEADER, ...february],
      'c.xlsx': [HEADER, ...january, ...february, ...march]
    })
    expect(groups.map(group => [group.kind, group.members.length])).toEqual([
      ['duplicate', 64],
      ['recycled', 32]
    ])
  })

  it('finds twenty-two talks with one long text about different people', () => {
    const text =
      '谈话对象思想认识到位，能够正确认识自身在工作作风方面存在的不足，表示将以此次谈话为契机，严格要求自己，认真履行岗位职责，自觉接受组织监督。'
    const talks = Array.from({ length: 22 }, (_, i) => [
      String(i + 1),
      `2024-0${1 + Math.floor(i / 4)}-${10 + i}`,
      `${FAMILIES[i]}${'明华丽强'[i % 4]}`,
      text
    ])
    const { groups } = look({ 'a.xlsx': [['序号', '谈话时间', '谈话对象', '谈话内容'], ...talks] })
    expect(groups.map(group => [group.kind, group.block, group.members.length, group.exact])).toEqual([['recycled', false, 22, true]]) // prettier-ignore
    expect(groups[0]!.differ).toEqual(expect.arrayContaining(['date', 'subject']))
  })

  it('finds talks that differ only in the name written into the text', () => {
    const talks = Array.from({ length: 22 }, (_, i) => {
      const name = `${FAMILIES[i]}${'明华丽强'[i % 4]}`
      return [String(i + 1), `2024-0${1 + Math.floor(i / 4)}-${10 + i}`, name, `${name}同志思想认识到位，能够正确认识自身在工作作风方面存在的不足，表示将以此次谈话为契机，严格要求自己，认真履行岗位职责，自觉接受组织监督，并在下一步工作中抓好问题整改落实。`] // prettier-ignore
    })
    const { groups } = look({
      'a.xlsx': [['序号', '谈话时间', '谈话对象', '谈话内容'], ...talks],
      'b.xlsx': [HEADER, ...visits(3, 16, 1)]
    })
    expect(groups.map(group => [group.kind, group.members.length])).toEqual([['recycled', 22]])
  })

  it('finds a block pasted again under later dates inside one ledger', () => {
    const own = Array.from({ length: 40 }, (_, i) => fresh(100 + i))
    const rows = visits(3, 40, 1, own)
    const pasted = rows.slice(5, 15).map((row, i) => [String(41 + i), `2024-04-${10 + i}`, ...row.slice(2)])
    const { groups, ledgers } = look({ 'a.xlsx': [HEADER, ...rows, ...pasted] })
    expect(groups.map(group => [group.kind, group.block])).toEqual([['recycled', true]])
    expect(named(groups[0]!, ledgers)).toEqual([...Array.from({ length: 10 }, (_, i) => `0:${7 + i}`), ...Array.from({ length: 10 }, (_, i) => `0:${42 + i}`)]) // prettier-ignore
  })

  it('finds six short contents carried over with routine rows between them', () => {
    const short = (i: number) => MATTERS[i % MATTERS.length]!.slice(0, 18)
    const month = (m: number, from: number) =>
      Array.from({ length: 18 }, (_, i) => [String(i + 1), `2024-0${m}-${String(i + 1).padStart(2, '0')}`, i % 3 ? '平稳' : short(from + i / 3)]) // prettier-ignore
    const head = ['序号', '随访日期', '随访情况']
    const { groups } = look({
      'a.xlsx': [head, ...month(4, 0)],
      'b.xlsx': [head, ...month(5, 8)],
      'c.xlsx': [head, ...month(6, 0)]
    })
    expect(groups.map(({ kind, members }) => [kind, members.length])).toEqual([['recycled', 12]])
  })

  it('keeps a copied row whose handling was put in other words', () => {
    const rows = visits(3, 12, 1)
    const copied = rows.map((row, i) => [row[0]!, row[1]!.replace('-03-', '-04-'), PLACES[(i + 2) % 5]!, `郝${row[3]!}`, row[4]!, i === 11 ? '已派人前往查看并处置完毕' : row[5]!]) // prettier-ignore
    const { groups } = look({ 'a.xlsx': [HEADER, ...rows], 'b.xlsx': [HEADER, ...copied] })
    expect(groups.map(({ kind, members }) => [kind, members.length])).toEqual([['recycled', 24]])
  })

  const quiet: Record<string, Rows> = {
    'weekly duty where nothing happened': [
      ['序号', '日期', '值班人员', '带班领导', '值班情况', '处理情况'],
      ...Array.from({ length: 52 }, (_, i) => [String(i + 1), day(i * 7), ['张伟', '王芳', '李强', '赵敏'][i % 4]!, ['周主任', '吴书记'][i % 2]!, '值班期间各项工作运转正常，未发生突发事件，无需上报事项。', '无']) // prettier-ignore
    ],
    'a few formulas of everyday duty in any order': [
      ['日期', '值班人员', '值班情况', '处理情况'],
      ...Array.from({ length: 150 }, (_, i) => [day(i), ['张伟', '王芳', '李强'][(i * 7) % 3]!, ['接听群众来电三个，均为政策咨询类，已当场解答完毕', '值班期间设备运转正常，门岗交接手续齐全无遗漏', '夜间巡楼一次，各楼层门窗及电源均已关闭上锁', '收到上级通知一份，已转交综合办公室登记处理', '外来人员来访两批，均已按规定登记并引导到窗口', '保洁反映卫生间水龙头滴水，已通知后勤更换垫片'][(i * i * 31 + i * 7 + ((i * 2654435761) >>> 28)) % 6]!, '无']) // prettier-ignore
    ],
    'monthly allowances with months for dates': [
      ['序号', '月份', '姓名', '身份证号', '联系电话', '发放金额'],
      ...Array.from({ length: 72 }, (_, i) => [String(i + 1), `2024年${1 + Math.floor(i / 12)}月`, `${FAMILIES[i % 12]}${'明华丽强'[i % 4]}`, `3301021960010112${10 + (i % 12)}`, `138000000${10 + (i % 12)}`, '680']) // prettier-ignore
    ],
    'a week of duties that comes round': [
      ['日期', '内容', '地点', '记录人'],
      ...Array.from({ length: 120 }, (_, i) => [day(i), ['巡查消防通道', '走访独居老人', '清理楼道杂物', '检查沿街商铺', '整理台账资料'][i % 5]!, PLACES[i % 5]!, '李强']) // prettier-ignore
    ],
    'monthly payments to the same people': [
      ['序号', '日期', '姓名', '发放项目', '金额'],
      ...Array.from({ length: 96 }, (_, i) => [String(i + 1), `2024-0${1 + Math.floor(i / 12)}-15`, `${FAMILIES[i % 12]}${'明华丽强'[i % 4]}`, '城乡居民最低生活保障金', String(500 + 60 * (i % 12))]) // prettier-ignore
    ],
    'a measurement series': [
      ['日期', '时间', '测点', '水位', '流量', '备注'],
      ...Array.from({ length: 200 }, (_, i) => [day(i), '08:00', '上河桥', (12 + ((i * 37) % 50) / 100).toFixed(2), String(3 + ((i * 13) % 7)), '正常']) // prettier-ignore
    ],
    'attendance of many at one training': [
      ['序号', '日期', '姓名', '培训内容', '签名'],
      ...Array.from({ length: 60 }, (_, i) => [String(i + 1), i < 30 ? '2024-05-06' : '2024-05-20', `${FAMILIES[i % 24]}${'明华丽强'[i % 4]}${'国芳军'[i % 3]}`, '消防安全知识培训，讲解灭火器使用方法和火场逃生要点，并组织现场实操演练', '']) // prettier-ignore
    ],
    'filled-in templates that differ in what they record': [
      ['序号', '日期', '网格员', '巡查情况'],
      ...Array.from({ length: 80 }, (_, i) => [String(i + 1), day(i), ['张伟', '王芳', '李强'][i % 3]!, `到${PLACES[(i * 3) % 5]}${1 + (i % 19)}幢巡查，发现${['楼道堆物', '飞线充电', '路灯损坏', '井盖松动'][(i * 5) % 4]}${1 + ((i * 7) % 5)}处，已${['当场清理', '通知物业', '上报平台'][i % 3]}。`]) // prettier-ignore
    ],
    'a roster whose rows differ in name only': [
      ['序号', '姓名', '性别', '民族', '职务', '所在单位'],
      ...Array.from({ length: 50 }, (_, i) => [String(i + 1), `${FAMILIES[i % 24]}${'明华丽强伟'[i % 5]}`, '男', '汉族', '网格员', '香樟社区居民委员会']) // prettier-ignore
    ],
    'a list of grants, where two pupils bear one name and get one sum': [
      ['序号', '班级', '学生姓名', '监护人', '资助类别', '金额(元)', '社保卡尾号', '到账日期'],
      ...Array.from({ length: 40 }, (_, i) => [String(i + 1), `${'一二三四五六'[(i * 5) % 6]}(${1 + ((i * i) % 3)})班`, `${FAMILIES[i % 24]}${'明华丽强'[(i * 3 + (i >> 3)) % 4]}${'国芳军'[(i * i) % 3]}`, `${FAMILIES[(i * 11 + 5) % 24]}某`, ['孤儿资助', '残疾学生资助'][(i * i >> 2) % 2]!, String(500 + 125 * ((i * i * 3 >> 1) % 3)), String(1013 + ((i * 3571) % 8999)), i % 3 === 0 ? '2024-10-18' : '2024-10-22']), // prettier-ignore
      ['41', '一(3)班', '杨梓轩', '陈某', '孤儿资助', '875', '4945', '2024-10-19'],
      ['42', '六(3)班', '杨梓轩', '陈某', '孤儿资助', '875', '7342', '2024-10-19']
    ],
    'shops inspected by one checklist': [
      ['序号', '检查日期', '受检单位', '检查内容', '检查结果'],
      ...Array.from({ length: 60 }, (_, i) => [String(i + 1), day(i), `${FAMILIES[i % 24]}记${['面馆', '超市', '理发店'][i % 3]}`, '消防器材配备、安全出口畅通、用电用气安全、从业人员持证上岗等情况', i % 9 === 4 ? '灭火器过期，责令更换' : '合格']) // prettier-ignore
    ]
  }
  for (const [name, rows] of Object.entries(quiet)) {
    it(`stays quiet about ${name}`, () => expect(look({ 'a.xlsx': rows }).groups).toEqual([]))
  }
})

describe('recycled blocks', () => {
  const header = ['序号', '检查日期', '检查内容', '检查情况', '检查人']
  const items = ['灭火器是否在有效期内、压力是否正常', '疏散通道和安全出口是否畅通', '应急照明和疏散指示标志是否完好', '配电箱周围有无可燃物堆放', '厨房燃气阀门夜间是否关闭', '监控画面是否清晰、存储是否满三十天', '电动车有无进楼入户充电', '消防水带接口和水枪是否齐全'] // prettier-ignore

  it('stays quiet about a standing checklist gone through every month', () => {
    const month = (m: number) => [
      ['', '', '', '', ''],
      header,
      ...items.map((item, i) => [String(i + 1), `2024-0${m}-1${m}`, item, i === m ? '发现隐患，当场整改' : '正常', ['张伟', '王芳'][m % 2]!]) // prettier-ignore
    ]
    expect(look({ 'a.xlsx': month(1), 'b.xlsx': month(2), 'c.xlsx': month(3) }).groups).toEqual([])
  })

  it('stays quiet about the same tasks done every month with figures of their own', () => {
    const tasks = [
      (n: number) => `走访低保和困难家庭${10 + n}户，登记诉求${n}条`,
      (n: number) => `排查沿街商铺${30 + 3 * n}家，督促更换灭火器${n + 2}具`,
      () => '组织党员和志愿者清理卫生死角',
      (n: number) => `调解邻里纠纷${n}起，其中调解成功${Math.max(1, n - 1)}起`,
      () => '召开村民代表会议通报村务开支',
      (n: number) => `巡查河道${4 + n}次，打捞漂浮物${n * 20}公斤`
    ]
    const month = (m: number) => [
      ['序号', '日期', '工作内容', '完成情况', '责任人'],
      ...tasks.map((task, i) => [String(i + 1), `2024-0${m}-${10 + 2 * i + (m % 3)}`, task((m * 7 + i * 3) % 9), '已完成', '李强']) // prettier-ignore
    ]
    expect(look({ 'a.xlsx': month(1), 'b.xlsx': month(2), 'c.xlsx': month(3) }).groups).toEqual([])
  })

  it('finds a block of which every other figure was changed, from its rows alike throughout', () => {
    const matter = (i: number, n: number) => `${fresh(i).slice(0, 8)}${n}处`
    const rows = visits(
      3,
      40,
      1,
      Array.from({ length: 40 }, (_, i) => matter(i, 20 + i))
    )
    const pasted = rows.slice(5, 11).map((row, i) => [String(41 + i), `2024-04-${10 + 3 * i}`, ...row.slice(2, 4), i % 2 ? matter(5 + i, 80 + i) : row[4]!, row[5]!]) // prettier-ignore
    const { groups, ledgers } = look({ 'a.xlsx': [HEADER, ...rows, ...pasted] })
    expect(groups.map(group => named(group, ledgers))).toEqual([[...Array.from({ length: 6 }, (_, i) => `0:${7 + i}`), ...Array.from({ length: 6 }, (_, i) => `0:${42 + i}`)]]) // prettier-ignore
  })
})

describe('entry groups', () => {
  it('do not depend on the order of rows or the names of files', () => {
    const rows = visits(3, 16, 1)
    rows.push(['17', ...rows[3]!.slice(1)])
    rows.push(['18', ...rows[9]!.slice(1)])
    const contents = (sheets: Record<string, Rows>) => {
      const { groups, ledgers } = look(sheets)
      return groups
        .map(group =>
          group.members
            .map(({ ledger, entry }) => ledgers[ledger]!.value(entry, 0))
            .sort((a, b) => +a - +b)
            .join(',')
        )
        .sort()
    }
    const expected = contents({ 'a.xlsx': [HEADER, ...rows] })
    expect(expected).toEqual(['10,18', '4,17'])
    fc.assert(
      fc.property(
        fc.shuffledSubarray(rows, { minLength: rows.length }),
        fc.stringMatching(/^[a-z]{1,8}$/),
        (shuffled, name) => {
          expect(contents({ [`${name}.xlsx`]: [HEADER, ...shuffled] })).toEqual(expected)
        }
      ),
      { numRuns: 25 }
    )
  })
})

function day(i: number): string {
  return new Date(Date.UTC(2024, 0, 1 + i)).toISOString().slice(0, 10)
}
