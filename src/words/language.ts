export const LANGUAGES = ['zh', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/**
 * Puts words into a template: `{name}`, or in English `{name:row}` for “1 row”, “2 rows”. A word that is missing
 * stays visible as its name, so that a test sees it.
 */
export function fill(template: string, words: Record<string, string | number>): string {
  return template.replace(/\{(\w+)(?::([a-z ]+))?\}/g, (whole, name: string, noun?: string) => {
    const word = words[name]
    if (word === undefined) return whole
    return noun === undefined ? String(word) : `${word} ${Number(word) === 1 ? noun : plural(noun)}`
  })
}

function plural(noun: string): string {
  return /[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`
}
