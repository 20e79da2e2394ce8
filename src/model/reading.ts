import type { Format, Kind, NoteCode, TroubleCode } from './kinds.ts'

/**
 * What a reader tells about one material. Readers run in a child process and send `Part`s, in order, at most
 * four unacknowledged; the last one is `end` with counts. The parent gathers parts into one `Reading`.
 *
 * `observed` is what we computed from the bytes; `claims` is what the file says of itself. No date inside a
 * file is an observation. Dates and times are wall-clock strings without zone: `2024-03-05` or
 * `2024-03-05T14:02:11`; a time the file states in UTC ends in `Z`.
 */
export type Part =
  | { part: 'format'; format: Format; kind: Kind }
  | { part: 'facts'; observed?: Partial<Observed>; claims?: Partial<Claims> }
  | { part: 'note'; note: Note }
  | { part: 'blocks'; blocks: Block[] }
  | { part: 'table'; table: TableHead }
  | RowsPart
  | { part: 'picture'; picture: PictureFacts }
  | { part: 'messages'; messages: Message[] }
  | { part: 'member'; member: Member }
  | { part: 'trouble'; code: TroubleCode; detail: string }
  | { part: 'end'; counts: PartCounts }

/** Counted by the child while sending, by the parent while receiving; a difference is `E_CRASHED`. */
export interface PartCounts {
  parts: number // parts before `end`
  blocks: number
  rows: number
  messages: number
  members: number
}

export interface Note {
  code: NoteCode
  words?: Record<string, string | number>
}

/** Facts we computed. Absent means not looked at or not applicable. */
export interface Observed {
  pages: number
  textPages: number // pages with at least one character of text
  encoding: string // of a text file: utf-8, utf-16le, gb18030 …
  separator: string // of a csv
  stringOrder: 'rows' | 'columns' | 'neither' // order of an xlsx string table against its cells
  incrementalUpdates: number // of a pdf
  dateSystem: '1900' | '1904'
}

/** What the file says of itself. Strings as written, trimmed, at most 500 characters. */
export interface Claims {
  title: string
  subject: string
  author: string
  lastModifiedBy: string
  company: string
  manager: string
  application: string // program that wrote it, with version where stated
  producer: string // pdf
  template: string
  created: string // wall clock, see above
  modified: string
  printed: string
  editMinutes: number
  revision: number
  savedPath: string // x15ac:absPath and kin
  rsidRoot: string
  documentId: string // pdf /ID first half, OOXML or XMP ids
  kso: string // WPS build fingerprint
  conversation: string // name of the chat
}

export type BlockStyle = 'title' | 'heading' | 'paragraph' | 'header' | 'footer' | 'table'

/**
 * One paragraph in reading order. A block of style `table` marks the place of table number `table` (its cells
 * come as rows; its `text` is empty).
 */
export interface Block {
  text: string
  style: BlockStyle
  page?: number // from 1, where the format knows pages
  table?: number
}

/** Announces a table before its rows. `index` counts from 0 inside the material. */
export interface TableHead {
  index: number
  name: string // sheet name, or '' in a document
  hidden: boolean
  merges: Merge[] // capped by the reader; top-left cell carries the value
}

/** Zero-based, inclusive. Rows are the spreadsheet's own row numbers minus one. */
export interface Merge {
  top: number
  left: number
  bottom: number
  right: number
}

/** Cell kinds in `RowsPart.kinds`. */
export const CELL = { text: 0, number: 1, date: 2, boolean: 3, error: 4 } as const

/**
 * Rows by the thousand, flat, so that crossing the process boundary stays cheap. Empty cells are not sent;
 * rows without cells are not sent. Cells of row i are `starts[i] … starts[i+1]-1` (the last ends at
 * `texts.length`), in rising column order. Dates are `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM:SS`; numbers are shown
 * as the shortest decimal (`12.5`, `13800001111`, never `1.38E+10`).
 */
export interface RowsPart {
  part: 'rows'
  table: number
  rows: Uint32Array // the row number the spreadsheet shows, from 1
  starts: Uint32Array
  columns: Uint16Array // from 0
  texts: string[]
  kinds: Uint8Array // CELL
  formulas?: { cell: number; formula: string }[] // index into texts; capped by the reader
}

export const LOOK_SIDE = 64

/** A picture as we see it. */
export interface PictureFacts {
  width: number // pixels, upright (orientation applied)
  height: number
  /** Luma of the upright picture squeezed to 64 × 64, row by row; empty when pixels could not be decoded. */
  look: Uint8Array
  /** sha256 of the full size and the upright RGB pixels shrunk to at most 384 a side (a full decode of 12 megapixels takes six times as long); '' when not decoded. */
  pixels: string
  /** Mean colours of a 4 × 4 grid, RGB, 48 bytes; empty when not decoded. */
  colours: Uint8Array
  /** A re-encoded JPEG of at most 320 px, for exhibits; empty when not decoded. */
  thumbnail: Uint8Array
  /** Luma 64 × 64 of the thumbnail stored inside the file's own metadata; empty when there is none. */
  embeddedLook: Uint8Array
  claims: PictureClaims
}

/** Metadata of a picture, as the file records it. Absence means nothing. */
export interface PictureClaims {
  takenAt?: string // DateTimeOriginal, wall clock
  takenOffset?: string // +08:00
  digitizedAt?: string
  modifiedAt?: string
  subSecond?: string
  gpsAt?: string // GPS time, UTC, ends in Z
  latitude?: number // degrees, WGS-84 as recorded
  longitude?: number
  altitude?: number
  make?: string
  model?: string
  serial?: string // body serial number
  lens?: string
  software?: string
  orientation?: number
  exposure?: string // exposure time, f-number, ISO as one text
  uniqueId?: string // ImageUniqueID and kin
  documentId?: string // XMP original document id
  fileNumber?: number // the camera's own counter where recorded in metadata
}

/** One message of a conversation. `number` counts from 1 in the file's order. */
export interface Message {
  number: number
  at: string // wall clock
  sender: string
  senderId?: string
  text: string
  kind: 'text' | 'picture' | 'file' | 'system'
}

/**
 * Something inside another material: a file in a zip, a picture in a docx. The child writes its bytes under a
 * generated name into its private folder; the parent has them read as a job of their own, so that a member can
 * never cost more than itself.
 */
export interface Member {
  /** Display path inside the container, `/` separated, already decoded; never used to open anything. */
  name: string
  bytes: number
  sha256: string // '' when the bytes were not read
  spool?: string // file name inside the job's private folder; absent when there is nothing to read
  status?: 'listed' // named only (folders are not sent at all)
  trouble?: { code: TroubleCode; detail: string }
  notes?: Note[]
  modified?: string // what the archive says, wall clock; producer constants are dropped
  /** Where it stands: block index after which it appears, page from 1, sheet and row from 1. */
  at?: { block?: number; page?: number; table?: number; row?: number; caption?: string }
}
