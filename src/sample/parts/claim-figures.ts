const DIGITS = '零一二三四五六七八九'

/** Digits and signs as full-width ones: 86 → ８６. */
export function wide(text: string): string {
  return text.replace(/[0-9.]/gu, sign => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))
}

/** 1 … 999 in Chinese numerals: 86 → 八十六. */
export function inHan(value: number): string {
  const [hundreds, tens, ones] = [Math.floor(value / 100), Math.floor((value % 100) / 10), value % 10]
  const high = hundreds > 0 ? `${DIGITS[hundreds]}百` : ''
  if (tens === 0) return high + (ones === 0 ? '' : `${hundreds > 0 ? '零' : ''}${DIGITS[ones]}`)
  const ten = tens === 1 && hundreds === 0 ? '十' : `${DIGITS[tens]}十`
  return high + ten + (ones === 0 ? '' : DIGITS[ones]!)
}
