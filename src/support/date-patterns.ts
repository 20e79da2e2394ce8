/** From and to, as written; the caller turns numbers into days. */
export type Ends = [year: number, month: number, day: number, endMonth: number, endDay: number]

export interface DatePattern {
  pattern: RegExp
  /** What must be known besides the text: that it is a name, or the year of dates written without one. */
  when?: 'name' | 'year' | 'both'
  read(groups: readonly (string | undefined)[], year: number): Ends | undefined
}

/** Stands for the last day of the month. */
export const LAST = 0

/**
 * How dates are written in packages, finest first: what an earlier pattern has read, a later one leaves alone.
 * Texts come in NFKC form.
 */
export const DATE_PATTERNS: readonly DatePattern[] = [
  {
    // 2024年3月1日至5日, 2024年3月1-5日, 2024.3.1-3.5; 2024-03-05-12 stays a day with a counter behind it
    pattern:
      /(?<![\d.])((?:19|20)\d\d)\s*[年\-/.]\s*(\d{1,2})\s*[月\-/.]\s*(\d{1,2})\s*[日号]?\s*(?:至|到|[-—–~～]+)\s*(?:(\d{1,2})\s*[月.]\s*(?=\d))?(\d{1,2})(\s*[日号])?(?![\d.年])/gu,
    read: ([y, m, d, m2, d2, end]) => (m2 || end ? [+y!, +m!, +d!, +(m2 ?? m!), +d2!] : undefined)
  },
  {
    // 2024年3月5日, 2024-03-05, 2024/3/5, 2024.3.5; numbers must not run on (file hashes, phone numbers)
    pattern:
      /(?<![\d.])((?:19|20)\d\d)\s*[年\-/._]\s*(\d{1,2})\s*[月\-/._]\s*(\d{1,2})(?:\s*[日号])?(?![\d月])/gu,
    read: ([y, m, d]) => day(+y!, +m!, +d!)
  },
  { pattern: /(?<!\d)((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)/gu, read: ([y, m, d]) => day(+y!, +m!, +d!) },
  {
    // 2024-11-09119消防宣传, 2024.03.051: month and day in two digits each leave one reading, whatever runs on
    when: 'name',
    pattern: /(?<![\d.])(20\d\d)([-._])(0\d|1[0-2])\2([0-2]\d|3[01])(?=\d{1,5}(?!\d))/gu,
    read: ([y, , m, d]) => day(+y!, +m!, +d!)
  },
  {
    // 20241109119消防宣传: only the numbers one calls follow a date without a space
    when: 'name',
    pattern: /(?<!\d)(20\d\d)(\d\d)(\d\d)(?=(?:11[09]|12[02]|12\d{3})\p{Script=Han})/gu,
    read: ([y, m, d]) => day(+y!, +m!, +d!)
  },
  {
    // 24年3月5日
    pattern: /(?<!\d)([0-4]\d)\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]/gu,
    read: ([y, m, d]) => day(2000 + +y!, +m!, +d!)
  },
  {
    // 24.3.5: clauses and versions are numbered like this too, so only years of the twenties and thirties
    pattern: /(?<![\d.])([23]\d)\.(\d{1,2})\.(\d{1,2})(?![\d.])/gu,
    read: ([y, m, d]) => day(2000 + +y!, +m!, +d!)
  },
  {
    when: 'name',
    pattern: /(?<![\d.-])([23]\d)-(\d{1,2})-(\d{1,2})(?![\d-])/gu,
    read: ([y, m, d]) => day(2000 + +y!, +m!, +d!)
  },
  {
    // 二〇二四年三月五日, 二〇二四年三月
    pattern:
      /(二[〇零○0][〇零○0一二三四五六七八九]{2})年([一二三四五六七八九十]{1,2})月(?:([一二三四五六七八九十]{1,3})[日号])?/gu,
    read: ([y, m, d]) =>
      d ? day(digits(y!), numeral(m!), numeral(d)) : months(digits(y!), numeral(m!), numeral(m!))
  },
  {
    pattern:
      /(?<![a-z])(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?[\s_-]+(\d{1,2})(?:st|nd|rd|th)?,?[\s_-]+((?:19|20)\d\d)(?!\d)/giu,
    read: ([m, d, y]) => day(+y!, english(m!), +d!)
  },
  {
    pattern:
      /(?<!\d)(\d{1,2})(?:st|nd|rd|th)?[\s_-]+(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?,?[\s_-]+((?:19|20)\d\d)(?!\d)/giu,
    read: ([d, m, y]) => day(+y!, english(m!), +d!)
  },
  {
    pattern:
      /(?<![a-z])(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?,?[\s_-]+((?:19|20)\d\d)(?!\d)/giu,
    read: ([m, y]) => months(+y!, english(m!), english(m!))
  },
  {
    pattern: /(?<!\d)((?:19|20)\d\d)\s*年?\s*(?:第?\s*([一二三四1-4])\s*季度?|[\s_-]?q([1-4])(?![\da-z]))/giu,
    read: ([y, q, q2]) => quarter(+y!, q ?? q2!)
  },
  {
    pattern: /(?<!\d)((?:19|20)\d\d)\s*年\s*(上|下)半年/gu,
    read: ([y, half]) => (half === '上' ? months(+y!, 1, 6) : months(+y!, 7, 12))
  },
  {
    // 2024年1-6月, 2024年1月至6月
    pattern:
      /(?<!\d)((?:19|20)\d\d)\s*年\s*(\d{1,2})\s*月?\s*(?:至|到|[-—–~～]+)\s*(\d{1,2})\s*月(?!\s*\d)/gu,
    read: ([y, first, last]) => (+first! < +last! ? months(+y!, +first!, +last!) : undefined)
  },
  {
    pattern:
      /(?<![\d.a-z])((?:19|20)\d\d)\s*(?:年|[-./](?=\d{1,2}(?![\d\-./月日])))\s*(\d{1,2})(?:\s*月份?(?!\s*\d{1,2}\s*[日号])|(?![\d\-./月日]))/giu,
    read: ([y, m]) => months(+y!, +m!, +m!)
  },
  {
    // 24年3月
    pattern: /(?<!\d)([0-4]\d)\s*年\s*(\d{1,2})\s*月(?!\s*\d)/gu,
    read: ([y, m]) => months(2000 + +y!, +m!, +m!)
  },
  {
    when: 'name', // 202403; elsewhere an amount or a Shanghai postcode
    pattern: /(?<!\d)(20\d\d)(0[1-9]|1[0-2])(?!\d)/gu,
    read: ([y, m]) => months(+y!, +m!, +m!)
  },
  {
    when: 'year', // 3月1日至5日, 3月28日-4月2日
    pattern:
      /(?<![\d年])(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]?\s*(?:至|到|[-—–~～]+)\s*(?:(\d{1,2})\s*月)?\s*(\d{1,2})\s*[日号]/gu,
    read: ([m, d, m2, d2], year) => [year, +m!, +d!, +(m2 ?? m!), +d2!]
  },
  {
    when: 'year',
    pattern: /(?<![\d年])(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]/gu,
    read: ([m, d], year) => day(year, +m!, +d!)
  },
  {
    when: 'year', // 1-6月
    pattern: /(?<![\d年])(\d{1,2})\s*月?\s*(?:至|到|[-—–~～]+)\s*(\d{1,2})\s*月份?(?!\s*\d)/gu,
    read: ([first, last], year) => (+first! < +last! ? months(year, +first!, +last!) : undefined)
  },
  {
    when: 'year', // 3月; 12个月 and 3月龄 are lengths, 3月底 is some day of it
    pattern: /(?<![\d年第])(\d{1,2})\s*月份?(?![龄\d])/gu,
    read: ([m], year) => months(year, +m!, +m!)
  },
  {
    when: 'year',
    pattern: /(?<![\d年])([一二三四五六七八九十]{1,2})月份?(?!龄)/gu,
    read: ([m], year) => months(year, numeral(m!), numeral(m!))
  },
  {
    when: 'year',
    pattern: /(?<!年)第?([一二三四1-4])季度|(?<![\da-z])q([1-4])(?![\da-z])/giu,
    read: ([q, q2], year) => quarter(year, q ?? q2!)
  },
  {
    when: 'year',
    pattern: /(?<!年)(上|下)半年/gu,
    read: ([half], year) => (half === '上' ? months(year, 1, 6) : months(year, 7, 12))
  },
  {
    when: 'both', // 0305主题党日 under a folder of a year; a counter has no words beside it
    pattern: /(?<![\d\p{L}])(0[1-9]|1[0-2])([0-3]\d)(?=[\s_-]*\p{Script=Han})/gu,
    read: ([m, d], year) => day(year, +m!, +d!)
  },
  {
    pattern: /(?<!\d)((?:19|20)\d\d)\s*年(?!\s*\d)(?:度(?!假))?/gu,
    read: ([y]) => months(+y!, 1, 12)
  },
  {
    // A folder 2024. Four digits beside anything else are a camera's counter, a road (G2012线) or an amount
    when: 'name',
    pattern: /(?<=^\s*)(20[1-4]\d)(?=\s*$)/gu,
    read: ([y]) => months(+y!, 1, 12)
  }
]

function day(year: number, month: number, date: number): Ends {
  return [year, month, date, month, date]
}

function months(year: number, first: number, last: number): Ends {
  return [year, first, 1, last, LAST]
}

function quarter(year: number, written: string): Ends {
  const index = '一二三四'.includes(written) ? '一二三四'.indexOf(written) : +written - 1
  return months(year, index * 3 + 1, index * 3 + 3)
}

function english(month: string): number {
  return 'janfebmaraprmayjunjulaugsepoctnovdec'.indexOf(month.slice(0, 3).toLowerCase()) / 3 + 1
}

function digits(year: string): number {
  return +[...year].map(digit => Math.max(0, '〇一二三四五六七八九'.indexOf(digit))).join('')
}

/** 一 … 九十九; NaN for what is no numeral. */
export function numeral(written: string): number {
  const match = /^([一二三四五六七八九]?)(十?)([一二三四五六七八九]?)$/u.exec(written)
  if (!match || written === '') return NaN
  const [, tens = '', ten = '', ones = ''] = match
  const value = (digit: string): number => (digit === '' ? 0 : '〇一二三四五六七八九'.indexOf(digit))
  if (ten === '') return tens !== '' && ones !== '' ? NaN : value(tens || ones)
  return (tens === '' ? 1 : value(tens)) * 10 + value(ones)
}
