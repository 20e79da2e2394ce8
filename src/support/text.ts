/** Text as compared: NFKC, lower case, every kind of white space removed. */
export function normalise(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/gu, '')
}

/** Letters, digits and ideographs only, normalised: what is left of a text when punctuation is set aside. */
export function bare(text: string): string {
  return normalise(text).replace(/[^\p{L}\p{N}]+/gu, '')
}

/** How many letters, digits and ideographs a text has. */
export function characters(text: string): number {
  let count = 0
  for (const character of text) {
    const code = character.codePointAt(0)!
    // The two commonest ranges first: a pattern per character is twenty times slower over millions of cells.
    if (code >= 0x4e00 && code <= 0x9fff) count++
    else if (code < 0x80)
      count += (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) ? 1 : 0
    else if (/[\p{L}\p{N}]/u.test(character)) count++
  }
  return count
}

export function clip(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`
}
