/** What a material is to a reader of the report. */
export const KINDS = ['table', 'document', 'picture', 'video', 'conversation', 'archive', 'other'] as const
export type Kind = (typeof KINDS)[number]

/** What the bytes are, found by looking inside them; never by the name alone. */
export const FORMATS = [
  'xlsx', 'xls', 'xlsb', 'ods', 'csv', 'docx', 'doc', 'pptx', 'ppt', 'odt', 'pdf', 'ofd', 'rtf', 'html',
  'jpeg', 'png', 'webp', 'tiff', 'gif', 'bmp', 'heic', 'svg',
  'txt', 'qq', 'json', 'xml', 'mp4', 'mov', 'avi', 'audio',
  'zip', 'rar', '7z', 'tar', 'gzip', 'unknown'
] as const // prettier-ignore
export type Format = (typeof FORMATS)[number]

/** Why a material could not be read, wholly or partly. A closed list; each code has words and advice in `src/words`. */
export const TROUBLE_CODES = [
  'E_EMPTY',
  'E_CORRUPT',
  'E_ENCRYPTED',
  'E_UNSUPPORTED',
  'E_NAME',
  'E_LINK',
  'E_OVERLAP',
  'E_GONE',
  'E_DENIED',
  'E_CHANGED',
  'E_CRASHED',
  'E_LIMIT_TIME',
  'E_LIMIT_MEMORY',
  'E_LIMIT_SIZE',
  'E_LIMIT_COUNT',
  'E_LIMIT_DEPTH',
  'E_LIMIT_PIXELS'
] as const
export type TroubleCode = (typeof TROUBLE_CODES)[number]

/** `read`: all of it; `partly`: some, with a trouble; `unread`: none, with a trouble; `listed`: named only, nothing to read (lock files, links, system files, our own outputs). */
export const STATUSES = ['read', 'partly', 'unread', 'listed'] as const
export type Status = (typeof STATUSES)[number]

/** Something worth saying about a material that costs it nothing. */
export const NOTE_CODES = [
  'name-differs', // the extension says one format, the bytes another; words: { says, is }
  'no-text-layer', // a pdf of scanned pages; words: { pages }
  'system-file', // Thumbs.db, .DS_Store, __MACOSX, desktop.ini
  'lock-file', // ~$name.docx
  'own-output', // written by Henshi
  'link', // a symbolic link, not followed
  'split-volume', // one part of an archive in several volumes
  'hidden-sheet', // words: { sheets }
  'shortened', // text beyond a ceiling was not kept; words: { kept }
  'secrecy-mark', // a secrecy mark stands in the head or name; words: { mark }
  'no-indicators', // given with --indicators, and no list of indicators is found in it
  'bound-papers' // several papers bound into one file; words: { papers }
] as const
export type NoteCode = (typeof NOTE_CODES)[number]
