import type { Detail } from '../../../src/model/audit.ts'

type Message = Extract<Detail, { kind: 'messages' }>['messages'][number]

/** What a conversation is shown as: days, gaps, messages; replies that follow each other stand in one queue. */
export type Turn =
  | { kind: 'day'; day: string }
  | { kind: 'gap'; seconds: number }
  | { kind: 'message'; message: Message }
  | { kind: 'queue'; messages: readonly Message[]; seconds: number }

/** A pause worth showing. */
const GAP_SECONDS = 10 * 60
/** So many replies in a row are a queue; two are manners. */
const QUEUE = 3

export function turnsOf(messages: readonly Message[]): Turn[] {
  const turns: Turn[] = []
  let before: Message | undefined
  for (let at = 0; at < messages.length;) {
    const message = messages[at]!
    turns.push(...between(before, message))
    const run = message.reply ? queueFrom(messages, at) : []
    if (run.length >= QUEUE) {
      turns.push({ kind: 'queue', messages: run, seconds: secondsBetween(run[0]!.at, run.at(-1)!.at) ?? 0 })
      at += run.length
      before = run.at(-1)
    } else {
      turns.push({ kind: 'message', message })
      at++
      before = message
    }
  }
  return turns
}

/** Replies in a row of one day, without a pause between them. */
function queueFrom(messages: readonly Message[], start: number): Message[] {
  const run = [messages[start]!]
  for (const message of messages.slice(start + 1)) {
    if (!message.reply || between(run.at(-1), message).length > 0) break
    run.push(message)
  }
  return run
}

function between(before: Message | undefined, message: Message): Turn[] {
  const day = message.at.slice(0, 10)
  if (day !== before?.at.slice(0, 10)) return day ? [{ kind: 'day', day }] : []
  const seconds = before ? secondsBetween(before.at, message.at) : undefined
  return seconds !== undefined && seconds >= GAP_SECONDS ? [{ kind: 'gap', seconds }] : []
}

/** Between two wall-clock times; undefined when one says no time of day. */
export function secondsBetween(from: string, to: string): number | undefined {
  const start = wallSeconds(from)
  const end = wallSeconds(to)
  return start === undefined || end === undefined ? undefined : end - start
}

/** Wall-clock seconds since 1970, without any zone. */
export function wallSeconds(at: string): number | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2}))?)?/u.exec(at)
  if (!match) return undefined
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = match
    .slice(1)
    .map(each => Number(each ?? 0))
  return Date.UTC(year, month - 1, day, hour, minute, second) / 1000
}
