import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, readdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { deserialize, serialize } from 'node:v8'
import { createGunzip, createGzip, gzipSync, type Gzip } from 'node:zlib'
import type { Part } from '../model/reading.ts'
import { sha256 } from '../support/hashing.ts'

/** Raised when a kept reading can no longer be read back. */
const VERSION = 1
/** A county's package of 100,000 files comes to about 1 GiB. */
const CEILING = 2 * 2 ** 30
/** A part is a thousand rows; anything near this is no part. */
const LARGEST_PART = 256 << 20
/** Readings below this are written in one go: most files are small. */
const HELD = 1 << 18
const END = Buffer.from([0xff, 0xff, 0xff, 0xff])

/** What decides a reading. */
export interface ReadingKey {
  sha256: string
  extension: string
  readers: string
}

/**
 * Readings of earlier runs in `<data>/readings/`: the parts as they came, gzipped, by content, extension and
 * readers. Whole or not at all: written beside, renamed when complete. A file that cannot be read back is as if
 * it were not there, and is replaced. Holds personal data: private to the user, `eraseData` removes it all.
 */
export async function openReadings(data: string, ceiling = CEILING) {
  const folder = join(data, 'readings')
  // A data folder that cannot be made or listed costs the cache, not the audit: then nothing is found in it,
  // and `Keeping` takes a failed write for a reading not kept.
  await mkdir(folder, { recursive: true, mode: 0o700 }).catch(() => {})
  const kept = new Set((await readdir(folder).catch(() => [])).filter(name => NAME.test(name)))
  return {
    get(key: ReadingKey): AsyncIterable<Part> | undefined {
      const name = nameOf(key)
      return kept.has(name) ? partsOf(join(folder, name)) : undefined
    },
    keep(key: ReadingKey) {
      return new Keeping(folder, nameOf(key), () => kept.add(nameOf(key)))
    },
    trim: () => trim(folder, ceiling)
  }
}

export type ReadingStore = Awaited<ReturnType<typeof openReadings>>

const NAME = /^[0-9a-f]{64}\.reading$/

function nameOf({ sha256: content, extension, readers }: ReadingKey): string {
  return `${sha256([VERSION, content, extension, readers].join('\0'))}.reading`
}

class Keeping {
  private readonly held: Buffer[] = []
  private size = 0
  private gzip: Gzip | undefined
  private finished: Promise<unknown> | undefined
  private draining: Promise<void> | undefined
  private failed = false
  private readonly temporary: string

  constructor(
    private readonly folder: string,
    private readonly name: string,
    private readonly kept: () => void
  ) {
    this.temporary = join(folder, `${name}.${randomBytes(6).toString('hex')}.tmp`)
  }

  /** The promise, where there is one, settles when more may be written. A failure is kept for `commit`. */
  add(part: Part): Promise<void> | undefined {
    if (this.failed) return undefined
    const bytes = serialize(part)
    const length = Buffer.alloc(4)
    length.writeUInt32LE(bytes.length)
    this.held.push(length, bytes)
    this.size += bytes.length
    if (!this.gzip && this.size < HELD) return undefined
    const gzip = (this.gzip ??= this.open())
    let free = true
    for (const chunk of this.held.splice(0)) free = gzip.write(chunk)
    return free ? undefined : this.drained(gzip)
  }

  async commit(): Promise<void> {
    if (this.failed) return this.abandon()
    try {
      if (this.gzip) {
        this.gzip.end(END)
        await this.finished
        if (this.failed) return await this.abandon()
      } else {
        const bytes = gzipSync(Buffer.concat([...this.held, END]), { level: 1 })
        await writeFile(this.temporary, bytes, { flag: 'wx', mode: 0o600 })
      }
      await rename(this.temporary, join(this.folder, this.name))
      this.kept()
    } catch {
      await this.abandon()
    }
  }

  async abandon(): Promise<void> {
    this.failed = true
    this.gzip?.destroy()
    await this.finished
    await rm(this.temporary, { force: true }).catch(() => {})
  }

  private open(): Gzip {
    const gzip = createGzip({ level: 1 })
    const file = createWriteStream(this.temporary, { flags: 'wx', mode: 0o600 })
    const fail = () => {
      this.failed = true
      gzip.destroy()
      file.destroy()
    }
    gzip.on('error', fail)
    file.on('error', fail)
    gzip.on('close', () => this.failed && file.destroy())
    this.finished = once(file, 'close').catch(() => {})
    gzip.pipe(file)
    return gzip
  }

  /** One wait for all parts that came meanwhile. */
  private drained(gzip: Gzip): Promise<void> {
    this.draining ??= new Promise(resolve => {
      const go = () => {
        gzip.off('drain', go).off('close', go)
        this.draining = undefined
        resolve()
      }
      gzip.on('drain', go).on('close', go)
    })
    return this.draining
  }
}

/** Throws when the file is damaged, cut short, or gone. */
async function* partsOf(file: string): AsyncGenerator<Part> {
  const source = createReadStream(file, { highWaterMark: 1 << 18 })
  const stream = createGunzip({ chunkSize: 1 << 18 })
  source.on('error', error => stream.destroy(error))
  source.pipe(stream)
  const take = byteTaker(stream[Symbol.asyncIterator]())
  try {
    for (;;) {
      const head = await take(4)
      if (head.equals(END)) break
      const length = head.readUInt32LE(0)
      if (length > LARGEST_PART) throw new Error('damaged')
      yield deserialize(await take(length)) as Part
    }
    const now = new Date()
    // When it was last used, for `trim`; a read-only folder only makes it look older.
    await utimes(file, now, now).catch(() => {})
  } finally {
    source.destroy()
    stream.destroy()
  }
}

/** Takes bytes by number from a stream of chunks; throws at its end. */
function byteTaker(chunks: AsyncIterator<Buffer>): (length: number) => Promise<Buffer> {
  let held: Buffer[] = []
  let size = 0
  return async length => {
    while (size < length) {
      const next = await chunks.next()
      if (next.done) throw new Error('cut short')
      held.push(next.value)
      size += next.value.length
    }
    const all = held.length === 1 ? held[0]! : Buffer.concat(held, size)
    held = [all.subarray(length)]
    size -= length
    return all.subarray(0, length)
  }
}

/** Removes what an ended run left half written, and what was used longest ago beyond the ceiling. */
async function trim(folder: string, ceiling: number): Promise<void> {
  const files: { file: string; bytes: number; used: number }[] = []
  for (const name of await readdir(folder).catch(() => [])) {
    const file = join(folder, name)
    const status = await stat(file).catch(() => undefined)
    if (!status) continue
    if (NAME.test(name)) files.push({ file, bytes: status.size, used: status.mtimeMs })
    else if (Date.now() - status.mtimeMs > ABANDONED) await rm(file, { force: true })
  }
  files.sort((a, b) => b.used - a.used)
  let bytes = 0
  for (const { file, bytes: size } of files) {
    bytes += size
    if (bytes > ceiling) await rm(file, { force: true })
  }
}

/** A half-written file this old belongs to no living run. */
const ABANDONED = 24 * 60 * 60 * 1000
