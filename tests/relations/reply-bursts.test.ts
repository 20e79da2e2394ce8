import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findReplyBursts } from '../../src/relations/reply-bursts.ts'
import { noTick } from '../../src/support/tick.ts'
import { chatOf, receiptsOf, VILLAGES } from '../support/chat.ts'

const NOTICE = ['09:00', '镇办', '@所有人 今天下班前转发，收到请回复'] as const
const burstsOf = (lines: Parameters<typeof chatOf>[0]) => findReplyBursts([chatOf(lines)], noTick)

describe('queues of receipts', () => {
  it('finds a notice and its receipts', () => {
    const [burst, ...rest] = burstsOf([
      NOTICE,
      ...receiptsOf(10, 9, (village, i) => (i % 3 ? '收到' : `${village}收到`))
    ])
    expect(rest).toEqual([])
    expect(burst).toMatchObject({ conversation: 0, trigger: 0, senders: 10, sameShare: 1 })
    expect(burst!.replies).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    expect(burst!.medianGapSeconds).toBeGreaterThan(0)
  })

  it('keeps two notices apart', () => {
    const again = receiptsOf(7, 15, () => '收到')
    const bursts = burstsOf([
      NOTICE,
      ...receiptsOf(8, 9, () => '收到'),
      ['15:00', '镇办', '请各村报送台账，收到回复'],
      ...again
    ])
    expect(bursts.map(({ trigger, senders }) => [trigger, senders])).toEqual([
      [0, 8],
      [9, 7]
    ])
  })

  it('does not let a reminder or one real answer cut a queue in two', () => {
    const receipts = receiptsOf(8, 9, () => '收到')
    const bursts = burstsOf([
      NOTICE,
      ...receipts.slice(0, 4),
      ['09:05:30', '镇办', '还没回复的抓紧'],
      ['09:05:40', '张会计', '附件打不开'],
      ...receipts.slice(4)
    ])
    expect(bursts.map(({ senders }) => senders)).toEqual([8])
  })

  it('counts a 接龙 once, by its longest version', () => {
    const lists = [3, 5, 7].map((count, i) => {
      const lines = VILLAGES.slice(0, count).map((village, k) => `${k + 1}. ${village} 收到`)
      return [`09:0${i + 1}`, `${VILLAGES[i]}会计`, ['#接龙', '收到请接龙', ...lines].join('\n')] as const
    })
    expect(burstsOf([NOTICE, ...lists])).toMatchObject([{ trigger: 0, replies: [1, 2, 3], senders: 7 }])
  })

  it('counts 收到, OK and 1 as one answer', () => {
    const said = ['收到', '1', 'OK', '收到，马上办', '1', '知悉', '收到[OK]', '1']
    expect(burstsOf([NOTICE, ...receiptsOf(8, 9, (_, i) => said[i]!)])).toHaveLength(1)
  })

  it('stays quiet for small groups, slow answers, real answers and answers that vary', () => {
    expect(burstsOf([NOTICE, ...receiptsOf(4, 9, () => '收到')])).toEqual([])
    expect(
      burstsOf([
        NOTICE,
        ...VILLAGES.slice(0, 9).map((village, i) => [`${10 + i}:00`, village, '收到'] as const)
      ])
    ).toEqual([])
    expect(burstsOf([NOTICE, ...receiptsOf(10, 9, (village, i) => `${village}已排查${i + 3}处`)])).toEqual([])
    const varied = ['收到', '好的', '已转发', '已完成', '无', '明白', '照办', '已阅']
    expect(burstsOf([NOTICE, ...receiptsOf(8, 9, (_, i) => varied[i]!)])).toEqual([])
  })

  it('stays quiet when applause follows no notice, and when a lively talk has some 收到 in it', () => {
    expect(burstsOf(receiptsOf(8, 9, () => '[鼓掌]'))).toEqual([])
    const talk = receiptsOf(6, 9, () => '收到').flatMap(line => [
      line,
      ...[1, 2, 3].map(i => [line[0], `组员${i}`, `水泵第${i}次停了`] as const)
    ])
    expect(burstsOf([NOTICE, ...talk])).toEqual([])
  })

  it('reads nothing into messages without times', () => {
    const chat = chatOf([NOTICE, ...receiptsOf(8, 9, () => '收到')])
    const timeless = { ...chat, messages: chat.messages.map(message => ({ ...message, at: '' })) }
    expect(findReplyBursts([timeless], noTick)).toEqual([])
  })

  it('each finding has at least five senders, rising replies and stands after its notice, whatever is said', () => {
    const line = fc.tuple(
      fc.integer({ min: 0, max: 23 }).chain(hour => fc.integer({ min: 0, max: 59 }).map(minute => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`)), // prettier-ignore
      fc.constantFrom(...VILLAGES),
      fc.constantFrom(
        '收到',
        '东沟村收到',
        '@所有人 通知',
        '好的',
        '今天修路',
        '#接龙\n收到\n1. 甲\n2. 乙\n3. 丙\n4. 丁\n5. 戊'
      )
    )
    fc.assert(
      fc.property(fc.array(line, { maxLength: 60 }), lines => {
        const seen = new Set<number>()
        for (const { replies, senders, sameShare, spanSeconds } of burstsOf(lines)) {
          expect(senders).toBeGreaterThanOrEqual(5)
          expect(sameShare).toBeGreaterThanOrEqual(0.6)
          expect(spanSeconds).toBeGreaterThanOrEqual(0)
          expect([...replies].sort((a, b) => a - b)).toEqual(replies)
          for (const reply of replies) {
            expect(seen.has(reply)).toBe(false)
            seen.add(reply)
          }
        }
      })
    )
  })
})
