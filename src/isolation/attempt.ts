import type { Part } from '../model/reading.ts'
import type { Child } from './child-process.ts'
import { checkMessage } from './check-message.ts'
import { WINDOW, type FromChild, type PoolName, type ReadJob } from './protocol.ts'
import { ReadTrouble } from './trouble.ts'

/** How one try to read a material ended. `resident`: most bytes the child held. */
export type Outcome =
  | { end: 'done'; resident: number }
  | { end: 'elsewhere'; pool: PoolName }
  | { end: 'crashed'; detail: string }
  | { end: 'memory' }
  | { end: 'time'; detail: string }

export interface AttemptHandlers {
  /** Takes a part; it is acknowledged when the promise settles. Throws for a part that cannot be true. */
  take(part: Part): Promise<unknown> | undefined
  /** The child waits for acknowledgements that we owe it, or works again. */
  waiting(waiting: boolean): void
}

/** Milliseconds between looks at the clock. Ticks are counted, not hours: a laptop asleep is not a hang. */
const TICK = 100
/** Milliseconds a child may take to start; a tenth of a second is usual, a busy old machine needs several. */
const START = 60_000

/** One job on one child. Rejects only for our own mistakes; the child is dead after anything but `done` and `elsewhere`. */
export async function attempt(child: Child, job: ReadJob, handlers: AttemptHandlers): Promise<Outcome> {
  let settle!: (outcome: Outcome) => void
  let refuse!: (error: unknown) => void
  const settled = new Promise<Outcome>((resolve, reject) => {
    settle = resolve
    refuse = reject
  })
  const fail = (error: unknown) => {
    if (error instanceof ReadTrouble) settle({ end: 'crashed', detail: error.detail })
    else refuse(error)
  }
  let seq = 0
  let owed = 0
  let silent = 0
  let spent = 0
  let starting = 0

  const acknowledge = (number: number) => {
    owed--
    silent = 0
    child.send({ type: 'ack', job: job.id, seq: number })
    if (owed === WINDOW - 1) handlers.waiting(false)
  }
  const take = (message: Extract<FromChild, { type: 'part' }>) => {
    if (message.seq !== ++seq) throw new ReadTrouble('E_CRASHED', 'parts arrived out of order')
    const { part } = message
    if (part.part === 'end') {
      void handlers.take(part)
      return settle({ end: 'done', resident: message.resident ?? 0 })
    }
    if (++owed > WINDOW) throw new ReadTrouble('E_CRASHED', 'parts arrived unasked')
    const taken = handlers.take(part)
    if (!taken) return acknowledge(message.seq)
    if (owed === WINDOW) handlers.waiting(true)
    taken.then(() => acknowledge(message.seq), fail)
  }
  child.onMessage = message => {
    silent = 0
    try {
      const said = checkMessage(message)
      if (said.job !== job.id) return
      if (said.type === 'part') take(said)
      else if (said.type === 'elsewhere') {
        if (seq > 0) throw new ReadTrouble('E_CRASHED', 'handed on after reading')
        settle({ end: 'elsewhere', pool: said.pool })
      }
    } catch (error) {
      fail(error)
    }
  }
  const clock = setInterval(() => {
    if (!child.started) {
      starting += TICK
      if (starting > START) settle({ end: 'crashed', detail: 'the reader did not start' })
      return
    }
    if (owed === 0) silent += TICK
    if (owed < WINDOW) spent += TICK
    if (silent > job.limits.stall)
      settle({ end: 'time', detail: `no sign of life for ${job.limits.stall / 1000} s` })
    if (spent > job.limits.total)
      settle({ end: 'time', detail: `not finished after ${Math.round(job.limits.total / 1000)} s` })
  }, TICK)
  void child.gone.then(() => {
    settle(
      child.ended === 'memory' ? { end: 'memory' } : { end: 'crashed', detail: 'the reader ended early' }
    )
  })

  child.jobs++
  child.send({ type: 'read', job })
  const outcome = await settled.finally(() => clearInterval(clock))
  child.onMessage = () => {}
  handlers.waiting(false)
  if (outcome.end !== 'done' && outcome.end !== 'elsewhere') {
    child.kill()
    await child.gone
  }
  return outcome
}
