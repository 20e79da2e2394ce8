import type { Found } from '../model/found.ts'
import type { TroubleCode } from '../model/kinds.ts'
import type { Material } from '../model/material.ts'
import type { Member, Note } from '../model/reading.ts'
import { extensionOf, shownPath } from '../support/shown-name.ts'
import type { Read } from './materials.ts'
import type { Spool } from './spool.ts'

/** What is known of a material before it is read. */
export interface Item {
  path: string
  file: string // '' when there are no bytes to open
  bytes: number
  sha256: string
  extension: string
  archives: number // archives around it
  containers: number // archives and documents around it
  listed: boolean
  notes: readonly Note[]
  trouble?: { code: TroubleCode; detail: string }
  modified?: string
  at?: NonNullable<Material['at']>
  /** Set when the try it belongs to was given up: it is not worth reading any more. */
  given: { up: boolean }
}

export async function itemOf(found: Found, spool: Spool): Promise<Item> {
  const { path, bytes, sha256, extension, notes, trouble } = found
  const readable = found.status !== 'listed' && sha256 !== ''
  return {
    path,
    file: !readable ? '' : found.rawFile ? await spool.alias(found.rawFile) : found.file,
    bytes,
    sha256,
    extension,
    archives: 0,
    containers: 0,
    listed: found.status === 'listed',
    notes,
    ...(trouble && { trouble }),
    given: { up: false }
  }
}

/** A member of `container`; `file` is where its bytes lie, '' when there are none. */
export function memberItem(
  container: Item,
  inArchive: boolean,
  member: Member,
  path: string,
  file: string,
  given: Item['given']
): Item {
  const { bytes, sha256, status, trouble, notes, modified, at } = member
  return {
    path,
    file,
    bytes,
    sha256,
    extension: extensionOf(path),
    archives: container.archives + (inArchive ? 1 : 0),
    containers: container.containers + 1,
    listed: status === 'listed',
    notes: notes ?? [],
    ...(trouble && { trouble }),
    ...(modified !== undefined && { modified }),
    ...(at && { at }),
    given
  }
}

/** A member's path as shown. The child decoded the name; that it leads nowhere is made sure of here once more. */
export function memberPath(container: Item, name: string): string {
  const parts = name
    .split('/')
    .filter(part => part !== '' && part !== '.')
    .map(part => (part === '..' ? '．．' : part))
  return `${container.path}!/${shownPath(parts.length > 0 ? parts : ['␀'])}`
}

/** A material of which nothing was read. */
export function closed(item: Item, trouble = item.trouble): Read {
  const { path, bytes, sha256, notes, modified, at } = item
  return {
    path,
    format: 'unknown',
    kind: 'other',
    bytes,
    sha256,
    status: item.listed ? 'listed' : 'unread',
    notes,
    ...(trouble && { trouble }),
    ...(modified !== undefined && { modifiedInArchive: modified }),
    ...(at && { at }),
    members: []
  }
}
