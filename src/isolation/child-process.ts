import { fork as forkNode, type ForkOptions } from 'node:child_process'
import type { Readable } from 'node:stream'
import type { Paths } from '../model/paths.ts'
import type { FromChild, PoolName, ToChild } from './protocol.ts'
import { MEMORY_MARK, type ChildStart } from './start.ts'

/** What isolation needs of a started process; `ChildProcess` has it. */
export interface ChildLike {
  send(message: object, callback?: (error: Error | null) => void): unknown
  kill(signal?: NodeJS.Signals): unknown
  on(event: 'message', listener: (message: unknown) => void): unknown
  on(event: 'close' | 'error', listener: (...why: unknown[]) => void): unknown
  readonly stderr: Readable | null
}

/** How a child is started: `child_process.fork` in Node; Electron's main passes its own. */
export type Fork = (entry: string, args: string[], options: ForkOptions) => ChildLike

export interface ChildOptions {
  fork?: Fork
  paths: Paths
  spoolRoot: string
  extra?: string
}

/** One reading child from start to end. */
export class Child {
  readonly ready: Promise<string>
  readonly gone: Promise<void>
  /** Set when the process ended. */
  ended?: 'memory' | 'crash'
  started = false
  jobs = 0
  /** Not to be used for another job. */
  spent = false
  onMessage: (message: FromChild) => void = () => {}
  private readonly process: ChildLike
  private errors = ''

  constructor(
    options: ChildOptions,
    readonly pool: PoolName,
    readonly memory: number
  ) {
    const { fork = forkNode as Fork, paths, spoolRoot, extra } = options
    const start: ChildStart = {
      watchdog: paths.watchdog,
      resources: paths.resources,
      packages: paths.packages,
      pool,
      memory,
      ...(extra !== undefined && { extra })
    }
    this.process = fork(paths.child, [JSON.stringify(start)], {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      execArgv: flags(pool, memory, spoolRoot),
      env: environment()
    })
    this.process.stderr?.on('data', chunk => (this.errors = (this.errors + String(chunk)).slice(-4000)))
    this.gone = new Promise(resolve => {
      const end = () => {
        this.ended ??= outOfMemory(this.errors) ? 'memory' : 'crash'
        resolve()
      }
      this.process.on('close', end)
      this.process.on('error', end)
    })
    this.ready = new Promise(resolve => {
      this.process.on('message', message => {
        const said = message as FromChild
        if (said?.type === 'ready') {
          this.started = true
          resolve(String(said.readers))
        } else this.onMessage(said)
      })
      void this.gone.then(() => resolve(''))
    })
  }

  send(message: ToChild): void {
    // A child that just died is heard of by `gone`; its closed channel is no second error.
    if (!this.ended) this.process.send(message, () => {})
  }

  kill(): void {
    this.process.kill('SIGKILL')
  }

  /** What the child wrote to its error stream last; for our own debugging only, it may quote the file. */
  get lastErrors(): string {
    return this.errors
  }
}

/**
 * Documents are read without addons, spawning, or writing outside the spool folder. The heap's ceiling lies below
 * the watchdog's, so that V8 collects in time instead of growing into it. Pictures need sharp, an addon.
 */
function flags(pool: PoolName, memory: number, spoolRoot: string): string[] {
  const heap = `--max-old-space-size=${Math.floor((memory / 2 ** 20) * 0.75)}`
  if (pool === 'pictures') return [heap, '--no-warnings']
  const permission =
    Number(process.versions.node.split('.')[0]) >= 22 ? '--permission' : '--experimental-permission'
  return [
    heap,
    permission,
    '--allow-fs-read=*',
    `--allow-fs-write=${spoolRoot}/*`,
    '--allow-worker',
    '--no-warnings'
  ]
}

/** The parent's environment without what would change how Node starts or reads time. */
function environment(): NodeJS.ProcessEnv {
  const { NODE_OPTIONS: _options, NODE_CHANNEL_FD: _channel, ...rest } = process.env
  return { ...rest, TZ: 'UTC' }
}

function outOfMemory(errors: string): boolean {
  return (
    errors.includes(MEMORY_MARK) ||
    /heap out of memory|Reached heap limit|Array buffer allocation failed/.test(errors)
  )
}
