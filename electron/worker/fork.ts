import { EventEmitter } from 'node:events'
import { PassThrough } from 'node:stream'
import type { Fork } from '../../src/index.ts'
import type { ReaderWish, ToDesk } from './protocol.ts'

/** What of a port is used here; `MessagePortMain` has it. */
export interface Port {
  postMessage(message: unknown): void
  on(event: 'message', listener: (event: { data: unknown }) => void): unknown
  start(): void
  close(): void
}

export type ReaderNews = Extract<ToDesk, { reader: number }>

/**
 * A `Fork` for the desk's process in Electron, where no process may be started but by main: main starts the child and
 * sends a port to it. Which program runs is main's own, so the entry asked for is not passed on; neither are Node's
 * flags, which mean nothing there (see the README on what isolates and what does not).
 */
export function portFork(ask: (reader: number, wish: ReaderWish) => void): {
  fork: Fork
  hear(news: ReaderNews, port?: Port): void
} {
  const children = new Map<number, Child>()
  let last = 0
  const fork: Fork = (_entry, args) => {
    const reader = ++last
    const child = new Child(() => ask(reader, { what: 'kill' }))
    children.set(reader, child)
    ask(reader, { what: 'start', start: args[0] ?? '{}' })
    return child
  }
  const hear = (news: ReaderNews, port?: Port): void => {
    const child = children.get(news.reader)
    if (!child) return port?.close()
    if (news.type === 'reader-port') child.join(port!)
    else if (news.type === 'reader-errors') child.stderr.write(news.text)
    else {
      children.delete(news.reader)
      child.leave()
    }
  }
  return { fork, hear }
}

class Child {
  readonly stderr = new PassThrough()
  private readonly events = new EventEmitter()
  private port: Port | undefined
  /** Said before the port was there. */
  private readonly unsaid: object[] = []

  constructor(readonly kill: () => void) {}

  send(message: object, done?: (error: Error | null) => void): void {
    if (this.port) this.port.postMessage(message)
    else this.unsaid.push(message)
    done?.(null)
  }

  on(event: string, listener: (...given: unknown[]) => void): unknown {
    return this.events.on(event, listener)
  }

  join(port: Port): void {
    this.port = port
    port.on('message', ({ data }) => this.events.emit('message', data))
    port.start()
    for (const message of this.unsaid.splice(0)) port.postMessage(message)
  }

  leave(): void {
    this.port?.close()
    this.stderr.end()
    this.events.emit('close')
  }
}
