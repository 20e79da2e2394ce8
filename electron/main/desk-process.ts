import type { MessageEvent, MessagePortMain, UtilityProcess } from 'electron'
import type { DeskEvent, Location } from '../../src/desk/contract.ts'
import type { FromDesk, ToDesk } from '../worker/protocol.ts'

/** A desk that ends by itself more often than this within its life is not started again. */
const MOST_FALLS = 3

export interface DeskProcessOptions {
  start: () => UtilityProcess
  /** The desk's wish for a reading child; see `readers.ts`. */
  onReader: (message: Extract<FromDesk, { type: 'reader' }>, desk: UtilityProcess) => void
  onEvent: (event: DeskEvent) => void
  /** It fell; whoever started something in its name ends it. */
  onFall: () => void
  onGivenUp: () => void
}

/** The desk in its own process, as main asks it. It is started again when it falls; what was asked then is refused. */
export class DeskProcess {
  private process: UtilityProcess
  private readonly waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>()
  private asked = 0
  private falls = 0
  private ending = false

  constructor(private readonly options: DeskProcessOptions) {
    this.process = this.begin()
  }

  call(method: string, input: unknown): Promise<unknown> {
    return this.ask({ what: 'call', method, input })
  }

  locate(path: string): Promise<Location> {
    return this.ask({ what: 'locate', path }) as Promise<Location>
  }

  takePreview(token: string): Promise<string | Uint8Array | undefined> {
    return this.ask({ what: 'takePreview', token }) as Promise<string | Uint8Array | undefined>
  }

  /** Lets it finish what it writes; ends it after so many milliseconds all the same. */
  async end(patience = 5000): Promise<void> {
    if (this.ending) return
    this.ending = true
    const gone = new Promise<void>(resolve => this.process.once('exit', () => resolve()))
    const last = setTimeout(() => this.process.kill(), patience)
    this.process.postMessage({ type: 'end' } satisfies ToDesk)
    await gone
    clearTimeout(last)
  }

  private begin(): UtilityProcess {
    const started = this.options.start()
    started.on('message', (message: FromDesk) => {
      if (message.type === 'event') this.options.onEvent(message.event)
      else if (message.type === 'reader') this.options.onReader(message, started)
      else this.settle(message)
    })
    started.on('exit', () => this.fell())
    return started
  }

  private settle(message: Extract<FromDesk, { type: 'answer' }>): void {
    const asked = this.waiting.get(message.id)
    this.waiting.delete(message.id)
    if (message.error) asked?.reject(Object.assign(new Error(message.error.code), message.error))
    else asked?.resolve(message.value)
  }

  private fell(): void {
    for (const { reject } of this.waiting.values())
      reject(Object.assign(new Error('the desk ended'), { code: 'crashed', detail: '' }))
    this.waiting.clear()
    this.options.onFall()
    if (this.ending) return
    this.falls += 1
    if (this.falls > MOST_FALLS) return this.options.onGivenUp()
    this.process = this.begin()
    // The window asks for the state of things anew.
    this.options.onEvent({ type: 'queue' })
  }

  private ask(what: AskOf): Promise<unknown> {
    if (this.ending)
      return Promise.reject(Object.assign(new Error('ending'), { code: 'disconnected', detail: '' }))
    const id = ++this.asked
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject })
      this.process.postMessage({ type: 'ask', id, ...what } satisfies ToDesk)
    })
  }
}

type AskOf =
  Extract<ToDesk, { type: 'ask' }> extends infer Each
    ? Each extends { what: string }
      ? Omit<Each, 'type' | 'id'>
      : never
    : never

export type { MessageEvent, MessagePortMain }
