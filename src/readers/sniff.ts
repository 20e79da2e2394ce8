import { closeSync, openSync } from 'node:fs'
import type { Format, Kind } from '../model/kinds.ts'
import { ReadTrouble } from '../isolation/trouble.ts'
import { bytesAt } from './archive/central-directory.ts'
import { sniffCompound } from './sniff/compound.ts'
import { KIND_OF } from './sniff/kinds.ts'
import { libraryMagic, ownMagic } from './sniff/magic.ts'
import { CLEAN, sniffText, SPOTTED } from './sniff/text.ts'
import { sniffZip } from './sniff/zip.ts'
import { isVolume } from './sniff/volumes.ts'

/** What the bytes are. `trouble`: known at a glance to be unreadable (encrypted, one volume of many). */
export interface Sniffed {
  format: Format
  kind: Kind
  trouble?: ReadTrouble
  volume?: true
}

/** Raised whenever the same bytes may be taken for another format; part of the cache key. */
export const SNIFF_VERSION = 2

const HEAD = 65_536

/**
 * Tells a file's format from its bytes. The extension only chooses where bytes cannot: between csv and txt, and
 * for a later volume of a split archive. Throws `ReadTrouble` E_EMPTY for a file of no bytes.
 */
export async function sniff(file: string, bytes: number, extension: string): Promise<Sniffed> {
  if (bytes === 0) throw new ReadTrouble('E_EMPTY', 'the file has no bytes')
  const head = headOf(file, bytes)
  const found = await formatOf(file, bytes, extension, head)
  const sniffed: Sniffed = {
    format: found.format,
    kind: KIND_OF[found.format],
    ...(found.trouble && { trouble: found.trouble })
  }
  if (!isVolume(extension, head, found.format)) return sniffed
  const trouble = new ReadTrouble('E_UNSUPPORTED', 'one volume of an archive in several volumes')
  return { ...sniffed, kind: 'archive', trouble, volume: true }
}

async function formatOf(
  file: string,
  bytes: number,
  extension: string,
  head: Buffer
): Promise<{ format: Format; trouble?: ReadTrouble }> {
  if (isZip(head)) return sniffZip(file, bytes)
  if (head.subarray(0, 8).toString('hex') === 'd0cf11e0a1b11ae1') return sniffCompound(file, extension)
  const format =
    ownMagic(head) ??
    // Clean text first: to file-type "BMI,身高" is a bitmap and the mark of UTF-16 a sound.
    sniffText(head, bytes, extension, CLEAN) ??
    (await libraryMagic(head)) ??
    sniffText(head, bytes, extension, SPOTTED) ??
    'unknown'
  return { format }
}

/** A local header, the end record of an empty archive, or the mark of a spanned one. */
function isZip(head: Buffer): boolean {
  return /^504b(0304|0506|0708|3030504b0304)/.test(head.toString('hex', 0, 8))
}

function headOf(file: string, bytes: number): Buffer {
  const fd = openSync(file, 'r')
  try {
    return bytesAt(fd, 0, Math.min(bytes, HEAD))
  } finally {
    closeSync(fd)
  }
}
