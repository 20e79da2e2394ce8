import type { Material, Table } from './material.ts'
import type { Medium } from './audit.ts'
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
  formFields: readonly FormFields[]
  documents: readonly DocumentText[]
  pictures: readonly Picture[]
  conversations: readonly Conversation[]
  resultClaims: readonly ResultClaim[]
  unevenFigures: readonly UnevenFigures[]
  // relations
  claimSupports: readonly ClaimSupport[] // one per result claim, in their order
  activities: readonly ActivityFact[]
  activityOf: readonly (number | undefined)[] // per material: index into activities
  indicatorOf: readonly (string | undefined)[] // per material: indicator code such as 1-2-3, from its folders
  claimedDateOf: readonly (ClaimedDate | undefined)[] // per material, the best claim
  secrecyOf: readonly (string | undefined)[] // per material: the secrecy mark in its head or name, its container's included
  indicatorLists: readonly IndicatorList[] // what inspections ask for, as lists given or found say
  indicators: readonly IndicatorFact[] // one per indicator asked for or used as a folder's code, in order of code
  sameContent: readonly SameContent[]
  entryGroups: readonly EntryGroup[]
  passageGroups: readonly PassageGroup[]
  pictureGroups: readonly PictureGroup[]
  sessions: readonly Session[]
  replyBursts: readonly ReplyBurst[]
  dataForms: readonly DataForm[]
  fieldFamilies: readonly FieldFamily[]
  ledgerHistories: readonly LedgerHistory[]
  ledgerPieces: readonly LedgerPieces[]
  /** Absent where nothing in the package is a bound volume. */
  unbound?: Unbound
}

/** What activities and classes rest on. */
export type Papers = Pick<
  Evidence,
  | 'inspection' | 'materials' | 'names' | 'ledgers' | 'forms' | 'documents' | 'pictures' | 'conversations' | 'indicatorLists'
  | 'activities' | 'activityOf' | 'indicatorOf' | 'claimedDateOf' | 'sameContent' | 'ledgerPieces'
> // prettier-ignore

/**
 * The package with each paper of a bound volume (minutes after minutes in one document, ledger after ledger in one
 * workbook) as a material of its own, right behind its volume, which holds them as an archive does. Indices are
 * those of its own `materials`; ledgers keep their order and numbers.
 */
export interface Unbound extends Papers {
  materialOf: readonly number[] // per material of the view: index in the package; of a paper that of its volume
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
  source: 'name' | 'folder' | 'title' | 'text' | 'ledger' | 'caption' | 'container' | 'camera'
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

/** One ledger cut up over several files, and the ledger they make together. */
export interface LedgerPieces {
  members: readonly number[] // indices into ledgers, in their order
  whole: Ledger // `index`, `material` and `table` are those of the first
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
  /** Of bound volumes among them, the papers that speak for it; from 1. */
  papers?: readonly { material: number; paper: number }[]
  indicators: readonly string[]
  /** Work that goes on (a ledger's, a series of payments), rather than an occasion. */
  continuing?: boolean
  /** Ledger rows of other materials that are of the same date and the same subject or place. */
  entries?: readonly EntryRef[]
}

/** One thing an inspection asks evidence for, as its list says. */
export interface IndicatorAsk {
  code: string // shown; unique over all lists
  codes: readonly string[] // normalised (1-2-3, A1) codes a folder may carry for it, most telling first
  name: string
  asks?: string // evidence asked for, as written
  points?: number
  asker?: string
  media: readonly Medium[] // media the text asks for
  table: number
  row: number // as shown
}

/** A list of indicators (考核指标, 评分细则, 迎检材料清单). */
export interface IndicatorList {
  material: number
  source: 'given' | 'list' // --indicators, or found in the package or among issued material
  /** The unit has filled its own results in: its own paper rather than the asker's. */
  filled: boolean
  asks: readonly IndicatorAsk[]
}

/** An indicator and what is filed under it. */
export interface IndicatorFact {
  code: string
  source: 'given' | 'list' | 'folder'
  ask?: IndicatorAsk
  materials: readonly number[]
  /** Something filed under a coarser code may be meant for it, or the filing does not follow the list: nothing under it says nothing. */
  unsure: boolean
}

/** Materials with the same bytes, or the same content in other bytes. */
export interface SameContent {
  members: readonly number[] // two or more materials
  by: 'bytes' | 'text' | 'cells' | 'members' // members: archives or folders holding the same files
  /** The same but for paragraphs and remarks that many files of the package have in common. */
  aside?: boolean
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

/** Where a sentence or table row stands in its material. */
export interface ClaimPlace {
  page?: number
  table?: number
  row?: number // as shown
  column?: number
  paragraph?: number // index in the document's paragraphs
}

/** A quantity that a document or summary table claims as achieved. */
export interface ResultClaim {
  material: number
  place: ClaimPlace
  sentence: string // as written
  span: readonly [number, number] // of the quantity, UTF-16 in `sentence`
  action: 'closed' | 'paid' | 'benefited' | 'placed' | 'built' | 'rate'
  verb: string // as written: 办结, 发放, 满意率
  /** What it was done to, as far as the sentence says: 热线工单; place names and time set aside. */
  object: string
  /** The same of the clauses before it in the sentence, from which it may inherit what it speaks of. */
  context: string
  /** What its document or table is about, from the title. */
  topic: string
  /** Places and bodies smaller than the unit that its sentence or title speaks of: 枫坪村. */
  places: readonly string[]
  value: number // base units, see support/quantities.ts
  low: number // the values it may stand for: rounding, cutting off and approximation allowed for
  high: number
  unit: string
  dimension: string
  exact: boolean // written without 近, 约, 余 …
  period?: { from: string; to: string }
  /** Speaks of several years or of another time than its document: never held against a ledger. */
  cumulative: boolean
  /** A share whose counts stand in the same paragraph. */
  hasBase?: boolean
  writtenOn?: string // last full date in the document, its signature's
}

/** Figures inside one material that do not follow from one another. */
export interface UnevenFigures {
  material: number
  place: ClaimPlace
  kind: 'total' | 'part' | 'share' | 'change'
  stated: number
  follows: number // what the other figures give
  unit: string
  text: string // the sentence, or the row's label and column
  runs: readonly (readonly [number, number])[] // the figures, UTF-16 in `text`
  parts: number // rows or figures it was worked out from
  columns?: readonly string[] // of a table: header of the label and of the figures
  rows?: readonly { row: number; label: string; value: number }[] // of a table, capped; the sum's row last
}

/** What carries a claim in the package. */
export interface ClaimSupport {
  standing: 'agrees' | 'differs' | 'unsupported' | 'undecided' | 'noBase' | 'ownSurvey'
  ledgers: readonly number[] // that carry it, or were counted
  materials: readonly number[] // acceptance papers, receipts, surveys looked at
  counted?: number // base units
  how?: 'rows' | 'closed' | 'distinct' | 'sum' | 'rate' | 'stated'
  rows?: number // entries counted
  /** The ledgers number their entries 1 … n without a gap, so none is missing inside. */
  unbroken?: boolean
  /** The ledgers' own closing row states what was counted. */
  ownTotal?: boolean
}

/** `identity`: says whom a record is about; `data`: what is asked beyond that; `handling`: about the paper. */
export type FieldKind = 'identity' | 'data' | 'handling'

/** Who asks for a form, as something in the package claims; organisations only. */
export interface AskerClaim {
  name: string
  key: string // one for the names of one organ: 县卫健委, 卫生健康局
  where: 'line' | 'addressed' | 'title' | 'notice' | 'name' | 'folder'
}

/** A roster, ledger or label form that asks for data about someone, aligned to the dictionary of fields. */
export interface FormFields {
  material: number
  table: number
  ledger?: number // index into ledgers, or
  form?: number // index into forms
  title: string
  data: readonly { datum: string; field: string; kind: FieldKind; at: number }[] // at: in the ledger's columns or the form's fields
  asker?: AskerClaim
  number?: string // 表号
  approval?: string // 批准文号 or 有效期 as printed
}

/** One form, whatever number of files fills it: its months, villages and households. */
export interface DataForm {
  id: string // from its title, asker and data, not from paths
  title: string
  asker?: AskerClaim
  papers: readonly number[] // indices into formFields
  fields: readonly string[] // ids of the field dictionary, identity and data
}

/** Forms that ask the same data about the same subjects. Values are not compared. */
export interface FieldFamily {
  forms: readonly { form: number; subjects: number; again: number }[] // index into dataForms, earliest claim first; again: cells an earlier form of the family already holds
  data: readonly { datum: string; field: string; again: number }[] // most cells first
  subjects: number // that stand in two or more of the forms
  byNumber: number // of these, told by an identity number
  again: number // redundant cells
}

/** What a file records of its making, beside the dates its ledgers' entries claim. */
export interface LedgerHistory {
  material: number
  ledgers: readonly number[]
  entries: number // dated ones
  from: string // earliest date claimed
  to: string
  middle: string // the median date claimed
  created: string // as the file records it
  lag: number // days from the median date to `created`
  before: number // share of dated entries before the day of `created`
  sitting?: number // minutes from `created` to the last save
  stated?: { day: string; days: number } // a filling day the ledger states, and how many days later the file was made
  pathWords?: string // words of the saved path that speak of filling in later
  byColumns: boolean // strings entered down the columns; told of desktop Excel alone
  turns?: number // share of neighbouring serial numbers whose dates go back
  gap?: { days: number; share: number } // the commonest distance between dates
  batch?: number // files of one editor made in one go share this number
  asked?: { conversation: number; message: number } // a message shortly before that asks for it
}
