/** Values of a pdf's own notation, as far as finding pictures needs them. */
export type Value = number | string | boolean | null | Name | Ref | Value[] | Dict
export type Dict = Map<string, Value>

/** `/Name`, without the slash, #xx decoded. */
export class Name {
  constructor(readonly name: string) {}
}

/** `12 0 R` */
export class Ref {
  constructor(readonly number: number) {}
}

/** Nesting deeper than this is not parsed; honest files stay below 20. */
const MOST_DEPTH = 64

/**
 * Reads one value from `text` (one character per byte) at `from`. Undefined when there is none, or when it is
 * broken or not whole. Strings come as one character per byte.
 */
export function parseValue(text: string, from = 0): { value: Value; end: number } | undefined {
  const parser = new Parser(text, from)
  const value = parser.value(0)
  return value === undefined ? undefined : { value, end: parser.at }
}

export function isDict(value: Value | undefined): value is Dict {
  return value instanceof Map
}

export function nameOf(value: Value | undefined): string | undefined {
  return value instanceof Name ? value.name : undefined
}

const SPACE = /[\0\t\n\f\r ]/
const DELIMITER = /[\0\t\n\f\r ()<>[\]{}/%]/

class Parser {
  constructor(
    private readonly text: string,
    public at: number
  ) {}

  value(depth: number): Value | undefined {
    if (depth > MOST_DEPTH) return undefined
    this.skip()
    const { text } = this
    const first = text[this.at]
    if (first === undefined) return undefined
    if (first === '/') return this.name()
    if (first === '(') return this.literal()
    if (first === '[') return this.array(depth)
    if (first === '<') return text[this.at + 1] === '<' ? this.dict(depth) : this.hex()
    return this.word()
  }

  private skip(): void {
    const { text } = this
    for (;;) {
      const character = text[this.at]
      if (character === undefined) return
      if (character === '%') {
        while (this.at < text.length && !/[\r\n]/.test(text[this.at]!)) this.at++
      } else if (SPACE.test(character)) this.at++
      else return
    }
  }

  private name(): Name {
    const start = ++this.at
    while (this.at < this.text.length && !DELIMITER.test(this.text[this.at]!)) this.at++
    const raw = this.text.slice(start, this.at)
    return new Name(
      raw.replace(/#([0-9a-f]{2})/giu, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    )
  }

  private literal(): string | undefined {
    let depth = 0
    let out = ''
    for (; this.at < this.text.length; this.at++) {
      const character = this.text[this.at]!
      if (character === '\\') {
        const octal = /^[0-7]{1,3}/.exec(this.text.slice(this.at + 1, this.at + 4))?.[0]
        if (octal) {
          out += String.fromCharCode(parseInt(octal, 8) & 255)
          this.at += octal.length
        } else {
          const next = this.text[++this.at] ?? ''
          out += { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', '\n': '', '\r': '' }[next] ?? next
        }
      } else if (character === '(') {
        if (depth++ > 0) out += character
      } else if (character === ')') {
        if (--depth === 0) {
          this.at++
          return out
        }
        out += character
      } else out += character
    }
    return undefined
  }

  private hex(): string | undefined {
    const end = this.text.indexOf('>', this.at)
    if (end < 0) return undefined
    const digits = this.text.slice(this.at + 1, end).replace(/[^0-9a-f]/giu, '')
    this.at = end + 1
    return Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex').toString('latin1')
  }

  private array(depth: number): Value[] | undefined {
    this.at++
    const items: Value[] = []
    for (;;) {
      this.skip()
      if (this.text[this.at] === ']') {
        this.at++
        return items
      }
      const item = this.value(depth + 1)
      if (item === undefined) return undefined
      items.push(item)
    }
  }

  private dict(depth: number): Dict | undefined {
    this.at += 2
    const dict: Dict = new Map()
    for (;;) {
      this.skip()
      if (this.text.startsWith('>>', this.at)) {
        this.at += 2
        return dict
      }
      if (this.text[this.at] !== '/') return undefined
      const { name } = this.name()
      const value = this.value(depth + 1)
      if (value === undefined) return undefined
      dict.set(name, value)
    }
  }

  private word(): Value | undefined {
    const start = this.at
    while (this.at < this.text.length && !DELIMITER.test(this.text[this.at]!)) this.at++
    if (this.at === start) return undefined
    const word = this.text.slice(start, this.at)
    if (/^\d{1,10}$/.test(word)) {
      const ref = /^[\0\t\n\f\r ]+\d{1,5}[\0\t\n\f\r ]+R(?![\w])/.exec(this.text.slice(this.at, this.at + 32))
      if (ref) {
        this.at += ref[0].length
        return new Ref(Number(word))
      }
    }
    const number = Number(word)
    if (/^[+-]?[\d.]+$/.test(word) && Number.isFinite(number)) return number
    return { true: true, false: false, null: null }[word] ?? null
  }
}
