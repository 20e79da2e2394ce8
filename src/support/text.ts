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
  for (const character of text) if (/[\p{L}\p{N}]/u.test(character)) count++
  return count
}

export function clip(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`
}
