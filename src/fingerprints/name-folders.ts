import type { FolderClaim } from '../model/evidence.ts'
import { EVENT_WORDS, FILING_WORDS, FILLING_WORDS } from '../model/filing.ts'
import { claimedDates, withoutDates } from './name-dates.ts'
import { namedCode } from './name-codes.ts'

/** Folders deeper than this are an accident of archives in archives; the outer ones say what is filed. */
const DEEPEST = 32
const LONGEST_NAME = 300
/** Folders of one package come many files in a row; a package larger than this just computes some again. */
const REMEMBERED = 20_000

const ARCHIVE = /\.(?:zip|rar|7z|tar|gz|tgz|bz2|xz)$/iu
const OFFICE_PARTS = /^(?:word|xl|ppt|media|docProps|Pictures|OEBPS|Pages|Doc_\d+)(?:\/|$)/u
const EVENT = new RegExp(EVENT_WORDS.join('|'), 'iu')
/** Taken out one by one rather than matched as a whole: repeated alternatives would try every way to split a hostile name. */
const KINDS = new RegExp(`${[...FILING_WORDS, ...FILLING_WORDS].join('|')}|[\\s\\d_.、,，+&()（）-]+`, 'giu')

export interface Place {
  folders: readonly FolderClaim[]
  /** Name of the document it is embedded in. */
  container?: string
  own: string
}

const remembered = new Map<string, readonly FolderClaim[]>()

/** A path as folders (archives included), the document it is embedded in, and its own name. */
export function folderClaims(path: string): Place {
  const [outer, container] = outsideOfDocument(path)
  const at = outer.lastIndexOf('/')
  const folders = at < 0 ? [] : chain(outer.slice(0, at))
  return container === undefined
    ? { folders, own: outer.slice(at + 1) }
    : { folders, container: outer.slice(at + 1), own: path.slice(path.lastIndexOf('/') + 1) }
}

/** `总结.docx!/word/media/image3.jpeg` → `总结.docx`; archives are walked through. */
function outsideOfDocument(path: string): [outer: string, inner?: string] {
  for (let at = path.indexOf('!/'); at >= 0; at = path.indexOf('!/', at + 2)) {
    const before = path.slice(0, at)
    const after = path.slice(at + 2)
    const named = /\.[a-z0-9]{1,5}$/iu.test(before)
    if (ARCHIVE.test(before) || (!named && !OFFICE_PARTS.test(after))) continue
    return [before, after]
  }
  return [path]
}

function chain(path: string): readonly FolderClaim[] {
  const known = remembered.get(path)
  if (known) return known
  const at = path.lastIndexOf('/')
  const outer = at < 0 ? [] : chain(path.slice(0, at))
  const folders = outer.length >= DEEPEST ? outer : [...outer, folderClaim(path, path.slice(at + 1), outer)]
  if (remembered.size >= REMEMBERED) remembered.clear()
  remembered.set(path, folders)
  return folders
}

function folderClaim(path: string, name: string, outer: readonly FolderClaim[]): FolderClaim {
  const archive = name.endsWith('!')
  const plain = name.replace(/!$/u, '').replace(archive ? ARCHIVE : /$^/u, '').normalize('NFKC').slice(0, LONGEST_NAME).trim() // prettier-ignore
  const year = outer.findLast(folder => folder.date)?.date?.from.slice(0, 4)
  const [date] = claimedDates(plain, 'folder', year === undefined ? undefined : +year)
  const undated = withoutDates(plain)
  const dateLeads = date !== undefined && plain.startsWith(date.text)
  // An occasion's own folders (1、照片, 2、签到表) are numbered, not indicators
  const inOccasion = outer.some(folder => folder.date && folder.date.from === folder.date.to)
  const found = inOccasion || dateLeads ? undefined : namedCode(plain)
  const rest = (found ? withoutDates(found.rest) : undated).replace(/^[\s、._\-—]+|[\s_\-—]+$/gu, '')
  const category = rest.replace(KINDS, '') === ''
  const code = found && !(category && found.parts === 1 && rest !== '') ? found : undefined
  const joined = code && joinedCode(code.code, code.parts, outer)
  return {
    path,
    archive,
    ...(joined !== undefined && { code: joined }),
    ...(joined !== undefined &&
      code!.doubtful &&
      joined === code!.code &&
      !continues(joined, outer) && { doubtful: true }),
    ...(date && { date }),
    subject: rest,
    category,
    event: !category && EVENT.test(rest)
  }
}

/** 一/(二) is 1-2; 1/1-2 is 1-2; 第一部分/3-1-2 is 3-1-2. */
function joinedCode(code: string, parts: number, outer: readonly FolderClaim[]): string {
  const above = outer.findLast(folder => folder.code !== undefined)?.code
  if (above === undefined || parts > 1 || /^[A-Z]/u.test(code)) return code
  return `${above}-${code}`
}

function continues(code: string, outer: readonly FolderClaim[]): boolean {
  return outer.some(folder => folder.code !== undefined && code.startsWith(`${folder.code}-`))
}
