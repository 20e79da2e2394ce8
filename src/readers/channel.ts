import { WINDOW, type FromChild } from '../isolation/protocol.ts'
import type { Part, PartCounts } from '../model/reading.ts'

/** Milliseconds between signs of life. */
const BEAT_EVERY = 1000

/** One job's parts on their way to the parent: at most `WINDOW` unacknowledged, counted, closed by `end`. */
export interface Channel {
  send(part: Part): Promise<void>
  beat(): void
  acknowledge(job: number, seq: number): void
  end(resident: number): Promise<void>
}

export function openChannel(job: number, say: (message: FromChild) => void): Channel {
  const counts: PartCounts = { parts: 0, blocks: 0, rows: 0, messages: 0, members: 0 }
  const waiting = new Set<number>()
  let wake: (() => void) | undefined
  let seq = 0
  let last = 0

  return {
    async send(part) {
      while (waiting.size >= WINDOW) await new Promise<void>(resolve => (wake = resolve))
      count(counts, part)
      last = performance.now()
      waiting.add(++seq)
      say({ type: 'part', job, seq, part })
    },
    beat() {
      if (performance.now() - last < BEAT_EVERY) return
      last = performance.now()
      say({ type: 'beat', job })
    },
    acknowledge(of, number) {
      if (of !== job || !waiting.delete(number)) return
      wake?.()
      wake = undefined
    },
    async end(resident) {
      // `end` is not acknowledged: after it the child is free.
      say({ type: 'part', job, seq: ++seq, part: { part: 'end', counts }, resident })
    }
  }
}

export function count(counts: PartCounts, part: Part): void {
  counts.parts++
  if (part.part === 'blocks') counts.blocks += part.blocks.length
  else if (part.part === 'rows') counts.rows += part.rows.length
  else if (part.part === 'messages') counts.messages += part.messages.length
  else if (part.part === 'member') counts.members++
}
