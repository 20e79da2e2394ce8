import { EventEmitter } from 'node:events'
import { PassThrough } from 'node:stream'
import type { Fork } from '../../index.ts'
import type { FromHost, ToHost } from './protocol.ts'

/**
 * A `Fork` for a thread that may not start processes itself: the host's process starts each child, and what both say
 * goes through messages. The parts stay within the protocol's window, so nothing piles up on the way.
 */
export function farFork(post: (message: ToHost) => void): { fork: Fork; hear(message: FromHost): void } {
  const children = new Map<number, { events: EventEmitter; stderr: PassThrough }>()
  let last = 0
  const fork: Fork = (entry, args, options) => {
    const child = ++last
    const events = new EventEmitter()
    const stderr = new PassThrough()
    children.set(child, { events, stderr })
    post({ child, start: { entry, args, options: { ...options } } })
    return {
      stderr,
      send: (message, done) => {
        post({ child, send: message })
        done?.(null)
      },
      kill: () => post({ child, kill: true }),
      on: (event: string, listener: (...args: unknown[]) => void) => events.on(event, listener)
    }
  }
  const hear = (message: FromHost): void => {
    const known = children.get(message.child)
    if (!known) return
    if ('message' in message) known.events.emit('message', message.message)
    else if ('errors' in message) known.stderr.write(message.errors)
    else {
      children.delete(message.child)
      known.stderr.end()
      known.events.emit('close')
    }
  }
  return { fork, hear }
}

/** The other end: starts children for a thread and ends them all with it. */
export function hostForks(
  fork: Fork,
  post: (message: FromHost) => void
): { hear(message: ToHost): void; end(): void } {
  const children = new Map<number, ReturnType<Fork>>()
  const hear = (message: ToHost): void => {
    const { child } = message
    if ('start' in message) {
      const { entry, args, options } = message.start
      const started = fork(entry, args, options)
      children.set(child, started)
      const close = (): void => {
        if (children.delete(child)) post({ child, close: true })
      }
      started.on('message', said => post({ child, message: said }))
      started.stderr?.on('data', chunk => post({ child, errors: String(chunk) }))
      started.on('close', close)
      started.on('error', close)
    } else if ('send' in message) children.get(child)?.send(message.send, () => {})
    else children.get(child)?.kill('SIGKILL')
  }
  const end = (): void => {
    for (const child of children.values()) child.kill('SIGKILL')
  }
  return { hear, end }
}
