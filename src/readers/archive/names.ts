import { crc32 } from 'node:zlib'
import type { CentralEntry } from './central-directory.ts'

/** How the name of an entry is shown, and why its content must stay closed, if so. */
export interface EntryName {
  parts: string[]
  folder: boolean
  unsafe?: string
}

/**
 * Names of all entries of one archive. Flag 11 means UTF-8, the Unicode-path field counts when its checksum fits;
 * other names are UTF-8 or GBK. Short GBK names can be valid UTF-8 by accident ("模" reads as "ģ"), so a name that
 * would need nothing above U+07FF follows its certain neighbours, and GBK where there are none.
 */
export function entryNames(entries: readonly CentralEntry[]): EntryName[] {
  const decoded = entries.map(entry => ({ entry, ...decode(entry) }))
  const utf8 = decoded.some(({ sure }) => sure === 'utf-8')
  const gbk = decoded.some(({ sure }) => sure === 'gbk')
  return decoded.map(({ entry, text, other }) =>
    split(entry, other !== undefined && (gbk || !utf8) ? other : text)
  )
}

interface Decoded {
  text: string
  other?: string // the GBK reading of an ambiguous name
  sure?: 'utf-8' | 'gbk'
}

function decode(entry: CentralEntry): Decoded {
  const raw = entry.name
  if (raw.every(byte => byte < 0x80)) return { text: raw.toString('latin1') }
  const unicode = unicodePath(entry)
  if (unicode !== undefined) return { text: unicode }
  const utf8 = strict('utf-8', raw)
  if (entry.flags & 0x800 && utf8 !== undefined) return { text: utf8 }
  const gbk = strict('gb18030', raw)
  if (utf8 === undefined) {
    return gbk === undefined
      ? { text: new TextDecoder('windows-1252').decode(raw) }
      : { text: gbk, sure: 'gbk' }
  }
  if (gbk === undefined || /[\u0800-\uffff]/.test(utf8)) return { text: utf8, sure: 'utf-8' }
  return { text: utf8, other: gbk }
}

function unicodePath(entry: CentralEntry): string | undefined {
  const field = entry.extra(0x7075)
  if (!field || field.length < 6 || field[0] !== 1) return undefined
  return field.readUInt32LE(1) === crc32(entry.name) ? strict('utf-8', field.subarray(5)) : undefined
}

function strict(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** Makers whose names may use backslashes: FAT, NTFS, VFAT. Split after decoding: half of a GBK character can be 0x5C. */
const BACKSLASH_HOSTS = new Set([0, 10, 11, 14])

/** What nothing packs into: some writers deflate their folders. */
const HOLLOW = 2

function split(entry: CentralEntry, text: string): EntryName {
  const slashed = BACKSLASH_HOSTS.has(entry.host) ? text.replaceAll('\\', '/') : text
  // What is named like a folder but has bytes is a file: nothing may hide behind a slash.
  const hollow = entry.size === 0 && entry.packed <= HOLLOW
  const folder = hollow && (slashed.endsWith('/') || (entry.attributes & 0x10) !== 0)
  const unsafe = whyUnsafe(text)
  const parts = slashed.split('/').filter(part => part !== '' && part !== '.')
  if (unsafe) return { parts: parts.length ? parts.map(tamed) : ['␀'], folder, unsafe }
  return { parts, folder }
}

function whyUnsafe(text: string): string | undefined {
  if (text.includes('\0')) return 'the name holds a NUL'
  if (/^[/\\]/.test(text)) return 'the name is absolute'
  if (/^[a-z]:/i.test(text)) return 'the name starts with a drive'
  if (text.split(/[/\\]/).includes('..')) return 'the name leaves its folder'
  if (/^[./\\]*$/.test(text)) return 'the name is empty'
  return undefined
}

/** `..` and drives are shown wide, so that no shown path can be taken for one that leads out. */
function tamed(part: string): string {
  return part === '..' ? '．．' : part.replace(/^([a-z]):/i, '$1：')
}
