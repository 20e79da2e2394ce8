import { describe, expect, it } from 'vitest'
import { jielongOf, receiptOf } from '../../src/relations/reply-text.ts'
import { isTrigger } from '../../src/relations/reply-triggers.ts'

describe('receipts', () => {
  it.each([
    '收到',
    '收到！',
    '收到收到',
    '已收到',
    '@镇办小李 收到',
    '收到[抱拳]',
    '好的，收到',
    '收到请领导放心',
    '东沟村收到',
    '东沟村已收到。',
    '张三：收到',
    '收到，马上落实',
    '收 到 ~',
    '收到了',
    'OK',
    '1',
    '知悉'
  ])('%s says 收到', text => expect(receiptOf(text)).toBe('收到'))

  it.each([
    ['已转发。', '已转发'],
    ['无', '无'],
    ['+1', '+1'],
    ['[强]', 'sticker'],
    ['👍', 'sticker']
  ])('%s is a receipt of its own kind', (text, key) => expect(receiptOf(text)).toBe(key))

  it.each([
    '东沟村收到，已转移12户35人',
    '我没有收到',
    '收到吗？',
    '谁收到了',
    '东沟村收到，已转移群众',
    '三组水管爆了，正在抢修',
    '[图片]',
    '',
    '收到的文件打不开，请重新发一下给我好吗谢谢'
  ])('%s is none', text => expect(receiptOf(text)).toBeUndefined())
})

describe('接龙', () => {
  it('counts entries and knows a queue of receipts from signing up', () => {
    expect(jielongOf('#接龙\n收到请接龙\n1. 张三 收到\n2. 李四 收到')).toEqual({
      head: '接龙收到请接龙',
      entries: 2,
      receipts: true
    })
    expect(jielongOf('#接龙\n周六植树报名\n1. 张三\n2. 李四 带铁锹')).toMatchObject({ receipts: false })
    expect(jielongOf('1. 张三')).toBeUndefined()
  })
})

describe('notices', () => {
  const message = (text: string) => ({ number: 1, at: '', sender: '', text, kind: 'text' as const })
  it.each(['@所有人 明天开会', '请各村收到回复', '关于报送材料的通知', '长'.repeat(80)])(
    '%s calls for answers',
    text => expect(isTrigger(message(text))).toBe(true)
  )
  it.each([
    '收到',
    '东沟村已转发到各组群',
    `收到。${'我村立即组织'.repeat(15)}`,
    '还没回复的抓紧',
    '各位领导辛苦了',
    '#接龙\n1. 张三'
  ])('%s does not', text => expect(isTrigger(message(text))).toBe(false))
})
