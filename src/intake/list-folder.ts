import { readdir } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { shownFolder, shownName } from '../support/shown-name.ts'
import { Cancelled } from '../support/tick.ts'

/** One thing a folder names. */
export interface Listed {
  path: string // display path below the root
  key: Buffer // the path's UTF-8, to sort by
  file: string // absolute
  rawFile?: Buffer // absolute, where the name is no valid UTF-8
  type: 'file' | 'link' | 'special' | 'denied' | 'gone'
}

/** Folders inside folders: systems end paths at 4,096 bytes, so this ends only what has no end. */
const DEEPEST = 2048
const WINDOWS = sep === '\\'

interface Folder {
  shown: string[]
  file: string
  raw: Buffer | undefined
}

/** Everything below `root`, unsorted. Rejects when the root itself cannot be listed; a folder inside that cannot is named `denied`. */
export async function listFolder(root: string, signal: AbortSignal | undefined): Promise<Listed[]> {
  const listed: Listed[] = []
  const open: Folder[] = [{ shown: [], file: root, raw: undefined }]
  for (let folder = open.pop(); folder; folder = open.pop()) {
    if (signal?.aborted) throw new Cancelled()
    await listOne(folder, open, listed)
  }
  return listed
}

async function listOne(folder: Folder, open: Folder[], listed: Listed[]): Promise<void> {
  const entries = await entriesOf(folder).catch(error => {
    if (folder.shown.length === 0) throw error
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? ('gone' as const) : ('denied' as const)
  })
  if (typeof entries === 'string') {
    listed.push(named(folder.shown.map(shownFolder), folder, entries))
    return
  }
  for (const { name, raw, type } of entries) {
    const shown = [...folder.shown, name]
    const inside = {
      shown,
      file: join(folder.file, name),
      raw: (raw ?? (folder.raw && Buffer.from(name))) ? joinRaw(folder, raw ?? Buffer.from(name)) : undefined
    }
    if (type === 'folder' && shown.length < DEEPEST) open.push(inside)
    else
      listed.push(
        named(
          [...folder.shown.map(shownFolder), shownName(name)],
          inside,
          type === 'folder' ? 'denied' : type
        )
      )
  }
}

function named(parts: readonly string[], { file, raw }: Folder, type: Listed['type']): Listed {
  const path = parts.join('/')
  return { path, key: Buffer.from(path), file, type, ...(raw && { rawFile: raw }) }
}

function joinRaw(folder: Folder, name: Buffer): Buffer {
  return Buffer.concat([folder.raw ?? Buffer.from(folder.file), Buffer.from('/'), name])
}

interface Entry {
  name: string
  raw?: Buffer
  type: 'folder' | 'file' | 'link' | 'special'
}

/**
 * Names are read as bytes: archives unpacked without care leave GBK names on disks that mean UTF-8, and such a
 * file could be listed as text but never opened. Windows names are text.
 */
async function entriesOf({ file, raw }: Folder): Promise<Entry[]> {
  if (WINDOWS) {
    return (await readdir(file, { withFileTypes: true })).map(entry => ({
      name: entry.name,
      type: typeOf(entry)
    }))
  }
  const entries = await readdir(raw ?? file, { withFileTypes: true, encoding: 'buffer' })
  return entries.map(entry => ({ ...textOf(entry.name as unknown as Buffer), type: typeOf(entry) }))
}

interface Kinds {
  isDirectory(): boolean
  isFile(): boolean
  isSymbolicLink(): boolean
}

function typeOf(entry: Kinds): Entry['type'] {
  if (entry.isSymbolicLink()) return 'link'
  if (entry.isDirectory()) return 'folder'
  return entry.isFile() ? 'file' : 'special'
}

function textOf(bytes: Buffer): { name: string; raw?: Buffer } {
  const name = bytes.toString('utf8')
  if (Buffer.from(name).equals(bytes)) return { name }
  for (const encoding of ['gb18030', 'windows-1252']) {
    try {
      return { name: new TextDecoder(encoding, { fatal: true }).decode(bytes), raw: bytes }
    } catch {
      // the next one takes anything
    }
  }
  return { name, raw: bytes }
}
