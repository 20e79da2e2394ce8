import type { LadderStep } from '../model/audit.ts'
import { LADDER } from '../model/audit.ts'
import type { Ledger, Meaning } from '../model/evidence.ts'
import { cuesIn } from './cues.ts'

/** What a ledger's entries are, counted; `input` is base data, outside the ratio. */
export interface LedgerClass {
  nature: 'record' | 'payment' | 'roster' | 'blank'
  entries: number
  result: number
  trace: number
  ladder: LadderStep
  /** Somebody or something beside the writer closes its entries: a date of closing, a visit afterwards, a rating, a receipt. */
  confirmed: boolean
  /** Headers that decided. */
  because: readonly string[]
}

/** A column whose top value covers this share of its entries says nothing about any one of them (lexicon, ambiguity: ≥ 95 % of ≥ 20 rows; shorter ledgers need less to be constant). */
const CONSTANT = 0.95
const CONSTANT_SHORT = 0.85
const SHORT = 20
/** Long ledgers are classed by this many evenly spaced entries and scaled up: one entry's class does not depend on its neighbours. */
const SAMPLE = 20_000

const STATE_ONLY =
  /^(?:已?(?:全部)?(?:完成|落实|整改|办结|办理|处理|处置|解决|到位|传达|上报|反馈|销号)(?:到位|完毕|完成|落实)?|是|否|无|正常|良好|合格|√|✓|100%)[。.!！]?$/u
const OPEN =
  /未(?:完成|办结|整改|处理|落实)|办理中|处理中|正在|进行中|待(?:办|处理|核实|整改)|跟进中|滞后|逾期/u
const SPECIFIC =
  /\d|[一-龥]{2,}(?:修复|更换|疏通|清运|清理|拆除|安装|调解|发放|救助|转介|补种|硬化|加固|签订|退还|赔偿|协调|维修)/u
const CONFIRMED = /满意|回访|签收|签字|回单|验收/u
const AMOUNT = /金额|补贴|补助|救助金|发放|到账|兑付|工资|慰问金|元/u
const PAID = /发放|到账|兑付|打卡|一卡通|账号|银行|回单|领款|签领|领取/u

/** Columns by which an entry tells of work rather than of a payment. */
const TELLING: ReadonlySet<Meaning> = new Set(['content', 'outcome', 'problem', 'measure', 'topic'] as const)
/** Headers under which an entry's own outcome stands. */
const OUTCOME_HEADER =
  /满意度|回访|办结|(?:处理|处置|整改|办理|解决|调解|答复|反馈)(?:情况|结果|意见|措施|内容)?$|成效|结案|(?:目前|已|实际)完成|完成(?:情况|数|量)/u
/** Headers that close an entry (lexicon, R01: case and period; M02: closure, verifier, date). */
const CLOSING = /(?:办结|完成|整改|销号|结案)(?:日期|时间)|销号|复查|回访|评价|满意|验收|签收|到账/u

/** Dates of a person's life and of the list itself. */
const LIFE = /出生|生日|入党|入职|入学|参加工作|转正|登记|填报|建档|发证|到期|参保|退休/u

/** Meanings a base-data roster consists of. */
const BASE: ReadonlySet<Meaning> = new Set([
  'serial', 'person', 'subject', 'phone', 'idNumber', 'household', 'address', 'unit', 'place', 'quantity', 'note', 'other', 'date', 'signature'
] as const) // prettier-ignore

const SILENT = { result: 0, trace: 0, ladder: 'E0' as const, confirmed: false, because: [] }

export function classOfLedger(ledger: Ledger): LedgerClass {
  const entries = ledger.rows.length
  if (entries === 0 || isForm(ledger)) return { ...SILENT, nature: 'blank', entries: 0 }
  if (isPayment(ledger)) return paid(ledger, entries)
  if (isRoster(ledger)) return { ...SILENT, nature: 'roster', entries, because: headers(ledger) }
  return record(ledger, entries)
}

/** A table of a document without any header is a form's layout or a text in columns, not entries. */
function isForm(ledger: Ledger): boolean {
  return ledger.table.head.name === '' && headers(ledger).every(header => header === '')
}

function isPayment(ledger: Ledger): boolean {
  const all = [ledger.title, ...headers(ledger)].join(' ')
  const amount = ledger.columns.some(({ header, meaning }) => meaning === 'quantity' || AMOUNT.test(header))
  const telling = ledger.columns.some(({ header, meaning }) => TELLING.has(meaning) && !PAID.test(header))
  return (
    amount && AMOUNT.test(all) && PAID.test(all) && has(ledger, 'person', 'subject', 'household') && !telling
  )
}

function paid(ledger: Ledger, entries: number): LedgerClass {
  const confirmed = PAID.test(headers(ledger).join(' ')) || has(ledger, 'signature')
  return { nature: 'payment', confirmed, entries, result: entries, trace: 0, ladder: confirmed ? 'E3' : 'E2', because: headers(ledger).filter(header => AMOUNT.test(header) || PAID.test(header)) } // prettier-ignore
}

function isRoster(ledger: Ledger): boolean {
  if (!ledger.columns.every(({ meaning }) => BASE.has(meaning))) return false
  if (headers(ledger).some(isResultHeader)) return false
  // Dates that differ from row to row are events; those of persons' lives are not.
  if (ledger.columns.some(({ meaning, header, distinct }) => meaning === 'date' && distinct > 1 && !LIFE.test(header))) return false // prettier-ignore
  const personal = ledger.columns.filter(({ meaning }) =>
    ['idNumber', 'phone', 'household', 'address'].includes(meaning)
  )
  return (
    has(ledger, 'person', 'subject', 'household', 'unit') &&
    (personal.length > 0 || ledger.columns.length >= 4)
  )
}

/** Rows of activity: an entry is a result when its own outcome cell says something of its own. */
function record(ledger: Ledger, entries: number): LedgerClass {
  const outcomes = ledger.columns
    .map((column, index) => ({ column, index }))
    .filter(
      ({ column: { meaning, header } }) =>
        meaning === 'outcome' || OUTCOME_HEADER.test(header) || isResultHeader(header)
    )
  const speaking = outcomes.filter(({ column }) => !isConstant(column.topShare, column.filled))
  if (speaking.length === 0) {
    return {
      ...SILENT,
      nature: 'record',
      entries,
      trace: entries,
      because: outcomes.map(({ column }) => column.header)
    }
  }
  const objects = ledger.columns.some(({ meaning }) =>
    ['subject', 'person', 'household', 'place', 'address', 'phone', 'problem'].includes(meaning)
  )
  const dated = has(ledger, 'date')
  const step = Math.max(1, Math.floor(entries / SAMPLE))
  let looked = 0
  let results = 0
  let best = 0
  for (let i = 0; i < entries; i += step) {
    looked++
    const said = speaking
      .map(({ index }) => ledger.value(i, index).normalize('NFKC').trim())
      .filter(text => text !== '')
    const standing = standingOf(said, speaking.length, objects && dated)
    if (standing === undefined) continue
    results++
    best = Math.max(best, LADDER.indexOf(standing))
  }
  const result = Math.round((results / looked) * entries)
  const confirmed = headers(ledger).some(header => CLOSING.test(header) || isResultHeader(header))
  return { nature: 'record', confirmed, entries, result, trace: entries - result, ladder: LADDER[best]!, because: speaking.map(({ column }) => column.header) } // prettier-ignore
}

/** How verifiable one entry's outcome is, undefined when it says nothing. */
function standingOf(said: readonly string[], columns: number, anchored: boolean): LadderStep | undefined {
  const telling = said.filter(text => !OPEN.test(text) && (!STATE_ONLY.test(text) || columns >= 2))
  if (telling.length === 0 || said.some(text => OPEN.test(text))) return undefined
  const whole = telling.join('，')
  if (!SPECIFIC.test(whole) && !CONFIRMED.test(whole) && telling.every(text => text.length < 6))
    return undefined
  if (!anchored) return 'E1'
  return CONFIRMED.test(whole) && SPECIFIC.test(whole) ? 'E3' : 'E2'
}

/** Headers the lexicon knows as results (到账金额, 修复里程): their values are the result. */
function isResultHeader(header: string): boolean {
  return cuesIn(header.normalize('NFKC'), 'header').some(cue => cue.class.startsWith('R'))
}

function isConstant(topShare: number, filled: number): boolean {
  return filled === 0 || topShare >= (filled >= SHORT ? CONSTANT : CONSTANT_SHORT)
}

function has(ledger: Ledger, ...meanings: Meaning[]): boolean {
  return ledger.columns.some(({ meaning }) => meanings.includes(meaning))
}

function headers(ledger: Ledger): string[] {
  return ledger.columns.map(({ header }) => header)
}
