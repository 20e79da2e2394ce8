import lexicon from '../../resources/lexicon/replies.json'
import type { Conversation, ReplyBurst } from '../model/evidence.ts'
import type { Message } from '../model/reading.ts'
import { wallSeconds } from '../support/dates.ts'
import type { Tick } from '../support/tick.ts'
import { isCourtesy, jielongOf, receiptOf } from './reply-text.ts'
import { isTrigger } from './reply-triggers.ts'

const { window_minutes, min_distinct_senders, min_same_share } = lexicon.burst_rule
const WINDOW = 60 * window_minutes
/** A notice is answered within a day. */
const TRIGGER_REACH = 24 * 3600
/** Among the messages of its stretch at least this share are receipts: in a lively talk some 好的 always fall. */
const RECEIPT_SHARE = 0.5
/** Messages looked at per conversation: some ten years of a busy group. */
const MOST_MESSAGES = 1_000_000

interface Reply {
  index: number
  seconds: number
  sender: string
  key: string
}

/** Queues of receipts: at least five senders who say the same within half an hour, split by what they answer to. In order of conversation and time. */
export function findReplyBursts(conversations: readonly Conversation[], tick: Tick): ReplyBurst[] {
  return conversations.flatMap(({ messages }, conversation) => {
    tick(conversation, conversations.length)
    return [...receiptBursts(messages, tick), ...jielongBursts(messages)]
      .map(burst => ({ conversation, ...burst }))
      .sort((a, b) => a.replies[0]! - b.replies[0]!)
  })
}

type Burst = Omit<ReplyBurst, 'conversation'>

function receiptBursts(messages: readonly Message[], tick: Tick): Burst[] {
  const bursts: Burst[] = []
  let trigger: number | undefined
  let replies: Reply[] = []
  const close = () => {
    for (const stretch of stretches(replies)) {
      const burst = toBurst(messages, trigger, stretch)
      if (burst) bursts.push(burst)
    }
    replies = []
  }
  for (let index = 0; index < Math.min(messages.length, MOST_MESSAGES); index++) {
    if (index % 4096 === 0) tick()
    const message = messages[index]!
    if (!isTimed(message)) continue
    if (isTrigger(message)) {
      close()
      trigger = index
      continue
    }
    const key = message.kind === 'system' ? undefined : receiptOf(message.text)
    if (key === undefined) continue
    replies.push({ index, seconds: wallSeconds(message.at), sender: senderOf(message), key })
  }
  close()
  return bursts
}

/** Stretches in which every window of half an hour around a reply belongs to one with enough senders. */
function stretches(replies: readonly Reply[]): Reply[][] {
  const inOrder = [...replies].sort((a, b) => a.seconds - b.seconds || a.index - b.index)
  const dense = new Uint8Array(inOrder.length)
  const senders = new Map<string, number>()
  let from = 0
  let marked = 0 // replies before this one are marked already
  inOrder.forEach((reply, to) => {
    senders.set(reply.sender, (senders.get(reply.sender) ?? 0) + 1)
    while (reply.seconds - inOrder[from]!.seconds > WINDOW) {
      const gone = inOrder[from++]!.sender
      if (senders.get(gone) === 1) senders.delete(gone)
      else senders.set(gone, senders.get(gone)! - 1)
    }
    if (senders.size < min_distinct_senders) return
    dense.fill(1, Math.max(from, marked), to + 1)
    marked = to + 1
  })
  const found: Reply[][] = []
  let open: Reply[] = []
  inOrder.forEach((reply, i) => {
    if (dense[i] === 1 && (open.length === 0 || reply.seconds - open.at(-1)!.seconds <= WINDOW)) {
      open.push(reply)
      return
    }
    if (open.length > 0) found.push(open)
    open = dense[i] === 1 ? [reply] : []
  })
  if (open.length > 0) found.push(open)
  return found
}

function toBurst(
  messages: readonly Message[],
  trigger: number | undefined,
  stretch: readonly Reply[]
): Burst | undefined {
  const counts = new Map<string, number>()
  for (const { key } of stretch) counts.set(key, (counts.get(key) ?? 0) + 1)
  const [key, most] = [...counts].reduce((best, each) => (each[1] > best[1] ? each : best))
  const sameShare = most / stretch.length
  if (sameShare < min_same_share) return undefined
  const first = Math.min(...stretch.map(({ index }) => index))
  const last = Math.max(...stretch.map(({ index }) => index))
  const said = messages.slice(first, last + 1).filter(({ kind }) => kind !== 'system').length
  if (stretch.length < RECEIPT_SHARE * said) return undefined
  const seconds = stretch.map(reply => reply.seconds)
  const isAnswer = answers(messages, trigger, seconds[0]!)
  if (!isAnswer && isCourtesy(key)) return undefined
  return {
    ...(isAnswer ? { trigger } : {}),
    replies: stretch.map(({ index }) => index).sort((a, b) => a - b),
    senders: new Set(stretch.map(({ sender }) => sender)).size,
    medianGapSeconds: medianGap(seconds),
    sameShare,
    spanSeconds: seconds.at(-1)! - seconds[0]!
  }
}

/** A 接龙 of receipts: its posts are the arrivals, the longest version says how many took part. */
function jielongBursts(messages: readonly Message[]): Burst[] {
  const byHead = new Map<string, { index: number; entries: number; receipts: boolean }[]>()
  messages.slice(0, MOST_MESSAGES).forEach((message, index) => {
    const list = message.kind === 'text' && isTimed(message) ? jielongOf(message.text) : undefined
    if (!list) return
    const posts = byHead.get(list.head)
    if (posts) posts.push({ index, ...list })
    else byHead.set(list.head, [{ index, ...list }])
  })
  return [...byHead.values()].flatMap(posts => {
    const longest = posts.reduce((best, post) => (post.entries > best.entries ? post : best))
    if (longest.entries < min_distinct_senders || !longest.receipts) return []
    const seconds = posts.map(({ index }) => wallSeconds(messages[index]!.at)).sort((a, b) => a - b)
    const first = posts[0]!.index
    const trigger = findTrigger(messages, first)
    return {
      ...(trigger === undefined ? {} : { trigger }),
      replies: posts.map(({ index }) => index),
      senders: longest.entries,
      medianGapSeconds: medianGap(seconds),
      sameShare: 1,
      spanSeconds: seconds.at(-1)! - seconds[0]!
    }
  })
}

function findTrigger(messages: readonly Message[], before: number): number | undefined {
  // The notice a 接龙 answers to stands close above it.
  for (let index = before - 1; index >= Math.max(0, before - 50); index--) {
    if (!isTimed(messages[index]!) || !isTrigger(messages[index]!)) continue
    return answers(messages, index, wallSeconds(messages[before]!.at)) ? index : undefined
  }
  return undefined
}

function answers(messages: readonly Message[], trigger: number | undefined, seconds: number): boolean {
  if (trigger === undefined) return false
  const since = seconds - wallSeconds(messages[trigger]!.at)
  return since >= 0 && since <= TRIGGER_REACH
}

function medianGap(seconds: readonly number[]): number {
  const gaps = seconds
    .slice(1)
    .map((second, i) => second - seconds[i]!)
    .sort((a, b) => a - b)
  return gaps.length === 0 ? 0 : gaps[gaps.length >> 1]!
}

function senderOf({ senderId, sender }: Message): string {
  return senderId ?? sender
}

function isTimed({ at }: Message): boolean {
  return /^\d{4}-\d\d-\d\d[T ]\d{1,2}:\d\d/.test(at)
}
