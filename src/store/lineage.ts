import { access, mkdir, readdir, readFile, realpath } from 'node:fs/promises'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { z } from 'zod'
import { saveAtomically } from '../support/atomic-save.ts'
import { readJson, saveJson } from './json-file.ts'

/** A package is known by where it lies, and where it was moved or renamed, by what it holds. */
const lineage = z.object({ root: z.string().max(8192), hashes: z.array(z.string().max(16)).max(200_000) })

export interface Found {
  /** Path of the journal. */
  file: string
  how: 'known' | 'new' | 'moved' | 'copied'
}

export interface Identity {
  /** The package's folder or file. */
  root: string
  /** sha256 of its materials; those of what is listed only need not be in it. */
  hashes: readonly string[]
}

const ID = /^[0-9a-f]{16}$/

/**
 * The journal of a package: the one of its real path; else that of a package with at least half of the same contents,
 * taken over where nothing is at the old path any more, and copied where the old one is still there; else a new one.
 */
export async function findLineage(data: string, { root, hashes }: Identity): Promise<Found> {
  const folder = join(data, 'journals')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const real = await realpath(root).catch(() => root)
  const own = shortened(hashes)
  let best: { id: string; root: string; shared: number } | undefined
  for (const name of (await readdir(folder)).sort()) {
    const id = name.replace(/\.json$/u, '')
    if (!ID.test(id) || name === id) continue
    const known = await readJson(join(folder, name), lineage)
    if (!known) continue
    if (known.root === real) {
      if (own.length > 0) await saveJson(join(folder, name), { root: real, hashes: own })
      return { file: join(folder, `${id}.jsonl`), how: 'known' }
    }
    const there = new Set(known.hashes)
    const shared = own.filter(hash => there.has(hash)).length
    const most = Math.max(own.length, there.size)
    if (shared > 0 && shared * 2 >= most && shared > (best?.shared ?? 0)) best = { id, root: known.root, shared } // prettier-ignore
  }
  if (best && !(await exists(best.root))) {
    await saveJson(join(folder, `${best.id}.json`), { root: real, hashes: own })
    return { file: join(folder, `${best.id}.jsonl`), how: 'moved' }
  }
  const id = randomBytes(8).toString('hex')
  await saveJson(join(folder, `${id}.json`), { root: real, hashes: own })
  const file = join(folder, `${id}.jsonl`)
  if (!best) return { file, how: 'new' }
  const before = await readFile(join(folder, `${best.id}.jsonl`)).catch(() => undefined)
  if (before) await saveAtomically(file, before)
  return { file, how: 'copied' }
}

/** Each once, in order; half a hash is plenty to tell contents apart. */
function shortened(hashes: readonly string[]): string[] {
  return [...new Set(hashes.map(hash => hash.slice(0, 16)))].filter(hash => hash !== '').sort().slice(0, 200_000) // prettier-ignore
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false
  )
}
