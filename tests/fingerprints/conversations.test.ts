import { describe, expect, it } from 'vitest'
import { conversationOf } from '../../src/fingerprints/conversations.ts'
import { materialOf, tableOf } from '../support/evidence.ts'

describe('conversations', () => {
  it('are the messages a reader found, under the name the file gives', () => {
    const message = {
      number: 1,
      at: '2024-03-05T09:00:00',
      sender: '甲',
      text: '收到',
      kind: 'text' as const
    }
    const material = materialOf('群.txt', {
      claims: { conversation: '镇村工作群' },
      reading: { messages: [message] }
    })
    expect(conversationOf(material, 3)).toEqual({ material: 3, name: '镇村工作群', messages: [message] })
  })

  it('are read from the tables of known exports', () => {
    const table = tableOf([
      ['序号', '时间', '发送者', '发送者QQ号', '消息类型', '消息内容'],
      ['1', '2024-03-05 09:00:00', '镇办', '10001', '文本', '请各村收到回复'],
      ['2', '2024/3/5 9:01', '东沟村', '10002', '文本', '收到'],
      ['3', '2024-03-05 09:02:00', '西坪村', '10003', '图片消息', '[图片]']
    ])
    expect(conversationOf(materialOf('导出.xlsx', { tables: [table] }), 0)?.messages).toEqual([
      {
        number: 1,
        at: '2024-03-05T09:00:00',
        sender: '镇办',
        senderId: '10001',
        text: '请各村收到回复',
        kind: 'text'
      },
      {
        number: 2,
        at: '2024-03-05T09:01:00',
        sender: '东沟村',
        senderId: '10002',
        text: '收到',
        kind: 'text'
      },
      {
        number: 3,
        at: '2024-03-05T09:02:00',
        sender: '西坪村',
        senderId: '10003',
        text: '[图片]',
        kind: 'picture'
      }
    ])
  })

  it('understand seconds since 1970 and wrapped texts', () => {
    const table = tableOf([
      ['id', 'MsgSvrID', 'type_name', 'is_sender', 'talker', 'room_name', 'content', 'CreateTime'],
      ['1', '77', '文本', '0', '东沟村', '工作群', '{"src":"","msg":"收到"}', '1709600460']
    ])
    expect(conversationOf(materialOf('chat.csv', { tables: [table] }), 0)?.messages).toMatchObject([
      { at: '2024-03-05T09:01:00', sender: '东沟村', text: '收到' }
    ])
  })

  it('are not ledgers with a time, a sender and a content, nor unread files', () => {
    const ledger = tableOf([
      ['序号', '时间', '发送人', '内容'],
      ['1', '2024-03-05', '张三', '送出慰问品']
    ])
    expect(conversationOf(materialOf('台账.xlsx', { tables: [ledger] }), 0)).toBeUndefined()
    expect(conversationOf(materialOf('空.txt'), 0)).toBeUndefined()
  })
})
