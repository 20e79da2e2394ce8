import type { Ledger } from '../model/evidence.ts'
import { dayNumber, writtenDates } from '../support/dates.ts'

/** What the entries of a file's ledgers say about how they were kept. */

/** Fewer steps show neither an order nor a rhythm. */
const LEAST_STEPS = 11
const EDGE_ROWS = 8
const FILLED_ON = /(?:填报|填表|制表|登记|记录|填写)(?:日期|时间)\s*[:：]/u
/** Work that has a rhythm of its own. */
const RHYTHM = /值班|值守|每[日天周月旬]|逐日|周[检查例巡]|例[会检行]|巡[查检河护]|日[报检志常]|晨检|午检|监测|温度|消毒|消杀|考勤|签到|抄表|发放|交接|tour|daily|weekly/iu // prettier-ignore
/** Numbers a system gives out. */
const REGISTERED = /工单|受理号|流水号|案[件卷]?编?号|业务号|单号|订单|编号/u

/** The day the ledger itself states as that of its filling, the latest when several sheets state one. */
export function statedDay(ledgers: readonly Ledger[]): string | undefined {
  const days: string[] = []
  for (const { table } of ledgers) {
    const { cells } = table
    for (let row = 0; row < cells.rowCount; row++) {
      if (row >= EDGE_ROWS && row < cells.rowCount - EDGE_ROWS) continue
      if (cells.starts[row + 1]! - cells.starts[row]! > 4) continue
      for (let at = cells.starts[row]!; at < cells.starts[row + 1]!; at++) {
        const text = cells.pool.text(cells.texts[at]!)
        const label = text.length <= 200 ? FILLED_ON.exec(text) : null
        if (!label) continue
        const [date] = writtenDates(text.slice(label.index + label[0].length))
        if (date && date.from === date.to) days.push(date.from)
      }
    }
  }
  return days.sort().at(-1)
}

/** Share of neighbouring numbered entries whose dates go back; undefined where no column numbers them upwards. */
export function turnsOf(ledgers: readonly Ledger[]): number | undefined {
  let steps = 0
  let back = 0
  for (const ledger of ledgers) {
    const serial = ledger.columns.findIndex(({ meaning }) => meaning === 'serial')
    if (serial < 0) continue
    let last: { number: number; day: number } | undefined
    for (let i = 0; i < ledger.rows.length; i++) {
      const date = ledger.date(i)
      const number = Number.parseInt(ledger.value(i, serial), 10)
      if (date === '' || !Number.isFinite(number)) continue
      const day = dayNumber(date)
      if (last && number === last.number + 1) {
        steps++
        if (day < last.day) back++
      }
      last = { number, day }
    }
  }
  return steps < LEAST_STEPS ? undefined : Math.round((back / steps) * 100) / 100
}

/** The commonest distance between the dates of neighbouring entries, in work that has no rhythm of its own. */
export function gapsOf(ledgers: readonly Ledger[]): { days: number; share: number } | undefined {
  const gaps = new Map<number, number>()
  let steps = 0
  for (const ledger of ledgers) {
    if (RHYTHM.test(ledger.title)) continue
    let last: number | undefined
    for (let i = 0; i < ledger.rows.length; i++) {
      const date = ledger.date(i)
      if (date === '') continue
      const day = dayNumber(date)
      if (last !== undefined && day !== last) {
        gaps.set(day - last, (gaps.get(day - last) ?? 0) + 1)
        steps++
      }
      last = day
    }
  }
  if (steps < LEAST_STEPS) return undefined
  const [days, count] = [...gaps].sort(([a, x], [b, y]) => y - x || a - b)[0]!
  return { days, share: Math.round((count / steps) * 100) / 100 }
}

/** Whether its entries carry numbers a system gave out: its file is an export, made when it was asked for. */
export function isRegistry({ columns, rows, value }: Ledger): boolean {
  const k = columns.findIndex(({ header }) => REGISTERED.test(header))
  if (k < 0) return false
  const probe = Math.min(20, rows.length)
  let long = 0
  for (let i = 0; i < probe; i++) if (/\d{8,}/u.test(value(i, k).replace(/[\s-]/gu, ''))) long++
  return long >= probe * 0.8
}
