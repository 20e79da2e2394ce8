import { describe, expect, it } from 'vitest'
import type { DocumentText } from '../../src/model/evidence.ts'
import { whosePaper } from '../../src/weighing/issued.ts'
import { classOfDescriptor } from '../support/descriptor.ts'

const UNIT = '清江县柳河口镇市场监督管理所'

/** `others`, `own`, or nothing told; lines are paragraphs. */
function whose(title: string, lines: readonly string[], unit: string | undefined = UNIT): string {
  const paragraphs = [title, ...lines].map(text => ({ text }))
  const body = paragraphs.map(({ text }) => text).join('\n').normalize('NFKC') // prettier-ignore
  const answer = whosePaper(title.normalize('NFKC'), body, { paragraphs } as unknown as DocumentText, unit)
  return answer === undefined ? 'untold' : answer === 'own' ? 'own' : 'others'
}

describe('findings of an inspection handed to the unit', () => {
  const found = [
    '4月2日，局督查二组到你所检查，发现：',
    '1.快检台账缺三日。',
    '请于4月20日前书面报整改情况。'
  ]

  it('are the inspectors’, addressed to the unit by any name of it, or to 你所', () => {
    expect(whose('督查反馈意见', ['柳河口所：', ...found, '局督查二组', '2025年4月5日'])).toBe('others')
    expect(whose('现场检查反馈单', found)).toBe('others')
    expect(whose('监督检查工作底稿（取证单）', ['被检查单位：柳河口镇市场监督管理所', '需说明问题：领取表签名。', '检查人：童斌'])).toBe('others') // prettier-ignore
  })

  it('are the unit’s own where it answers, or where it hands its findings to somebody else', () => {
    expect(whose('督查反馈意见整改情况', ['局督查组：', '我所对照反馈意见，整改情况如下：台账已补齐。'])).not.toBe('others') // prettier-ignore
    expect(whose('食品安全检查反馈单', ['东街小学：', '4月2日我们检查了你校食堂，请于4月9日前整改。', '柳河口镇市场监督管理所', '2025年4月3日'])).toBe('own') // prettier-ignore
    expect(whose('食品安全检查反馈单', ['惠民超市店：', '4月2日检查你店，请限期整改。'])).not.toBe('others')
  })
})

describe('a paper handed on', () => {
  const original = ['附件', '各市场监督管理所：', '现就有关事项通知如下。一、压实责任。', '请于5月1日前报送总结。', '清江县市场监督管理局', '2025年2月18日'] // prettier-ignore

  it('is the unit’s where its covering note is, whatever the paper under it says', () => {
    const note = ['柳市监所发〔2025〕4号', '各中小学校：', '现将县局通知转发给你们，请抓好落实。', '柳河口镇市场监督管理所', '2025年2月21日'] // prettier-ignore
    expect(whose('关于转发《县市场监督管理局关于做好春季工作的通知》的通知', [...note, ...original])).toBe('own') // prettier-ignore
    expect(whose('关于转发《区城管局防台风紧急通知》的通知', ['各中队、各协管组：', '现将区局通知转发给你们。', ...original])).toBe('own') // prettier-ignore
  })

  it('is others’ where another body hands it to the unit', () => {
    expect(whose('清江县市场监督管理局转发《省局关于专项检查的通知》的通知', ['各市场监督管理所：', '现将省局通知转发给你们，请于5月1日前报送。', '清江县市场监督管理局', '2025年2月18日'])).toBe('others') // prettier-ignore
  })

  it('is none where figures of forwarding are told', () => {
    const told = ['截至10月，关注8216人，转发441次。', '请各组在11月10日前追上。']
    expect(whose('公众号关注、转发情况通报', told)).not.toBe('others')
  })
})

it('a notice to the unit’s own offices, or down to those below it, is its own', () => {
  const asks = ['请于7月7日下班前把材料发办公室邮箱。', '现就有关事项通知如下：']
  expect(whose('关于做好半年工作调度会准备工作的通知', ['各股室、各乡镇服务站：', ...asks], '洛安县退役军人服务中心')).toBe('own') // prettier-ignore
  expect(whose('关于报送基础资料的通知', ['各村（社区）：', ...asks, '石羊镇财政所', '2026年10月20日'], '石羊镇财政所')).toBe('own') // prettier-ignore
  expect(whose('关于报送基础资料的通知', ['各乡镇财政所：', ...asks, '清江县财政局', '2026年10月20日'], '石羊镇财政所')).toBe('others') // prettier-ignore
})

describe('what is handed out to be filled in', () => {
  const contract = (name: string, day: string, pay: string) =>
    [`甲方：${name}`, `乙方：${name}        身份证号：`, `第一条 合同期限：自${day}起至${day}止。`, '第二条 工作内容与地点：', `第三条 劳动报酬：每工日${pay}元，按月支付。`, '第四条 甲方购买意外伤害保险。', `甲方（章）：${name}      乙方（签字）：${name}     ${day}`].join('\n') // prettier-ignore

  it('is a blank by the room it leaves, and none once it is filled in', () => {
    const title = '公路养护劳务用工合同'
    expect(classOfDescriptor({ title, body: contract('', '  年  月  日', '    ') }).class).toBe('issued')
    expect(classOfDescriptor({ title, body: contract('王二牛', '2025年3月1日', '180') }).class).not.toBe('issued') // prettier-ignore
  })

  it('leaves signature lines at the end of a real paper alone', () => {
    const body = ['2025年3月1日验收组到场。', '更换路灯12盏，铺设电缆310米，全部点亮。', '结论：合格。', '施工方（签字）：        监理（签字）：        ', '    年  月  日'].join('\n') // prettier-ignore
    expect(classOfDescriptor({ title: '路灯改造验收单', body }).class).not.toBe('issued')
  })

  it('is an assessment’s rules by what costs points, until somebody is scored', () => {
    const columns = ['项目', '标准', '扣分办法']
    const rows = [['村口', '无垃圾', '一处1分'], ['主街', '无柴垛', '一处2分'], ['台账', '齐全', '缺一样扣2分'], ['户厕', '能用', '一户不合格扣3分']] // prettier-ignore
    expect(classOfDescriptor({ title: '村庄环境评比', columns, rows }).class).toBe('issued')
    const scored = rows.map((row, i) => [...row, String(9 - i)])
    expect(classOfDescriptor({ title: '村庄环境评比', columns: [...columns, '得分'], rows: scored }).class).not.toBe('issued') // prettier-ignore
  })
})
