import type { Message } from '../../model/reading.ts'
import type { ChatHeader } from './chat-headers.ts'

/** Numbers QQ uses for its own announcements. */
const SYSTEM_IDS = new Set(['10000', '1000000'])
const SYSTEM_NAMES = new Set(['系统消息', '系统提示', '群系统消息'])
/** Announcements are one short line; a longer text with these words is somebody's. */
const LONGEST_ANNOUNCEMENT = 120
const ANNOUNCEMENT =
  /^[^:：]{0,80}(?:加入了?(?:本群|群聊|该群|群)|退出了?(?:本群|群聊|该群)|撤回了?(?:成员)?(?:[^，,]{0,30}的)?一条(?:成员)?消息|移出了?(?:本群|群聊)|修改群名(?:称)?为.{1,60}|(?:开启|关闭)了?全员禁言|被设(?:置|为)为?管理员|成为新?群主)[^，,]{0,10}$/u

const PICTURE = /^(?:\[(?:图片|表情|动画表情|闪照|截图)\]\s*)+$/u
const FILE = /^\[(?:文件|视频|语音|短视频|音乐|位置|链接)\]/u

export function isSystem(header: Pick<ChatHeader, 'sender' | 'senderId'>): boolean {
  return SYSTEM_IDS.has(header.senderId ?? '') || SYSTEM_NAMES.has(header.sender)
}

/**
 * The message of a header and its body, and the announcements that stand below it: exports and copied windows
 * put 「…撤回了一条消息」 without a header after the message before, set off by a blank line.
 */
export function messagesOf(header: ChatHeader, body: readonly string[]): Omit<Message, 'number'>[] {
  const lines = [...body]
  const announced: string[] = []
  while (lines.length > 0) {
    const line = lines.at(-1)!.trim()
    if (line === '') lines.pop()
    else if (isAnnouncement(line) && (lines.length === 1 || lines.at(-2)!.trim() === '')) {
      // alone under a header it is that header's whole message, and stays
      if (lines.every((each, i) => i === lines.length - 1 || each.trim() === '') && announced.length === 0)
        break
      announced.unshift(line)
      lines.pop()
    } else break
  }
  while (lines.length > 0 && lines[0]!.trim() === '') lines.shift()
  const text = lines.map(line => line.trimEnd()).join('\n')
  const { at, sender, senderId } = header
  return [
    { at, sender, ...(senderId ? { senderId } : {}), text, kind: kindOf(header, text) },
    ...announced.map(line => ({ at, sender: '', text: line, kind: 'system' as const }))
  ]
}

function kindOf(header: ChatHeader, text: string): Message['kind'] {
  if (isSystem(header) || isAnnouncement(text)) return 'system'
  if (PICTURE.test(text)) return 'picture'
  return FILE.test(text) ? 'file' : 'text'
}

function isAnnouncement(text: string): boolean {
  return text.length <= LONGEST_ANNOUNCEMENT && ANNOUNCEMENT.test(text)
}
