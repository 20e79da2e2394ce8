import type { ServerResponse } from 'node:http'
import type { DeskEvent } from '../../desk/contract.ts'
import { EVERY_ANSWER } from '../../support/web/policy.ts'
import type { Clock } from './clock.ts'

/** A line at least this often, so that both ends notice when the other is gone. */
const BEAT = 5000
/** The program ends this long after its last window closed: enough for a reload. */
export const LINGER = 10_000
/** A window that does not read (a sleeping tab) is let go at this many unsent bytes; it asks again when it wakes. */
const BACKLOG = 8 * 2 ** 20
/** Two or three tabs are usual; more than this is no person. */
const MOST_WINDOWS = 16

/** The windows that listen, each by one long answer of JSON lines. */
export class Windows {
  private readonly open = new Set<ServerResponse>()
  private pending: (() => void) | undefined
  /** Packages put on the desk before any window was there to hear of it. */
  private unheard: DeskEvent[] = []

  constructor(
    private readonly clock: Clock,
    private readonly onLastGone: () => void
  ) {}

  /** False when there are too many. */
  add(response: ServerResponse): boolean {
    if (this.open.size >= MOST_WINDOWS) return false
    this.pending?.()
    this.pending = undefined
    response.writeHead(200, {
      ...EVERY_ANSWER,
      'content-security-policy': "default-src 'none'",
      'content-type': 'application/x-ndjson; charset=utf-8'
    })
    this.open.add(response)
    const stop = this.clock.every(BEAT, () => this.write(response, { type: 'beat' }))
    response.on('close', () => {
      stop()
      this.open.delete(response)
      if (this.open.size === 0) this.pending = this.clock.after(LINGER, this.onLastGone)
    })
    this.write(response, { type: 'beat' })
    for (const event of this.unheard.splice(0)) this.write(response, event)
    return true
  }

  send(event: DeskEvent): void {
    if (this.open.size === 0 && event.type === 'open') this.unheard.push(event)
    for (const response of this.open) this.write(response, event)
  }

  end(): void {
    this.pending?.()
    this.pending = undefined
    for (const response of this.open) response.end()
  }

  private write(response: ServerResponse, line: DeskEvent | { type: 'beat' }): void {
    if (response.writableLength > BACKLOG) response.destroy()
    else response.write(`${JSON.stringify(line)}\n`)
  }
}
