import { Cancelled } from '../support/tick.ts'
import { Child, type ChildOptions } from './child-process.ts'
import type { Limits } from './limits.ts'
import type { PoolName } from './protocol.ts'

/** The right to use one child. Whoever waits for its members gives the slot back for that time. */
export interface Lease {
  child: Child
  readonly pool: PoolName
  readonly alone: boolean
  readonly within: Lease | undefined
  waiting: boolean
}

export interface Wish {
  pool: PoolName
  /** With more memory, and nothing else at work in this pool. */
  alone: boolean
  depth: number
  /** The lease of the container this material lies in. */
  within: Lease | undefined
}

interface Waiting extends Wish {
  start(lease: Lease): void
  refuse(error: Error): void
}

/**
 * The reading children: at most `jobs` at work at a time. A container that waits for its members holds a child but
 * no slot, and what lies deepest goes first, so open containers stay few and cannot lock each other out.
 */
export class Pool {
  private readonly queue: Waiting[] = []
  private readonly leases = new Set<Lease>()
  private readonly idle: Child[] = []
  private readonly living = new Set<Child>()
  private closed = false

  constructor(
    private readonly options: ChildOptions,
    private readonly limits: Limits,
    private readonly jobs: number
  ) {}

  /** Waits for a child, lets `use` work with it, takes it back. Rejects with `Cancelled` once the pool is closed. */
  async with<T>(wish: Wish, use: (lease: Lease) => Promise<T>): Promise<T> {
    const lease = await new Promise<Lease>((start, refuse) => {
      if (this.closed) return refuse(new Cancelled())
      this.queue.push({ ...wish, start, refuse })
      this.advance()
    })
    try {
      return await use(lease)
    } finally {
      this.leases.delete(lease)
      this.takeBack(lease)
      this.advance()
    }
  }

  /** A container begins or ends waiting for its members. */
  setWaiting(lease: Lease, waiting: boolean): void {
    if (lease.waiting === waiting) return
    lease.waiting = waiting
    this.advance()
  }

  /** Names and versions of the readers, as a child states them; '' when none could be started. */
  async readers(): Promise<string> {
    const child = this.start('documents', false)
    const readers = await child.ready
    if (child.ended || this.closed) return readers
    this.idle.push(child)
    return readers
  }

  /** Ends every child and waits until the last is gone. Work under way is refused with `Cancelled`. */
  async close(): Promise<void> {
    this.closed = true
    for (const waiting of this.queue.splice(0)) waiting.refuse(new Cancelled())
    for (const child of this.living) child.kill()
    await Promise.all([...this.living].map(child => child.gone))
  }

  get isClosed(): boolean {
    return this.closed
  }

  /** Children alive now; for tests. */
  get size(): number {
    return this.living.size
  }

  private advance(): void {
    while (!this.closed && this.atWork().length < this.jobs) {
      const next = this.next()
      if (!next) return
      this.queue.splice(this.queue.indexOf(next), 1)
      const { pool, alone, within } = next
      const lease: Lease = { child: this.childFor(pool, alone), pool, alone, within, waiting: false }
      this.leases.add(lease)
      next.start(lease)
    }
  }

  private atWork(): Lease[] {
    return [...this.leases].filter(lease => !lease.waiting)
  }

  private next(): Waiting | undefined {
    let best: Waiting | undefined
    for (const waiting of this.queue) {
      if (this.mayStart(waiting) && (!best || waiting.depth > best.depth)) best = waiting
    }
    return best
  }

  private mayStart(wish: Waiting): boolean {
    const here = [...this.leases].filter(({ pool }) => pool === wish.pool)
    // Something that works alone lets only its own members start.
    if (here.some(lease => lease.alone && !isWithin(wish.within, lease))) return false
    if (wish.alone) return here.every(({ waiting }) => waiting)
    // Whoever wants to be alone is not made to wait for newcomers.
    return !this.queue.some(other => other.alone && other.pool === wish.pool && other.depth >= wish.depth)
  }

  private childFor(pool: PoolName, alone: boolean): Child {
    if (!alone) {
      const at = this.idle.findIndex(child => child.pool === pool)
      if (at >= 0) return this.idle.splice(at, 1)[0]!
    }
    return this.start(pool, alone)
  }

  private start(pool: PoolName, alone: boolean): Child {
    const child = new Child(this.options, pool, alone ? this.limits.memoryAlone : this.limits.memory)
    this.living.add(child)
    void child.gone.then(() => {
      this.living.delete(child)
      const at = this.idle.indexOf(child)
      if (at >= 0) this.idle.splice(at, 1)
    })
    return child
  }

  /** A child that failed, grew, or did its share is not used again: memory does not creep. */
  private takeBack({ child, alone }: Lease): void {
    if (child.ended) return
    const idle = this.idle.filter(({ pool }) => pool === child.pool).length
    const worn = alone || child.spent || child.jobs >= this.limits.jobsPerChild || idle >= this.jobs
    if (worn || this.closed) child.kill()
    else this.idle.push(child)
  }
}

function isWithin(lease: Lease | undefined, container: Lease): boolean {
  for (let at = lease; at; at = at.within) if (at === container) return true
  return false
}
