import { Worker } from 'node:worker_threads'
import type { FromChild, Reader, ReadJob, ToChild } from '../isolation/protocol.ts'
import { SHARED, type ChildStart, type ExtraReaders } from '../isolation/start.ts'
import { ReadTrouble } from '../isolation/trouble.ts'
import { openChannel, type Channel } from './channel.ts'
import type { Format } from '../model/kinds.ts'
import { promised } from './sniff/kinds.ts'
import { nameDiffers } from './name-differs.ts'
import { sniff, SNIFF_VERSION, type Sniffed } from './sniff.ts'
import { spoolIn } from './spool-file.ts'
import { bytesAt } from './archive/central-directory.ts'
import { closeSync, openSync } from 'node:fs'

/** The way to the parent. Under Node it is the process's own channel; Electron's children are given a port. */
export interface ParentLink {
  say(message: FromChild): void
  onMessage(listener: (message: ToChild) => void): void
  onGone(listener: () => void): void
}

const nodeLink: ParentLink = {
  say: message => process.send!(message),
  onMessage: listener => process.on('message', listener),
  onGone: listener => process.on('disconnect', listener)
}

/** Answers the parent's jobs, one at a time, until the parent is gone. */
export function serve(
  start: ChildStart,
  readers: readonly Reader[],
  extra?: ExtraReaders,
  { say, onMessage, onGone }: ParentLink = nodeLink
): void {
  const shared = watch(start)
  let channel: Channel | undefined
  onGone(() => process.exit(0))
  onMessage(message => {
    if (message.type === 'ack') return channel?.acknowledge(message.job, message.seq)
    channel = openChannel(message.job.id, say)
    Atomics.store(shared, SHARED.peak, 0)
    void answer(message.job, channel, say, start, readers, extra).then(async past => {
      if (past === 'elsewhere') return
      await channel!.end(Math.max(Atomics.load(shared, SHARED.peak) * 2 ** 20, process.memoryUsage.rss()))
    })
  })
  say({ type: 'ready', readers: namesOf(readers) })
}

function namesOf(readers: readonly Reader[]): string {
  return [
    `sniff:${SNIFF_VERSION}`,
    ...readers.map(({ formats, version }) => `${formats.join('+')}:${version}`)
  ].join(' ')
}

function watch(start: ChildStart): Int32Array {
  const shared = new Int32Array(new SharedArrayBuffer(8))
  shared[SHARED.limit] = Math.floor(start.memory / 2 ** 20)
  const thread = new Worker(start.watchdog, { workerData: shared })
  // A child without its watchdog has no ceiling: better none at all.
  thread.on('error', () => process.exit(70))
  thread.on('exit', () => process.exit(70))
  thread.unref()
  return shared
}

async function answer(
  job: ReadJob,
  channel: Channel,
  say: ParentLink['say'],
  start: ChildStart,
  readers: readonly Reader[],
  extra: ExtraReaders | undefined
): Promise<'done' | 'elsewhere'> {
  try {
    const sniffed = await recognise(job, readers, extra)
    if (sniffed.reader && start.pool !== sniffed.reader.pool) {
      say({ type: 'elsewhere', job: job.id, pool: sniffed.reader.pool })
      return 'elsewhere'
    }
    await read(job, channel, start, sniffed)
  } catch (error) {
    await channel.send({ part: 'trouble', ...troubleOf(error) })
  }
  return 'done'
}

type Recognised = Sniffed & { reader?: Reader | undefined }

async function recognise(
  job: ReadJob,
  readers: readonly Reader[],
  extra?: ExtraReaders
): Promise<Recognised> {
  const special = extra && job.bytes > 0 && extra.pick(headOf(job.file))
  if (special) return { format: 'unknown', kind: 'other', reader: special }
  const sniffed = await sniff(job.file, job.bytes, job.extension)
  if (sniffed.trouble) return sniffed
  return { ...sniffed, reader: readers.find(({ formats }) => formats.includes(sniffed.format)) }
}

function headOf(file: string): Uint8Array {
  const fd = openSync(file, 'r')
  try {
    return bytesAt(fd, 0, 64)
  } finally {
    closeSync(fd)
  }
}

async function read(job: ReadJob, channel: Channel, start: ChildStart, sniffed: Recognised): Promise<void> {
  const { format, kind, reader, trouble } = sniffed
  await channel.send({ part: 'format', format, kind })
  if (sniffed.volume) await channel.send({ part: 'note', note: { code: 'split-volume' } })
  const differs = trouble ? undefined : nameDiffers(job.extension, format)
  if (differs) await channel.send({ part: 'note', note: differs })
  if (trouble) throw trouble
  if (!reader) throw noReader(job.extension, format)
  await reader.read({
    file: job.file,
    bytes: job.bytes,
    extension: job.extension,
    format,
    limits: job.limits,
    passwords: job.passwords ?? [],
    ...(job.side !== undefined && { side: job.side }),
    resources: start.resources,
    packages: start.packages,
    send: part => channel.send(part),
    beat: () => channel.beat(),
    spool: spoolIn(job.spoolFolder, job.limits.produced)
  })
}

/** Bytes that nobody knows under a name that promises a known format are damaged, or older than its program. */
function noReader(extension: string, format: Format): ReadTrouble {
  if (format !== 'unknown') return new ReadTrouble('E_UNSUPPORTED', `no reader for ${format}`)
  if (!promised(extension)) return new ReadTrouble('E_UNSUPPORTED', 'unknown format')
  return new ReadTrouble('E_CORRUPT', `the bytes are not those of a .${extension} file`)
}

/** A reader's own mistake is told by its kind only: messages of libraries quote what they read. */
function troubleOf(error: unknown): { code: ReadTrouble['code']; detail: string } {
  if (error instanceof ReadTrouble) return { code: error.code, detail: error.detail.slice(0, 200) }
  const code = (error as NodeJS.ErrnoException | undefined)?.code
  if (code === 'ENOENT') return { code: 'E_GONE', detail: 'the file is no longer there' }
  if (code === 'EACCES' || code === 'EPERM') return { code: 'E_DENIED', detail: 'the file may not be read' }
  if (code === 'ENOSPC') return { code: 'E_LIMIT_SIZE', detail: 'no space left for unpacking' }
  const kind = error instanceof Error ? error.name : typeof error
  return { code: 'E_CRASHED', detail: `the reader failed (${/^\w{1,40}$/.test(kind) ? kind : 'unknown'})` }
}
