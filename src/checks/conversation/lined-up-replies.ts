import type { Detail, Indication } from '../../model/audit.ts'
import type { Conversation, Evidence, ReplyBurst } from '../../model/evidence.ts'
import type { FindingDraft } from '../../model/finding.ts'
import type { Message } from '../../model/reading.ts'
import { wallSeconds } from '../../support/dates.ts'
import { sha256 } from '../../support/hashing.ts'
import { clip } from '../../support/text.ts'
import { defineCheck, judged, notApplicable, undecided } from '../define.ts'

/** Messages quoted; the notice is one of them. */
const MOST_QUOTED = 40
const MOST_TEXT = 300
/** Families and schools, and good wishes: not what an inspection asks for. */
const PRIVATE = /家长|同学|班级|班主任|业主|亲友|家人|团购/u
const WISHES =
  /(?:节日?|新年|春节|中秋|国庆|元旦|生日|端午|元宵)\s*(?:快乐|好|愉快|安康)|祝(?:大家|各位|您|福)|拜年/u
/** Where lives may hang on it a one-line receipt is the ordinary way to prove that a warning arrived. */
const EMERGENCY =
  /防汛|汛情|洪水|山洪|暴雨|台风|预警|转移(?:群众|人员)|撤离|避险|火情|火灾|森林防火|地震|地质灾害|滑坡|险情|抢险|应急响应|寒潮|疫情/u

/** Queues of 收到: one finding for each notice and its receipts. */
export default defineCheck({
  id: 'lined-up-replies',
  family: 'conversation',
  stage: '推进',
  reads: 'text',
  messages: ['linedUp', 'linedUpUnasked', 'linedUpAtNight', 'linedUpUnaskedAtNight'],
  reasons: ['noConversations', 'noTimes'],
  examine(evidence) {
    const { conversations, replyBursts } = evidence
    if (conversations.length === 0) return notApplicable('noConversations')
    const timed = conversations.filter(({ messages }) => messages.some(isTimed)).length
    const coverage = { looked: timed, lookable: conversations.length }
    if (timed === 0) return undecided('noTimes', coverage)
    return judged(
      replyBursts.filter(burst => !isPrivate(evidence, burst)).map(burst => toFinding(evidence, burst)),
      coverage
    )
  }
})

function isPrivate({ conversations }: Evidence, { conversation, trigger }: ReplyBurst): boolean {
  const { name, messages } = conversations[conversation]!
  const notice = trigger === undefined ? '' : messages[trigger]!.text
  return PRIVATE.test(name) || PRIVATE.test(notice) || WISHES.test(notice)
}

function toFinding(evidence: Evidence, burst: ReplyBurst): FindingDraft {
  const conversation = evidence.conversations[burst.conversation]!
  const { path } = evidence.materials[conversation.material]!
  const shown = burst.trigger === undefined ? burst.replies : [burst.trigger, ...burst.replies]
  const messages = shown.map(index => conversation.messages[index]!)
  const night = burst.replies.filter(index => isNight(conversation.messages[index]!)).length
  const message = burst.trigger === undefined ? 'linedUpUnasked' : 'linedUp'
  return {
    message: night > 0 ? `${message}AtNight` : message,
    words: {
      replies: burst.replies.length,
      senders: burst.senders,
      minutes: Math.max(1, Math.round(burst.spanSeconds / 60)),
      night
    },
    // Those who answer do as they are told; whoever wants the queue could do without it.
    owner: 'asker',
    places: messages.map(({ number }) => ({ path, message: number })),
    members: messages.map(({ at, text }) => sha256(`${at}\n${text}`)),
    indications: indicationsOf(evidence, burst),
    detail: detailOf(conversation, burst)
  }
}

/** Receipts of ten and more, all the same, are a queue; five may be a small office that is polite. */
const MANY = 10
/** Kendall's tau above which two queues stood in one order, with enough in both to tell (12 pairs of 15 agree). */
const SAME_ORDER = 0.6
const LEAST_IN_BOTH = 6

function indicationsOf(evidence: Evidence, burst: ReplyBurst): Indication[] {
  const { messages } = evidence.conversations[burst.conversation]!
  const notice = burst.trigger === undefined ? undefined : messages[burst.trigger]!
  const indications: Indication[] = []
  const add = (code: string, family: Indication['family'], weight: number, words: Indication['words'] = {}) =>
    indications.push({ code, family, weight, words })
  const same = Math.round(100 * burst.sameShare)
  const size = burst.senders >= MANY ? 1.7 : 1.3
  add('queue', 'conversation', size - (notice ? 0 : 0.6) - (burst.sameShare < 0.8 ? 0.1 : 0), {
    senders: burst.senders,
    same
  })
  if (notice && ASKED.test(notice.text)) add('asked', 'conversation', 0.5)
  const tau = sameOrder(evidence, burst)
  if (tau >= SAME_ORDER) add('sameOrder', 'regularity', 0.8, { agreement: Math.round(100 * tau) })
  const seconds = burst.replies.map(index => wallSeconds(messages[index]!.at)).sort((a, b) => a - b)
  if (isEven(seconds)) add('evenGaps', 'regularity', 0.5, { seconds: burst.medianGapSeconds })
  const night = burst.replies.filter(index => isNight(messages[index]!)).length
  if (night >= burst.replies.length / 2) add('night', 'regularity', 0.3, { night })
  const before = messages.slice(Math.max(0, (burst.trigger ?? burst.replies[0]!) - 3), burst.replies[0]!)
  const called = before.find(({ text }) => EMERGENCY.test(text))
  // A warning explains the queue whatever else is regular about it: no more than a hint is left.
  if (called) add('emergency', 'claims', -2.5)
  return indications
}

const ASKED = /收到.{0,4}(?:回复|请回|回1|扣1)|(?:回复|扣|回)\s*[“"「]?(?:收到|1)/u

/** Highest agreement in order with another queue of the same conversation, −1 … 1; −1 when there is none to compare. */
function sameOrder({ conversations, replyBursts }: Evidence, burst: ReplyBurst): number {
  const own = arrivals(conversations[burst.conversation]!, burst)
  let best = -1
  for (const other of replyBursts) {
    if (other === burst || other.conversation !== burst.conversation) continue
    const theirs = arrivals(conversations[other.conversation]!, other)
    const both = own.filter(sender => theirs.includes(sender))
    if (both.length >= LEAST_IN_BOTH)
      best = Math.max(best, kendall(both.map(sender => theirs.indexOf(sender))))
  }
  return best
}

/** Order is compared among the first hundred senders: the groups of a township have fewer. */
const MOST_SENDERS = 100

function arrivals({ messages }: Conversation, { replies }: ReplyBurst): string[] {
  return [...new Set(replies.map(index => senderOf(messages[index]!)))].slice(0, MOST_SENDERS)
}

function kendall(ranks: readonly number[]): number {
  let agreeing = 0
  let pairs = 0
  for (let i = 0; i < ranks.length; i++) {
    for (let j = i + 1; j < ranks.length; j++) {
      pairs++
      agreeing += ranks[i]! < ranks[j]! ? 1 : -1
    }
  }
  return agreeing / pairs
}

/** Gaps between human answers scatter like waiting times (deviation about the mean); a quarter of it is a metronome. */
const EVEN_DEVIATION = 0.25
const LEAST_GAPS = 8

function isEven(seconds: readonly number[]): boolean {
  const gaps = seconds.slice(1).map((second, i) => second - seconds[i]!)
  if (gaps.length < LEAST_GAPS) return false
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length
  // Exports to the minute make every gap 0 or 60.
  if (mean < 2 || seconds.every(second => second % 60 === 0)) return false
  const spread = Math.sqrt(gaps.reduce((sum, gap) => sum + (gap - mean) ** 2, 0) / gaps.length)
  return spread < EVEN_DEVIATION * mean
}

/** Roles, as `roleLabel` of the words knows them; names are not shown, and masking looks after those of senders in the text. */
function detailOf(conversation: Conversation, burst: ReplyBurst): Detail {
  const { trigger } = burst
  const indices = trigger === undefined ? burst.replies : [trigger, ...burst.replies]
  const members = new Map<string, string>()
  const asker = trigger === undefined ? undefined : senderOf(conversation.messages[trigger]!)
  const roleOf = (sender: string): string => {
    if (sender === asker) return 'asker'
    if (!members.has(sender)) members.set(sender, `member${members.size + 1}`)
    return members.get(sender)!
  }
  return {
    kind: 'messages',
    messages: indices.slice(0, MOST_QUOTED).map((index, place) => {
      const message = conversation.messages[index]!
      return {
        place,
        at: message.at,
        role: roleOf(senderOf(message)),
        text: clip(withoutNames(message.text), MOST_TEXT),
        reply: index !== trigger
      }
    }),
    total: indices.length
  }
}

/** Whom an @ addresses, the lines of a 接龙 and the name before a receipt may be people who never wrote a message. */
function withoutNames(text: string): string {
  return text
    .slice(0, 2 * MOST_TEXT)
    .replace(/@(?!所有人|全体)[^\s@]{1,30}/gu, '@…')
    .replace(/^(\s*\d{1,3}[.、]\s*).+$/gmu, '$1…')
    .replace(/^[\u4e00-\u9fa5]{2,4}(?=[:：]?收到)/u, word => (PLACE.test(word) ? word : '…'))
}

/** A place or an office before its receipt may stand: it names no person. */
const PLACE = /(?:村|社区|镇|乡|街道|局|办|站|所|支部|网格|已|组)$/u

function isNight({ at }: Message): boolean {
  const hour = Number(at.slice(11).split(':')[0])
  return isTimed({ at }) && (hour >= 22 || hour < 6)
}

function senderOf({ senderId, sender }: Message): string {
  return senderId ?? sender
}

function isTimed({ at }: Pick<Message, 'at'>): boolean {
  return /^\d{4}-\d\d-\d\d[T ]\d{1,2}:\d\d/.test(at)
}
