import type { PoolName, Reader } from './protocol.ts'

/** What a child is told when it starts, as JSON in its first argument. */
export interface ChildStart {
  watchdog: string
  resources: string
  packages: string
  pool: PoolName
  memory: number // bytes; the watchdog's ceiling for this child's life
  /** A module of further readers for tests; nothing in a package can set it. */
  extra?: string
}

/** Written to the error stream by the watchdog before it ends its process. */
export const MEMORY_MARK = 'henshi: memory limit'

/** Slots of the block shared by child and watchdog, in MiB. */
export const SHARED = { limit: 0, peak: 1 } as const

/** What a module of further readers exports by default. */
export interface ExtraReaders {
  /** The reader for these bytes, if it is one of them. */
  pick(head: Uint8Array): Reader | undefined
}
