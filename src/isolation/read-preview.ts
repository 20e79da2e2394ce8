import { join } from 'node:path'
import type { Found } from '../model/found.ts'
import type { Part } from '../model/reading.ts'
import type { Paths } from '../model/paths.ts'
import { UniquePaths } from '../support/shown-name.ts'
import { attempt, type Outcome } from './attempt.ts'
import type { Fork } from './child-process.ts'
import { itemOf, memberItem, memberPath, type Item } from './item.ts'
import { jobLimits, LIMITS } from './limits.ts'
import { Pool } from './pool.ts'
import type { PoolName, ReadJob } from './protocol.ts'
import { openSpool, type Spool } from './spool.ts'

export interface PreviewOptions {
  paths: Paths
  passwords?: readonly string[]
  fork?: Fork
  signal?: AbortSignal
}

/** Bytes one container may unpack for the sake of one picture. */
const MOST_UNPACKED = 8 * 2 ** 30

/**
 * A JPEG of the picture at `path`, at most `side` pixels a side, made in a child. `root` is the file of the package it
 * lies in, which is opened anew, container by container. Undefined when there is none to be made.
 */
export async function readPreview(
  root: Found,
  path: string,
  side: number,
  options: PreviewOptions
): Promise<Uint8Array | undefined> {
  const spool = await openSpool()
  const pool = new Pool({ paths: options.paths, spoolRoot: spool.root, ...(options.fork && { fork: options.fork }) }, LIMITS, 1) // prettier-ignore
  const stop = (): void => void pool.close()
  options.signal?.addEventListener('abort', stop, { once: true })
  try {
    let item: Item | undefined = await itemOf(root, spool)
    while (item && item.file !== '' && item.path !== path) item = await memberTowards(item, path, pool, spool, options) // prettier-ignore
    if (!item || item.file === '') return undefined
    let picture: Uint8Array | undefined
    await run(item, 'pictures', pool, spool, { ...options, side }, part => {
      if (part.part === 'picture' && part.picture.thumbnail.length > 0) picture = part.picture.thumbnail
    })
    return picture
  } finally {
    options.signal?.removeEventListener('abort', stop)
    await pool.close()
    await spool.remove()
  }
}

/** The member of a container that is, or holds, what is looked for. */
async function memberTowards(
  container: Item,
  path: string,
  pool: Pool,
  spool: Spool,
  options: PreviewOptions
): Promise<Item | undefined> {
  const paths = new UniquePaths()
  let archive = false
  let member: Item | undefined
  const folder = await run(container, 'documents', pool, spool, options, (part, at) => {
    if (part.part === 'format') archive = part.kind === 'archive'
    if (part.part !== 'member') return
    const named = paths.take(memberPath(container, part.member.name))
    if (named !== path && !path.startsWith(`${named}!/`)) return
    const file = part.member.spool === undefined ? '' : join(at, part.member.spool)
    member ??= memberItem(container, archive, part.member, named, file, { up: false })
  })
  return folder === undefined ? undefined : member
}

/** One job; resolves to its folder, or undefined when it did not end well. */
async function run(
  item: Item,
  first: PoolName,
  pool: Pool,
  spool: Spool,
  { passwords, side }: PreviewOptions & { side?: number },
  take: (part: Part, folder: string) => void
): Promise<string | undefined> {
  const folder = spool.folder()
  const job: ReadJob = {
    id: 1,
    file: item.file,
    bytes: item.bytes,
    extension: item.extension,
    spoolFolder: folder,
    limits: jobLimits(LIMITS, item.bytes, false, MOST_UNPACKED),
    ...(passwords?.length && { passwords }),
    ...(side !== undefined && { side })
  }
  const once = (name: PoolName): Promise<Outcome> =>
    pool.with({ pool: name, alone: false, depth: item.containers, within: undefined }, ({ child }) =>
      attempt(child, job, {
        take: part => {
          take(part, folder)
          return undefined
        },
        waiting: () => {}
      })
    )
  let outcome = await once(first)
  // A container whose bytes belong to the other pool is no picture's container; a picture may be.
  if (outcome.end === 'elsewhere' && side === undefined) outcome = await once(outcome.pool)
  return outcome.end === 'done' ? folder : undefined
}
