import { lstat, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { TroubleCode } from '../model/kinds.ts'
import type { Member } from '../model/reading.ts'
import { sha256OfFile } from '../support/hashing.ts'
import { UniquePaths } from '../support/shown-name.ts'
import { lasting } from './conclude.ts'
import { closed, memberItem, memberPath, type Item } from './item.ts'
import type { Limits } from './limits.ts'
import type { Read } from './materials.ts'

/** Unpacked members that may lie ready while they wait to be read; beyond, the container waits. */
const AHEAD_BYTES = 64 << 20

/** What all containers of a run share: how much they have announced. */
export class Allowance {
  members = 0
  bytes = 0

  constructor(
    readonly limits: Limits,
    readonly mostBytes: number
  ) {}

  /** Why a member of this size and depth may not be read, if so. */
  refuse(item: Item): { code: TroubleCode; detail: string } | undefined {
    const { depth, packageMembers } = this.limits
    // What stands in a document inside the innermost archive is still read.
    if (item.archives > depth || item.containers > depth + 1) {
      return { code: 'E_LIMIT_DEPTH', detail: `archives are nested deeper than ${depth}` }
    }
    if (this.members > packageMembers)
      return { code: 'E_LIMIT_COUNT', detail: 'too many files in all archives' }
    if (this.bytes > this.mostBytes)
      return { code: 'E_LIMIT_SIZE', detail: 'the archives unpack to too much' }
    return undefined
  }

  get bytesLeft(): number {
    return Math.max(0, this.mostBytes - this.bytes)
  }
}

/** The members of one container, read as they are announced; kept in the container's order. */
export class Members {
  /** How many came with bytes. */
  unpacked = 0
  /** Whether the same container would announce the same again: not when room ran out. */
  lasting = true
  private readonly reads: Promise<Read>[] = []
  private readonly paths = new UniquePaths()
  private readonly given = { up: false }
  private announced = { members: 0, bytes: 0 }
  private ahead = { members: 0, bytes: 0 }

  constructor(
    private readonly container: Item,
    private readonly folder: string,
    private readonly allowance: Allowance,
    private readonly mostAhead: number,
    private readonly read: (item: Item) => Promise<Read>
  ) {}

  /** Takes a member. The promise, where there is one, settles when the container may go on. */
  add(member: Member, inArchive: boolean): Promise<unknown> | undefined {
    const path = this.paths.take(memberPath(this.container, member.name))
    const file = member.spool === undefined ? '' : join(this.folder, member.spool)
    if (file !== '') this.unpacked++
    this.lasting &&= lasting(member.trouble)
    const item = memberItem(this.container, inArchive, member, path, file, this.given)
    this.count(file === '' ? 0 : member.bytes)
    const refused = file === '' || item.listed ? undefined : this.allowance.refuse(item)
    const reading = refused ? Promise.resolve(closed(item, refused)) : this.readOne(item, member)
    const done = reading.finally(() => (file === '' ? undefined : rm(file, { force: true })))
    this.reads.push(done)
    // A failure is raised by `settle`; here it must only not go unheard.
    done.catch(() => {})
    if (file === '' || refused) return undefined
    this.ahead.members++
    this.ahead.bytes += member.bytes
    const free = this.ahead.members <= this.mostAhead && this.ahead.bytes <= AHEAD_BYTES
    const over = done.finally(() => {
      this.ahead.members--
      this.ahead.bytes -= member.bytes
    })
    over.catch(() => {})
    return free ? undefined : over
  }

  /** All members, read. */
  settle(): Promise<Read[]> {
    return Promise.all(this.reads)
  }

  /** Drops everything: the container is tried again. */
  async giveUp(): Promise<void> {
    this.given.up = true
    await Promise.allSettled(this.reads)
    this.allowance.members -= this.announced.members
    this.allowance.bytes -= this.announced.bytes
  }

  private count(bytes: number): void {
    this.announced.members++
    this.announced.bytes += bytes
    this.allowance.members++
    this.allowance.bytes += bytes
  }

  private async readOne(item: Item, member: Member): Promise<Read> {
    if (item.file === '') return this.read(item)
    const wrong = await this.differs(item.file, member)
    if (!wrong) return this.read(item)
    return closed(
      { ...item, sha256: '' },
      { code: 'E_CRASHED', detail: 'the unpacked bytes are not those announced' }
    )
  }

  /** The cache is keyed by this hash, so it is ours and not the child's word. */
  private async differs(file: string, { bytes, sha256 }: Member): Promise<boolean> {
    try {
      if (!(await lstat(file)).isFile()) return true
      const own = await sha256OfFile(file)
      return own.bytes !== bytes || own.sha256 !== sha256
    } catch {
      return true
    }
  }
}
