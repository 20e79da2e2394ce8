/** Digits a spreadsheet shows of a number at most; what is past them is the noise of binary fractions. */
const SHOWN_DIGITS = 15

/**
 * A stored number as the shortest decimal: `12.5`, `13800001111`, `110000000000000000`, never with an exponent.
 * Whole numbers written out with more than 15 digits stay exact. Text that is no number comes back unchanged.
 */
export function decimalText(stored: string): string {
  if (isPlain(stored)) return stored
  const text = stored.trim()
  if (/^-?[1-9]\d{15,39}$/u.test(text)) return text
  const value = text === '' ? NaN : Number(text)
  return Number.isFinite(value) ? numberText(value) : stored
}

/** The same for a number in memory. */
export function numberText(value: number): string {
  if (Object.is(value, -0)) return '0'
  const shortest = String(value)
  if (shortest.length <= SHOWN_DIGITS && !shortest.includes('e')) return shortest
  const rounded = Number(value.toPrecision(SHOWN_DIGITS))
  return withoutExponent(Number.isFinite(rounded) ? String(rounded) : shortest)
}

/** `0.125` → `12.5%`: the point is moved in the text, so nothing is rounded. */
export function percentText(decimal: string): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/u.exec(decimal)
  if (!match) return decimal
  const [, sign = '', whole = '0', fraction = ''] = match
  const digits = fraction.padEnd(2, '0')
  const left = (whole + digits.slice(0, 2)).replace(/^0+(?=\d)/u, '')
  const right = digits.slice(2)
  return `${sign}${left}${right === '' ? '' : `.${right}`}%`
}

function withoutExponent(text: string): string {
  const match = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/u.exec(text)
  if (!match) return text
  const [, sign = '', first = '', rest = '', power = '0'] = match
  const digits = first + rest
  const point = 1 + Number(power)
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`
  return sign + digits.padEnd(point, '0')
}

/** Already the shortest: at most 15 characters, no exponent, no idle zeros. Most cells are; no regular expression is spent on them. */
function isPlain(text: string): boolean {
  const length = text.length
  let at = text.charCodeAt(0) === 45 ? 1 : 0
  if (length === at || length > SHOWN_DIGITS) return false
  if (text.charCodeAt(at) === 48 && length > at + 1 && text.charCodeAt(at + 1) !== 46) return false
  let point = -1
  for (const start = at; at < length; at++) {
    const code = text.charCodeAt(at)
    if (code === 46 && point < 0 && at > start) point = at
    else if (code < 48 || code > 57) return false
  }
  if (point < 0) return text !== '-0'
  return text.charCodeAt(length - 1) > 48
}
