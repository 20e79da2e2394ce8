import { inflateSync } from 'node:zlib'
import type { RawFile } from './raw-file.ts'
import { isDict, nameOf, parseValue, Ref, type Dict, type Value } from './syntax.ts'

/** A 20,000-page file has about 80,000 objects. */
const MOST_OBJECTS = 1_000_000
/** Text of objects kept, all together, in bytes; a page's own dictionary has about 300. */
const MOST_TEXT = 96 * 1024 ** 2
/** The longest single object: the list of 50,000 pages. */
const LONGEST_OBJECT = 1 << 20
/** A dictionary nearly always ends within this; longer ones are read again, whole. */
const USUAL_OBJECT = 4096
/** One object stream, and all of them together, inflated. */
const MOST_INFLATED = 32 * 1024 ** 2
const MOST_INFLATED_TOGETHER = 256 * 1024 ** 2
const WINDOW = 1 << 16
/** A header such as `1234567890 00000 obj` never straddles windows by more. */
const OVERLAP = 64

/** Where a stream's bytes stand in the file. */
export interface StreamAt {
  at: number
  length: number
}

/** What a scan of the raw file found: the last definition of each object, as incremental updates intend. */
export interface RawObjects {
  /** The object's value, dictionary of a stream included; undefined when unknown. */
  get(number: number): Value | undefined
  resolve(value: Value | undefined): Value | undefined
  stream(number: number): StreamAt | undefined
  /** Numbers of objects that are streams, rising. */
  readonly streams: readonly number[]
  readonly trailer: Dict
  /** How many times the file was finished: 1 plus its incremental updates; 0 when it has no end at all. */
  readonly revisions: number
  readonly encrypted: boolean
}

/**
 * Finds objects by looking for `n n obj`, as readers do when a file's own table is broken: the table may lie, and
 * here only pictures are looked for. Bytes inside streams are passed over, so that a file within a file is not
 * taken for this one. `beat` is called all along.
 */
export function scanObjects(file: RawFile, beat: () => void): RawObjects {
  const scan = new Scan(file)
  const pattern = /(\d{1,10})[\0\t\n\f\r ]+(\d{1,5})[\0\t\n\f\r ]+obj(?![a-z])|\btrailer\b|startxref/gu
  for (let at = 0; at < file.size;) {
    beat()
    const text = file.read(at, WINDOW + OVERLAP).toString('latin1')
    let next = at + WINDOW
    pattern.lastIndex = 0
    for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
      if (match.index >= WINDOW) break
      const end = scan.take(match, at + match.index + match[0].length)
      if (end >= at + WINDOW) {
        next = end
        break
      }
      pattern.lastIndex = end - at
    }
    at = next
  }
  return scan.done()
}

class Scan {
  private readonly texts = new Map<number, string>()
  private readonly at = new Map<number, StreamAt>()
  private readonly trailer: Dict = new Map()
  private kept = 0
  private inflated = 0
  private ends = 0

  constructor(private readonly file: RawFile) {}

  /** Takes in what a match begins and says where to go on. `end` is the offset behind the match. */
  take(match: RegExpExecArray, end: number): number {
    if (match[0] === 'startxref') {
      this.ends++
      return end
    }
    const object = this.valueAt(end)
    if (match[0] === 'trailer') {
      if (object && isDict(object.value)) this.addTrailer(object.value)
      return object ? end + object.end : end
    }
    return object ? this.addObject(Number(match[1]), object, end) : end
  }

  done(): RawObjects {
    const { texts, at, trailer } = this
    const get = (number: number): Value | undefined => {
      const text = texts.get(number)
      return text === undefined ? undefined : parseValue(text)?.value
    }
    const first = this.file.read(0, 2048).toString('latin1')
    // a linearised file ends twice from the start
    const linearised = /\/Linearized\b/u.test(first) ? 1 : 0
    return {
      get,
      resolve: value => {
        for (let step = 0; step < 8 && value instanceof Ref; step++) value = get(value.number)
        return value instanceof Ref ? undefined : value
      },
      stream: number => at.get(number),
      streams: [...at.keys()].sort((a, b) => a - b),
      trailer,
      revisions: Math.max(this.ends - linearised, Math.min(this.ends, 1)),
      encrypted: trailer.has('Encrypt')
    }
  }

  private valueAt(at: number): { value: Value; end: number; text: string } | undefined {
    for (const length of [USUAL_OBJECT, LONGEST_OBJECT]) {
      const text = this.file.read(at, length).toString('latin1')
      const parsed = parseValue(text)
      // a number at the very edge may be the beginning of a reference
      if (parsed && (parsed.end < text.length || text.length < length)) return { ...parsed, text }
      if (text.length < length) return undefined
    }
    return undefined
  }

  private addObject(number: number, object: { value: Value; end: number; text: string }, at: number): number {
    this.at.delete(number)
    this.keep(number, object.text.slice(0, object.end))
    if (!isDict(object.value)) return at + object.end
    const opening = /^[\0\t\n\f\r ]*stream(?:\r\n|\n|\r)/u.exec(
      object.text.slice(object.end, object.end + 64)
    )
    if (!opening) return at + object.end
    const start = at + object.end + opening[0].length
    const stream = this.streamFrom(start, object.value.get('Length'))
    if (this.at.size < MOST_OBJECTS) this.at.set(number, stream)
    const type = nameOf(object.value.get('Type'))
    if (type === 'XRef') this.addTrailer(object.value)
    if (type === 'ObjStm') this.addObjectStream(object.value, stream)
    return stream.at + stream.length
  }

  /** The stated length, when `endstream` stands behind it; else up to the next `endstream`. */
  private streamFrom(at: number, length: Value | undefined): StreamAt {
    if (typeof length === 'number' && length >= 0 && at + length <= this.file.size) {
      const behind = this.file.read(at + length, 16).toString('latin1')
      if (/^[\0\t\n\f\r ]*endstream/u.test(behind)) return { at, length }
    }
    const end = this.file.find('endstream', at)
    if (end < 0) return { at, length: this.file.size - at }
    const eol = /(?:\r\n|\n|\r)$/u.exec(
      this.file.read(Math.max(at, end - 2), Math.min(2, end - at)).toString('latin1')
    )
    return { at, length: end - at - (eol?.[0].length ?? 0) }
  }

  private addObjectStream(dict: Dict, { at, length }: StreamAt): void {
    const count = dict.get('N')
    const first = dict.get('First')
    if (typeof count !== 'number' || typeof first !== 'number') return
    if (length > MOST_INFLATED || this.inflated > MOST_INFLATED_TOGETHER) return
    const text = inflated(this.file.read(at, length), dict)
    if (text === undefined) return
    this.inflated += text.length
    const head = text
      .slice(0, first)
      .trim()
      .split(/[\0\t\n\f\r ]+/u)
      .map(Number)
    for (let i = 0; i + 1 < Math.min(head.length, 2 * count); i += 2) {
      const start = first + head[i + 1]!
      const next = i + 3 < head.length ? first + head[i + 3]! : text.length
      if (!Number.isInteger(head[i]) || !(next >= start)) continue
      this.at.delete(head[i]!)
      this.keep(head[i]!, text.slice(start, Math.min(next, start + LONGEST_OBJECT)))
    }
  }

  private keep(number: number, text: string): void {
    if (this.kept + text.length > MOST_TEXT || this.texts.size >= MOST_OBJECTS) return
    this.kept += text.length
    // a slice would hold on to the window it was cut from
    this.texts.set(number, Buffer.from(text, 'latin1').toString('latin1'))
  }

  private addTrailer(dict: Dict): void {
    for (const key of ['Root', 'ID', 'Encrypt', 'Info']) {
      const value = dict.get(key)
      if (value !== undefined && value !== null) this.trailer.set(key, value)
    }
  }
}

function inflated(bytes: Buffer, dict: Dict): string | undefined {
  const filter = dict.get('Filter')
  const names = (Array.isArray(filter) ? filter : filter === undefined ? [] : [filter]).map(nameOf)
  if (names.length === 0) return bytes.toString('latin1')
  if (names.length !== 1 || names[0] !== 'FlateDecode' || dict.has('DecodeParms')) return undefined
  try {
    return inflateSync(bytes, { maxOutputLength: MOST_INFLATED }).toString('latin1')
  } catch {
    return undefined
  }
}
