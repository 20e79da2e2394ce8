import { isDay, toDay, wallSeconds } from '../../support/dates.ts'

/** The line above a message. */
export interface ChatHeader {
  at: string // wall clock
  seconds: number
  sender: string // 【…】 before it taken off
  senderId?: string
}

/**
 * How an export writes its headers. `day` carries the date of the last day line for dialects that write the time alone.
 */
export interface Dialect {
  id: 'date-first' | 'sender-first' | 'day-lines'
  header(line: string, day: string | undefined): ChatHeader | undefined
}

/** Longer lines are never headers: date, time, a nick of at most 60 characters, a group title and an address. */
const LONGEST_HEADER = 200

const DATE = String.raw`(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?`
const HALF = '(上午|下午|凌晨|早上|中午|晚上)?'
const CLOCK = String.raw`(\d{1,2}):(\d{2}):(\d{2})`
const NOON = '([AaPp][Mm])?'
const NICK = '(.{1,80}?)'

const DATE_FIRST = new RegExp(String.raw`^${DATE}\s+${HALF}\s*${CLOCK}\s*${NOON}\s+(\S.*)$`, 'u')
const SENDER_FIRST = new RegExp(String.raw`^${NICK}\s+${DATE}\s+${HALF}\s*${CLOCK}\s*${NOON}\s*$`, 'u')
/** The order month/day/year is read only with AM or PM beside it: alone it could be day/month. */
const SENDER_FIRST_US = new RegExp(
  String.raw`^${NICK}\s+(\d{1,2})/(\d{1,2})/(\d{4})\s+${CLOCK}\s*([AaPp][Mm])\s*$`,
  'u'
)
const SENDER_AND_TIME = new RegExp(String.raw`^${NICK}\s+${HALF}\s*${CLOCK}\s*${NOON}\s*$`, 'u')
const DAY_LINE = new RegExp(String.raw`^[—–\-－\s]*[—–\-－][—–\-－\s]*${DATE}[—–\-－\s]*$`, 'u')

/** QQ's and TIM's own export first; then what copying from a chat window gives. */
export const DIALECTS: readonly Dialect[] = [
  {
    id: 'date-first',
    header: line => {
      const [, year, month, date, half, hours, minutes, seconds, noon, rest] = matched(DATE_FIRST, line)
      return headerOf(dayFrom(year, month, date), clockFrom(half, hours, minutes, seconds, noon), rest)
    }
  },
  {
    id: 'sender-first',
    header: line => {
      const [, nick, year, month, date, half, hours, minutes, seconds, noon] = matched(SENDER_FIRST, line)
      if (nick)
        return headerOf(dayFrom(year, month, date), clockFrom(half, hours, minutes, seconds, noon), nick)
      const [, name, m, d, y, hour, minute, second, meridiem] = matched(SENDER_FIRST_US, line)
      return headerOf(dayFrom(y, m, d), clockFrom(undefined, hour, minute, second, meridiem), name)
    }
  },
  {
    id: 'day-lines',
    header: (line, day) => {
      const [, nick, half, hours, minutes, seconds, noon] = matched(SENDER_AND_TIME, line)
      return headerOf(day, clockFrom(half, hours, minutes, seconds, noon), nick)
    }
  }
]

/** `— —  2024-2-21  — —` between the days of a copied conversation. */
export function dayLine(line: string): string | undefined {
  const [, year, month, date] = matched(DAY_LINE, line)
  return dayFrom(year, month, date)
}

function matched(pattern: RegExp, line: string): (string | undefined)[] {
  // a tab cuts columns: that is a table or a program's log
  if (line.length > LONGEST_HEADER || line.includes('\t')) return []
  return pattern.exec(line) ?? []
}

function headerOf(
  day: string | undefined,
  clock: string | undefined,
  who: string | undefined
): ChatHeader | undefined {
  if (!day || !clock || !who) return undefined
  const at = `${day}T${clock}`
  return { at, seconds: wallSeconds(at), ...senderOf(who.trim()) }
}

/**
 * Nick and number. Titles in 【】 stand before the nick; the number is the last thing in brackets, since a nick
 * may itself hold brackets (`张三(村支书)(12345)`); brackets without a number or an address belong to the nick.
 */
function senderOf(who: string): { sender: string; senderId?: string } {
  const [, nick = who, number, mail] = /^(.*?)(?:\((\d{4,12})\)|<([^<>\s]+@[^<>\s]+)>)$/u.exec(who) ?? []
  const plain = nick.replace(/^(?:【[^】]*】\s*)+/u, '').trim()
  const unquoted = /^'.+'$/u.test(plain) ? plain.slice(1, -1) : plain
  const senderId = number ?? mail
  return { sender: unquoted || nick.trim() || (senderId ?? who), ...(senderId ? { senderId } : {}) }
}

function dayFrom(year?: string, month?: string, date?: string): string | undefined {
  if (!year || !month || !date || !isDay(+year, +month, +date)) return undefined
  return toDay(+year, +month, +date)
}

function clockFrom(
  half: string | undefined,
  hours: string | undefined,
  minutes: string | undefined,
  seconds: string | undefined,
  noon: string | undefined
): string | undefined {
  if (!hours || +minutes! > 59 || +seconds! > 59) return undefined
  const hour = hourOf(+hours, half, noon?.toLowerCase())
  if (hour > 23) return undefined
  return `${String(hour).padStart(2, '0')}:${minutes}:${seconds}`
}

/** A 12-hour clock counts 12, 1, 2 … 11; some programs write 下午 before a 24-hour time, which stays as it is. */
function hourOf(hour: number, half: string | undefined, noon: string | undefined): number {
  if (hour > 12) return hour
  const afternoon = noon === 'pm' || half === '下午' || half === '晚上' || (half === '中午' && hour < 11)
  const morning = noon === 'am' || half === '上午' || half === '凌晨' || half === '早上'
  if (half === '晚上' && hour === 12) return 0
  if (afternoon) return hour === 12 ? 12 : hour + 12
  return morning && hour === 12 ? 0 : hour
}
