export const LANGUAGES = ['zh', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/** Puts words into a template: `{name}`. A word that is missing stays visible as its name, so that a test sees it. */
export function fill(template: string, words: Record<string, string | number>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(words[name] ?? whole))
}
