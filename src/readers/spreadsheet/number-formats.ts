/** What a number format makes of a number. */
export const FORMAT = { general: 0, date: 1, time: 2, elapsed: 3, percent: 4 } as const
export type NumberFormat = (typeof FORMAT)[keyof typeof FORMAT]

/** Format codes are at most 255 characters in Excel; longer ones are read no further. */
const LONGEST_CODE = 1_000

/** Ids without a code in the file. 27–36 and 50–58 depend on the locale; in Chinese all of them are dates or times. */
export function builtinFormat(id: number): NumberFormat {
  if (id === 9 || id === 10) return FORMAT.percent
  if (id === 46) return FORMAT.elapsed
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || id === 45 || id === 47 || id === 55 || id === 56)
    return FORMAT.time
  if ((id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return FORMAT.date
  return FORMAT.general
}

/** Reads a custom code: letters of dates count only outside quotes, escapes and brackets. */
export function formatOfCode(code: string): NumberFormat {
  const { letters, elapsed } = firstSection(code.slice(0, LONGEST_CODE))
  const bare = letters
    .toLowerCase()
    .replace(/general|standard|g\/通用格式/gu, '')
    .replace(/am\/pm|a\/p|上午\/下午/gu, 'h')
    .replace(/e[+-]/gu, '')
  if (elapsed) return FORMAT.elapsed
  if (/[yd]|aaa|(?<![0#?.])e(?![0#?])/u.test(bare)) return FORMAT.date
  if (/[hs]/u.test(bare)) return FORMAT.time
  if (bare.includes('m')) return FORMAT.date
  return bare.includes('%') ? FORMAT.percent : FORMAT.general
}

/** The code of positive numbers without literals, and whether it counts elapsed time (`[h]`, `[mm]`, `[ss]`). */
function firstSection(code: string): { letters: string; elapsed: boolean } {
  let letters = ''
  let elapsed = false
  for (let i = 0; i < code.length; i++) {
    const character = code[i]!
    if (character === ';') {
      if (letters.trim() !== '') break
    } else if (character === '"') i = endOf(code, '"', i)
    else if (character === '[') {
      const end = endOf(code, ']', i)
      if (/^(?:h+|m+|s+)$/iu.test(code.slice(i + 1, end))) elapsed = true
      i = end
    } else if (character === '\\' || character === '_' || character === '*') i++
    else letters += character
  }
  return { letters, elapsed }
}

function endOf(code: string, mark: string, from: number): number {
  const end = code.indexOf(mark, from + 1)
  return end < 0 ? code.length : end
}
