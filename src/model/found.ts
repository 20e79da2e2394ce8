import type { TroubleCode } from './kinds.ts'
import type { Note } from './reading.ts'

/** One file as the walk of a package finds it: named and hashed, not opened. */
export interface Found {
  path: string // display path, see Material.path
  file: string // absolute
  /** The absolute path as bytes, where it is no valid text and `file` would not open it. */
  rawFile?: Uint8Array
  bytes: number
  extension: string // lower case, without dot
  sha256: string // '' when it could not be hashed
  status?: 'listed'
  notes: Note[]
  trouble?: { code: TroubleCode; detail: string }
}
