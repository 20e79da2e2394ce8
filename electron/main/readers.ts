import type { MessageChannelMain, UtilityProcess } from 'electron'
import type { ReaderWish, ToDesk } from '../worker/protocol.ts'

/** More children than any setting allows (64 in each of two pools, one alone in each). */
const MOST = 130
/** A child is told in JSON what it is; more than this is no such thing. */
const LONGEST_START = 16_384

export interface Starter {
  /** Starts the reading child's program, and no other, with this one argument. */
  fork(start: string): UtilityProcess
  channel(): MessageChannelMain
  /** Ends a process that does not listen: SIGKILL where there are signals. */
  kill(pid: number): void
}

/**
 * The reading children, started by main because only main can, in the desk's name. Main joins child and desk by a
 * port and sees nothing of what they say.
 */
export class Readers {
  private readonly children = new Map<number, UtilityProcess>()

  constructor(private readonly starter: Starter) {}

  wish(reader: number, wish: ReaderWish, desk: Pick<UtilityProcess, 'postMessage'>): void {
    if (wish.what === 'kill') return this.kill(reader)
    const post = (message: ToDesk): void => desk.postMessage(message)
    if (this.children.has(reader)) return
    if (this.children.size >= MOST || wish.start.length > LONGEST_START)
      return post({ type: 'reader-gone', reader })
    const child = this.starter.fork(wish.start)
    const { port1, port2 } = this.starter.channel()
    this.children.set(reader, child)
    child.stderr?.on('data', (chunk: Buffer) =>
      post({ type: 'reader-errors', reader, text: chunk.toString().slice(-4000) })
    )
    child.once('exit', () => {
      this.children.delete(reader)
      post({ type: 'reader-gone', reader })
    })
    child.postMessage({ type: 'port' }, [port1])
    desk.postMessage({ type: 'reader-port', reader } satisfies ToDesk, [port2])
  }

  /** When the desk fell or the program ends: nobody is left to read for. */
  killAll(): void {
    for (const reader of this.children.keys()) this.kill(reader)
  }

  get size(): number {
    return this.children.size
  }

  private kill(reader: number): void {
    const child = this.children.get(reader)
    if (!child) return
    // A child deep in a loop never gets to a polite request.
    if (child.pid !== undefined) this.starter.kill(child.pid)
    else child.kill()
  }
}
