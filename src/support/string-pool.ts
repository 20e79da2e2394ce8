import type { Texts } from '../model/cells.ts'

const CHUNK = 1 << 22 // bytes per chunk of character data; a string never spans two unless it is larger

/**
 * Interned strings kept outside the JavaScript heap: UTF-16 bytes in chunks and an open-addressing table of
 * ids. Eight million distinct short cells cost about 60 bytes each here and over 150 as Map entries.
 */
export class StringPool implements Texts {
  private chunks: Buffer[] = []
  private used = CHUNK
  private chunkOf = new Uint32Array(1024)
  private offsets = new Uint32Array(1024)
  private lengths = new Uint32Array(1024)
  private hashes = new Uint32Array(1024)
  private slots = new Uint32Array(4096) // id + 1, 0 is free
  private count = 0

  constructor() {
    this.id('')
  }

  get size(): number {
    return this.count
  }

  id(text: string): number {
    const hash = hashText(text)
    let slot = hash & (this.slots.length - 1)
    for (let at = this.slots[slot]!; at !== 0; at = this.slots[slot]!) {
      if (this.hashes[at - 1] === hash && this.equals(at - 1, text)) return at - 1
      slot = (slot + 1) & (this.slots.length - 1)
    }
    return this.add(text, hash, slot)
  }

  text(id: number): string {
    if (id >= this.count) throw new RangeError(`no string ${id} in a pool of ${this.count}`)
    const start = this.offsets[id]!
    return this.chunks[this.chunkOf[id]!]!.toString('utf16le', start, start + 2 * this.lengths[id]!)
  }

  private equals(id: number, text: string): boolean {
    if (this.lengths[id] !== text.length) return false
    const chunk = this.chunks[this.chunkOf[id]!]!
    let at = this.offsets[id]!
    for (let i = 0; i < text.length; i++, at += 2) {
      if (text.charCodeAt(i) !== (chunk[at]! | (chunk[at + 1]! << 8))) return false
    }
    return true
  }

  private add(text: string, hash: number, slot: number): number {
    const bytes = 2 * text.length
    if (this.chunks.length === 0 || this.used + bytes > this.chunks.at(-1)!.length) {
      this.chunks.push(Buffer.allocUnsafe(Math.max(CHUNK, bytes)))
      this.used = 0
    }
    this.chunks.at(-1)!.write(text, this.used, 'utf16le')
    if (this.count === this.offsets.length) this.growColumns()
    const id = this.count++
    this.chunkOf[id] = this.chunks.length - 1
    this.offsets[id] = this.used
    this.lengths[id] = text.length
    this.hashes[id] = hash
    this.used += bytes
    this.slots[slot] = id + 1
    if (this.count * 2 > this.slots.length) this.growSlots()
    return id
  }

  private growColumns(): void {
    this.chunkOf = doubled(this.chunkOf)
    this.offsets = doubled(this.offsets)
    this.lengths = doubled(this.lengths)
    this.hashes = doubled(this.hashes)
  }

  private growSlots(): void {
    this.slots = new Uint32Array(this.slots.length * 2)
    for (let id = 0; id < this.count; id++) {
      let slot = this.hashes[id]! & (this.slots.length - 1)
      while (this.slots[slot] !== 0) slot = (slot + 1) & (this.slots.length - 1)
      this.slots[slot] = id + 1
    }
  }
}

function doubled(array: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(array.length * 2)
  larger.set(array)
  return larger
}

/** FNV-1a over UTF-16 units with a final mix; equal texts give equal numbers on every machine. */
export function hashText(text: string, seed = 0x811c9dc5): number {
  let hash = seed
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  hash ^= hash >>> 16
  hash = Math.imul(hash, 0x85ebca6b)
  hash ^= hash >>> 13
  hash = Math.imul(hash, 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
