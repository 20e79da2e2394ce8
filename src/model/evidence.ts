import type { Material, Table } from './material.ts'
import type { Texts } from './cells.ts'
import type { Message } from './reading.ts'

/**
 * All that checks and weighing look at: materials, facts about each (fingerprints) and facts across them
 * (relations). Computed once, shared, never changed. `material` numbers are indices into `materials`; `entry`
 * numbers run over all ledgers (`ledger.first + i`).
 */
export interface Evidence {
  inspection: Inspection
  texts: Texts
  materials: readonly Material[] // in the order of paths by code point
  // fingerprints
  names: readonly NameClaims[] // per material
  ledgers: readonly Ledger[]
  forms: readonly LabelledForm[]
  documents: readonly DocumentText[]
  pictures: readonly Picture[]
  conversations: readonly Conversation[]
  // relations
  activities: readonly ActivityFact[]
  activityOf: readonly (number | undefined)[] // per material: index into activities
  indicatorOf: readonly (string | undefined)[] // per material: indicator code such as 1-2-3, from its folders
  claimedDateOf: readonly (ClaimedDate | undefined)[] // per material, the best claim
  secrecyOf: readonly (string | undefined)[] // per material: the secrecy mark in its head or name, its container's included
  sameContent: readonly SameContent[]
  entryGroups: readonly EntryGroup[]
  passageGroups: readonly PassageGroup[]
  pictureGroups: readonly PictureGroup[]
  sessions: readonly Session[]
  replyBursts: readonly ReplyBurst[]
}

export interface Inspection {
  unit?: string
  from?: string // YYYY-MM-DD
  to?: string
  inspectedOn?: string
}

/** What names and folders claim. They never alone make something a result or a copy. */
export interface NameClaims {
  dates: readonly ClaimedDate[] // most telling first: own name, then folders from the inside out
  savedAt?: string // time pattern of a messenger or camera name (mmexport…, 微信图片_…, IMG_…), wall clock or …Z
  savedBy?: string // which pattern
  counter?: number // DSC_1234, IMG_0042
  copySuffix: boolean // 副本, (2), - 复制
  indicator?: string // code in a folder name
  subject: string // own name without extension, dates, numbers, copy suffix
  folders?: readonly FolderClaim[] // from the outside in; archives that hold it are folders too
}

/** What one folder's name says. */
export interface FolderClaim {
  path: string // with its containers, without a trailing slash: unique in the package
  archive: boolean
  code?: string // indicator code, joined with outer ones: 1-2-3
  /** The code could as well be a day (3-5 活动); the folders beside it tell. */
  doubtful?: boolean
  date?: ClaimedDate
  subject: string // without code, date and copy suffix
  category: boolean // only says what kind of thing lies there: 照片, 佐证材料, 1月
  event: boolean // reads as something that happens: 走访慰问, 主题党日
}

export interface ClaimedDate {
  from: string // YYYY-MM-DD
  to: string // same as from for a day; last day for a month, quarter or year
  source: 'name' | 'folder' | 'title' | 'text' | 'ledger' | 'caption' | 'container'
  text: string // as written
}

export const MEANINGS = [
  'serial', 'date', 'time', 'place', 'unit', 'topic', 'content', 'person', 'subject', 'responsible', 'recorder',
  'problem', 'measure', 'deadline', 'outcome', 'quantity', 'phone', 'idNumber', 'household', 'address',
  'signature', 'evidence', 'note', 'other'
] as const // prettier-ignore
/** What a ledger's column records. `subject`: whom or what an entry is about (走访对象); `person`: those taking part; `responsible`, `recorder`: staff. */
export type Meaning = (typeof MEANINGS)[number]

export interface LedgerColumn {
  column: number // in the sheet, from 0
  header: string // header rows joined, as written
  meaning: Meaning
  filled: number // entries with a value
  distinct: number // distinct normalised values
  topShare: number // share of filled entries with the commonest value
}

/** A table that records entries under headers. */
export interface Ledger {
  index: number
  material: number
  table: Table
  title: string // title rows above the header, else the sheet name
  headerRow: number // row as shown, of the last header row
  columns: readonly LedgerColumn[]
  rows: Uint32Array // row indices into table.cells of its entries (title, header, subtotal and blank rows left out)
  first: number // number of its first entry
  /** Value of entry i (0-based inside the ledger) in column k of `columns`; group cells merged downwards are filled in. '' when empty. */
  value(i: number, k: number): string
  /** Date of entry i as YYYY-MM-DD, '' when it has none. */
  date(i: number): string
}

/** A label/value form (走访记录表 with 姓名 | 张三 | 时间 | …), one entry's worth of fields. */
export interface LabelledForm {
  material: number
  table: number
  title: string
  fields: readonly { label: string; value: string; meaning: Meaning; row: number; column: number }[] // row as shown
  /** The occasion the form records, as its own fields say: the day, and whom it is about. */
  occasion?: { from?: string; to?: string; subject?: string }
}

/** Running text of a document in order; long table cells included. */
export interface DocumentText {
  material: number
  title: string
  paragraphs: readonly Paragraph[]
  characters: number // Han characters, letters and digits
  issuer?: string // who issued it, when it carries a document head
  documentNumber?: string // 某政发〔2024〕5号
  issued: boolean // reads as somebody else's document (head, number, addressed to the unit) or comes from issued:/
}

export interface Paragraph {
  text: string
  block?: number // index in reading.blocks
  table?: number
  row?: number // as shown
  column?: number
  page?: number
  label: boolean // a form's label or heading rather than prose
}

export interface Picture {
  material: number
  /** 256-bit fingerprint of the upright look as 8 unsigned 32-bit words; empty when not decoded. */
  hash: Uint32Array
  /** 0 … 1: how much there is to recognise; blank pages and logos are near 0. */
  detail: number
  /** Small mark, logo, seal, line, or a scanned page rather than a photograph. */
  nature: 'photo' | 'page' | 'mark'
  /** Correlation of the picture with the thumbnail in its metadata, −1 … 1; undefined when there is none. */
  thumbnailAgreement?: number
}

export interface Conversation {
  material: number
  name: string
  messages: readonly Message[]
}

export interface ActivityFact {
  id: string // from content of its claims, not from paths
  title: string
  date?: ClaimedDate
  place?: string
  materials: readonly number[]
  indicators: readonly string[]
}

/** Materials with the same bytes, or the same content in other bytes. */
export interface SameContent {
  members: readonly number[] // two or more materials
  by: 'bytes' | 'text' | 'cells' | 'members' // members: archives or folders holding the same files
}

export interface EntryRef {
  ledger: number
  entry: number // 0-based inside the ledger
}

export interface EntryGroup {
  kind: 'duplicate' | 'recycled'
  members: readonly EntryRef[] // two or more
  /** Bits of agreeing information per pair, the ledger's own boilerplate set aside; the smallest over the group's links. */
  information: number
  /** Meanings that agree in every link, and those that differ. */
  agree: readonly Meaning[]
  differ: readonly Meaning[]
  exact: boolean // agreeing cells are equal to the letter
  /** Rows follow each other in the same order in both places (a block was copied). */
  block: boolean
  /** Longest run of identical characters in a content cell. */
  run: number
}

export interface PassageGroup {
  members: readonly { document: number; share: number; spans: readonly PassageSpan[] }[] // document: index into documents
  /** Characters carried over, boilerplate and issued text set aside; smallest over links. */
  characters: number
  /** Longest run of identical characters. */
  run: number
}

export interface PassageSpan {
  paragraph: number
  from: number // UTF-16 offset in the paragraph
  to: number
}

export interface PictureGroup {
  /** Members shot by shot: all show one picture. */
  members: readonly number[] // indices into pictures
  by: 'bytes' | 'pixels' | 'look' // the weakest link of the group
  /** Smallest verified agreement over links, 0 … 1. */
  agreement: number
  changes: readonly (
    'resized' | 'reencoded' | 'cropped' | 'rotated' | 'mirrored' | 'overlaid' | 'brightened'
  )[]
}

/** Pictures of one device taken without a break. */
export interface Session {
  members: readonly number[] // indices into pictures, in order of capture
  device: string
  from: string
  to: string
  /** The device's own counter runs on through the session, undefined when not recorded. */
  countersRunOn?: boolean
  /** Share of neighbouring pictures that look alike in background, 0 … 1. */
  alike: number
}

export interface ReplyBurst {
  conversation: number
  trigger?: number // message index (0-based) of the notice
  replies: readonly number[] // message indices
  senders: number
  medianGapSeconds: number
  sameShare: number // share of the commonest normalised text
  spanSeconds: number
}
