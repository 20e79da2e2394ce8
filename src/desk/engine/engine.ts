import { Worker } from 'node:worker_threads'
import { Cancelled, type Fork, type IntakeError } from '../../index.ts'
import type { Paths } from '../../model/paths.ts'
import { hostForks } from './far-fork.ts'
import type { EngineStart, FromEngine, QuestionName, Questions, ToEngine } from './protocol.ts'

/** Rejections an engine's thread may bring back beside `Cancelled`. */
export class EngineFailure extends Error {
  constructor(
    message: string,
    readonly intake?: IntakeError['reason']
  ) {
    super(message)
    this.name = 'EngineFailure'
  }
}

export type EngineEvent = Extract<FromEngine, { type: 'progress' | 'trouble' | 'found' }>

/** A cancelled engine that does not answer in this time is ended; its children are gone long before. */
const PATIENCE = 15_000

export interface EngineOptions {
  entry: string // built entry of the thread
  paths: Paths
  /** How a reading child is started where the thread may not do it itself. */
  fork?: Fork
}

interface Open {
  resolve(value: unknown): void
  reject(error: Error): void
}

/** An engine's thread as its host sees it: asked, cancelled, ended. */
export class Engine {
  private readonly cancelled = new SharedArrayBuffer(4)
  private readonly worker: Worker
  private readonly forks: ReturnType<typeof hostForks> | undefined
  private readonly open = new Map<number, Open>()
  private last = 0
  ended = false

  constructor(
    { entry, paths, fork }: EngineOptions,
    private readonly listener: (event: EngineEvent) => void
  ) {
    const start: EngineStart = { paths, cancel: this.cancelled, forksThere: fork !== undefined }
    this.worker = new Worker(entry, { workerData: start })
    this.forks = fork && hostForks(fork, message => this.tell({ fork: message }))
    this.worker.on('message', (message: FromEngine) => this.hear(message))
    this.worker.on('error', error => this.giveUp(error instanceof Error ? error : new Error(String(error))))
    this.worker.on('exit', () => this.giveUp(new EngineFailure('the engine ended early')))
  }

  /** Rejects with `Cancelled`, or `EngineFailure`. `patience` 0: a cancelled question is waited for as long as it takes. */
  ask<Q extends QuestionName>(
    question: Q,
    ask: Questions[Q]['ask'],
    signal?: AbortSignal,
    patience = PATIENCE
  ): Promise<Questions[Q]['answer']> {
    const id = ++this.last
    const answered = new Promise<unknown>((resolve, reject) => {
      if (this.ended) return reject(new EngineFailure('the engine has ended'))
      this.open.set(id, { resolve, reject })
      this.tell({ id, question, ...ask } as ToEngine)
    })
    let timer: NodeJS.Timeout | undefined
    const stop = (): void => {
      Atomics.store(new Int32Array(this.cancelled), 0, id)
      this.tell({ cancel: id })
      timer = setTimeout(() => void this.endWith(new Cancelled()), patience)
      timer.unref()
    }
    if (signal?.aborted) stop()
    signal?.addEventListener('abort', stop, { once: true })
    return answered.finally(() => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', stop)
    }) as Promise<Questions[Q]['answer']>
  }

  /** Ends the thread and its children; open questions are refused. */
  end(): Promise<void> {
    return this.endWith(new Cancelled())
  }

  private async endWith(error: Error): Promise<void> {
    this.giveUp(error)
    await this.worker.terminate()
  }

  private tell(message: ToEngine): void {
    if (!this.ended) this.worker.postMessage(message)
  }

  private hear(message: FromEngine): void {
    switch (message.type) {
      case 'answer':
        this.open.get(message.id)?.resolve(message.answer)
        this.open.delete(message.id)
        return
      case 'failed':
        this.open.get(message.id)?.reject(message.cancelled ? new Cancelled() : new EngineFailure(message.intake ? message.message : (message.stack ?? message.message), message.intake)) // prettier-ignore
        this.open.delete(message.id)
        return
      case 'fork':
        return this.forks?.hear(message.fork)
      default:
        return this.listener(message)
    }
  }

  private giveUp(error: Error): void {
    this.ended = true
    this.forks?.end()
    for (const { reject } of this.open.values()) reject(error)
    this.open.clear()
  }
}
