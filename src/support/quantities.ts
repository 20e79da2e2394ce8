/**
 * Quantities as they are written in running text: 86件, 八十六件, １２．５万元, 近300人次, 3.2公里, 98.5%, 百分之九十八.
 * Values are in base units (元, 米, 平方米, 千克, per cent), offsets are UTF-16 in the text as given.
 */
export interface Quantity {
  from: number
  to: number
  value: number
  unit: string
  dimension: Dimension
  /** Size of the last digit written, in base units: 12.5万元 → 1000. */
  step: number
  /** 近 is below or at; 约, 左右 is about; 余, 多, 超过, 以上 is at least. */
  bound?: 'about' | 'atLeast' | 'atMost'
}

export type Dimension =
  'cases' | 'persons' | 'households' | 'visits' | 'money' | 'length' | 'area' | 'weight' | 'share' | 'pieces'

const UNITS: Record<string, readonly [Dimension, number]> = {
  平方公里: ['area', 1e6], 平方千米: ['area', 1e6], 平方米: ['area', 1], 公顷: ['area', 1e4], 平米: ['area', 1], 亩: ['area', 2000 / 3], '㎡': ['area', 1],
  公里: ['length', 1000], 千米: ['length', 1000], km: ['length', 1000], 延米: ['length', 1], 米: ['length', 1],
  公斤: ['weight', 1], 千克: ['weight', 1], 吨: ['weight', 1000],
  元: ['money', 1],
  人次: ['visits', 1], 户次: ['visits', 1], 人: ['persons', 1], 名: ['persons', 1], 户: ['households', 1],
  件: ['cases', 1], 起: ['cases', 1], 宗: ['cases', 1], 例: ['cases', 1], 项: ['cases', 1], 条: ['cases', 1], 处: ['cases', 1], 个: ['cases', 1],
  座: ['pieces', 1], 盏: ['pieces', 1], 棵: ['pieces', 1], 株: ['pieces', 1], 台: ['pieces', 1], 套: ['pieces', 1], 间: ['pieces', 1], 所: ['pieces', 1], 口: ['pieces', 1]
} // prettier-ignore

const UNIT_NAMES = Object.keys(UNITS).sort((a, b) => b.length - a.length).join('|') // prettier-ignore
const DIGITS = '(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?'
const NUMERALS = '零〇一二两三四五六七八九十百千'
const HAN = `[${NUMERALS}]+(?:万[${NUMERALS}]*)?(?:点[零〇一二三四五六七八九]+)?`
const BEFORE = '(近|将近|接近|约|大约|超过|超|逾|达到?|共计?|累计)?\\s*'
const COUNTED = new RegExp(`${BEFORE}(${DIGITS}|${HAN})\\s*(万|亿|千|百)?\\s*(余|多)?\\s*(${UNIT_NAMES})(左右|上下|以上)?`, 'gu') // prettier-ignore
const SHARED = new RegExp(`${BEFORE}(?:(${DIGITS})\\s*%|百分之(${DIGITS}|${HAN}|百))(左右|上下|以上)?`, 'gu')
/** What makes a number an ordinal, a date, a clause or part of a longer number. */
const NO_QUANTITY_BEFORE = /[第\d.〔[\-—~～/:每]$/u
/** 3个月, 2个小时, 3条意见 are lengths and parts of text; 人民, 人均, 户籍 begin another word. */
const NO_QUANTITY_AFTER = /^(?:月|小时|星期|工作日|百分点|以内|民币?|均|籍|大代表|行道|类|口(?!井)|方面|意见|村|社区|乡|镇|街道|部门|支部|单位|站所|年度|阶段|季度|点(?!位)|标|义)/u // prettier-ignore
/** A Chinese numeral below this is as often a word (一起, 一个, 两件事) as a count. */
const LEAST_IN_HAN = 3
/** A paragraph names few quantities; more is a list of measurements. */
const MOST = 500

export function quantitiesIn(text: string): Quantity[] {
  const plain = narrow(text)
  if (!/[\d零〇一二两三四五六七八九十百]/u.test(plain)) return []
  const found: Quantity[] = []
  for (const match of plain.matchAll(COUNTED)) {
    const [whole, before, number, times, more, unit, after] = match
    if (found.length >= MOST) break
    const start = match.index + (before ?? '').length
    if (NO_QUANTITY_BEFORE.test(plain.slice(0, start).trimEnd())) continue
    if (NO_QUANTITY_AFTER.test(plain.slice(match.index + whole.length))) continue
    const written = readNumber(number!)
    if (written === undefined || (!/\d/u.test(number!) && !times && written < LEAST_IN_HAN)) continue
    const [dimension, factor] = UNITS[unit!]!
    const scale = { 万: 1e4, 亿: 1e8, 千: 1e3, 百: 1e2 }[times ?? ''] ?? 1
    found.push({
      from: match.index + leadingWords(whole, before),
      to: match.index + whole.length,
      value: round(written * scale * factor),
      unit: unit!,
      dimension,
      step: round(lastDigit(number!) * scale * factor),
      ...boundOf(before, more ?? after)
    })
  }
  for (const match of plain.matchAll(SHARED)) {
    const [whole, before, digits, han, after] = match
    if (found.length >= MOST) break
    const number = digits ?? han!
    if (/[\d.]$/u.test(plain.slice(0, match.index + (before ?? '').length))) continue
    const value = number === '百' ? 100 : readNumber(number)
    if (value === undefined) continue
    found.push({ from: match.index + leadingWords(whole, before), to: match.index + whole.length, value, unit: '%', dimension: 'share', step: lastDigit(number), ...boundOf(before, after) }) // prettier-ignore
  }
  return found.sort((a, b) => a.from - b.from)
}

/** The values a quantity may stand for, both ends included: rounding, cutting off and approximation allowed for. */
export function rangeOf({
  value,
  step,
  bound,
  dimension
}: Omit<Quantity, 'from' | 'to' | 'unit'>): [number, number] {
  if (bound === 'about') return [value * 0.9, value * 1.1]
  if (bound === 'atLeast') return [value, Math.max(value * 1.5, value + step)]
  if (bound === 'atMost') return [value * 0.8, value + step / 2]
  const counted = dimension === 'cases' || dimension === 'persons' || dimension === 'households' || dimension === 'visits' || dimension === 'pieces' // prettier-ignore
  if (counted && step === 1) return [value, value]
  // 12.9万 is as often cut to 12万 as rounded to 13万
  return [value - step / 2 - 1e-9, value + step]
}

/** Full-width letters, digits and signs as their common kin; the length stays. */
export function narrow(text: string): string {
  return text.replace(/[！-～]/gu, sign => String.fromCharCode(sign.charCodeAt(0) - 0xfee0)).replace(/　/gu, ' ').replace(/﹪/gu, '%') // prettier-ignore
}

/** 八十六 → 86, 一百零五 → 105, 二千三百 → 2300, 三点二 → 3.2, 1,234.5 → 1234.5. */
export function readNumber(text: string): number | undefined {
  if (/^[\d,.]+$/u.test(text)) return Number(text.replaceAll(',', ''))
  const [whole = '', part] = text.split('点')
  if (whole.includes('万')) {
    const [high, low] = whole.split('万')
    const [tens, ones] = [readNumber(high!), low === '' ? 0 : readNumber(low!)]
    return tens === undefined || ones === undefined ? undefined : tens * 1e4 + ones
  }
  let total = 0
  let digit = -1
  for (const sign of whole) {
    const scale = { 十: 10, 百: 100, 千: 1000 }[sign]
    if (scale === undefined) {
      const next = '零一二三四五六七八九'.indexOf(sign === '〇' ? '零' : sign === '两' ? '二' : sign)
      // 二〇二四 and 五六 are years and guesses, not counts
      if (digit > 0) return undefined
      digit = next
      continue
    }
    if (digit < 0 && scale !== 10) return undefined
    total += Math.max(digit, digit < 0 || total > 0 ? 1 : digit) * scale
    digit = -1
  }
  if (digit > 0) total += /百[一二三四五六七八九]$/u.test(whole) ? digit * 10 : digit
  if (part === undefined) return total
  return Number(`${total}.${[...part].map(sign => '零一二三四五六七八九'.indexOf(sign === '〇' ? '零' : sign)).join('')}`) // prettier-ignore
}

function lastDigit(number: string): number {
  if (number.endsWith('万')) return 1e4
  const decimals = /[.点](.+)$/u.exec(number)?.[1]?.length ?? 0
  return 10 ** -decimals
}

/** 达, 共, 累计 stand before a number and are no part of it; 近, 约, 超过 are. */
function leadingWords(whole: string, before: string | undefined): number {
  if (before && /[近约超逾接]/u.test(before)) return 0
  const rest = whole.slice((before ?? '').length)
  return whole.length - rest.trimStart().length
}

function boundOf(before: string | undefined, after: string | undefined): Pick<Quantity, 'bound'> {
  if (before && /近|接/u.test(before)) return { bound: 'atMost' }
  if (before && /超|逾/u.test(before)) return { bound: 'atLeast' }
  if (after && /余|多|以上/u.test(after)) return { bound: 'atLeast' }
  if ((before && /约/u.test(before)) || (after && /左右|上下/u.test(after))) return { bound: 'about' }
  return {}
}

function round(value: number): number {
  return Math.round(value * 1e6) / 1e6
}
