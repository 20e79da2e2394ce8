import { describe, expect, it } from 'vitest'
import check from '../../../src/checks/conversation/lined-up-replies.ts'
import { runChecks } from '../../../src/checks/run.ts'
import type { Conversation } from '../../../src/model/evidence.ts'
import { findReplyBursts } from '../../../src/relations/reply-bursts.ts'
import { noTick } from '../../../src/support/tick.ts'
import { chatOf, receiptsOf } from '../../support/chat.ts'
import { evidenceOf, materialOf } from '../../support/evidence.ts'

const NOTICE = ['09:00', '李镇长', '@所有人 请各村今天转发，收到请回复'] as const
const run = (...conversations: Conversation[]) =>
  runChecks([check], evidenceOf({ materials: [materialOf('群聊.txt')], conversations, replyBursts: findReplyBursts(conversations, noTick) }), noTick) // prettier-ignore

describe('lined-up-replies', () => {
  it('reports a notice and its receipts once, with roles and no names, as the asker’s', () => {
    const { verdicts, findings } = run(chatOf([NOTICE, ...receiptsOf(10, 9, (village, i) => (i === 0 ? '王小明：收到' : i === 1 ? '@李镇长 收到' : `${village}收到`))])) // prettier-ignore
    expect(verdicts[0]).toMatchObject({ answer: 'found', findings: 1, coverage: { looked: 1, lookable: 1 } })
    const [finding] = findings
    expect(finding).toMatchObject({
      message: 'linedUp',
      owner: 'asker',
      strength: 'moderate',
      words: { replies: 10, senders: 10, night: 0 }
    })
    expect(finding!.places).toHaveLength(11)
    expect(finding!.places[0]).toEqual({ path: '群聊.txt', message: 1 })
    const { detail } = finding!
    if (detail.kind !== 'messages') throw new Error('messages expected')
    expect(detail.messages[0]).toMatchObject({ role: 'asker', reply: false })
    expect(detail.messages[1]).toMatchObject({ role: 'member1', reply: true, text: '…：收到' })
    expect(JSON.stringify(detail)).not.toMatch(/王小明|李镇长|会计/)
    expect(detail.total).toBe(11)
  })

  it('is strong only when a second family speaks: the same order time after time', () => {
    const again = receiptsOf(10, 15, () => '收到')
    const { findings } = run(
      chatOf([
        NOTICE,
        ...receiptsOf(10, 9, () => '收到'),
        ['15:00', '李镇长', '请各村报送，收到回复'],
        ...again
      ])
    )
    expect(findings.map(({ strength }) => strength)).toEqual(['strong', 'strong'])
    expect(findings[0]!.indications.map(({ code }) => code)).toContain('sameOrder')
  })

  it('keeps its id when the file moves', () => {
    const chat = chatOf([NOTICE, ...receiptsOf(10, 9, () => '收到')])
    const moved = {
      materials: [materialOf('别处/1.txt')],
      conversations: [chat],
      replyBursts: findReplyBursts([chat], noTick)
    }
    expect(runChecks([check], evidenceOf(moved), noTick).findings[0]!.id).toBe(run(chat).findings[0]!.id)
  })

  it('gives no more than a hint for receipts of a flood warning', () => {
    const warning = ['02:00', '值班室', '暴雨红色预警！请各村立即组织危险区群众转移，收到请回复'] as const
    const { findings } = run(chatOf([warning, ...receiptsOf(12, 2, () => '收到')]))
    expect(findings.map(({ strength }) => strength)).toEqual(['weak'])
  })

  it('gives no more than a hint when no notice is seen', () => {
    const { findings } = run(chatOf(receiptsOf(9, 9, () => '收到')))
    expect(findings.map(({ message, strength }) => [message, strength])).toEqual([['linedUpUnasked', 'weak']])
  })

  it('stays quiet for parents’ groups, good wishes, real answers and small groups', () => {
    const quiet = [
      chatOf(
        [['09:00', '老师', '通知：明天春游，收到请回复'], ...receiptsOf(9, 9, () => '收到')],
        '三年级二班家长群'
      ),
      chatOf([['09:00', '老周', '@所有人 祝大家新年快乐'], ...receiptsOf(9, 9, () => '[玫瑰]')]),
      chatOf([NOTICE, ...receiptsOf(9, 9, (village, i) => `${village}已排查隐患${i + 2}处`)]),
      chatOf([NOTICE, ...receiptsOf(4, 9, () => '收到')])
    ]
    for (const chat of quiet) expect(run(chat).verdicts[0]!.answer).toBe('clear')
  })

  it('cannot tell without times, and does not apply without conversations', () => {
    const chat = chatOf([NOTICE])
    const timeless = { ...chat, messages: chat.messages.map(message => ({ ...message, at: '' })) }
    expect(run(timeless).verdicts[0]).toMatchObject({ answer: 'undecided', because: 'noTimes' })
    expect(run().verdicts[0]).toMatchObject({ answer: 'notApplicable', because: 'noConversations' })
  })
})
