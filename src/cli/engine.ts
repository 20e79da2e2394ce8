import { parentPort, workerData } from 'node:worker_threads'
import { audit, IntakeError, type AuditRequest } from '../index.ts'
import { openExhibits } from '../store/exhibits.ts'
import { openReadings } from '../store/readings.ts'
import { Cancelled } from '../support/tick.ts'
import type { EngineMessage, EngineTask } from './engine-protocol.ts'

// An entry: the engine's thread. Cancel arrives twice: as a message while reading (the event loop is free) and as
// a shared flag that tick() looks at while relations run.
const task = workerData as EngineTask
const flag = new Int32Array(task.cancel)
const controller = new AbortController()
parentPort!.on('message', () => controller.abort())

const signal = new Proxy(controller.signal, {
  get(target, name) {
    if (name === 'aborted') return target.aborted || Atomics.load(flag, 0) === 1
    const value = Reflect.get(target, name, target) as unknown
    return typeof value === 'function' ? (value as (...args: unknown[]) => unknown).bind(target) : value
  }
})

try {
  const request: AuditRequest = {
    ...task.request,
    exhibits: await openExhibits(task.exhibits),
    cache: task.cache ? await openReadings(task.request.paths.data) : undefined,
    signal,
    progress: progress => post({ type: 'progress', progress })
  }
  post({ type: 'done', outcome: await audit(request) })
} catch (error) {
  const { message, stack } = error instanceof Error ? error : new Error(String(error))
  const intake = error instanceof IntakeError ? error.reason : undefined
  post({ type: 'failed', cancelled: error instanceof Cancelled, intake, message, stack })
} finally {
  parentPort!.close()
}

function post(message: EngineMessage): void {
  parentPort!.postMessage(message)
}
