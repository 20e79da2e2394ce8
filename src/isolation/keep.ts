import type { Part } from '../model/reading.ts'

/** What isolation asks of the store; the store implements it. */

/** What decides a reading: the bytes, the extension that chose between formats, the readers. */
export interface ReadingKey {
  sha256: string
  extension: string
  readers: string
}

export interface ReadingCache {
  /** The parts of an earlier reading, `end` last, or undefined. Iterating throws when what was kept is damaged. */
  get(key: ReadingKey): AsyncIterable<Part> | undefined
  /** Begins to keep a reading; nothing is kept unless `commit` is called. Never throws: a full disk keeps nothing. */
  keep(key: ReadingKey): KeptReading
  /** Called once after a run: removes what was used longest ago, down to the cache's ceiling. */
  trim(): Promise<void>
}

export interface KeptReading {
  add(part: Part): Promise<void> | undefined
  commit(): Promise<void>
  abandon(): Promise<void>
}

/** Re-encoded small pictures of one run, by the sha256 of the material they show. */
export interface Exhibits {
  put(sha256: string, jpeg: Uint8Array): Promise<void>
}
