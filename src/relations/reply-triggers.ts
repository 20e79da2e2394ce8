import type { Message } from '../model/reading.ts'
import { jielongOf, receiptOf } from './reply-text.ts'

/** A message this long sets something out; chats run to some twenty characters. */
const LONG = 60
const CALLS =
  /@\s?(?:所有人|全体成员|全体|all\b)|通知|请各|各(?:村|单位|支部|社区|网格)|各位(?!领导)|收到.{0,4}(?:回复|请回|回1|扣1)|请(?:大家|及时|按时|务必|立即|转发|点赞|关注)/iu
/** A long answer that begins with its receipt, and one that says what was done, are answers. */
const ANSWERS =
  /^(?:@\S+\s*)?[\u4e00-\u9fa5]{0,10}?(?:已|我村|我社区|我支部)?(?:收到(?!.{0,4}(?:回复|请回|回1|扣1))|已(?:转发|传达|完成|通知|上报))/u
/** Those who have not answered yet are called again: the same notice, no new one. */
const REMINDS =
  /(?:未|没|还没有?|没有)(?:回复|收到|接龙|报)|还(?:差|有).{0,12}(?:没|未|回复)|抓紧(?:时间)?(?:回复|接龙)|尽快回复/u
const LONGEST_REMINDER = 60

/** Does a message call for answers: a notice, a file, an @所有人, a long text? */
export function isTrigger({ text, kind }: Message): boolean {
  if (kind === 'system') return false
  if (kind === 'file') return true
  if (receiptOf(text) !== undefined || jielongOf(text)) return false
  if (ANSWERS.test(text) || (text.length < LONGEST_REMINDER && REMINDS.test(text))) return false
  return text.length >= LONG || CALLS.test(text)
}
