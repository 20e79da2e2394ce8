import type { Ledger } from '../model/evidence.ts'
import { completes } from './told.ts'

/** What columns hold, told by their values where their headers do not say (怎么改的, 去向, 追回物品/款). */

/** Evenly spaced entries are enough to know a column. */
const SAMPLE = 400
/** 3.12, 3月12日, 2026-03-12, 3.7清空. */
const DAY = /(?:19|20)\d{2}[-./年]\d{1,2}|\d{1,2}月\d{1,2}日?|(?<![\d.])\d{1,2}[./]\d{1,2}(?![\d.%])/u
const ONLY_DAY = /^(?:(?:19|20)\d{2}[-./年])?\d{1,2}[-./月]\d{1,2}日?$/u
const QUANTITY =
  /\d+(?:\.\d+)?\s*(?:余|多)?(?:户|人|名|件|个|处|公里|千米|米|平方|立方|亩|吨|公斤|斤|万|亿|元|台|盏|座|口|起|宗|株|套|条|根|块|间|栋|幢|只|批|份|毫米|厘米|项|家|辆|册|部|具|组|颗|棵|瓶|箱|mg|kg|㎡|m|t)/u
/** Columns of what is to be done, is wrong, or was said: figures in them are no outcome. */
const NO_OUTCOME =
  /内容|意见$|计划|任务|目标|要求|标准|安排|重点|职责|措施|方案|预期|打算|诉求|问题|事项|描述|隐患|原因|简要|案情|事由|需求|建议|主题|议题|课题|名称|地点|地址|位置|点位|路线|单位|部门|姓名|人员?$|电话|备注|类别|类型|型号|规格|编号|单号|时限|时间|日期|期限|截止|节点|数量|金额|面积|次数|人数|学时|得分|分数/u

/** Shares of a column's filled cells, of so many evenly spaced entries. */
function shareOf({ rows, value }: Ledger, k: number, test: (text: string) => boolean): number {
  const step = Math.max(1, Math.floor(rows.length / SAMPLE))
  let looked = 0
  let found = 0
  for (let i = 0; i < rows.length; i += step) {
    const text = value(i, k).normalize('NFKC').trim()
    if (text === '') continue
    looked++
    if (test(text)) found++
  }
  return looked === 0 ? 0 : found / looked
}

/** Columns whose cells mostly tell something completed, under a header that speaks of nothing planned, wrong or said. */
export function deedColumns(ledger: Ledger, headers: readonly string[]): number[] {
  return headers.flatMap(
    (header, k) =>
    header === '' || k === 0 || NO_OUTCOME.test(header) || ledger.columns[k]!.meaning === 'problem' || shareOf(ledger, k, tellsDeed) < MOSTLY ? [] : [k] // prettier-ignore
  )
}

const MOSTLY = 0.4
const SHORTEST = 4

/** 更换40A漏电保护器3只; 3.12剪除,居民签字. A bare figure or day is none. */
function tellsDeed(text: string): boolean {
  return text.length >= SHORTEST && !ONLY_DAY.test(text) && /\p{Script=Han}{2}/u.test(text) && completes(text) && (DAY.test(text) || QUANTITY.test(text) || text.length >= 6) // prettier-ignore
}

/** Whether entries name days in any column, also such as 3.12 that carry no year. */
export function datedByValue(ledger: Ledger): boolean {
  return ledger.columns.some((_, k) => shareOf(ledger, k, text => ONLY_DAY.test(text)) >= 0.5)
}

/** A cell names a day or counts something: what was done can be looked up. */
export function pinned(text: string): boolean {
  return DAY.test(text) || QUANTITY.test(text)
}

export function figureShare(ledger: Ledger, k: number): number {
  return shareOf(ledger, k, text =>
    /^[<>≤≥≈约]?[-+]?\d[\d,]*(?:\.\d+)?\s*\p{L}{0,4}[%‰㎡]?$|^未检出$/u.test(text)
  )
}

/** 有 or 无, 是 or 否. */
export function answerShare(ledger: Ledger, k: number): number {
  return shareOf(ledger, k, text => /^(?:有|无|是|否|√|×|未|全|部分)$/u.test(text))
}
