import { writeSync } from 'node:fs'
import { workerData } from 'node:worker_threads'
import { MEMORY_MARK, SHARED } from './start.ts'

// Entry of a thread inside the reading child. It must act while the main thread is blocked, so it polls; heap
// limits of threads are no help, they miss buffers and take the whole process down (measured).
const POLL = 25 // milliseconds: at 50 a child that gains 50 MiB per 15 ms peaked 6 % above its ceiling
const PARENT_EVERY = 40 // polls: once a second

const shared = workerData as Int32Array
const parent = process.ppid
let polls = 0

setInterval(() => {
  const resident = Math.ceil(process.memoryUsage.rss() / 2 ** 20)
  if (resident > Atomics.load(shared, SHARED.peak)) Atomics.store(shared, SHARED.peak, resident)
  if (resident > Atomics.load(shared, SHARED.limit)) end(MEMORY_MARK)
  if (++polls % PARENT_EVERY === 0 && !parentLives()) end('henshi: parent gone')
}, POLL)

function end(why: string): void {
  try {
    writeSync(2, `${why}\n`)
  } catch {
    // nobody listens any more
  }
  process.kill(process.pid, 'SIGKILL')
}

function parentLives(): boolean {
  if (process.ppid !== parent) return false
  try {
    process.kill(parent, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
