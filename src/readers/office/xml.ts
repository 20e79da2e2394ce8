import { StringDecoder } from 'node:string_decoder'
import { SaxesParser } from 'saxes'
import { ReadTrouble } from '../../isolation/trouble.ts'

/** Word nests tables in tables about 12 elements a level; 256 is past anything a person made. */
const MOST_DEPTH = 256
/** No element of the standards has over 40 attributes. */
const MOST_ATTRIBUTES = 256
/** Characters without any tag between them. A cell holds 32,767; the longest honest run is a stored picture's text. */
const MOST_UNBROKEN = 16 * 1024 * 1024
/** Control characters some exporters leave in cells, or text before the root; saxes goes on past them. */
const MOST_ODD_CHARACTERS = 10_000

export type XmlAttributes = Readonly<Record<string, string>>

export interface XmlHandlers {
  /** `name` is without prefix. Attribute names keep theirs; see `attribute`. */
  open?(name: string, attributes: XmlAttributes): void
  /** Text between tags and CDATA, in one piece per run. */
  text?(text: string): void
  close?(name: string): void
  /** Called after each chunk of about 16 KB and awaited: where backpressure goes. */
  between?(): Promise<void> | undefined
}

/** Thrown by a handler that has all it wants: reading ends without trouble. */
export class Enough extends Error {}

/**
 * Streams an XML part. Throws `ReadTrouble`: `E_CORRUPT` (not well-formed, or a DOCTYPE, which these formats
 * forbid), `E_LIMIT_DEPTH`, `E_LIMIT_COUNT`, `E_LIMIT_SIZE`; handlers' own errors pass through.
 */
export async function readXml(bytes: AsyncIterable<Uint8Array>, handlers: XmlHandlers): Promise<void> {
  const parser = guardedParser(handlers)
  let decode: Decode | undefined
  try {
    for await (const chunk of bytes) {
      decode ??= decoderFor(chunk)
      parser.write(decode.write(chunk))
      const wait = handlers.between?.()
      if (wait) await wait
    }
    parser.write(decode?.end() ?? '')
    parser.close()
  } catch (error) {
    if (!(error instanceof Enough)) throw error
  }
}

/** The value of an attribute by its local name, with or without prefix (`r:id`, `id`, `ns0:id`). */
export function attribute(attributes: XmlAttributes, local: string): string | undefined {
  const plain = attributes[local]
  if (plain !== undefined) return plain
  return prefixedAttribute(attributes, local)
}

/** As `attribute`, but only one that has a prefix: a sheet has `sheetId` and `r:id`, a shape `id` and `r:id`. */
export function prefixedAttribute(attributes: XmlAttributes, local: string): string | undefined {
  for (const name in attributes) if (name.endsWith(`:${local}`)) return attributes[name]
  return undefined
}

interface GuardedParser {
  write(text: string): void
  close(): void
}

function guardedParser({ open, text, close }: XmlHandlers): GuardedParser {
  const parser = new SaxesParser({ position: false, xmlns: false, fragment: false })
  let depth = 0
  let attributes = 0
  let unbroken = 0
  let odd = 0
  parser.on('error', error => {
    // Excel itself writes such characters as _x000B_; other exporters leave them raw. The text around them is sound.
    if (
      /disallowed character|malformed character entity|outside of root/u.test(error.message) &&
      ++odd <= MOST_ODD_CHARACTERS
    )
      return
    throw new ReadTrouble('E_CORRUPT', 'XML is not well-formed', { cause: error })
  })
  parser.on('doctype', () => refuse('E_CORRUPT', 'XML declares a document type'))
  parser.on('attribute', () => {
    if (++attributes > MOST_ATTRIBUTES) refuse('E_LIMIT_COUNT', 'too many attributes on one XML element')
  })
  parser.on('opentag', tag => {
    attributes = 0
    unbroken = 0
    if (++depth > MOST_DEPTH) refuse('E_LIMIT_DEPTH', `XML nested deeper than ${MOST_DEPTH}`)
    open?.(localName(tag.name), tag.attributes)
  })
  parser.on('closetag', tag => {
    depth--
    unbroken = 0
    close?.(localName(tag.name))
  })
  if (text) {
    parser.on('text', text)
    parser.on('cdata', text)
  }
  return {
    write(piece) {
      unbroken += piece.length
      parser.write(piece)
      if (unbroken > MOST_UNBROKEN) refuse('E_LIMIT_SIZE', 'XML text without end')
    },
    close: () => void parser.close()
  }
}

function refuse(
  code: 'E_CORRUPT' | 'E_LIMIT_COUNT' | 'E_LIMIT_DEPTH' | 'E_LIMIT_SIZE',
  detail: string
): never {
  throw new ReadTrouble(code, detail)
}

function localName(name: string): string {
  if (name.length < 3) return name // most tags of a sheet are one letter
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}

interface Decode {
  write(chunk: Uint8Array): string
  end(): string
}

/** By byte order mark, else by what the first line declares, else UTF-8. Wrong bytes become U+FFFD, never an error. */
function decoderFor(first: Uint8Array): Decode {
  const encoding = encodingOf(first)
  if (encoding !== 'utf-8') {
    const decoder = new TextDecoder(encoding)
    return { write: chunk => decoder.decode(chunk, { stream: true }), end: () => decoder.decode() }
  }
  const decoder = new StringDecoder('utf8')
  let begun = false
  return {
    write(chunk) {
      const piece = decoder.write(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength))
      if (begun || piece === '') return piece
      begun = true
      return piece.charCodeAt(0) === 0xfeff ? piece.slice(1) : piece
    },
    end: () => decoder.end()
  }
}

function encodingOf(first: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' {
  if (first[0] === 0xff && first[1] === 0xfe) return 'utf-16le'
  if (first[0] === 0xfe && first[1] === 0xff) return 'utf-16be'
  const head = Buffer.from(first.subarray(0, 128)).toString('latin1')
  return /^\s*<\?xml[^>]{0,100}encoding\s*=\s*["'](?:gb|x-gbk)/iu.test(head) ? 'gb18030' : 'utf-8'
}
