/**
 * A quoted field may run over lines. One that runs on for this many characters is taken for a stray quote and
 * read again without it: a remark is never a megabyte, a swallowed ledger is. A bare field is kept no longer.
 */
const LONGEST_FIELD = 1_000_000

const QUOTE = 34
const CR = 13
const LF = 10

export interface RecordHandlers {
  field(column: number, text: string): void
  /** `number` counts records from 1, blank ones included. */
  end(number: number): void
}

/**
 * Splits text into records as spreadsheets do: fields in quotes may hold separators, doubled quotes and line
 * ends; a quote inside a bare field is a character; lines end in CRLF, LF or CR. Text comes in pieces of any
 * size. A quote that never closes is a character too.
 */
export class RecordParser {
  private buffer = ''
  private column = 0
  private number = 0
  private begun = false // the record at hand has a field
  private skipping = false // the rest of a field past the longest
  private readonly separator: number
  /** Where the last look for a closing quote stopped, so that pieces are searched once. */
  private searched = 0

  constructor(
    separator: string,
    private readonly handlers: RecordHandlers
  ) {
    this.separator = separator.charCodeAt(0)
  }

  write(text: string): void {
    this.buffer += text
    this.parse(false)
  }

  end(): void {
    this.parse(true)
    if (this.begun) this.endRecord()
  }

  /** Fields are taken only when their end is certain; the rest waits for the next piece. */
  private parse(last: boolean): void {
    const { buffer } = this
    let at = 0
    while (at < buffer.length) {
      const next = this.skipping ? this.skip(at, last) : this.next(at, last)
      if (next < 0) break
      at = next
    }
    this.searched = Math.max(0, this.searched - at)
    this.buffer = buffer.slice(at)
  }

  /** Takes a field that starts at `start`; gives where the next starts, -1 when its end is not there yet. */
  private next(start: number, last: boolean): number {
    return this.buffer.charCodeAt(start) === QUOTE ? this.quoted(start, last) : this.bare(start, last)
  }

  private bare(start: number, last: boolean): number {
    const end = this.endOfBare(start)
    if (end === this.buffer.length && !last)
      return this.buffer.length - start > LONGEST_FIELD ? this.cut(start) : -1
    return this.take(this.buffer.slice(start, end), end, last)
  }

  /** Hands on what there is of a field without end; what follows of it is dropped. */
  private cut(start: number): number {
    this.field(this.buffer.slice(start))
    this.skipping = true
    return this.buffer.length
  }

  private skip(start: number, last: boolean): number {
    const end = this.endOfBare(start)
    if (end === this.buffer.length) return end
    const next = this.close(end, last)
    if (next >= 0) this.skipping = false
    return next
  }

  private quoted(start: number, last: boolean): number {
    const { buffer } = this
    let from = Math.max(start + 1, this.searched)
    for (;;) {
      const quote = buffer.indexOf('"', from)
      if (quote < 0 || (quote === buffer.length - 1 && !last)) {
        if (!last && buffer.length - start <= LONGEST_FIELD) {
          this.searched = quote < 0 ? buffer.length : quote
          return -1
        }
        if (quote < 0) {
          this.searched = 0
          return this.bare(start, last)
        }
      }
      if (buffer.charCodeAt(quote + 1) === QUOTE && quote + 1 < buffer.length) {
        from = quote + 2
        continue
      }
      // What stands between the closing quote and the separator belongs to the field.
      const end = this.endOfBare(quote + 1)
      if (end === buffer.length && !last && end - start <= LONGEST_FIELD) {
        this.searched = quote
        return -1
      }
      this.searched = 0
      const inside = buffer.slice(start + 1, quote).replaceAll('""', '"')
      return this.take(inside + buffer.slice(quote + 1, end), end, last)
    }
  }

  /** Index of the separator or line end that closes a bare field, the buffer's length when there is none. */
  private endOfBare(from: number): number {
    const { buffer, separator } = this
    let at = from
    for (; at < buffer.length; at++) {
      const code = buffer.charCodeAt(at)
      if (code === separator || code === LF || code === CR) break
    }
    return at
  }

  private take(text: string, end: number, last: boolean): number {
    if (this.undecided(end, last)) return -1
    this.field(text)
    return this.close(end, last)
  }

  private field(text: string): void {
    this.handlers.field(this.column++, text)
    this.begun = true
  }

  /** Whether a CR stands alone shows only with what follows it. */
  private undecided(end: number, last: boolean): boolean {
    return !last && end + 1 === this.buffer.length && this.buffer.charCodeAt(end) === CR
  }

  /** Goes past the separator or line end at `end`. */
  private close(end: number, last: boolean): number {
    if (this.undecided(end, last)) return -1
    if (end >= this.buffer.length) return end
    const code = this.buffer.charCodeAt(end)
    if (code === this.separator) return end + 1
    this.endRecord()
    return code === CR && this.buffer.charCodeAt(end + 1) === LF ? end + 2 : end + 1
  }

  private endRecord(): void {
    this.handlers.end(++this.number)
    this.column = 0
    this.begun = false
  }
}
