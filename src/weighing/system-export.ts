import type { Ledger } from '../model/evidence.ts'

/** A ledger a system wrote rather than a hand. */
export interface SystemExport {
  signs: readonly ('serials' | 'seconds' | 'codes' | 'handlers')[]
}

/** Rows that are looked at, evenly spaced. */
const SAMPLE = 400
/** Fewer rows than this prove nothing about a column. */
const FEWEST = 5
/** A machine's serial carries the day or a counter of the whole system; hands number 1, 2, 3. */
const LONG_SERIAL = 10
const MOST = 0.9
const HALF = 0.5
const MANY_HANDLERS = 5

/**
 * Told by what a person filling in by hand does not write: long serials each its own, times to the second that
 * differ, a column of codes, many handlers. Two signs are needed; a single one (a typed work order number) is usual
 * in ledgers filled in by hand.
 */
export function systemExport(ledger: Ledger): SystemExport | undefined {
  const entries = ledger.rows.length
  if (entries < FEWEST) return undefined
  const step = Math.max(1, Math.floor(entries / SAMPLE))
  const signs = new Set<SystemExport['signs'][number]>()
  ledger.columns.forEach((column, k) => {
    const values: string[] = []
    for (let i = 0; i < entries && values.length < SAMPLE; i += step) {
      const value = ledger.value(i, k).normalize('NFKC').trim()
      if (value !== '') values.push(value)
    }
    if (values.length < FEWEST) return
    const own = new Set(values).size >= values.length * MOST
    const share = (test: (value: string) => boolean): number => values.filter(test).length / values.length
    if (
      column.meaning !== 'idNumber' &&
      column.meaning !== 'phone' &&
      !/账号|卡号|身份证|信用代码/u.test(column.header)
    ) {
      if (own && share(value => value.length >= LONG_SERIAL && /^[A-Za-z]{0,6}[-_]?\d[\dA-Za-z_-]*$/u.test(value) && !DATED.test(value)) >= MOST) signs.add('serials') // prettier-ignore
    }
    const seconds = values.map(value => SECONDS.exec(value)?.[1]).filter(second => second !== undefined)
    if (seconds.length >= values.length * HALF && new Set(seconds).size >= Math.min(4, seconds.length / 2)) signs.add('seconds') // prettier-ignore
    if (/状态|类型编码|编码|代码|渠道|等级|节点/u.test(column.header) && share(value => /^[A-Z]{0,3}\d{1,4}$|^[A-Z][A-Z_]{2,}$/u.test(value)) >= MOST) signs.add('codes') // prettier-ignore
    if (/处理人|经办人|办理人|坐席|话务员|操作员|受理人|工号/u.test(column.header) && new Set(values).size >= MANY_HANDLERS && entries >= 20) signs.add('handlers') // prettier-ignore
  })
  return signs.size >= 2 && (signs.has('serials') || signs.has('seconds'))
    ? { signs: [...signs].sort() }
    : undefined
}

const DATED = /^\d{4}-\d{2}-\d{2}/u
const SECONDS = /\d{1,2}:\d{2}:(\d{2})(?:\.\d+)?$/u
