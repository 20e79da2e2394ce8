/** A cell holds 32,767 characters; Excel repairs (drops) longer ones. */
const MOST_CHARACTERS = 32_000

/**
 * Text as a cell can hold it. What XML cannot hold becomes its picture (␀), lone surrogates U+FFFD, bidirectional
 * marks visible, so that nothing vanishes unseen; `_x003D_` would be read back as `=` and is taken apart.
 */
export function cellText(text: string, cut: string): string {
  const held = text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, sign =>
      String.fromCharCode(0x2400 + sign.charCodeAt(0))
    ) // prettier-ignore
    .replace(/\u007f/g, '\u2421')
    .replace(/[\ufffe\uffff]|\p{Surrogate}/gu, '\ufffd')
    .replace(
      /[\u202a-\u202e\u2066-\u2069\u200e\u200f]/g,
      mark => `‹U+${mark.charCodeAt(0).toString(16).toUpperCase()}›`
    ) // prettier-ignore
    .replace(/_x([0-9a-f]{4})_/gi, '_x$1＿')
  if (held.length <= MOST_CHARACTERS) return held
  // Not through the middle of a pair.
  return `${held.slice(0, MOST_CHARACTERS).replace(/[\ud800-\udbff]$/u, '')}${cut}`
}

/**
 * Beginnings that some spreadsheet program takes for a formula, a command or a number when the cell is edited or the
 * sheet saved as csv; half and full width. Such cells get the number format "text", which keeps them texts.
 */
export function looksLikeFormula(text: string): boolean {
  return /^[\s\u00a0\u3000'"]*[=+\-@|%!＝＋－＠｜％！﹦﹢﹣﹫−]/u.test(text) || /^[\t\r\n]/.test(text)
}
