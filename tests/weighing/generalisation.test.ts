import { describe, expect, it } from 'vitest'
import { materialOf, tableOf } from '../support/evidence.ts'
import { StringPool, weighed } from '../support/weighed.ts'
import { classOfDescriptor, type Descriptor } from '../support/descriptor.ts'

const classOf = (descriptor: Descriptor): string => classOfDescriptor(descriptor).class
const rows = (text: string): string[][] => text.split('\n').map(line => line.split('|'))

describe('what a table is', () => {
  it('is told by what its columns hold where nobody listed their headers', () => {
    const columns = ['楼号', '毛病', '怎么弄的', '哪天']
    const filled = rows('3号楼|门禁坏|更换读头1个|4.2\n5号楼|井盖响|垫平并加胶圈|4.6\n7号楼|灯不亮|换灯3盏|4.9\n9号楼|水管漏|焊接2处，已不漏|4.11') // prettier-ignore
    expect(['result', 'mixed']).toContain(classOf({ columns, rows: filled }))
    const stock = rows('3号楼|无|无|4.2\n5号楼|无|无|4.6\n7号楼|无|无|4.9\n9号楼|无|无|4.11')
    expect(classOf({ columns: ['楼号', '发现问题', '处置', '日期'], rows: stock })).toBe('trace')
  })

  it('is a comparison where one measure stands at two times, and a plan where both lie ahead', () => {
    const values = rows('甲村|31|12\n乙村|44|20\n丙村|27|9')
    expect(classOf({ columns: ['村', '2024年漏损率', '2025年漏损率'], rows: values })).toBe('result')
    expect(classOf({ columns: ['村', '2025年目标', '2026年目标'], rows: values })).not.toBe('result')
  })

  it('is base data where attributes stand and nothing happens', () => {
    expect(classOf({ columns: ['店铺', '负责人', '经营范围', '面积(㎡)', '营业执照'], rows: rows('甲店|王|餐饮|40|有\n乙店|李|零售|25|有\n丙店|赵|理发|30|无') })).toBe('input') // prettier-ignore
  })

  it('is a result where what came stands beside what was agreed', () => {
    expect(classOf({ columns: ['分项', '合同', '完成', '验收日'], rows: rows('挡墙|120米|121米|2026-03-02\n涵管|8道|8道|2026-03-04\n路面|900㎡|905㎡|2026-03-09') })).toBe('result') // prettier-ignore
  })

  it('stays trace where praise is all that stands in the column for what came of it', () => {
    expect(classOf({ columns: ['日期', '班级', '听课人', '评价意见'], rows: rows('2024-03-01|一班|张|教态自然，效果良好\n2024-03-02|二班|李|目标明确，总体较好\n2024-03-03|三班|王|准备充分，效果良好\n2024-03-04|四班|赵|教态自然，总体较好') })).toBe('trace') // prettier-ignore
  })
})

describe('what a filled form is', () => {
  const person = rows('姓名|王甲|性别|男\n身份证号|330102199001011000|联系电话|13800000000\n家庭住址|东街3号|健康状况|良好\n民族|汉族|婚姻状况|已婚\n银行卡号|6222000011112222|文化程度|小学') // prettier-ignore
  const form = (title: string, cells: string[][]): string => {
    const texts = new StringPool()
    const blocks = [
      { text: title, style: 'title' as const },
      { text: '', style: 'table' as const, table: 0 }
    ]
    const material = materialOf('核查表.docx', { kind: 'document', format: 'docx', reading: { blocks, tables: [tableOf(cells, texts, '', 0)] } }) // prettier-ignore
    return weighed([material], texts).weights[0]!.class
  }

  it('is base data where it asks for attributes only, whatever its title says of checking', () => {
    expect(form('防止返贫监测户信息核查表', person)).toBe('input')
    expect(form('监测户信息登记表', person)).toBe('input')
  })

  it('is none where it tells of an occasion or what came of it', () => {
    const told = rows('核查时间|2024年3月5日|核查结果|房屋漏雨已修好，住户签字确认')
    expect(form('防止返贫监测户信息核查表', [...person, ...told])).not.toBe('input')
  })
})

describe('an account without a telling title', () => {
  const title = '2024年供水保障情况说明'
  it('is a result by completed things with quantities, trace by doings alone, mixed by both', () => {
    const done = '2024年6月更换老化水管310米，7月2日起东街96户恢复供水。全年漏损率由21%降至12%。8月退还多收水费1.8万元，涉及84户。' // prettier-ignore
    const held = '全年召开会议12次，开展检查36次，印发通知8份。组织培训4期，参加人员320人次。'
    expect(classOf({ title, body: done })).toBe('result')
    expect(classOf({ title, body: held })).toBe('trace')
    expect(classOf({ title, body: `${done}${held}${held}` })).toBe('mixed')
  })

  it('is trace where clicks and fans are counted', () => {
    expect(classOf({ title: '公众号推广情况', body: '截至10月底，公众号粉丝数3120人，阅读量8.6万次。转发412次，点赞903次。' })).toBe('trace') // prettier-ignore
  })

  it('is no result by plans and wishes', () => {
    expect(classOf({ title, body: '2025年拟更换水管310米，计划改造泵房2座。力争漏损率由21%降至12%。确保96户恢复供水。' })).not.toBe('result') // prettier-ignore
  })
})

describe('a person’s own words', () => {
  it('confirm what was done for them where they say who they are and sign', () => {
    const body =
      '我是东街五组李某某，门口的沟3月给清了，下雨不再倒灌，我很满意。\n李某某（手印） 2026年3月2日'
    expect(classOf({ title: '说明', body })).toBe('result')
    expect(classOf({ title: '志愿服务活动记录', body: '3月5日组织志愿者清扫东街，居民纷纷表示满意。现场气氛热烈。活动增强了大家的环保意识。' })).toBe('trace') // prettier-ignore
  })
})
