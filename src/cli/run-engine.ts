import { Worker } from 'node:worker_threads'
import type { AuditOutcome, IntakeError } from '../index.ts'
import type { Progress } from '../model/progress.ts'
import { Cancelled } from '../support/tick.ts'
import type { EngineMessage, EngineTask } from './engine-protocol.ts'

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

/** A cancelled engine that does not answer in this time is ended; its children leave with it. */
const PATIENCE = 4000

export async function runEngine(
  engine: string,
  task: Omit<EngineTask, 'cancel'>,
  signal: AbortSignal,
  progress: (progress: Progress) => void
): Promise<AuditOutcome> {
  const cancel = new SharedArrayBuffer(4)
  const worker = new Worker(engine, { workerData: { ...task, cancel } satisfies EngineTask })
  const stop = (): void => {
    Atomics.store(new Int32Array(cancel), 0, 1)
    worker.postMessage('cancel')
    setTimeout(() => void worker.terminate(), PATIENCE).unref()
  }
  signal.addEventListener('abort', stop, { once: true })
  try {
    return await new Promise<AuditOutcome>((resolve, reject) => {
      worker.on('message', (message: EngineMessage) => {
        if (message.type === 'progress') progress(message.progress)
        else if (message.type === 'done') resolve(message.outcome)
        else reject(message.cancelled ? new Cancelled() : new EngineFailure(message.intake ? message.message : (message.stack ?? message.message), message.intake)) // prettier-ignore
      })
      worker.on('error', reject)
      worker.on('exit', () =>
        reject(signal.aborted ? new Cancelled() : new EngineFailure('the engine ended early'))
      )
    })
  } finally {
    signal.removeEventListener('abort', stop)
    await worker.terminate()
  }
}
