import type { Format } from '../model/kinds.ts'
import type { Part, PartCounts } from '../model/reading.ts'

/** What parent and child say to each other. */

/** Parts a child may have on the way without acknowledgement. */
export const WINDOW = 4

export type PoolName = 'documents' | 'pictures'

export interface ReadJob {
  id: number
  file: string // absolute, links resolved
  bytes: number
  extension: string // lower case, without dot, '' when none
  spoolFolder: string // private, writable by the child; generated names only
  limits: JobLimits
  passwords?: readonly string[]
  /** Only a picture of at most so many pixels a side is wanted, nothing else of the file. */
  side?: number
}

export interface JobLimits {
  memory: number // resident bytes of the child
  stall: number // milliseconds without a sign of life
  total: number // milliseconds
  produced: number // bytes a container may write to its spool folder
  members: number // members a container may announce
}

export type ToChild = { type: 'read'; job: ReadJob } | { type: 'ack'; job: number; seq: number }

export type FromChild =
  /** `readers` names every reader with its version: part of the cache key. */
  | { type: 'ready'; readers: string }
  /** `resident` comes with `end`: the most bytes the child held during the job. */
  | { type: 'part'; job: number; seq: number; part: Part; resident?: number }
  | { type: 'beat'; job: number }
  /** The bytes belong to a reader of the other pool; nothing else was sent. */
  | { type: 'elsewhere'; job: number; pool: PoolName }

/** What a reader is given. */
export interface ReaderContext {
  file: string
  bytes: number
  extension: string
  format: Format
  limits: JobLimits
  passwords: readonly string[]
  /** Only a picture of at most so many pixels a side is wanted. */
  side?: number
  /** Folder of the program's own data (`cmaps/` …), absolute. */
  resources: string
  /** node_modules that holds the libraries' own data (`pdfjs-dist/cmaps/` …), absolute. */
  packages: string
  /** Sends a part and waits while the window is full. `end` is sent by the child's entry, not by readers. */
  send(part: Exclude<Part, { part: 'end' }>): Promise<void>
  /** A sign of life from long work; cheap, throttled. */
  beat(): void
  /** Opens a new file in the spool folder under a generated name. Throws `ReadTrouble` E_LIMIT_SIZE past `limits.produced`. */
  spool(): SpoolFile
}

export interface SpoolFile {
  name: string
  write(chunk: Uint8Array): void
  /** sha256 and size of what was written. */
  close(): { sha256: string; bytes: number }
  /** Removes what was written. */
  discard(): void
}

/**
 * A reader turns bytes into parts and stops. It throws `ReadTrouble` for a file's own faults; what was sent before
 * stays (`partly`).
 */
export interface Reader {
  formats: readonly Format[]
  pool: PoolName
  /** Raised whenever the same bytes may give other parts; part of the cache key. */
  version: number
  read(context: ReaderContext): Promise<void>
}

export type { Part, PartCounts }
