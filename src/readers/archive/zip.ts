import { closeSync, openSync } from 'node:fs'
import type { Reader, ReaderContext } from '../../isolation/protocol.ts'
import { ReadTrouble } from '../../isolation/trouble.ts'
import type { Member, Note } from '../../model/reading.ts'
import { shownPath } from '../../support/shown-name.ts'
import { isOwnOutput, mayBeOwnOutput, OWN_HEAD, OWN_REPORT, setAside } from '../../support/set-aside.ts'
import { readCentralDirectory, type CentralDirectory, type CentralEntry } from './central-directory.ts'
import { entryNames, type EntryName } from './names.ts'
import { extentsOf, overlapping, type Extent } from './overlaps.ts'
import { headOf, unpack } from './unpack.ts'
import { entryTime } from './entry-time.ts'

/** Overlapping entries named one by one; a bomb has tens of thousands and is named once. */
const NAMED_OVERLAPS = 100

/**
 * A zip: each entry becomes a member with its bytes, or with the reason why not. Whatever is wrong with one
 * entry costs that entry; names are display text and never open anything.
 */
export default {
  formats: ['zip'],
  pool: 'documents',
  version: 2,
  async read(context) {
    const fd = openSync(context.file, 'r')
    try {
      await readZip(fd, context)
    } finally {
      closeSync(fd)
    }
  }
} satisfies Reader

async function readZip(fd: number, context: ReaderContext): Promise<void> {
  const directory = readCentralDirectory(fd, context.bytes, context.limits.members)
  const names = entryNames(directory.entries)
  const extents = extentsOf(fd, directory.entries, directory.start)
  const shared = overlapping(extents)
  const ours = ownFolders(fd, directory.entries, names, extents)
  context.beat()
  for (const [i, entry] of directory.entries.entries()) {
    const name = names[i]!
    if (name.folder && !name.unsafe) continue
    if (shared.has(i) && shared.size > NAMED_OVERLAPS) continue
    const member = isReport(ours, name.parts)
      ? listed({ name: shownPath(name.parts), bytes: entry.size, sha256: '' }, { code: 'own-output' })
      : await memberOf(fd, context, entry, name, shared.has(i) ? 'shared' : extents[i])
    await context.send({ part: 'member', member })
  }
  complain(context, directory, shared.size)
}

/** Folders that hold an audit of ours; the reports beside it are ours too. */
function ownFolders(
  fd: number,
  entries: readonly CentralEntry[],
  names: readonly EntryName[],
  extents: readonly (Extent | undefined)[]
): Set<string> {
  const ours = names.flatMap(({ parts }, i) => {
    const extent = extents[i]
    if (!extent || parts.at(-1) !== 'audit.json' || !parts.at(-2)?.endsWith('-henshi')) return []
    return isOwnOutput('audit.json', headOf(fd, entries[i]!, extent, OWN_HEAD)) ? [folderOf(parts)] : []
  })
  return new Set(ours)
}

function isReport(ours: ReadonlySet<string>, parts: readonly string[]): boolean {
  return ours.size > 0 && ours.has(folderOf(parts)) && OWN_REPORT.test(parts.at(-1)!)
}

function folderOf(parts: readonly string[]): string {
  return parts.slice(0, -1).join('/')
}

async function memberOf(
  fd: number,
  context: ReaderContext,
  entry: CentralEntry,
  { parts, unsafe }: EntryName,
  extent: Extent | 'shared' | undefined
): Promise<Member> {
  const modified = entryTime(entry)
  const base = { name: shownPath(parts), bytes: entry.size, sha256: '', ...(modified && { modified }) }
  const trouble = (code: ReadTrouble['code'], detail: string) => ({ ...base, trouble: { code, detail } })
  if (unsafe) return trouble('E_NAME', unsafe)
  if (isLink(entry)) {
    return { ...trouble('E_LINK', 'a link inside an archive'), status: 'listed', notes: [{ code: 'link' }] }
  }
  const aside = setAside(parts.join('/'))
  if (aside) return listed(base, { code: aside })
  if (entry.flags & 0x41) return trouble('E_ENCRYPTED', 'the entry is encrypted')
  if (extent === 'shared') return trouble('E_OVERLAP', 'the entry shares bytes with another')
  if (!extent) return trouble('E_CORRUPT', 'the entry’s bytes are missing')
  const last = parts.at(-1)!
  if (mayBeOwnOutput(last) && isOwnOutput(last, headOf(fd, entry, extent, OWN_HEAD))) {
    return listed(base, { code: 'own-output' })
  }
  return { ...base, ...(await unpack(fd, context, entry, extent)) }
}

function listed(base: Member, note: Note): Member {
  return { ...base, status: 'listed', notes: [note] }
}

/** Unix makers keep the file's mode in the upper half: 0120000 is a link. */
function isLink(entry: CentralEntry): boolean {
  return entry.host === 3 && ((entry.attributes >>> 16) & 0xf000) === 0xa000
}

function complain(context: ReaderContext, directory: CentralDirectory, shared: number): void {
  const { entries, declared, broken } = directory
  if (shared > 0) {
    throw new ReadTrouble('E_OVERLAP', `${shared} entries share their bytes and were not opened`)
  }
  if (broken) throw new ReadTrouble('E_CORRUPT', `${broken}: ${entries.length} of ${declared} entries found`)
  if (declared > entries.length) {
    throw new ReadTrouble('E_LIMIT_COUNT', `${context.limits.members} of ${declared} entries read`)
  }
}
