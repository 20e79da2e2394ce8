import { createReadStream } from 'node:fs'
import type { Encoding } from './encoding.ts'

/** A line longer than this is handed on in pieces: no expression ever meets a longer text. */
export const LONGEST_LINE = 65_536

/** The lines of a text file, a chunk's worth at a time, without their ends (CR LF, LF or CR) and without a byte order mark. */
export async function* linesOf(file: string, encoding: Encoding): AsyncGenerator<string[]> {
  const decoder = new TextDecoder(encoding)
  let rest = ''
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 18 }) as AsyncIterable<Buffer>) {
    const text = rest + decoder.decode(chunk, { stream: true })
    // a CR at the very end may be half of a CR LF
    const held = text.endsWith('\r') ? '\r' : ''
    const lines = split(held ? text.slice(0, -1) : text)
    rest = lines.pop()! + held
    while (rest.length > LONGEST_LINE) {
      lines.push(rest.slice(0, LONGEST_LINE))
      rest = rest.slice(LONGEST_LINE)
    }
    if (lines.length > 0) yield lines
  }
  const last = split(rest + decoder.decode())
  if (last.at(-1) === '') last.pop()
  if (last.length > 0) yield last
}

function split(text: string): string[] {
  return text.split(/\r\n|\r|\n/u).flatMap(line => (line.length > LONGEST_LINE ? pieces(line) : [line]))
}

function pieces(line: string): string[] {
  const parts: string[] = []
  for (let at = 0; at < line.length; at += LONGEST_LINE) parts.push(line.slice(at, at + LONGEST_LINE))
  return parts
}
