import { parentPort, workerData } from 'node:worker_threads'
import { Cancelled, IntakeError } from '../../index.ts'
import { farFork } from './far-fork.ts'
import type { EngineStart, FromEngine, Question, ToEngine } from './protocol.ts'
import { Session } from './session.ts'
import { thinned } from './thinned.ts'

// An entry: the engine's thread. Cancel arrives twice: as a message while reading (the event loop is free) and as
// a shared number that tick() looks at while relations run.
const start = workerData as EngineStart
const cancelled = new Int32Array(start.cancel)
const port = parentPort!
const post = thinned((message: FromEngine) => port.postMessage(message))
const far = start.forksThere ? farFork(fork => post({ type: 'fork', fork })) : undefined
const session = new Session(start, post, far?.fork)
const running = new Map<number, AbortController>()

port.on('message', (message: ToEngine) => {
  if ('cancel' in message) running.get(message.cancel)?.abort()
  else if ('fork' in message) far?.hear(message.fork)
  else void answer(message)
})

async function answer(question: Question): Promise<void> {
  const controller = new AbortController()
  running.set(question.id, controller)
  try {
    const value = await session.answer(question, watched(controller.signal, question.id))
    post({ type: 'answer', id: question.id, answer: value })
  } catch (error) {
    const { message, stack } = error instanceof Error ? error : new Error(String(error))
    const intake = error instanceof IntakeError ? error.reason : undefined
    post({ type: 'failed', id: question.id, cancelled: error instanceof Cancelled, intake, message, stack })
  } finally {
    running.delete(question.id)
  }
}

function watched(signal: AbortSignal, id: number): AbortSignal {
  return new Proxy(signal, {
    get(target, name) {
      if (name === 'aborted') return target.aborted || Atomics.load(cancelled, 0) === id
      const value = Reflect.get(target, name, target) as unknown
      return typeof value === 'function' ? (value as (...args: unknown[]) => unknown).bind(target) : value
    }
  })
}
