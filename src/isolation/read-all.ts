import type { Texts } from '../model/cells.ts'
import type { Found } from '../model/found.ts'
import type { TroubleCode } from '../model/kinds.ts'
import type { Material } from '../model/material.ts'
import type { PoolName } from './protocol.ts'
import type { Paths } from '../model/paths.ts'
import { UniquePaths } from '../support/shown-name.ts'
import { Cancelled } from '../support/tick.ts'
import type { Fork } from './child-process.ts'
import type { Exhibits, ReadingCache } from './keep.ts'
import { defaultJobs, LIMITS, unpackable, type Limits } from './limits.ts'
import { materialsOf, type Read } from './materials.ts'
import { Pool } from './pool.ts'
import { itemOf } from './item.ts'
import { MaterialReader } from './read-material.ts'
import { openSpool } from './spool.ts'

export interface ReadOptions {
  paths: Paths
  /** Children at a time; `min(cores − 1, free memory / 600 MB)` and at least one when not given. */
  jobs?: number
  /** Where the texts of all cells are interned. */
  texts: Texts
  cache?: ReadingCache
  exhibits: Exhibits
  limits?: Partial<Limits>
  passwords?: readonly string[]
  signal?: AbortSignal
  progress?: (progress: ReadProgress) => void
  /** Hears of a material with a trouble as soon as it is read. */
  troubled?: (path: string, code: TroubleCode) => void
  /** How a child is started; Electron's main passes its own. */
  fork?: Fork
  /** A module of further readers, for tests. */
  extraReaders?: string
}

export interface ReadProgress {
  files: number
  filesTotal: number // grows while containers are opened
  bytes: number
  bytesTotal: number
  path?: string
}

export interface ReadResult {
  /** In code-point order of path, numbered from 1; every file found and every member exactly once. */
  materials: Material[]
  children: {
    /** The most bytes a child of each pool held, per job, in the order the jobs ended. */
    peakResident: Record<PoolName, number[]>
    /** Materials taken from the cache. */
    cached: number
  }
}

/** Thrown when reading was stopped. `partial` holds every material: those not finished are unread or partly read. */
export class ReadingCancelled extends Cancelled {
  constructor(readonly partial: ReadResult) {
    super()
  }
}

/**
 * Has every file read in child processes. What is wrong with a file is told in its material; this rejects only
 * with `ReadingCancelled` (after the last child is gone) and for our own mistakes. The result does not depend on
 * `jobs`, on the order of arrival, or on the cache.
 */
export async function readAll(found: readonly Found[], options: ReadOptions): Promise<ReadResult> {
  const limits = { ...LIMITS, ...options.limits }
  const jobs = Math.max(1, options.jobs ?? defaultJobs())
  const spool = await openSpool()
  const pool = new Pool(
    {
      paths: options.paths,
      spoolRoot: spool.root,
      ...(options.fork && { fork: options.fork }),
      ...(options.extraReaders !== undefined && { extra: options.extraReaders })
    },
    limits,
    jobs
  )
  const stop = () => void pool.close()
  options.signal?.addEventListener('abort', stop, { once: true })
  try {
    if (options.signal?.aborted) await pool.close()
    const readers = options.cache ? await pool.readers() : ''
    const most = unpackable(limits, await spool.free())
    const reader = new MaterialReader(pool, spool, limits, options, most, jobs * 2, readers)
    const paths = new UniquePaths() // two folders of issued material may hold a file of one name
    const named = found.map(file => ({ ...file, path: paths.take(file.path) }))
    const reads = await readRoots(named, reader, jobs)
    await options.cache?.trim()
    const result = { materials: materialsOf(reads), children: reader.children }
    if (options.signal?.aborted) throw new ReadingCancelled(result)
    return result
  } finally {
    options.signal?.removeEventListener('abort', stop)
    await pool.close()
    await spool.remove()
  }
}

/** Twice as many files are under way as children may work: while one waits for its members, the next begins. */
async function readRoots(found: readonly Found[], reader: MaterialReader, jobs: number): Promise<Read[]> {
  const reads: Read[] = new Array(found.length)
  let next = 0
  const work = async () => {
    while (next < found.length) {
      const index = next++
      reads[index] = await reader.read(await itemOf(found[index]!, reader.spool))
    }
  }
  reader.expect(found)
  await Promise.all(Array.from({ length: Math.min(found.length, jobs * 2) }, work))
  return reads
}
