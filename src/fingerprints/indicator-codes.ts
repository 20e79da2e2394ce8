import { namedCode } from './name-codes.ts'

export interface WrittenCode {
  code: string // normalised: 1-2-3, A1, 3
  parts: number
  /** Depth its way of writing stands for in an outline: 一、 before (一) before 1. before (1). */
  rank: number
  rest: string
}

const CHINESE_ALONE = /^[(（]?[一二三四五六七八九十]{1,3}[)）]?$/u
const NUMBER_ALONE = /^\d{1,3}$/u
const LETTER_ALONE = /^[A-Z]$/iu

/** The code at the head of a text, or the code that is the whole text: 1-2-3, 1.2.3, A1, 一、, (二), 3、. */
export function writtenCode(text: string): WrittenCode | undefined {
  const plain = text.normalize('NFKC').trim().slice(0, 200)
  if (plain === '') return undefined
  if (NUMBER_ALONE.test(plain)) return { code: String(+plain), parts: 1, rank: 2, rest: '' }
  if (LETTER_ALONE.test(plain)) return { code: plain.toUpperCase(), parts: 1, rank: 0, rest: '' }
  const alone = CHINESE_ALONE.test(plain) ? `${plain.replace(/[()（）]/gu, '')}、x` : undefined
  const found = namedCode(alone ?? (/^[\dA-Z().\-—–·_]+$/iu.test(plain) ? `${plain.replace(/[.、]+$/u, '')} x` : plain)) // prettier-ignore
  if (!found) return undefined
  const whole = alone !== undefined || (found.rest === 'x' && !plain.endsWith('x'))
  return { code: found.code, parts: found.parts, rank: rankOf(plain), rest: whole ? '' : found.rest }
}

function rankOf(text: string): number {
  if (/^[(（【[]\s*[一二三四五六七八九十]/u.test(text)) return 1
  if (/^[一二三四五六七八九十]|^第/u.test(text)) return 0
  return /^[(（【[]\s*\d/u.test(text) ? 3 : 2
}

/** Codes of an indicator: its own where it says the whole way (1-2-3, A1), else joined to those around it, and its own alone. */
export function fullCodes(own: WrittenCode, around: readonly WrittenCode[]): string[] {
  if (own.parts > 1 || /^[A-Z]\d/u.test(own.code)) return [own.code]
  const prefix = prefixOf(around)
  return prefix === '' ? [own.code] : [`${prefix}-${own.code}`, own.code]
}

export function prefixOf(around: readonly WrittenCode[]): string {
  let prefix = ''
  for (const { code, parts } of around)
    prefix = parts > 1 || prefix === '' || /^[A-Z]\d/u.test(code) ? code : `${prefix}-${code}`
  return prefix
}
