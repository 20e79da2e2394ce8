import { constants } from 'node:fs'
import { access, readdir, stat } from 'node:fs/promises'
import { homedir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { byCodePoint } from '../support/order.ts'
import type { Location, Output } from './contract.ts'
import { DeskError } from './desk-error.ts'
import { kindOfName, type Locations } from './locations.ts'

/** The contract's ceiling of one listing. */
const MOST = 2000
/** Lists of indicators and sheets that came back. */
const LISTS = /\.(?:xlsx|docx|csv)$/iu
/** Where people keep packages, in the two languages systems name these folders in here. */
const USUAL = ['Desktop', '桌面', 'Documents', '文档', 'Downloads', '下载']
const DRIVES = 'CDEFGHIJKLMNOPQRSTUVWXYZ'

/** The folders, archives, saved audits and lists in a place; without one, where to begin. Only what may be read. */
export async function browse(locations: Locations, token: string | undefined): Promise<Output<'browse'>> {
  if (token === undefined) return { entries: await beginnings(locations), more: 0 }
  const path = locations.pathOf(token)
  const names = await readdir(path).catch((error: NodeJS.ErrnoException) => {
    throw new DeskError(error.code === 'ENOENT' ? 'missing' : error.code === 'ENOTDIR' ? 'notAFile' : 'unreadable') // prettier-ignore
  })
  const entries = (await Promise.all(names.filter(isShown).map(name => entryOf(locations, join(path, name)))))
    .filter(each => each !== undefined)
    .sort((a, b) => Number(b.kind === 'folder') - Number(a.kind === 'folder') || byCodePoint(a.name, b.name))
  const above = dirname(path)
  return {
    here: locations.named(path, 'folder'),
    ...(above !== path && { above: locations.named(above, 'folder') }),
    entries: entries.slice(0, MOST),
    more: Math.max(0, entries.length - MOST)
  }
}

function isShown(name: string): boolean {
  return !name.startsWith('.') && !name.startsWith('~$') && !name.startsWith('$')
}

async function entryOf(locations: Locations, path: string): Promise<Location | undefined> {
  try {
    const status = await stat(path)
    const kind = status.isDirectory() ? 'folder' : status.isFile() ? (kindOfName(path) ?? (LISTS.test(path) ? 'file' : undefined)) : undefined // prettier-ignore
    if (kind === undefined) return undefined
    await access(path, kind === 'folder' ? constants.R_OK | constants.X_OK : constants.R_OK)
    return locations.named(path, kind)
  } catch {
    return undefined
  }
}

async function beginnings(locations: Locations): Promise<Location[]> {
  const home = homedir()
  const paths = [...USUAL.map(name => join(home, name)), home, ...(await drives())]
  const found = await Promise.all(paths.map(path => entryOf(locations, path)))
  return found.filter(each => each?.kind === 'folder').map(each => ({ ...each!, name: each!.name || each!.shown })) // prettier-ignore
}

async function drives(): Promise<string[]> {
  if (process.platform === 'win32') return [...DRIVES].map(letter => `${letter}:\\`)
  const under = async (folder: string): Promise<string[]> =>
    (await readdir(folder).catch(() => [])).map(name => join(folder, name))
  if (process.platform === 'darwin') return under('/Volumes')
  const user = basename(homedir())
  return [...(await under(`/media/${user}`)), ...(await under('/mnt')), '/']
}
