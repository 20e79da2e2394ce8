import type { Ledger, LedgerColumn, Meaning } from '../model/evidence.ts'
import { hashText } from '../support/string-pool.ts'
import { bare } from '../support/text.ts'
import type { Tick } from '../support/tick.ts'
import { hanLength } from './entry-agreement.ts'
import { mix, type EntryTable } from './entry-table.ts'

/** What the rows say, apart from when, where and about whom. Rows that say the same share a content. */
export interface Contents {
  of: Uint32Array // per row: content number, 0 when the row says nothing to speak of
  size: number // contents, number 0 included
  firstRow: Uint32Array // per content: a row that says it
  uses: Uint32Array // per content: rows that say it
  /** Text of a row's content: letters and digits only, dates set aside. */
  text(row: number): string
  /** The same by column, empty columns left out. */
  parts(row: number): { meaning: Meaning; text: string }[]
}

/** Columns that say what happened. */
const SAYS: ReadonlySet<Meaning> = new Set(['topic', 'content', 'problem', 'measure', 'outcome', 'note'])
/** Below this many Han characters (a Latin letter counts a third) a row says nothing to speak of: 已完成, 一切正常. */
const LEAST = 5
const STEP = 10_000
/** Columns whose values are set aside where the row's own text repeats them: 张三同志表示… about 张三 says no more than …同志表示. */
const CLAIMS: ReadonlySet<Meaning> = new Set(['subject', 'person', 'place', 'household', 'address', 'unit'])
/** In shorter texts the name is what is said. */
const SET_ASIDE_FROM = 20

export function contentsOf(table: EntryTable, tick: Tick): Contents {
  const columns = table.ledgers.map(({ ledger }) =>
    isPlan(ledger) ? [] : ledger.columns.flatMap((column, k) => (says(column) ? [k] : []))
  )
  const claims = table.ledgers.map(({ ledger }) =>
    ledger.columns.flatMap(({ meaning }, k) => (CLAIMS.has(meaning) ? [k] : []))
  )
  const cache = new PartCache()
  const numbers = new Interner()
  const of = new Uint32Array(table.rows)
  const firstRow: number[] = [0]
  const uses: number[] = [0]
  table.ledgers.forEach(({ ledger, start, size }, index) => {
    const ks = columns[index]!
    if (ks.length === 0) return
    for (let i = 0; i < size; i++) {
      if (i % STEP === 0) tick(i, size)
      let low = 0x1234567
      let high = 0x89abcd
      let length = 0
      for (const k of ks) {
        const part = cache.part(ledger.value(i, k), claims[index]!, ledger, i)
        if (part.hash === 0) continue
        low = mix(low, part.hash)
        high = mix(high, part.hash ^ 0x5bd1e995)
        length += part.length
      }
      if (length < LEAST) continue
      const number = numbers.id(low * 0x200000 + (high & 0x1fffff))
      if (number === firstRow.length) {
        firstRow.push(start + i)
        uses.push(0)
      }
      uses[number]!++
      of[start + i] = number
    }
  })
  const parts = (row: number) => {
    const { ledger, start } = table.ledgers[table.of[row]!]!
    return columns[table.of[row]!]!.flatMap(k => {
      const text = unclaimed(
        undated(ledger.value(row - start, k)),
        claims[table.of[row]!]!,
        ledger,
        row - start
      )
      return text === '' ? [] : [{ meaning: ledger.columns[k]!.meaning, text }]
    })
  }
  return {
    of,
    size: firstRow.length,
    firstRow: Uint32Array.from(firstRow),
    uses: Uint32Array.from(uses),
    parts,
    text: row => parts(row).map(part => part.text).join('\n') // prettier-ignore
  }
}

/** Columns that say what is to be looked at, the same at every visit: a checklist's items are no one's wording. */
const STANDING = /检查(?:项目|要点|标准)|考核(?:内容|项目|指标)|评分|指标|标准|要求|职责|依据/u

/** A plan or rota states what is meant to happen; that it says the same every week is its nature. */
function isPlan({ title, table }: Ledger): boolean {
  const name = `${title} ${table.head.name}`
  return (
    /计划|安排|排班|日程|课程表|值班表|任务分解|任务清单|责任清单/u.test(name) &&
    !/台账|记录|登记|落实|完成/u.test(name)
  )
}

function says({ meaning, filled, header }: LedgerColumn): boolean {
  return filled > 0 && SAYS.has(meaning) && !STANDING.test(header)
}

const DATES =
  /(?:(?:19|20)\d{2}\s*年?\s*[-./]?\s*)?\d{1,2}\s*月\s*(?:\d{1,2}\s*[日号]?|份)?|(?:19|20)\d{2}\s*[-./]\s*\d{1,2}\s*[-./]\s*\d{1,2}|(?:19|20)\d{2}\s*年(?:度)?|(?:第?[一二三四1-4]季度)|(?:星期|周)[一二三四五六日天]/gu

/** Letters and digits of a text, written dates left out. */
export function undated(text: string): string {
  return bare(
    /\d|季度|[周期][一二三四五六日天]/u.test(text) ? text.normalize('NFKC').replace(DATES, '') : text
  )
}

function unclaimed(text: string, claims: readonly number[], ledger: Ledger, i: number): string {
  if (text.length < SET_ASIDE_FROM) return text
  let rest = text
  for (const k of claims) {
    const claim = bare(ledger.value(i, k))
    if (claim.length >= 2 && claim.length <= 12 && rest.includes(claim)) rest = rest.replaceAll(claim, '')
  }
  return rest
}

interface Part {
  hash: number
  length: number
  text?: string // kept where the row's claims may have to be set aside
}

/** Hash and length of the texts of content cells, remembered while they fit. */
class PartCache {
  private readonly known = new Map<string, Part>()

  part(text: string, claims: readonly number[], ledger: Ledger, i: number): Part {
    if (text === '') return { hash: 0, length: 0 }
    let part = this.known.get(text)
    if (!part) {
      part = partOf(undated(text))
      // Pick-list values and formulas come first and often; a million sentences need not be kept.
      if (this.known.size < 50_000) this.known.set(text, part)
    }
    if (part.text === undefined || claims.length === 0) return part
    const rest = unclaimed(part.text, claims, ledger, i)
    return rest === part.text ? part : partOf(rest)
  }
}

function partOf(key: string): Part {
  const part = { hash: key === '' ? 0 : hashText(key) || 1, length: hanLength(key) }
  return key.length < SET_ASIDE_FROM ? part : { ...part, text: key }
}

/** Dense numbers from 1 for 53-bit keys, in order of arrival. */
class Interner {
  private keys = new Float64Array(1 << 12)
  private ids = new Uint32Array(1 << 12)
  private count = 0

  id(key: number): number {
    let slot = this.slot(key)
    if (this.ids[slot] !== 0) return this.ids[slot]!
    if ((this.count + 1) * 2 > this.keys.length) {
      this.grow()
      slot = this.slot(key)
    }
    this.keys[slot] = key
    return (this.ids[slot] = ++this.count)
  }

  private slot(key: number): number {
    let slot = mix(key >>> 0, Math.floor(key / 2 ** 32)) & (this.keys.length - 1)
    while (this.ids[slot] !== 0 && this.keys[slot] !== key) slot = (slot + 1) & (this.keys.length - 1)
    return slot
  }

  private grow(): void {
    const { keys, ids } = this
    this.keys = new Float64Array(keys.length * 2)
    this.ids = new Uint32Array(keys.length * 2)
    for (let i = 0; i < keys.length; i++) {
      if (ids[i] === 0) continue
      const slot = this.slot(keys[i]!)
      this.keys[slot] = keys[i]!
      this.ids[slot] = ids[i]!
    }
  }
}
