import { closeSync, fstatSync, openSync, readSync } from 'node:fs'

const BLOCK = 1 << 18
const KEPT = 8

/**
 * Random reading of a file through a few blocks that are used again and again: fresh buffers for a volume of
 * scans would pile up by the hundred megabytes before they are collected (measured).
 */
export class RawFile {
  readonly size: number
  private readonly handle: number
  private readonly blocks = new Map<number, Buffer>()

  constructor(file: string) {
    this.handle = openSync(file, 'r')
    this.size = fstatSync(this.handle).size
  }

  close(): void {
    closeSync(this.handle)
  }

  /** Up to `length` bytes from `at`, fewer at the end of the file; good until the next reading. */
  read(at: number, length: number): Buffer {
    const end = Math.min(this.size, at + length)
    if (at >= end) return Buffer.alloc(0)
    const first = Math.floor(at / BLOCK)
    if (end <= (first + 1) * BLOCK) return this.block(first).subarray(at - first * BLOCK, end - first * BLOCK)
    const whole = Buffer.allocUnsafe(end - at)
    let filled = 0
    while (filled < whole.length) {
      const index = Math.floor((at + filled) / BLOCK)
      const part = this.block(index).subarray(at + filled - index * BLOCK, end - index * BLOCK)
      if (part.length === 0) break
      filled += part.copy(whole, filled)
    }
    return whole.subarray(0, filled)
  }

  /** Where `mark` next stands at or after `from`, -1 when nowhere before `before`. */
  find(mark: string, from: number, before = this.size): number {
    const bytes = Buffer.from(mark, 'latin1')
    for (let at = from; at < before; at += BLOCK) {
      const found = this.read(at, BLOCK + bytes.length).indexOf(bytes)
      if (found >= 0) return at + found < before ? at + found : -1
    }
    return -1
  }

  private block(index: number): Buffer {
    const kept = this.blocks.get(index)
    if (kept) return kept
    const buffer = this.spare()
    let filled = 0
    while (filled < BLOCK) {
      const read = readSync(this.handle, buffer, filled, BLOCK - filled, index * BLOCK + filled)
      if (read === 0) break
      filled += read
    }
    const block = buffer.subarray(0, filled)
    this.blocks.set(index, block)
    return block
  }
  /** The oldest block's memory, or new memory while there are few. */
  private spare(): Buffer {
    if (this.blocks.size < KEPT) return Buffer.from(new ArrayBuffer(BLOCK))
    const oldest = this.blocks.keys().next().value!
    const { buffer } = this.blocks.get(oldest)!
    this.blocks.delete(oldest)
    return Buffer.from(buffer, 0, BLOCK)
  }
}
