import type { Format } from '../../model/kinds.ts'
import { encodingOf } from '../text/encoding.ts'
import { looksLikeConversation } from '../text/recognise-chat.ts'
import { ReadTrouble } from '../../isolation/trouble.ts'

/** Shares of NUL bytes, misfits and control characters that still pass for text. */
export const CLEAN = { nul: 0, damage: 0, controls: 0 }
/** Real files carry a few: a form feed's neighbour, a broken character. */
export const SPOTTED = { nul: 0.01, damage: 0.05, controls: 0.02 }

/** Which kind of text the bytes are, undefined when they are no text. */
export function sniffText(
  head: Buffer,
  bytes: number,
  extension: string,
  most: typeof CLEAN
): Format | undefined {
  const text = decoded(head, bytes, most)
  if (text === undefined) return undefined
  const start = text.replace(/^\ufeff?\s+/, '').slice(0, 4096)
  if (looksLikeConversation(text)) return 'qq'
  const markup = markupOf(start)
  if (markup) return markup
  if (extension === 'json' || (/^[[{]/.test(start) && looksLikeJson(start))) return 'json'
  if (extension === 'csv' || extension === 'tsv') return 'csv'
  // Systems export "Excel" files that are text with tabs or commas.
  return SHEETS.has(extension) && separated(text)
    ? 'csv'
    : extension === 'txt' && tabbed(text)
      ? 'csv'
      : 'txt'
}

const SHEETS = new Set(['xls', 'xlsx', 'et', 'xlt', 'dat', ''])

function decoded(head: Buffer, bytes: number, most: typeof CLEAN): string | undefined {
  try {
    const { encoding, damaged } = encodingOf(head, head.length === bytes)
    const wide = encoding.startsWith('utf-16')
    if (!wide && share(head, 0) > most.nul) return undefined
    if (damaged > most.damage) return undefined
    const text = new TextDecoder(encoding).decode(head)
    return controls(text) > most.controls ? undefined : text
  } catch (error) {
    if (error instanceof ReadTrouble) return undefined
    throw error
  }
}

function share(bytes: Uint8Array, value: number): number {
  let count = 0
  for (const byte of bytes) if (byte === value) count++
  return bytes.length === 0 ? 0 : count / bytes.length
}

/** Share of characters that no text has; GB18030 accepts almost any bytes, so random ones are caught here. */
function controls(text: string): number {
  let count = 0
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (
      (unit < 32 && unit !== 9 && unit !== 10 && unit !== 12 && unit !== 13) ||
      (unit >= 0x7f && unit < 0xa0)
    )
      count++
    else if (unit >= 0xe000 && unit < 0xf900) count++
  }
  return text.length === 0 ? 0 : count / text.length
}

function markupOf(start: string): Format | undefined {
  const past = start.replace(/^(<\?xml[^>]*\?>|<!--[\s\S]*?-->|\s)+/, '')
  if (/^<!doctype\s+html|^<(html|head|body|table|meta)[\s>]/i.test(past)) return 'html'
  if (/^(<!doctype\s+svg[^>]*>\s*)?<svg[\s>]/i.test(past)) return 'svg'
  if (/^MIME-Version:[\s\S]*?multipart\/related/i.test(start)) return 'html'
  if (/^<\?xml\s/.test(start)) return 'xml'
  return undefined
}

function looksLikeJson(start: string): boolean {
  return /^\{\s*("|\})/.test(start) || /^\[\s*(["{[\]]|-?\d|true|false|null)/.test(start)
}

/** Lines looked at for a separator. */
const LINES = 20

function separated(text: string): boolean {
  return ['\t', ',', ';', '|'].some(separator => regular(text, separator, 1))
}

/** A `.txt` is a table only when tabs cut every line alike. */
function tabbed(text: string): boolean {
  return regular(text, '\t', 2)
}

/** The last line may be cut by the edge of what was looked at. */
function regular(text: string, separator: string, least: number): boolean {
  const lines = text.split(/\r\n|\n|\r/, LINES + 1).filter(line => line.trim() !== '')
  const counts = lines
    .slice(0, Math.max(2, Math.min(LINES, lines.length - 1)))
    .map(line => line.split(separator).length - 1)
  return counts.length >= 2 && counts[0]! >= least && counts.every(count => count === counts[0])
}
