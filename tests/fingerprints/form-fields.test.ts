import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { organKey, statedAsker, statedNumbers } from '../../src/fingerprints/form-askers.ts'
import { datumOf } from '../../src/fingerprints/form-dictionary.ts'
import { fingerprint } from '../../src/fingerprints/index.ts'
import { StringPool } from '../../src/support/string-pool.ts'
import { noTick } from '../../src/support/tick.ts'
import { materialOf, tableOf } from '../support/evidence.ts'

describe('the dictionary of fields', () => {
  it('aligns synonyms to one datum and tells apart what only shares a field', () => {
    expect(datumOf('学历')).toMatchObject({ datum: '文化程度', kind: 'data' })
    expect(datumOf('受教育程度')?.datum).toBe('文化程度')
    expect(datumOf('家庭住址（详细到门牌号）')?.datum).toBe(datumOf('现住址')?.datum)
    expect(datumOf('家庭情况 家庭人口数')?.datum).toBe(datumOf('家庭人口')?.datum)
    const incomes = ['家庭年收入', '人均纯收入', '月收入'].map(label => datumOf(label)!)
    expect(new Set(incomes.map(({ field }) => field))).toEqual(new Set(['收入']))
    expect(new Set(incomes.map(({ datum }) => datum)).size).toBe(3)
    expect(datumOf('残疾等级')?.datum).not.toBe(datumOf('健康状况')?.datum)
    expect(datumOf('户主身份证号')).toMatchObject({ field: '公民身份号码', kind: 'identity' })
  })

  it('does not take somebody else’s data for the subject’s', () => {
    for (const label of ['配偶姓名', '监护人联系电话', '父亲工作单位', '走访情况', '金额', '']) expect(datumOf(label)).toBeUndefined() // prettier-ignore
  })
})

describe('the asker of a form', () => {
  it.each([
    [['制表机关：县民政局　　表　号：民统3表'], '', '县民政局', '民政', 'line'],
    [['填报单位：梨湾镇　　报送：云泽县卫生健康委员会'], '', '云泽县卫生健康委员会', '卫生健康', 'addressed'],
    [[], '云泽县残疾人联合会困难残疾人调查表', '云泽县残疾人联合会', '残疾人联合会', 'title'],
    [[], '县卫健局重点人群登记表', '县卫健局', '卫生健康', 'title'],
    [[], '附件1：县市场监管局商户信息表', '县市场监管局', '市场监督管理', 'title'],
    [['填报单位（盖章）：云泽县乡村振兴局'], '', '云泽县乡村振兴局', '乡村振兴', 'line'],
    [
      [],
      '云泽县民生保障工作办公室家庭信息表',
      '云泽县民生保障工作办公室',
      '云泽县民生保障工作办公室',
      'title'
    ]
  ])('%j %s → %s', (lines, title, name, key, where) => {
    expect(statedAsker(lines, title)).toEqual({ name, key, where })
  })

  it('is nobody where only the filler is named', () => {
    for (const [lines, title] of [
      [['填报单位：梨湾镇人民政府　填报日期：2024年3月5日'], '梨湾镇2024年困难群众信息表'],
      [['填报单位：枫坪村村民委员会'], '枫坪村村民委员会成员名册'],
      [['报送单位：枫坪村'], '全县困难群众信息表'],
      [[], '常住人口花名册']
    ] as const)
      expect(statedAsker(lines, title)).toBeUndefined()
  })

  it('knows one organ by its names', () => {
    expect(new Set(['云泽县卫健委', '县卫生健康局', '卫健局'].map(organKey)).size).toBe(1)
    expect(organKey('县民政局')).not.toBe(organKey('县残联'))
  })

  it('reads number and approval as printed, and never stumbles over any line', () => {
    expect(statedNumbers(['表　号：农统12表', '批准文号：国统制〔2023〕45号', '有效期至：2025年1月'])).toEqual({ number: '农统12表', approval: '国统制〔2023〕45号' }) // prettier-ignore
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 60, unit: 'binary' })), fc.string(), (lines, title) => {
        const claim = statedAsker(lines, title)
        return claim === undefined || (claim.name.length >= 2 && claim.key !== '')
      })
    )
  })
})

describe('forms of a package', () => {
  const header = ['序号', '姓名', '身份证号', '民族', '文化程度', '家庭人口']
  const rows = [['1', '张三', '770101196001011000', '汉族', '初中', '3'], ['2', '李四', '770101196001011001', '汉族', '小学', '2'], ['3', '王五', '770101196001011002', '苗族', '高中', '4']] // prettier-ignore
  const read = (title: string, remark: string, unit?: string) => {
    const texts = new StringPool()
    const notice = materialOf('通知.docx', { kind: 'document', paragraphs: ['云泽县医疗保障局文件', '云医发〔2024〕5号', '关于报送参保信息的通知', '各乡镇人民政府：', '请于3月1日前报送至我局。', '附件：参保困难人员信息核对表', '云泽县医疗保障局', '2024年2月1日'] }) // prettier-ignore
    const roster = materialOf('a.xlsx', { kind: 'table', tables: [tableOf([[title], [remark], header, ...rows], texts)] }) // prettier-ignore
    return fingerprint([roster, notice], texts, { unit }, noTick).formFields[0]
  }

  it('are attached to the notice that names them', () => {
    expect(read('梨湾镇2024年参保困难人员信息核对表', '填报单位：梨湾镇')?.asker).toMatchObject({ key: '医疗保障', where: 'notice' }) // prettier-ignore
  })

  it('never have the package’s own unit as asker', () => {
    expect(read('家庭信息采集表', '制表单位：云泽县民政局')?.asker?.name).toBe('云泽县民政局')
    expect(read('家庭信息采集表', '制表单位：云泽县民政局', '云泽县民政局')?.asker).toBeUndefined()
  })
})
