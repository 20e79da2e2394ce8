import { realpath, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Found } from '../model/found.ts'
import { Cancelled } from '../support/tick.ts'
import { UniquePaths } from '../support/shown-name.ts'
import { describeFile } from './describe-file.ts'
import { IntakeError } from './intake-error.ts'
import { listReports } from './own-outputs.ts'
import { listFolder, type Listed } from './list-folder.ts'

export type { Found }

export interface WalkOptions {
  /** Put before every path: material from outside the package. */
  prefix?: '' | 'issued:/' | 'reference:/'
  signal?: AbortSignal
  progress?: (progress: { files: number; bytes: number; path: string }) => void
}

/** Files hashed at a time: hides the waits of a network drive, far below any limit of open files. */
const AT_A_TIME = 4

/**
 * Names and hashes every file of a package: a folder, or one file (an archive). Nothing is opened beyond hashing,
 * no link is followed, every file appears once, in code-point order of its path. Throws `IntakeError` when the
 * root is missing, unreadable, or holds no file: an empty list would read as a package without faults.
 */
export async function walk(root: string, options: WalkOptions = {}): Promise<Found[]> {
  const { prefix = '', signal, progress } = options
  const listed = await listRoot(root, signal)
  if (listed.length === 0) throw new IntakeError('empty', root)
  const paths = new UniquePaths()
  listed.sort((a, b) => Buffer.compare(a.key, b.key))
  const named = listed.map(file => ({ ...file, path: paths.take(prefix + ownName(file.path)) }))
  const found: Found[] = new Array(named.length)
  let next = 0
  let files = 0
  let bytes = 0
  const work = async () => {
    while (next < named.length) {
      if (signal?.aborted) throw new Cancelled()
      const index = next++
      const one = (found[index] = await describeFile(named[index]!))
      files++
      bytes += one.bytes
      progress?.({ files, bytes, path: one.path })
    }
  }
  await Promise.all(Array.from({ length: AT_A_TIME }, work))
  listReports(found)
  return found
}

/** A folder that is called like our prefixes is still the package's own, so its colon is shown wide. */
function ownName(path: string): string {
  return path.replace(/^(issued|reference):\//, '$1：/')
}

async function listRoot(root: string, signal: AbortSignal | undefined): Promise<Listed[]> {
  try {
    const real = await realpath(root)
    const status = await stat(real)
    if (status.isDirectory()) return await listFolder(real, signal)
    if (!status.isFile()) throw new IntakeError('notAFile', root)
    const path = basename(root)
    return [{ path, key: Buffer.from(path), file: real, type: 'file' }]
  } catch (error) {
    if (error instanceof IntakeError || error instanceof Cancelled) throw error
    const code = (error as NodeJS.ErrnoException).code
    throw new IntakeError(code === 'ENOENT' ? 'missing' : 'unreadable', root, { cause: error })
  }
}
