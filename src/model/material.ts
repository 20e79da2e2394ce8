import type { Format, Kind, Status, TroubleCode } from './kinds.ts'
import type { Block, Claims, Message, Note, Observed, PictureFacts, TableHead } from './reading.ts'
import type { Cells } from './cells.ts'

/** One file of the package, or one thing inside another. */
export interface Material {
  no: number // from 1, in the order of paths by code point; reports refer to it
  path: string // `/` separated; `!/` enters a container; `issued:/…` and `reference:/…` from outside
  name: string // last part of the path
  parent?: number // index of the container's material
  /** Where in its container an embedded thing stands. */
  at?: { block?: number; page?: number; table?: number; row?: number; caption?: string }
  /** Number from 1 of a paper in the bound volume `parent`; only in the unbound view of a package (`Evidence.unbound`). */
  paper?: number
  origin: 'package' | 'issued' | 'reference'
  format: Format
  kind: Kind
  bytes: number
  sha256: string // '' when unread
  status: Status
  trouble?: { code: TroubleCode; detail: string }
  notes: readonly Note[]
  modifiedInArchive?: string
  reading?: Reading // absent when nothing was read
}

/** Whether it is part of a document or table, not handed in by itself or in an archive. */
export function isInsideDocument(
  materials: readonly Material[],
  { parent }: Pick<Material, 'parent'>
): boolean {
  return parent !== undefined && materials[parent]!.kind !== 'archive'
}

/** All that was read of one material. */
export interface Reading {
  observed: Partial<Observed>
  claims: Partial<Claims>
  blocks: readonly Block[]
  tables: readonly Table[]
  messages: readonly Message[]
  picture?: PictureFacts // without `thumbnail`: exhibits keep that
}

export interface Table {
  head: TableHead
  cells: Cells
  formulas: readonly { row: number; column: number; formula: string }[] // row as shown, from 1; column from 0
}
