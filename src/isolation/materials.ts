import type { Format, Kind, Status, TroubleCode } from '../model/kinds.ts'
import type { Material, Reading } from '../model/material.ts'
import type { Note } from '../model/reading.ts'

/** One material as it was read, with what lay inside it, in the container's order. */
export interface Read {
  path: string
  format: Format
  kind: Kind
  bytes: number
  sha256: string
  status: Status
  trouble?: { code: TroubleCode; detail: string }
  notes: readonly Note[]
  modifiedInArchive?: string
  at?: NonNullable<Material['at']>
  reading?: Reading
  members: Read[]
}

/** Materials in code-point order of their paths, numbered, each knowing its container. */
export function materialsOf(reads: readonly Read[]): Material[] {
  const flat: { read: Read; parent?: Read; key: Buffer }[] = []
  const gather = (read: Read, parent?: Read) => {
    flat.push({ read, key: Buffer.from(read.path), ...(parent && { parent }) })
    for (const member of read.members) gather(member, read)
  }
  for (const read of reads) gather(read)
  // UTF-8 bytes sort as code points do, at a fraction of the cost of comparing characters
  flat.sort((a, b) => Buffer.compare(a.key, b.key))
  const index = new Map(flat.map(({ read }, i) => [read, i]))
  return flat.map(({ read, parent }, i) => {
    const { members: _members, path, ...rest } = read
    return {
      no: i + 1,
      path,
      name: path.slice(path.lastIndexOf('/') + 1),
      origin: originOf(path),
      ...rest,
      ...(parent && { parent: index.get(parent)! })
    }
  })
}

function originOf(path: string): Material['origin'] {
  if (path.startsWith('issued:/')) return 'issued'
  return path.startsWith('reference:/') ? 'reference' : 'package'
}
