import { dayLine } from './chat-headers.ts'

/** What a line of an export is beside headers and bodies. */
export interface Place {
  text: string
  section: number // raised at each 消息对象: a file may hold several conversations
  afterBlank: boolean // a blank line, the export's own lines or the beginning stand above
  structure: boolean // the export's own heading, no text of anybody
  dayLine: boolean
  conversation?: string // named by 消息对象
}

/** QQ draws 64 equals signs. */
const RULE = /^={20,}\s*$/u
const HEADING = /^消息记录（此消息记录为文本格式/u
const GROUP = /^消息分组[:：]/u
const TARGET = /^消息对象[:：](.*)$/u

/** Follows an export line by line. */
export class ChatLayout {
  /** Of the last day line. */
  day: string | undefined
  private section = 0
  private afterBlank = true
  private afterRule = false

  next(text: string): Place {
    const rule = RULE.test(text)
    const target = this.afterRule ? TARGET.exec(text)?.[1] : undefined
    const structure =
      rule || target !== undefined || (this.afterRule && GROUP.test(text)) || HEADING.test(text)
    if (target !== undefined) this.section++
    const day = structure ? undefined : dayLine(text)
    if (day) this.day = day
    const place: Place = {
      text,
      section: this.section,
      afterBlank: this.afterBlank,
      structure,
      dayLine: day !== undefined,
      ...(target !== undefined ? { conversation: target.trim() } : {})
    }
    this.afterBlank = structure || day !== undefined || text.trim() === ''
    this.afterRule = rule
    return place
  }
}
