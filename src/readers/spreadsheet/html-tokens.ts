export type HtmlToken =
  | { type: 'text'; text: string }
  | { type: 'open'; name: string; attributes: string }
  | { type: 'close'; name: string }

/** Elements whose content is no text. */
const RAW = new Set(['script', 'style', 'template', 'noscript', 'svg', 'xml'])

/**
 * Tags and text of an HTML page, forgiving and in one pass: every search starts where the last one ended, so
 * that no page, however broken, takes more than linear time. A `>` inside a quoted attribute ends the tag.
 */
export function* htmlTokens(html: string): Generator<HtmlToken> {
  let at = 0
  while (at < html.length) {
    const open = html.indexOf('<', at)
    const textEnd = open < 0 ? html.length : open
    if (textEnd > at) yield { type: 'text', text: decodeEntities(html.slice(at, textEnd)) }
    if (open < 0) return
    const code = html.charCodeAt(open + 1)
    if (html.startsWith('<!--', open)) {
      at = endAfter(html, '-->', open + 4)
    } else if (code === 33 || code === 63) {
      at = endAfter(html, '>', open) // <!doctype>, <![if …]>, <?xml …?>
    } else if (code === 47 || isLetter(code)) {
      const end = html.indexOf('>', open)
      if (end < 0) return
      const token = tagOf(html.slice(open + 1, end))
      at = end + 1
      if (token.type === 'open' && RAW.has(token.name)) at = endOfRaw(html, token.name, at)
      else yield token
    } else {
      yield { type: 'text', text: '<' }
      at = open + 1
    }
  }
}

/** Value of an attribute as a small whole number, 1 when absent or nonsense. */
export function spanOf(attributes: string, name: 'colspan' | 'rowspan', most: number): number {
  const found = new RegExp(`\\b${name}\\s{0,9}=\\s{0,9}["']?(\\d{1,9})`, 'iu').exec(attributes)
  return found ? Math.min(Math.max(Number(found[1]), 1), most) : 1
}

function tagOf(inner: string): HtmlToken {
  const closing = inner.charCodeAt(0) === 47
  let end = closing ? 1 : 0
  while (end < inner.length && isName(inner.charCodeAt(end))) end++
  const name = inner.slice(closing ? 1 : 0, Math.min(end, 40)).toLowerCase()
  return closing ? { type: 'close', name } : { type: 'open', name, attributes: inner.slice(end, end + 4096) }
}

function endOfRaw(html: string, name: string, from: number): number {
  for (let at = html.indexOf('</', from); at >= 0; at = html.indexOf('</', at + 2)) {
    if (html.slice(at + 2, at + 2 + name.length).toLowerCase() === name) return endAfter(html, '>', at)
  }
  return html.length
}

function endAfter(html: string, mark: string, from: number): number {
  const end = html.indexOf(mark, from)
  return end < 0 ? html.length : end + mark.length
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90)
}

/** Letters, digits, and `:` and `-` of the names Office writes (`o:p`). */
function isName(code: number): boolean {
  return isLetter(code) || (code >= 48 && code <= 58) || code === 45
}

const NAMED: Readonly<Record<string, string>> = {
  amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', ensp: ' ', emsp: ' ', middot: '·', ldquo: '“', rdquo: '”',
  lsquo: '‘', rsquo: '’', mdash: '—', ndash: '–', hellip: '…', times: '×', divide: '÷', yen: '¥', copy: '©', reg: '®',
  deg: '°', plusmn: '±', radic: '√', bull: '•'
} // prettier-ignore

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));?/giu, (whole, decimal, hex, name) => {
    if (name !== undefined) return NAMED[String(name).toLowerCase()] ?? whole
    const code = decimal !== undefined ? Number(decimal) : parseInt(String(hex), 16)
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
      ? String.fromCodePoint(code)
      : whole
  })
}
