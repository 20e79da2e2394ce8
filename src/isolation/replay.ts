import type { Texts } from '../model/cells.ts'
import type { Member } from '../model/reading.ts'
import { UniquePaths } from '../support/shown-name.ts'
import { Assembler, type Assembled } from './assemble.ts'
import { checkPart } from './check-message.ts'
import { closed, memberItem, memberPath, type Item } from './item.ts'
import type { KeptReading, ReadingCache, ReadingKey } from './keep.ts'
import type { Read } from './materials.ts'
import type { Allowance } from './members.ts'
import { finished } from './conclude.ts'

export interface Replayed {
  read: Read
  materials: number
  thumbnails: { sha256: string; thumbnail: Uint8Array }[]
}

type Counted = { members: number; bytes: number }

/**
 * Readings of an earlier run, given again exactly as they were. A container counts only with everything inside
 * it: the bytes of its members are not kept, so one missing member means unpacking it again.
 */
export class Replay {
  constructor(
    private readonly cache: ReadingCache,
    private readonly readers: string,
    private readonly texts: Texts,
    private readonly allowance: Allowance
  ) {}

  keep(item: Item): KeptReading {
    return this.cache.keep(this.key(item))
  }

  async read(item: Item): Promise<Replayed | undefined> {
    const counted = { members: 0, bytes: 0 }
    const replayed = await this.readTree(item, counted)
    if (!replayed) {
      this.allowance.members -= counted.members
      this.allowance.bytes -= counted.bytes
    }
    return replayed
  }

  private async readTree(item: Item, counted: Counted): Promise<Replayed | undefined> {
    const parts = await this.parts(item)
    if (!parts) return undefined
    const { assembled, members } = parts
    const trouble = assembled.trouble ?? item.trouble
    const reads: Read[] = []
    const thumbnails: Replayed['thumbnails'] = []
    if (assembled.thumbnail.length > 0)
      thumbnails.push({ sha256: item.sha256, thumbnail: assembled.thumbnail })
    let materials = 1
    const paths = new UniquePaths()
    for (const { member, inArchive } of members) {
      const inside = memberItem(
        item,
        inArchive,
        member,
        paths.take(memberPath(item, member.name)),
        '',
        item.given
      )
      const replayed = await this.readMember(inside, member, counted)
      if (!replayed) return undefined
      reads.push(replayed.read)
      materials += replayed.materials
      thumbnails.push(...replayed.thumbnails)
    }
    return { read: finished(item, assembled, reads, trouble), materials, thumbnails }
  }

  private async readMember(item: Item, member: Member, counted: Counted): Promise<Replayed | undefined> {
    const readable = member.spool !== undefined && !item.listed
    for (const count of [this.allowance, counted]) {
      count.members++
      count.bytes += member.spool === undefined ? 0 : member.bytes
    }
    if (!readable) return { read: closed(item), materials: 0, thumbnails: [] }
    const refused = this.allowance.refuse(item)
    return refused
      ? { read: closed(item, refused), materials: 0, thumbnails: [] }
      : this.readTree(item, counted)
  }

  private async parts(
    item: Item
  ): Promise<{ assembled: Assembled; members: { member: Member; inArchive: boolean }[] } | undefined> {
    const assembler = new Assembler(this.texts)
    const members: { member: Member; inArchive: boolean }[] = []
    let ended = false
    try {
      const stored = this.cache.get(this.key(item))
      if (!stored) return undefined
      for await (const part of stored) {
        checkPart(part)
        assembler.add(part)
        if (part.part === 'member') members.push({ member: part.member, inArchive: assembler.isArchive })
        ended = part.part === 'end'
      }
    } catch {
      // Damaged, or gone while it was read: as if it had not been kept.
      return undefined
    }
    return ended ? { assembled: assembler.done(), members } : undefined
  }

  private key({ sha256, extension }: Item): ReadingKey {
    return { sha256, extension, readers: this.readers }
  }
}
