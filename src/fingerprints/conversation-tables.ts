import { textAt } from '../model/cells.ts'
import type { Table } from '../model/material.ts'
import type { Message } from '../model/reading.ts'
import { normalise } from '../support/text.ts'
import { dayOf } from '../support/dates.ts'

/**
 * Column names of chat exports (field notes, chat formats: QCE xlsx, MemoTrace, PyWxDump, WeFlow, chatlog), the
 * most telling name of each first. A table is a conversation when it has a time, a sender, a content and one of
 * the columns no ledger has.
 */
const TIME = ['strtime', '时间', 'time', '发送时间', '消息时间', 'createtime']
const SENDER = ['发送者', '发送人', 'sendername', 'remark', 'nickname', 'talker', 'sender', '昵称']
const SENDER_ID = ['发送者qq号', 'sender', 'talkerid', 'senderusername']
const CONTENT = ['消息内容', 'strcontent', 'content', 'msg', '内容']
const TYPE = ['消息类型', 'type_name', 'type', '类型']
const MARKS = ['消息类型', '消息id', '发送者qq号', 'msgsvrid', 'talkerid', 'talker', 'talkername', 'type_name', 'strcontent'] // prettier-ignore

/** Titles and export notes stand above the header. */
const HEADER_ROWS = 8
const HEADER_COLUMNS = 40
/** A year of a busy group is some 100,000 messages. */
const MOST_MESSAGES = 500_000

export function messagesInTable({ cells }: Table): Message[] {
  for (let row = 0; row < Math.min(HEADER_ROWS, cells.rowCount); row++) {
    const columns = columnsOf(
      Array.from({ length: HEADER_COLUMNS }, (_, column) => textAt(cells, row, column))
    )
    if (!columns) continue
    const messages: Message[] = []
    for (let i = row + 1; i < cells.rowCount && messages.length < MOST_MESSAGES; i++) {
      const at = wallClock(textAt(cells, i, columns.time))
      const text = plain(textAt(cells, i, columns.content))
      const sender = columns.senders.map(column => textAt(cells, i, column)).find(name => name !== '') ?? ''
      if (at === '' && text === '') continue
      const type = columns.type === undefined ? '' : textAt(cells, i, columns.type)
      const senderId = columns.senderId === undefined ? '' : textAt(cells, i, columns.senderId)
      messages.push({
        number: messages.length + 1,
        at,
        sender,
        ...(senderId === '' ? {} : { senderId }),
        text,
        kind: kindOf(type)
      })
    }
    return messages
  }
  return []
}

function columnsOf(headers: readonly string[]) {
  const names = headers.map(normalise)
  const find = (wanted: readonly string[]) => {
    for (const name of wanted) if (names.includes(name)) return names.indexOf(name)
    return undefined
  }
  const time = find(TIME)
  const content = find(CONTENT)
  const senders = SENDER.flatMap(name => (names.includes(name) ? [names.indexOf(name)] : []))
  if (time === undefined || content === undefined || senders.length === 0) return undefined
  if (!MARKS.some(mark => names.includes(mark))) return undefined
  return { time, content, senders, senderId: find(SENDER_ID), type: find(TYPE) }
}

/** `2024-03-05T14:02:11` from the ways exports write it; seconds or milliseconds since 1970 are shown in China's time, where these programs are used. '' when it is no time. */
function wallClock(text: string): string {
  const epoch = /^1[0-9]{9}(?:\d{3})?$/.exec(text)
  if (epoch) return fromEpoch(Number(text.slice(0, 10)) + 8 * 3600)
  const match = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?[T\s]+(\d{1,2}):(\d{2})(?::(\d{2}))?/.exec(text)
  if (!match) return ''
  const [, year, month, day, hour, minute, second = '00'] = match
  return `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}T${hour!.padStart(2, '0')}:${minute}:${second}`
}

function fromEpoch(seconds: number): string {
  const inDay = seconds % 86_400
  const part = (value: number) => String(value).padStart(2, '0')
  return `${dayOf(Math.floor(seconds / 86_400))}T${part(Math.floor(inDay / 3600))}:${part(Math.floor(inDay / 60) % 60)}:${part(inDay % 60)}`
}

/** Older exports wrap the text: {"src":"","msg":"收到"}. */
function plain(text: string): string {
  if (!text.startsWith('{"') || text.length > 100_000) return text
  try {
    const value: unknown = JSON.parse(text)
    if (value !== null && typeof value === 'object' && 'msg' in value && typeof value.msg === 'string')
      return value.msg
  } catch {
    // Not JSON after all: the message itself begins with a brace.
  }
  return text
}

function kindOf(type: string): Message['kind'] {
  if (/系统|撤回|^10000$|system/iu.test(type)) return 'system'
  if (/图片|^3$|image|picture/iu.test(type)) return 'picture'
  if (/文件|file/iu.test(type)) return 'file'
  return 'text'
}
