import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import qq from '../../../src/readers/text/qq.ts'
import { looksLikeConversation } from '../../../src/readers/text/recognise-chat.ts'
import { readWith } from '../../support/reader-context.ts'

const RULE = '='.repeat(64)
const head = (target: string): string =>
  `消息记录（此消息记录为文本格式，不支持重新导入）\n\n${RULE}\n消息分组:我的群聊\n${RULE}\n消息对象:${target}\n${RULE}\n\n`
const message = (at: string, who: string, text: string): string => `${at} ${who}\n${text}\n\n`

async function read(text: string) {
  return readWith(qq, Buffer.from(text.replaceAll('\n', '\r\n')))
}

const short = (seen: Awaited<ReturnType<typeof read>>): string[] =>
  seen.messages.map(({ at, sender, senderId, text }) => `${at} ${sender}/${senderId ?? ''}: ${text}`)

describe('qq', () => {
  it('reads the message manager’s export', async () => {
    const seen = await read(
      head('某镇工作群') +
        message('2024-03-05 8:02:11', '【管理员】张三(村支书)(123456)', '请各村今天报表\n\n谢谢') +
        message('2024-03-05 08:02:30', '李四<li@qq.com>', '收到') +
        message('2024-03-05 08:02:31', '王五', '[图片]') +
        message('2024-03-05 08:03:00', '赵六(1234567)', '[文件]报表.xlsx') +
        message('2024-03-05 08:04:00', '系统消息(10000)', '孙七加入了群聊')
    )
    expect(seen.claims).toEqual({ conversation: '某镇工作群' })
    expect(seen.messages).toEqual([
      { number: 1, at: '2024-03-05T08:02:11', sender: '张三(村支书)', senderId: '123456', text: '请各村今天报表\n\n谢谢', kind: 'text' },
      { number: 2, at: '2024-03-05T08:02:30', sender: '李四', senderId: 'li@qq.com', text: '收到', kind: 'text' },
      { number: 3, at: '2024-03-05T08:02:31', sender: '王五', text: '[图片]', kind: 'picture' },
      { number: 4, at: '2024-03-05T08:03:00', sender: '赵六', senderId: '1234567', text: '[文件]报表.xlsx', kind: 'file' },
      { number: 5, at: '2024-03-05T08:04:00', sender: '系统消息', senderId: '10000', text: '孙七加入了群聊', kind: 'system' }
    ]) // prettier-ignore
    expect(seen.blocks).toEqual([])
  })

  it.each([
    ['2024-03-05 上午 8:02:11', '08:02:11'],
    ['2024-03-05 下午8:02:11', '20:02:11'],
    ['2024/3/5 下午 12:02:11', '12:02:11'],
    ['2024-03-05 上午 12:02:11', '00:02:11'],
    ['2024年3月5日 8:02:11 PM', '20:02:11'],
    ['2024-03-05 12:02:11 AM', '00:02:11'],
    ['2024-03-05 晚上 20:02:11', '20:02:11']
  ])('reads the clock of %s', async (written, clock) => {
    const seen = await read(head('甲') + message(written, '张三(12345)', '好'))
    expect(seen.messages[0]!.at).toBe(`2024-03-05T${clock}`)
  })

  it('leaves a header quoted in a body in the body', async () => {
    const quoted =
      '2024-03-01 09:00:00 李四(23456)\n今天的会改到下午\n\n2024-03-01 09:00:30 王五(34567)\n收到'
    const seen = await read(
      head('甲') +
        message('2024-03-05 08:00:00', '张三(12345)', `请看：\n${quoted}`) +
        message('2024-03-05 08:01:00', '李四(23456)', '好的') +
        message('2024-03-05 08:02:00', '王五(34567)', '好的')
    )
    expect(seen.messages.map(each => each.sender)).toEqual(['张三', '李四', '王五'])
    expect(seen.messages[0]!.text).toBe(`请看：\n${quoted}`)
  })

  it('leaves a message repeated word for word in a later body there, though it is of the same day', async () => {
    const first = '2024-03-05 08:00:00 李四(23456)\n会改到下午'
    const seen = await read(
      `${head('甲')}${first}\n\n` +
        message('2024-03-05 08:30:00', '张三(12345)', `再发一次\n\n${first}`) +
        message('2024-03-05 08:31:00', '李四(23456)', '好的')
    )
    expect(seen.messages.map(each => each.sender)).toEqual(['李四', '张三', '李四'])
  })

  it('keeps messages that are out of order by a little', async () => {
    const seen = await read(
      head('甲') +
        message('2024-03-05 08:00:05', '张三(12345)', '一') +
        message('2024-03-05 08:00:03', '李四(23456)', '二') +
        message('2024-03-05 08:00:06', '王五(34567)', '三')
    )
    expect(seen.messages.map(each => each.text)).toEqual(['一', '二', '三'])
  })

  it('reads several conversations in one file, each with its own clock', async () => {
    const seen = await read(
      head('甲') +
        message('2024-03-05 08:00:00', '张三(12345)', '一') +
        `\n${RULE}\n消息分组:好友\n${RULE}\n消息对象:乙\n${RULE}\n\n` +
        message('2023-01-01 08:00:00', '李四', '二')
    )
    expect(seen.claims.conversation).toBe('甲、乙')
    expect(short(seen)).toEqual(['2024-03-05T08:00:00 张三/12345: 一', '2023-01-01T08:00:00 李四/: 二'])
  })

  it('keeps a second export that was pasted below the first', async () => {
    const export_ = (day: string): string =>
      Array.from({ length: 40 }, (_, i) =>
        message(`${day} 08:${String(i).padStart(2, '0')}:00`, '张三(12345)', `第${i}条`)
      ).join('')
    const seen = await read(head('甲') + export_('2024-03-05') + export_('2024-01-05'))
    expect(seen.messages.length).toBe(80)
  })

  it('reads newest-first files', async () => {
    const lines = [9, 8, 7, 6, 5, 4].map(day =>
      message(`2024-03-0${day} 08:00:00`, '张三(12345)', `${day}日`)
    )
    expect((await read(head('甲') + lines.join(''))).messages.length).toBe(6)
  })

  it('reads what is copied out of a chat window, announcements included', async () => {
    const side = await read(
      '【冒泡】张三 2/14/2024 9:16:13 PM\n好\n\n李四撤回了一条消息\n\n【新】李四 2/14/2024 9:17:00 PM\n到\n'
    )
    expect(side.messages.map(({ at, sender, text, kind }) => [at, sender, text, kind])).toEqual([
      ['2024-02-14T21:16:13', '张三', '好', 'text'],
      ['2024-02-14T21:16:13', '', '李四撤回了一条消息', 'system'],
      ['2024-02-14T21:17:00', '李四', '到', 'text']
    ])
    const phone = await read(
      '— —  2024-2-21  — —\n\n张三  23:50:12 \n1\n\n李四  23:50:40 \n2\n\n— — 2024-2-22 — —\n\n张三 0:01:00\n3\n'
    )
    expect(short(phone)).toEqual([
      '2024-02-21T23:50:12 张三/: 1',
      '2024-02-21T23:50:40 李四/: 2',
      '2024-02-22T00:01:00 张三/: 3'
    ])
  })

  it('is plain text when nothing can be dated', async () => {
    const seen = await read('张三 9:59:54 PM\n1\n\n李四 10:00:04 PM\n2\n')
    expect(seen.format).toEqual({ format: 'txt', kind: 'document' })
    expect(seen.messages).toEqual([])
    expect(seen.blocks.map(block => block.text)).toEqual(['张三 9:59:54 PM', '1', '李四 10:00:04 PM', '2'])
  })

  it('reads GBK and UTF-16', async () => {
    const gbk = Buffer.concat([Buffer.from('2024-03-05 08:00:00 A(12345)\n'), Buffer.from('cad5b5bd', 'hex'), Buffer.from('\n\n2024-03-05 08:01:00 B(12346)\nok\n')]) // prettier-ignore
    expect((await readWith(qq, gbk)).messages[0]!.text).toBe('收到')
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(head('甲') + message('2024-03-05 08:00:00', '张三(12345)', '收到'), 'utf16le')]) // prettier-ignore
    expect((await readWith(qq, utf16)).messages[0]!.text).toBe('收到')
  })

  it('loses no message and no text, whatever people write', async () => {
    const body = fc.array(fc.string({ unit: fc.constantFrom('收', '到', 'a', ' ', '(', '8:00:00', '[图片]', '2024-01-01 ') }), { minLength: 1, maxLength: 3 }) // prettier-ignore
    await fc.assert(
      fc.asyncProperty(fc.array(body, { minLength: 1, maxLength: 12 }), async bodies => {
        const text = bodies
          .map((lines, i) =>
            message(
              `2024-03-05 10:00:${String(i).padStart(2, '0')}`,
              `人${i}(${10000 + i})`,
              lines.join('\n')
            )
          )
          .join('')
        const seen = await read(head('甲') + text)
        expect(seen.messages.map(each => each.sender)).toEqual(bodies.map((_, i) => `人${i}`))
      }),
      { numRuns: 60 }
    )
  })
})

describe('looksLikeConversation', () => {
  it('knows exports and copies', () => {
    expect(looksLikeConversation(head('甲'))).toBe(true)
    expect(
      looksLikeConversation('2024-03-05 08:00:00 张三(12345)\n好\n\n2024-03-05 08:00:10 李四(12346)\n好\n')
    ).toBe(true)
    expect(looksLikeConversation('张三 2024-03-05 08:00:00\n好\n\n李四 2024-03-05 08:00:10\n好的\n')).toBe(
      true
    )
  })

  it('stays quiet on logs, diaries and tables', () => {
    expect(
      looksLikeConversation('2024-03-05 08:00:00 INFO started\n2024-03-05 08:00:01 INFO done\n'.repeat(20))
    ).toBe(false)
    expect(looksLikeConversation('2024-03-05 星期二 晴\n上午走访。\n2024-03-06 星期三 雨\n开会。\n')).toBe(
      false
    )
    expect(looksLikeConversation('2024-03-05 08:00:00\t张三\t签到\n2024-03-05 08:00:01\t李四\t签到\n')).toBe(
      false
    )
  })
})
