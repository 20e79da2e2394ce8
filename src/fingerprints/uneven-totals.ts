import { textAt } from '../model/cells.ts'
import type { Ledger, UnevenFigures } from '../model/evidence.ts'
import { narrow } from '../support/quantities.ts'
import type { Tick } from '../support/tick.ts'

/** A row that names the sum of all entries of its table; 小计 and 本页合计 are sums of less, 累计 of more. */
const TOTAL = /^(?:合\s*计|总\s*计|共\s*计)\s*[:：]?$/u
const SOME_SUM = /小\s*计|合\s*计|总\s*计|共\s*计|累\s*计|本[页月]/u
/** Columns whose sum says nothing. */
const NO_SUM = /率|比例|占比|均|单价|标准|序号|编号|年龄|电话|账号|证|日期|时间|年|月$|里程表|读数|公里|起|止|分值|得分|排名|%|累计|余额|结余/u // prettier-ignore
/** Fewer parts are as often a choice of rows as all of them. */
const LEAST_PARTS = 3
/** A stated sum further from the parts than this is a sum of something else. */
const FARTHEST = 2
const MOST_SHOWN = 30

/** Totals typed under a table that its own rows do not give. */
export function unevenTotals(ledger: Ledger, tick: Tick): UnevenFigures[] {
  const { table, columns, rows, material } = ledger
  const { cells } = table
  if (rows.length < LEAST_PARTS || ledger.headerRow === 0) return []
  const last = rows.at(-1)!
  const total = last + 1
  // exactly one closing row, right below the entries, and no other sum between them
  if (total >= cells.rowCount || sumLabel(ledger, total) === undefined) return []
  for (let row = total + 1; row < Math.min(cells.rowCount, total + 3); row++) if (rowSays(ledger, row, SOME_SUM)) return [] // prettier-ignore
  if (!TOTAL.test(sumLabel(ledger, total)!)) return []
  if (last - rows[0]! + 1 !== rows.length) return []
  const labels = columns.find(({ meaning }) => meaning === 'subject' || meaning === 'person') ?? columns.find(({ meaning, distinct }) => meaning !== 'serial' && distinct > 1) // prettier-ignore
  return columns.flatMap((column, k) => {
    tick()
    // one amount merged over the rows of a household counts once; which rows it covers is left to people
    if (table.head.merges.some(({ left, right, top, bottom }) => left <= column.column && column.column <= right && bottom > top && bottom >= ledger.headerRow)) return [] // prettier-ignore
    if (NO_SUM.test(column.header) || column.column === labels?.column) return []
    const stated = plainNumber(textAt(cells, total, column.column))
    if (stated === undefined || stated.value === 0) return []
    const parts = Array.from(rows, (_, i) => ledger.value(i, k)).map(text => (/^[\s/／—–-]*$/u.test(text) ? 0 : plainNumber(text))) // prettier-ignore
    if (parts.some(part => part === undefined)) return []
    const numbers = parts.map(part => (part === 0 ? 0 : (part as { value: number }).value))
    if (numbers.filter(value => value !== 0).length < LEAST_PARTS) return []
    const sum = numbers.reduce((a, b) => a + b, 0)
    const decimals = Math.min(stated.decimals, 4)
    if (Math.abs(sum - stated.value) <= 0.5 * 10 ** -decimals + 0.01 * Math.sqrt(numbers.length) + 1e-6) return [] // prettier-ignore
    if (!mayBeSum(stated.value, sum, numbers)) return []
    const label = labels ? columns.indexOf(labels) : -1
    const shown = numbers.map((value, i) => ({ row: cells.rows[rows[i]!]!, label: label < 0 ? '' : ledger.value(i, label), value })) // prettier-ignore
    return [
      {
        material,
        place: { table: table.head.index, row: cells.rows[total]!, column: column.column },
        kind: 'total' as const,
        stated: stated.value,
        follows: Math.round(sum * 100) / 100,
        unit: '',
        text: column.header,
        runs: [],
        parts: numbers.length,
        columns: [labels?.header ?? '', column.header],
        rows: [...shown.slice(0, MOST_SHOWN), { row: cells.rows[total]!, label: sumLabel(ledger, total)!, value: stated.value }] // prettier-ignore
      }
    ]
  })
}

/** Not a mean, a highest value, a count of rows, nor the sum of readings of which the differences count. */
function mayBeSum(stated: number, sum: number, numbers: readonly number[]): boolean {
  if (sum <= 0 || stated <= 0) return false
  if (stated > sum * FARTHEST || sum > stated * FARTHEST) return false
  const rising = numbers.every((value, i) => i === 0 || value >= numbers[i - 1]!) && new Set(numbers).size > numbers.length / 2 // prettier-ignore
  if (rising && numbers[0]! > 1 && numbers.at(-1)! > numbers[0]! && stated <= numbers.at(-1)!) return false
  return stated !== Math.max(...numbers) && stated !== numbers.filter(value => value !== 0).length
}

function sumLabel(ledger: Ledger, row: number): string | undefined {
  const { cells } = ledger.table
  for (let at = cells.starts[row]!; at < Math.min(cells.starts[row]! + 3, cells.starts[row + 1]!); at++) {
    const text = cells.pool.text(cells.texts[at]!).normalize('NFKC').trim()
    if (text.length <= 12 && SOME_SUM.test(text)) return text
  }
  return undefined
}

function rowSays({ table: { cells } }: Ledger, row: number, pattern: RegExp): boolean {
  for (let at = cells.starts[row]!; at < cells.starts[row + 1]!; at++) {
    const text = cells.pool.text(cells.texts[at]!)
    if (text.length <= 20 && pattern.test(text)) return true
  }
  return false
}

/** 1,200.50 or 1200元; undefined for what is no plain number. */
export function plainNumber(text: string): { value: number; decimals: number } | undefined {
  const match = /^[¥￥]?\s*(-?\d{1,3}(?:,\d{3})+|-?\d+)(\.\d+)?\s*(?:元|万元|件|户|人|份|亩|米|个|起|人次)?$/u.exec(narrow(text).trim()) // prettier-ignore
  if (!match || match[1]!.replace(/\D/gu, '').length > 12) return undefined
  return { value: Number(`${match[1]!.replaceAll(',', '')}${match[2] ?? ''}`), decimals: match[2] ? match[2].length - 1 : 0 } // prettier-ignore
}
