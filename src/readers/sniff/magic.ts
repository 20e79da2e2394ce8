import { fileTypeFromBuffer } from 'file-type'
import type { Format } from '../../model/kinds.ts'

/** Formats of which no text can have the mark, or that are written as text. */
export function ownMagic(head: Buffer): Format | undefined {
  // Readers accept a pdf whose mark stands within its first kilobyte (a mail gateway's banner before it).
  if (head.subarray(0, 1024 + 5).includes('%PDF-')) return 'pdf'
  if (head.toString('latin1', 0, 5) === '{\\rtf') return 'rtf'
  // Told by their first bytes alone: file-type wants more of some than the head holds, or than a damaged file has.
  const start = head.toString('latin1', 0, 4)
  if (start.startsWith('\xff\xd8\xff')) return 'jpeg'
  if (start === '\x89PNG') return 'png'
  if ((start === 'II*\0' || start === 'MM\0*') && head.toString('latin1', 8, 10) !== 'CR') return 'tiff'
  return undefined
}

/** What file-type makes of the first bytes; undefined for text and for what it does not know. */
export async function libraryMagic(head: Buffer): Promise<Format | undefined> {
  const type = await fileTypeFromBuffer(head).catch(() => undefined)
  return type && (BY_EXTENSION[type.ext] ?? byMime(type.mime))
}

function byMime(mime: string): Format | undefined {
  if (mime.startsWith('audio/')) return 'audio'
  // Of other films only the kind matters: nobody reads them.
  if (mime.startsWith('video/')) return 'mp4'
  // Text formats are told apart by looking at the text, everything else is bytes without a reader.
  return mime.startsWith('text/') || /xml|json/.test(mime) ? undefined : 'unknown'
}

const BY_EXTENSION: Record<string, Format> = {
  jpg: 'jpeg',
  png: 'png',
  apng: 'png',
  webp: 'webp',
  tif: 'tiff',
  dng: 'tiff',
  gif: 'gif',
  bmp: 'bmp',
  heic: 'heic',
  heif: 'heic',
  avif: 'heic',
  mp4: 'mp4',
  m4v: 'mp4',
  '3gp': 'mp4',
  mov: 'mov',
  avi: 'avi',
  rar: 'rar',
  '7z': '7z',
  tar: 'tar',
  gz: 'gzip'
}
