import { expect, test } from 'vitest'
import { classOfDescriptor } from '../support/descriptor.ts'

const minutes = {
  title: '办公会',
  body: '会上主任讲了下半年的工作，大家围绕怎么抓落实作了发言。\n会议要求各组对照清单抓好落实，认真组织学习。'
}

test('a file or folder name is not heard', () => {
  const plain = classOfDescriptor({ ...minutes, path: '1.docx' })
  const renamed = classOfDescriptor({ ...minutes, path: '验收合格到账办结/竣工验收报告.docx' })
  expect(renamed.class).toBe(plain.class)
  expect(renamed.class).not.toBe('result')
})

test('words of results without anything to look up make no result', () => {
  const stuffed = classOfDescriptor({
    title: '',
    body: '路修好了，水通了，钱到账了，老人住进去了。\n群众都说好，问题解决了，风险化解了，案件办结了。'
  })
  expect(stuffed.class).not.toBe('result')
})

test('learning says so and shows pieces of words with their places', () => {
  const weights = SAMPLES.map(classOfDescriptor).filter(({ why }) => why[0]?.cue === 'learned-cues')
  for (const { why } of weights) {
    expect(why[0]!.weight).toBeGreaterThan(0)
    expect(why.every(({ cue }) => cue !== '')).toBe(true)
  }
  expect(weights.length).toBeGreaterThan(0)
})

const SAMPLES = [
  { title: '院里出事的次数', body: '前年老人走失4回，跌倒61回，烫伤3回。去年换了床栏、装了门禁，走失1回，跌倒38回。今年到6月走失0回，跌倒14回。\n四处线路老化的换了线，3个人回了家。' }, // prettier-ignore
  { title: '', body: '肖巫汤洪卜 ZJL OYD LYG YQJ' },
  { title: '请大家知悉', body: '各村、各单位：\n请于6月3日前把表交来，逾期不候。\n县民政局\n2026年5月20日' }
]
