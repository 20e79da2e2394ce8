import { DIALECTS } from './chat-headers.ts'
import { ChatLayout } from './chat-layout.ts'

/** Lines looked at: a heading and a few messages stand well within them. */
const LOOKED = 400

/**
 * Whether the beginning of a text file is a conversation: it has the message manager's own heading, or several
 * of its lines are headers of one dialect with their bodies below. For the sniffer; `text` is the decoded start.
 */
export function looksLikeConversation(text: string): boolean {
  if (/^\uFEFF?消息记录（此消息记录为文本格式/u.test(text) || /^消息对象[:：]/mu.test(text)) return true
  const lines = text.split(/\r\n|\r|\n/u, LOOKED)
  return DIALECTS.some(dialect => {
    const layout = new ChatLayout()
    let headers = 0
    let named = 0
    let written = 0
    for (const line of lines) {
      const place = layout.next(line)
      if (line.trim() !== '' && !place.structure) written++
      const header = dialect.header(line, layout.day)
      if (!header) continue
      headers++
      if (header.senderId || dialect.id !== 'date-first') named++
    }
    // a program's log is nothing but dated lines; a conversation has a body to most of its headers, and names people
    return headers >= 2 && written >= 1.5 * headers && (named >= 2 || headers * 8 >= written)
  })
}
