import { ANNIVERSARIES, EVENT_WORDS } from '../model/filing.ts'
import { numeral } from '../support/date-patterns.ts'

export interface NamedCode {
  code: string // parts joined with '-': 1-2-3, A1-2
  parts: number
  /** Two numbers before something that happens (3-5 活动): a code or a day. */
  doubtful: boolean
  rest: string
}

const EVENT = new RegExp(EVENT_WORDS.join('|'), 'iu')
/** What follows a number that counts or dates instead of numbering a chapter (9-11月, 3号楼; but 1-2组织建设). */
const MEASURES =
  /^(?:[月日号季岁次件份张页栋秒元万届批#%℃]|年(?!度)|周(?!边)|期(?!刊)|组(?!织)|级(?!别)|人(?![大民事员才居口防武])|户(?![外籍])|个(?!人)|楼(?!宇)|点(?!评)|时(?![事政])|分(?![工类级析])|名(?![单录])|类(?!别)|队(?!伍)|班(?!子))/u
const PREFIX = '(?:考核|评价|评估|检查)?(?:指标|项目|条目|任务|要点|内容|目录)?(?:编号)?\\s*[:：]?\\s*'
const PARTED = new RegExp(
  `^[(\\[【]?${PREFIX}([a-z]?\\d{1,2}(?:\\s*[-.·—–_]\\s*\\d{1,2}){1,4})[)\\]】]?`,
  'iu'
)
const LETTERED = new RegExp(
  `^[(\\[【]?${PREFIX}([a-z]\\d{1,2})[)\\]】]?(?=[\\s、._\\-—:：]|\\p{Script=Han})`,
  'iu'
)
const SINGLE = /^(?:(\d{1,2})\s*(?:[、.:：_\-—]\s*|\s+)(?=\D)|\((\d{1,2})\)|【(\d{1,2})】|\[(\d{1,2})\])/u
const LEADING_ZERO = /^(0\d)(?=\p{Script=Han})/u
const CHINESE = /^(?:([一二三四五六七八九十]{1,3})\s*[、.:：]|\(([一二三四五六七八九十]{1,3})\))/u
const NAMED = /^(?:考核)?(?:指标|项目|条目)\s*(?:([一二三四五六七八九十]{1,3})|(\d{1,2}))(?=$|[\s、.:：_\-—]|\p{Script=Han})/u // prettier-ignore
const ORDINAL =
  /^第\s*(?:([一二三四五六七八九十]{1,3})|(\d{1,2}))\s*(?:部分|章|节|项|条|大项|板块|大类|类|篇)/u

/** The chapter number at the head of a folder's name (1-2-3, 1.2.3, 一、, (二), 指标3-1, A1-2). `name` in NFKC form, dates already known not to stand at its head. */
export function namedCode(name: string): NamedCode | undefined {
  const text = name.trim()
  const parted = PARTED.exec(text)
  if (parted) {
    const code = parted[1]!.toUpperCase().replace(/\s/gu, '').replace(/[.·—–_]/gu, '-').replace(/(^|-)([A-Z]?)0+(?=\d)/gu, '$1$2') // prettier-ignore
    const rest = text.slice(parted[0].length)
    const parts = code.split('-').length
    if (/^\d/u.test(rest) || MEASURES.test(rest)) return undefined
    const named = /指标|条目|编号/u.test(parted[0]) || /^[A-Z]/u.test(code)
    return {
      code,
      parts,
      doubtful: parts === 2 && !named && likeDay(code, rest, /^\d+\./u.test(parted[1]!)),
      rest: cut(rest)
    }
  }
  const lettered = LETTERED.exec(text)
  if (lettered) return single(lettered[1]!.toUpperCase(), text.slice(lettered[0].length))
  for (const pattern of [NAMED, ORDINAL, CHINESE, SINGLE, LEADING_ZERO]) {
    const match = pattern.exec(text)
    if (!match) continue
    const rest = text.slice(match[0].length)
    const written = match.slice(1).find(group => group !== undefined)!
    const number = /^\d/u.test(written) ? +written : numeral(written)
    if (!(number > 0) || (/[\d十]$/u.test(match[0]) && MEASURES.test(rest))) return undefined
    return single(String(number), rest)
  }
  return undefined
}

function single(code: string, rest: string): NamedCode {
  return { code, parts: 1, doubtful: false, rest: cut(rest) }
}

/** Chapters rarely count past twelve; a dotted pair that does may be a day whatever follows (2.14情人节). */
const MOST_PARTS = 12

function likeDay(code: string, rest: string, dotted: boolean): boolean {
  const [month, day] = code.split('-').map(Number) as [number, number]
  if (month < 1 || month > 12 || day < 1 || day > 31) return false
  return (
    (dotted && day > MOST_PARTS) || ANNIVERSARIES.has(code) || EVENT.test(rest) || /^\s*[日节]/u.test(rest)
  )
}

function cut(rest: string): string {
  return rest.replace(/^[\s、.．,，:：_\-—]+/u, '')
}
