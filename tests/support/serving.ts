import { mkdirSync, writeFileSync } from 'node:fs'
import { request as send, type IncomingHttpHeaders } from 'node:http'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Clock } from '../../src/cli/serve/clock.ts'
import { startServer, type RunningServer } from '../../src/cli/serve/server.ts'
import { assetsIn } from '../../src/support/web/assets.ts'
import { DeskDouble } from './desk-double.ts'
import { temporaryFolder } from './paths.ts'

/** A clock that stands still until it is moved. */
export class HandClock implements Clock {
  private now = 0
  private readonly due: { at: number; act: () => void; again?: number }[] = []

  after(milliseconds: number, act: () => void): () => void {
    return this.plan({ at: this.now + milliseconds, act })
  }

  every(milliseconds: number, act: () => void): () => void {
    return this.plan({ at: this.now + milliseconds, act, again: milliseconds })
  }

  move(milliseconds: number): void {
    const until = this.now + milliseconds
    for (;;) {
      const next = this.due.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0]
      if (!next) break
      this.now = next.at
      this.due.splice(this.due.indexOf(next), 1)
      if (next.again !== undefined) this.due.push({ ...next, at: next.at + next.again })
      next.act()
    }
    this.now = until
  }

  /** What is waited for: the interval of what repeats, 0 for what happens once. */
  get planned(): readonly number[] {
    return this.due.map(({ again = 0 }) => again)
  }

  private plan(each: { at: number; act: () => void; again?: number }): () => void {
    this.due.push(each)
    return () => {
      const at = this.due.findIndex(({ act }) => act === each.act)
      if (at >= 0) this.due.splice(at, 1)
    }
  }
}

export interface Reply {
  status: number
  headers: IncomingHttpHeaders
  body: Buffer
  json: () => unknown
}

export interface Serving {
  server: RunningServer
  desk: DeskDouble
  clock: HandClock
  token: string
  /** The header a session is shown with. */
  session(): Promise<Record<string, string>>
  ask(method: string, path: string, options?: Ask): Promise<Reply>
  /** Opens the stream of events; `lines` grows. */
  listen(headers: Record<string, string>): Promise<{ lines: string[]; close(): void }>
}

export interface Ask {
  headers?: Record<string, string | string[]>
  body?: string | Uint8Array
  /** The headers a window of ours would send, left out. */
  bare?: boolean
}

/** A server on a window of two files, with a desk that is none; ended with the test. */
export async function serving(): Promise<Serving> {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>window</title>')
  writeFileSync(join(folder, 'assets/index-a1.js'), 'export {}')
  writeFileSync(join(folder, '..', 'beside.html'), 'beside')
  const desk = new DeskDouble()
  const clock = new HandClock()
  const server = await startServer({ desk, clock, assets: assetsIn(folder)! })
  onTestFinished(() => server.end())
  const token = /#t=(.+)$/.exec(server.address)![1]!
  const own = `http://127.0.0.1:${server.port}`
  const ask: Serving['ask'] = (method, path, { headers = {}, body, bare } = {}) =>
    new Promise((resolve, reject) => {
      const usual = { origin: own, 'content-type': 'application/json' }
      const outgoing = send(
        { port: server.port, host: '127.0.0.1', method, path, headers: { ...(method === 'POST' && !bare && usual), ...headers } }, // prettier-ignore
        incoming => {
          const chunks: Buffer[] = []
          incoming.on('data', chunk => chunks.push(chunk as Buffer))
          incoming.on('end', () => {
            const whole = Buffer.concat(chunks)
            resolve({ status: incoming.statusCode!, headers: incoming.headers, body: whole, json: () => JSON.parse(whole.toString()) }) // prettier-ignore
          })
        }
      )
      outgoing.on('error', reject)
      outgoing.end(body)
    })
  return {
    server,
    desk,
    clock,
    token,
    ask,
    async session() {
      const { session } = (await ask('POST', '/session', { body: JSON.stringify({ token }) })).json() as { session: string } // prettier-ignore
      return { 'x-henshi-session': session }
    },
    listen: headers =>
      new Promise((resolve, reject) => {
        const outgoing = send(
          { port: server.port, host: '127.0.0.1', path: '/events', headers },
          incoming => {
            const lines: string[] = []
            incoming.on('data', (chunk: Buffer) =>
              lines.push(...chunk.toString().split('\n').filter(Boolean))
            )
            incoming.on('error', () => {})
            resolve({ lines, close: () => outgoing.destroy() })
          }
        )
        outgoing.on('error', reject)
        outgoing.end()
      })
  }
}

/** Waits for something that comes over the wire; a ceiling, not a measure. */
export async function until(holds: () => boolean): Promise<void> {
  const end = Date.now() + 10_000
  while (!holds()) {
    if (Date.now() > end) throw new Error('it never came')
    await new Promise(resolve => setTimeout(resolve, 5))
  }
}
