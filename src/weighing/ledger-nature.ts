import type { Ledger, Meaning } from '../model/evidence.ts'
import { headerCues } from './cues.ts'
import { titleCues } from './genre.ts'
import { isBaseData } from './base-data.ts'
import { changedColumns, pairedColumns } from './paired-columns.ts'
import {
  assetColumns,
  deliveredColumns,
  issuanceColumns,
  testColumns,
  worksColumns
} from './result-tables.ts'

/**
 * What the rows of a ledger are, told from headers and columns together (a title only leans): `record` rows say what
 * was done and perhaps what came of it; `payment`, `measured`, `compared`, `progress` rows are themselves results;
 * `survey`, `metrics`, `signIn` rows show that one asked, counted, met; `roster` rows are base data; `blank` none.
 */
export type LedgerNature =
  | 'record' | 'payment' | 'measured' | 'compared' | 'progress' | 'survey' | 'metrics' | 'signIn' | 'roster' | 'blank' // prettier-ignore

const AMOUNT = /金额|补贴|补助|救助金|发放|到账|兑付|工资|慰问金|元/u
const PAID = /发放|到账|兑付|打卡|一卡通|账号|银行|回单|领款|签领|领取|实发/u
const SIGN = /签到|签名|签字|本人签/u
const TARGET = /目标|计划(?!外)|任务数|应完成|年度投资|^要求$|^全年$|指标值/u
export const ACTUAL = /(?:目前|已|实际|累计)?完成(?:情况|数|量|值|投资|率)?$|实际(?:进度|完成)?$|形象进度|完成率|目前进展|进展情况|已完成|^(?:当前|现状|目前|进度|现有|实际|已)|^截?[至止到]\d{1,2}[月.]/u // prettier-ignore
const ANSWER = /^(?:非常满意|很满意|满意|基本满意|比较满意|一般|不满意|不太满意|满意票|不满意票)$/u
/** Columns by which an entry tells of work rather than of a payment. */
const TELLING: ReadonlySet<Meaning> = new Set(['content', 'outcome', 'problem', 'measure', 'topic'] as const)
/** Dates of a person's life and of the list itself. */
const LIFE = /出生|生日|入党|入职|入学|参加工作|转正|登记|填报|建档|发证|到期|参保|退休|购置|入伍|成立|注册/u
/** In so few rows one day says nothing about whether they are events. */
const FEW_DATES = 4
/** Meanings a base-data roster consists of. */
const BASE: ReadonlySet<Meaning> = new Set([
  'serial', 'person', 'subject', 'phone', 'idNumber', 'household', 'address', 'unit', 'place', 'quantity', 'note', 'other', 'date', 'signature'
] as const) // prettier-ignore

export function natureOf(ledger: Ledger): LedgerNature {
  if (ledger.rows.length === 0 || isLayout(ledger)) return 'blank'
  const headers = ledger.columns.map(({ header }) => header.normalize('NFKC').replace(/\s+/gu, ''))
  const cues = headerCues(headers)
  const count = (id: string): number => cues.filter(cue => cue.class === id).length
  const titled = titleCues(ledger.title)
  const says = (id: string): boolean => titled.some(cue => cue.class === id && cue.weight >= 8)
  const results = resultColumns(headers)

  if (headers.filter(header => ANSWER.test(header)).length >= 2) return 'survey'
  if (says('M07') && count('M07') >= 1) return 'survey'
  // 打卡日期 beside an amount is money on a card.
  if (isPayment(ledger, headers) && headers.some(header => /金额|元/u.test(header))) return 'payment'
  if (count('T07') > 0 && results.length < 2) return 'metrics'
  if (isSignIn(ledger, headers, says('T01') || count('T01') > 0)) return 'signIn'
  if (issuanceColumns(ledger.title, headers).length > 0) return 'measured'
  if (changedColumns(headers).length > 0) return 'compared'
  if (isBaseData(ledger, headers)) return 'roster'
  if (isPayment(ledger, headers)) return 'payment'
  if (assetColumns(headers) && results.length < 2) return 'roster'
  if (count('R08') >= 2 || pairedColumns(headers).length > 0) return 'compared'
  if (deliveredColumns(headers).length > 0) return 'measured'
  const target = headers.findIndex(header => TARGET.test(header))
  if (target >= 0 && headers.some((header, k) => k !== target && ACTUAL.test(header) && !/时限|时间|日期/u.test(header))) return 'progress' // prettier-ignore
  if ([issuanceColumns(ledger.title, headers), testColumns(ledger, headers), worksColumns(ledger, headers)].some(found => found.length > 0)) return 'measured' // prettier-ignore
  if (results.length >= 2 && !tells(ledger, headers, results)) return 'measured'
  if (isRoster(ledger, results.length > 0)) return 'roster'
  if (results.length >= 1 && !tells(ledger, headers, results) && count('M08') <= 1 && !says('M08'))
    return 'measured'
  return 'record'
}

/** Columns whose values are results by themselves (到账金额, 净重, 合同签订日期); a column of outcomes told in words is none. */
export function resultColumns(headers: readonly string[]): number[] {
  return headers.flatMap((header, k) =>
    OUTCOME_TOLD.test(header) || !headerCues([header]).some(cue => cue.class.startsWith('R')) ? [] : [k]
  )
}

const OUTCOME_TOLD =
  /里程|账号|卡号|开户行|情况$|意见$|诉求|(?:处理|办理|处置|整改|调处|调解|化解)结果$|受理|内容|编号|单价|^回访|评价|满意|复核人|验收人/u

/** Rows that tell of a problem or a doing are records, however many figures stand beside them. */
function tells(ledger: Ledger, headers: readonly string[], results: readonly number[]): boolean {
  return ledger.columns.some(
    ({ meaning }, k) =>
      (meaning === 'problem' || meaning === 'measure' || meaning === 'content') &&
      !results.includes(k) &&
      !/检测项目|收入项目|说明/u.test(headers[k]!)
  )
}

/** A table of a document without any header is a form's layout or a text in columns, not entries. */
function isLayout({ table, columns }: Ledger): boolean {
  return table.head.name === '' && columns.every(({ header }) => header === '')
}

function isSignIn(ledger: Ledger, headers: readonly string[], met: boolean): boolean {
  const signs = headers.some(header => SIGN.test(header))
  if (headers.some(header => /签到/u.test(header))) return true
  if (!signs || headers.some(header => AMOUNT.test(header) || /领取|签收|数量/u.test(header))) return false
  const personal = ledger.columns.filter(({ meaning }) => ['idNumber', 'household', 'address'].includes(meaning)).length // prettier-ignore
  const plain = ledger.columns.every(({ meaning }) => BASE.has(meaning))
  return plain && (met || (personal === 0 && ledger.columns.length <= 6))
}

function isPayment(ledger: Ledger, headers: readonly string[]): boolean {
  const all = [ledger.title, ...headers].join(' ')
  const amount = ledger.columns.some(({ meaning }, k) => (meaning === 'quantity' || AMOUNT.test(headers[k]!)) && /金额|补贴|补助|工资|发放|到账|金|元|标准/u.test(headers[k]!)) // prettier-ignore
  const telling = ledger.columns.some(
    ({ meaning }, k) =>
      TELLING.has(meaning) && !PAID.test(headers[k]!) && !/用途|事由|项目|原因|理由|类别/u.test(headers[k]!)
  )
  const payee = ledger.columns.some(({ meaning }, k) => meaning === 'person' || meaning === 'subject' || meaning === 'household' || /户名|户主|姓名|收款/u.test(headers[k]!)) // prettier-ignore
  return amount && PAID.test(all) && payee && !telling
}

function isRoster(ledger: Ledger, results: boolean): boolean {
  const { columns } = ledger
  // Honours, slogans, photographs listed are what was shown, not what there is.
  const shown = headerCues(columns.map(({ header }) => header)).filter(({ class: id }) => id.startsWith('T'))
  if (shown.length >= 2) return false
  if (results || !columns.every(({ meaning }) => BASE.has(meaning))) return false
  // Dates that differ from row to row are events; those of persons' lives are not.
  if (
    columns.some(
      ({ meaning, header, distinct, filled }) =>
        meaning === 'date' && (distinct > 1 || filled < FEW_DATES) && !LIFE.test(header)
    )
  )
    return false
  const personal = columns.filter(({ meaning }) =>
    ['idNumber', 'phone', 'household', 'address'].includes(meaning)
  )
  const whom = columns.some(({ meaning }) => ['person', 'subject', 'household', 'unit'].includes(meaning))
  return whom && (personal.length > 0 || columns.length >= 4)
}
