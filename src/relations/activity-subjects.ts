import { EVENT_WORDS, FILING_WORDS } from '../model/filing.ts'
import { writtenDates } from '../support/dates.ts'
import { bare } from '../support/text.ts'

const EVENT = new RegExp(EVENT_WORDS.join('|'), 'iu')
const KIND_AT_END = new RegExp(`(?:${FILING_WORDS.join('|')}|\\d{1,4}|[一二三四五六七八九十及和与的\\s\\-_(（、,，.：:])$`, 'iu') // prettier-ignore
const KINDS_ONLY = new RegExp(`^(?:${FILING_WORDS.join('|')}|[\\d一二三四五六七八九十\\s第次期])?(?:${FILING_WORDS.join('|')})?$|^[\\d一二三四五六七八九十\\s]{1,4}$`, 'iu') // prettier-ignore
/** What already says that it is an occasion needs no 会 behind it. */
const MEETS = new RegExp(`(?:会|${EVENT_WORDS.join('|')})\\s*$`, 'iu')
/** Words of kind at the end of one name; taken off one by one, so that no name can be split in many ways. */
const MOST_KINDS = 30
/** Numbers at the start are numbering, unless they count or name what follows (7-12栋清扫, 119消防宣传). */
const KIND_AT_START =
  /^(?:照片|图片|附件\d{0,2}|佐证(?:材料|资料)?|关于|开展|组织|举行|举办|召开|进行|转发|印发|(?!(?:\d{1,4}[-—~至、])*(?:\d{1,4}(?:[栋幢楼户号组队班级届]|单元)|(?:11[09]|12[02]|12\d{3}|96\d{3})(?!\d)\p{Script=Han}))\d+|(?<!\d[-—~])[\s_.\-—、：:])+/u
/** A clock beside a date: 上午8.30, 14:30, 下午三点半. */
const CLOCK =
  /(?:上午|下午|中午|晚上|凌晨|傍晚)\s*(?:\d{1,2}(?:[.:：点时]\d{0,2}分?)?|[一二三四五六七八九十]{1,3}[点时]半?)?(?!\d)|(?<![\d.:])\d{1,2}[:：]\d{2}(?![\d.:])/gu
/** 办公会议纪要 loses its 会议 with the word of kind; what meets keeps it. */
const MEETING_KIND = /^会议/u
const FUNCTION_WORDS =
  /关于|开展|组织|举行|举办|召开|进行|系列|相关|有关|工作|情况|活动|[的了之年度"'“”《》「」·]/gu
/** A core of fewer characters (会议, 培训) names a kind of occasion, not one occasion. */
export const SPECIFIC = 3
/** Share of common bigrams above which two names say the same; measured on titles of one activity filed twice. */
const ALIKE = 0.75
const RELATED = 0.4
/** Cores are titles; what is longer is compared by its beginning. */
const LONGEST = 60

/** What an occasion is about, for comparing: without dates, kinds of paper and function words. 关于开展2024年3月5日走访慰问活动的通知 → 走访慰问. */
export function coreOf(text: string): string {
  return bare(kindless(text.slice(0, 2 * LONGEST)).replace(FUNCTION_WORDS, '')).slice(0, LONGEST)
}

/** The occasion as a reader would name it: 2024年3月5日安全生产推进会会议记录 → 安全生产推进会; as written when nothing would be left. */
export function titleOf(text: string): string {
  const title = kindless(text, true).replace(/\s+/gu, ' ').trim()
  return title.length > 1 ? title : text
}

function kindless(text: string, meeting = false): string {
  let plain = text.slice(0, 4 * LONGEST).normalize('NFKC')
  for (const date of writtenDates(plain, { name: true, year: 2024 }).toReversed())
    plain = `${plain.slice(0, date.index)} ${plain.slice(date.index + date.text.length)}`
  plain = plain
    .replace(CLOCK, ' ')
    .replace(/[(（【[]\s*[)）】\]]/gu, ' ')
    .trim()
    .replace(KIND_AT_START, '')
  return withoutKinds(plain, meeting)
}

/** Brackets at the end go with what is in them when that is only a kind of paper; else both stay. */
function withoutKinds(text: string, meeting: boolean): string {
  let plain = text
  for (let i = 0; i < MOST_KINDS; i++) {
    const bracket = /\(([^()]*)\)$/u.exec(plain)
    if (bracket) {
      if (KINDS_ONLY.test(bracket[1]!)) plain = plain.slice(0, bracket.index)
      else break
    } else if (plain.endsWith(')')) plain = plain.slice(0, -1)
    else {
      const kind = KIND_AT_END.exec(plain)
      if (!kind) break
      const before = plain.slice(0, kind.index)
      if (meeting && MEETING_KIND.test(kind[0]) && before !== '' && !MEETS.test(before)) return `${before}会`
      plain = before
    }
  }
  return plain
}

export function isEvent(text: string): boolean {
  return EVENT.test(text)
}

/**
 * Whether two cores speak of one occasion: equal, one within the other, or nearly equal by insertions only. A part
 * exchanged for another (张家村 for 李家村, 第一期 for 第二期) makes two occasions however alike the rest is.
 */
export function sameSubject(a: string, b: string): boolean {
  if (a === b) return a !== ''
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (short.length < SPECIFIC) return false
  if (long.includes(short)) return !numbered(long.replace(short, ''))
  const [left, right] = differing(a, b)
  if (left !== '' && right !== '') return false
  return dice(a, b) >= ALIKE && !numbered(left + right)
}

/** Loosely alike: enough when the same files lie under both. */
export function relatedSubject(a: string, b: string): boolean {
  return a !== '' && b !== '' && (sameSubject(a, b) || dice(a, b) >= RELATED)
}

function numbered(rest: string): boolean {
  return /[第\d]|[一二三四五六七八九十][期次批轮组场]/u.test(rest)
}

/** What stands between the common beginning and the common end. */
function differing(a: string, b: string): [string, string] {
  const most = Math.min(a.length, b.length)
  let head = 0
  while (head < most && a[head] === b[head]) head++
  let tail = 0
  while (tail < most - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++
  return [a.slice(head, a.length - tail), b.slice(head, b.length - tail)]
}

function dice(a: string, b: string): number {
  const left = bigrams(a)
  const right = bigrams(b)
  if (left.size + right.size === 0) return 0
  let common = 0
  for (const pair of left) if (right.has(pair)) common++
  return (2 * common) / (left.size + right.size)
}

function bigrams(text: string): Set<string> {
  const pairs = new Set<string>()
  for (let i = 0; i + 1 < text.length; i++) pairs.add(text.slice(i, i + 2))
  return pairs
}
