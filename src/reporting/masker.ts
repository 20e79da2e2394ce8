import { encodedRuns } from './encoded-runs.ts'
import { SURNAMES, COMPOUND_SURNAMES } from '../support/surnames.ts'

export type Sensitive = 'person' | 'phone' | 'id' | 'address' | 'account' | 'whole'

/** Tokens are the same in every language; reports show them as 人员1, Person 1 … */
export const LETTER: Record<Sensitive, string> = {
  person: 'P',
  phone: 'T',
  id: 'I',
  address: 'A',
  account: 'C',
  whole: 'W'
}

/** Shapes of personal data in running text, longest first. Full-width digits are met by matching on a text of the same length. */
const SHAPES: readonly { kind: Sensitive; pattern: RegExp }[] = [
  {
    kind: 'id',
    pattern:
      /(?<!\d)[1-9]\d{5}[ -]?(?:19|20)\d{2}[ -]?(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])[ -]?\d{3}[\dXx](?!\d)/g
  },
  { kind: 'account', pattern: /(?<!\d)[3-6]\d{3}(?:[ -]?\d{4}){3}(?:[ -]?\d{1,3})?(?!\d)/g },
  { kind: 'id', pattern: /(?<!\d)[1-9]\d{7}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])\d{3}(?!\d)/g },
  { kind: 'phone', pattern: /(?<!\d)1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)/g },
  { kind: 'phone', pattern: /(?<!\d)0\d{2,3}-\d{7,8}(?!\d)/g },
  { kind: 'account', pattern: /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/g }
]

const GIVEN = '[\\u4e00-\\u9fa5]'
const NAME = `(?:(?:${COMPOUND_SURNAMES.join('|')})${GIVEN}{1,2}|[${SURNAMES}]${GIVEN}{1,2}?)`
/** A name is taken for one where its neighbourhood says so: 户主张三, 李四同志. */
const NAMED = new RegExp(
  `((?:户主|村民|居民|联系人|经办人|责任人|负责人|当事人|姓名|申请人|报修人)[:：\\s]?)(${NAME})(?=[^\\u4e00-\\u9fa5]|家|户|的|反映|表示|同志|老人|称|说|$)|(?<![\\u4e00-\\u9fa5])(${NAME})(?=反映|来电|来访|投诉|表示|家中|家里)|(${NAME})(?=同志|老人|书记|主任|先生|女士|大爷|大妈|大娘|阿姨)`,
  'gu'
)
const MOST_NAME = 12

/** Replaces personal data by ordinals: equal values get the same one, in the order they are first met. */
export class Masker {
  private readonly ordinals = new Map<string, string>()
  private readonly counts = new Map<Sensitive, number>()
  private readonly longest: number

  /** `letters`: other tokens where two maskers meet in one report, so that one ordinal never stands for two persons. */
  constructor(
    private readonly names: ReadonlySet<string>,
    private readonly letters: Record<Sensitive, string> = LETTER
  ) {
    this.longest = Math.min(MOST_NAME, Math.max(0, ...[...names].slice(0, 100_000).map(name => name.length)))
  }

  /** A whole value known to be of this kind. Blank stays blank. */
  value(text: string, kind: Sensitive): string {
    const plain = text.normalize('NFKC').trim()
    return plain === '' ? text : this.token(plain.replace(/[\s-]/g, ''), kind)
  }

  /** Running text: shapes of numbers, then known names, then names by their neighbourhood. */
  text(text: string): string {
    return this.map(text).text
  }

  /** The masked text and where each offset of the original went, so that marked runs stay marked. */
  map(text: string): { text: string; at(offset: number): number } {
    const cuts = this.cutsIn(text)
    let masked = ''
    let from = 0
    const moves: { start: number; end: number; to: number; length: number }[] = []
    for (const { start, end, kind } of cuts) {
      masked += text.slice(from, start)
      const token = this.token(text.slice(start, end).normalize('NFKC').replace(/[\s-]/g, ''), kind)
      moves.push({ start, end, to: masked.length, length: token.length })
      masked += token
      from = end
    }
    masked += text.slice(from)
    return {
      text: masked,
      at: offset => {
        let shift = 0
        for (const { start, end, to, length } of moves) {
          if (offset <= start) break
          if (offset < end) return to + length
          shift += length - (end - start)
        }
        return offset + shift
      }
    }
  }

  private cutsIn(text: string): { start: number; end: number; kind: Sensitive }[] {
    const digits = text.replace(/[０-９Ｘ]/g, wide => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    const cuts: { start: number; end: number; kind: Sensitive }[] = []
    const free = (start: number, end: number): boolean =>
      !cuts.some(cut => start < cut.end && cut.start < end)
    const add = (start: number, end: number, kind: Sensitive): void => {
      if (free(start, end)) cuts.push({ start, end, kind })
    }
    for (const [start, end] of encodedRuns(text)) add(start, end, 'account')
    for (const { kind, pattern } of SHAPES) {
      for (const match of digits.matchAll(pattern)) add(match.index, match.index + match[0].length, kind)
    }
    for (let start = 0; start < text.length; start++) {
      for (let length = Math.min(this.longest, text.length - start); length >= 2; length--) {
        if (!this.names.has(text.slice(start, start + length))) continue
        add(start, start + length, 'person')
        start += length - 1
        break
      }
    }
    for (const match of text.matchAll(NAMED)) {
      const start = match.index + (match[1]?.length ?? 0)
      add(start, start + (match[2] ?? match[3] ?? match[4])!.length, 'person')
    }
    return cuts.sort((a, b) => a.start - b.start)
  }

  private token(value: string, kind: Sensitive): string {
    const key = `${kind}\n${value}`
    let token = this.ordinals.get(key)
    if (!token) {
      const ordinal = (this.counts.get(kind) ?? 0) + 1
      this.counts.set(kind, ordinal)
      this.ordinals.set(key, (token = `[${this.letters[kind]}${ordinal}]`))
    }
    return token
  }
}
