import { rm } from 'node:fs/promises'
import type { Found } from '../model/found.ts'
import type { Part } from '../model/reading.ts'
import { Cancelled } from '../support/tick.ts'
import { Assembler, type Assembled } from './assemble.ts'
import { attempt, type Outcome } from './attempt.ts'
import { closed, type Item } from './item.ts'
import { changed, finished, lasting, troubleOf } from './conclude.ts'
import { jobLimits, type Limits } from './limits.ts'
import type { Read } from './materials.ts'
import { Allowance, Members } from './members.ts'
import type { Lease, Pool } from './pool.ts'
import { Progress } from './progress.ts'
import type { PoolName, ReadJob } from './protocol.ts'
import type { ReadOptions, ReadResult } from './read-all.ts'
import { Replay } from './replay.ts'
import type { Spool } from './spool.ts'

/** Where a material is tried first; its bytes may send it to the other pool. */
const PICTURES = /^(jpe?g|jpe|jfif|png|webp|tiff?|gif|bmp|hei[cf])$/

const STOPPED = { code: 'E_LIMIT_TIME', detail: 'stopped before it was read' } as const

/** One try: what arrived, how it ended, what lay inside. */
interface Try {
  outcome: Outcome
  assembled: Assembled
  members: Members
  folder: string
  keep(wanted: boolean): Promise<void>
}

/** Reads materials and what lies inside them: from the cache, else in a child, a second time alone where that may help. */
export class MaterialReader {
  readonly children: ReadResult['children'] = { peakResident: { documents: [], pictures: [] }, cached: 0 }
  private readonly allowance: Allowance
  private readonly progress: Progress
  private readonly replay: Replay | undefined
  private jobs = 0

  constructor(
    private readonly pool: Pool,
    readonly spool: Spool,
    private readonly limits: Limits,
    private readonly options: ReadOptions,
    unpackable: number,
    private readonly mostAhead: number,
    readers: string
  ) {
    this.allowance = new Allowance(limits, unpackable)
    this.progress = new Progress(options.progress)
    // What a password opened is not kept.
    const cache = options.passwords?.length ? undefined : options.cache
    if (cache && readers !== '') this.replay = new Replay(cache, readers, options.texts, this.allowance)
  }

  expect(found: readonly Found[]): void {
    this.progress.expect(found)
  }

  /** Never rejects for anything a file or its reader does. `within` is the lease of its container. */
  async read(item: Item, within?: Lease): Promise<Read> {
    try {
      if (item.file === '' || item.listed) return this.heard(closed(item))
      if (item.given.up) return closed(item, STOPPED)
      return (await this.fromCache(item)) ?? this.heard(await this.fromBytes(item, within))
    } catch (error) {
      if (error instanceof Cancelled) return closed(item, STOPPED)
      throw error
    } finally {
      this.progress.done(item.path, item.bytes)
    }
  }

  private async fromCache(item: Item): Promise<Read | undefined> {
    const kept = await this.replay?.read(item)
    if (!kept) return undefined
    this.children.cached += kept.materials
    for (const { sha256, thumbnail } of kept.thumbnails) await this.options.exhibits.put(sha256, thumbnail)
    const hear = (read: Read): void => {
      this.heard(read)
      read.members.forEach(hear)
    }
    hear(kept.read)
    return kept.read
  }

  private heard(read: Read): Read {
    if (read.trouble) this.options.troubled?.(read.path, read.trouble.code)
    return read
  }

  private async fromBytes(item: Item, within: Lease | undefined): Promise<Read> {
    let pool: PoolName = PICTURES.test(item.extension) ? 'pictures' : 'documents'
    let tried = await this.tryOnce(item, within, pool, false)
    if (tried.outcome.end === 'elsewhere') {
      pool = tried.outcome.pool
      await this.drop(tried)
      tried = await this.tryOnce(item, within, pool, false)
    }
    if ((tried.outcome.end === 'crashed' || tried.outcome.end === 'memory') && !this.pool.isClosed) {
      await this.drop(tried)
      tried = await this.tryOnce(item, within, pool, true)
    }
    return this.conclude(item, tried)
  }

  private async tryOnce(item: Item, within: Lease | undefined, pool: PoolName, alone: boolean): Promise<Try> {
    const folder = this.spool.folder()
    const assembler = new Assembler(this.options.texts)
    const kept = this.replay?.keep(item)
    const limits = jobLimits(this.limits, item.bytes, alone, this.allowance.bytesLeft)
    const { file, bytes, extension } = item
    const passwords = this.options.passwords
    const job: ReadJob = {
      id: ++this.jobs,
      file,
      bytes,
      extension,
      spoolFolder: folder,
      limits,
      ...(passwords && { passwords })
    }
    let members!: Members
    const outcome = await this.pool.with({ pool, alone, depth: item.containers, within }, lease => {
      members = new Members(item, folder, this.allowance, this.mostAhead, member => {
        this.progress.announce(member.bytes)
        return this.read(member, lease)
      })
      return attempt(lease.child, job, {
        take(part: Part) {
          assembler.add(part)
          const written = kept?.add(part)
          const read = part.part === 'member' ? members.add(part.member, assembler.isArchive) : undefined
          return bothOf(read, written)
        },
        waiting: waiting => this.pool.setWaiting(lease, waiting)
      })
    })
    if (outcome.end === 'done') this.children.peakResident[pool].push(outcome.resident)
    const assembled = assembler.done()
    const keep = async (wanted: boolean) => void (await (wanted ? kept?.commit() : kept?.abandon()))
    return { outcome, assembled, members, folder, keep }
  }

  private async drop(tried: Try): Promise<void> {
    await tried.members.giveUp()
    await tried.keep(false)
    await clear(tried)
  }

  private async conclude(item: Item, tried: Try): Promise<Read> {
    const { assembled, outcome } = tried
    const members = await tried.members.settle()
    await clear(tried)
    const trouble =
      (this.pool.isClosed && outcome.end !== 'done' ? STOPPED : troubleOf(outcome)) ??
      assembled.trouble ??
      item.trouble ??
      (await changed(item))
    await tried.keep(tried.members.lasting && lasting(trouble))
    if (assembled.thumbnail.length > 0) await this.options.exhibits.put(item.sha256, assembled.thumbnail)
    return finished(item, assembled, members, trouble)
  }
}

/** Most jobs unpack nothing and have no folder. */
async function clear({ outcome, members, folder }: Try): Promise<void> {
  if (outcome.end === 'done' && members.unpacked === 0) return
  await rm(folder, { recursive: true, force: true })
}

function bothOf(
  a: Promise<unknown> | undefined,
  b: Promise<unknown> | undefined
): Promise<unknown> | undefined {
  return a && b ? Promise.all([a, b]) : (a ?? b)
}
