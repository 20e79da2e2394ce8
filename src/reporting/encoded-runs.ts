/**
 * Runs of text that stand for other text: percent-encoding (of bytes beyond ASCII), character references, \u escapes,
 * and base64 that holds Chinese or a long number. A name or a phone hides in them from every other rule, and a person
 * cannot read them, so they are masked whole.
 */
const RUNS =
  /(?:%[89a-f][0-9a-f](?:[\w.~-]|%[0-9a-f]{2})*){2,}|(?:%3\d){7,}|(?:&#x?[0-9a-f]{2,6};){2,}|(?:\\u[0-9a-f]{4}){2,}/giu
const BASE64 = /(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{12,4096}={0,2}(?![A-Za-z0-9+/=])/gu

/** Spans [from, to) in order of kind. */
export function encodedRuns(text: string): [number, number][] {
  const spans: [number, number][] = []
  for (const match of text.matchAll(RUNS)) spans.push([match.index, match.index + match[0].length])
  for (const match of text.matchAll(BASE64))
    if (holdsWords(match[0])) spans.push([match.index, match.index + match[0].length])
  return spans
}

/** Words and numbers that merely look like base64 decode to bytes that are no text, or not back to themselves. */
function holdsWords(run: string): boolean {
  const bytes = Buffer.from(run, 'base64')
  if (bytes.toString('base64').replace(/=+$/u, '') !== run.replace(/=+$/u, '')) return false
  for (const encoding of ['utf-8', 'gb18030', 'utf-16le']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
      if (/^[\p{L}\p{N}\p{P}\p{Zs}\r\n\t]+$/u.test(text) && /[\u4e00-\u9fa5]{2}|\d{7}/u.test(text))
        return true
    } catch {
      continue // not in this encoding
    }
  }
  return false
}
