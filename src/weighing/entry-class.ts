import type { LadderStep } from '../model/audit.ts'
import { LADDER } from '../model/audit.ts'
import type { Ledger } from '../model/evidence.ts'
import { ACTUAL, natureOf, resultColumns, type LedgerNature } from './ledger-nature.ts'
import { changedColumns, pairedColumns } from './paired-columns.ts'
import { datedByValue, deedColumns, pinned } from './ledger-values.ts'
import { deliveredColumns, issuanceColumns, testColumns, worksColumns } from './result-tables.ts'
import { outcomeStanding } from './outcome-text.ts'
import { completes } from './told.ts'
import { systemExport, type SystemExport } from './system-export.ts'

/** What a ledger's entries are, counted; a roster's are base data, outside the ratio. */
export interface LedgerClass {
  nature: LedgerNature
  entries: number
  result: number
  trace: number
  ladder: LadderStep
  /** Somebody or something beside the writer closes its entries: a date of closing, a visit afterwards, a rating, a receipt. */
  confirmed: boolean
  /** Headers that decided. */
  because: readonly string[]
  /** Its outcomes stand in a column for what came of it (调处结果), not of what was done (处置情况). */
  outcome?: boolean
  /** Written by a system, as its rows show. */
  exported?: SystemExport
}

/** A column whose top value covers this share of its entries says nothing about any one of them (lexicon, ambiguity: ≥ 95 % of ≥ 20 rows; shorter ledgers need less to be constant). */
const CONSTANT = 0.95
const CONSTANT_SHORT = 0.85
const SHORT = 20
/** Two or three rows may agree by chance. */
const FEWEST_CONSTANT = 4
/** Long ledgers are classed by this many evenly spaced entries and scaled up: one entry's class does not depend on its neighbours. */
const SAMPLE = 20_000

/** Headers under which an entry's own outcome stands. */
const OUTCOME_HEADER =
  /满意度|回访|办结|(?:处理|处置|整改|办理|解决|调解|调处|化解|答复|反馈|落实)(?:及?(?:情况|结果|意见|措施|内容|成效|过程))?$|怎么|去向|转归|做法|^处[理置]|^结果$|销号|追回|发还|返还|确认|成效|结案|(?:目前|已|实际)完成|完成(?:情况|数|量)|是否解决|复查|评价/u
/** … of what came of it rather than of what was done. */
const CAME_OF_IT = /追回|发还|返还|转归|确认|结果|成效|办结|结案|履行|化解情况|销号/u
/** Headers that close an entry (lexicon, R01: case and period; M02: closure, verifier, date). */
const CLOSING =
  /(?:办结|完成|整改|销号|结案)(?:日期|时间)|销号|复查|复核|回访|评价|满意|验收|核实|核查|确认|发还|答复|落户|签收|到账|是否解决|履行情况|息访|代表反馈/u

/** Each entry of a ledger, and the whole. */
export function classOfLedger(ledger: Ledger): LedgerClass {
  const nature = natureOf(ledger)
  const entries = nature === 'blank' ? 0 : ledger.rows.length
  const judge = judgeOf(ledger, nature)
  const step = Math.max(1, Math.floor(entries / SAMPLE))
  let looked = 0
  let results = 0
  let best = 0
  for (let i = 0; i < entries; i += step) {
    looked++
    const standing = judge.standing(i)
    if (standing === undefined) continue
    results++
    best = Math.max(best, LADDER.indexOf(standing))
  }
  const result = looked === 0 ? 0 : Math.round((results / looked) * entries)
  const counts = nature === 'roster' ? { result: 0, trace: 0 } : { result, trace: entries - result }
  const exported = nature === 'record' || nature === 'measured' ? systemExport(ledger) : undefined
  return {
    nature,
    entries,
    ...counts,
    // A system's own closing of a case stands beside what the handler wrote.
    ladder: exported && best >= LADDER.indexOf('E2') ? 'E3' : LADDER[best]!,
    confirmed: judge.confirmed || exported !== undefined,
    because: judge.because,
    ...(judge.outcome ? { outcome: true } : {}),
    ...(exported ? { exported } : {})
  }
}

interface Judge {
  /** How verifiable the outcome of entry i is; undefined when it tells none. */
  standing(i: number): LadderStep | undefined
  because: readonly string[]
  confirmed: boolean
  outcome?: boolean
}

/** How one entry is judged, by what the ledger's rows are. */
export function judgeOf(ledger: Ledger, nature: LedgerNature): Judge {
  const headers = ledger.columns.map(({ header }) => header.normalize('NFKC').replace(/\s+/gu, ''))
  const named = (columns: readonly number[]): string[] => columns.map(k => ledger.columns[k]!.header)
  const filled = (i: number, columns: readonly number[], test = /\S/u): boolean =>
    columns.some(k => test.test(ledger.value(i, k)))
  const all = headers.map((_, k) => k)
  switch (nature) {
    case 'payment': {
      const money = all.filter(k => /金额|补贴|补助|工资|发放|到账|元/u.test(headers[k]!))
      const confirmed = headers.some(header => /到账|账号|银行|领款|签|打卡|一卡通|卡号|领取/u.test(header))
      return { standing: i => (filled(i, money) ? (confirmed ? 'E3' : 'E2') : undefined), because: named(money), confirmed } // prettier-ignore
    }
    case 'compared': {
      const [changed] = changedColumns(headers)
      if (changed) return { standing: i => (changed.every(k => /\p{L}|\d/u.test(ledger.value(i, k))) && ledger.value(i, changed[0]) !== ledger.value(i, changed[1]) ? 'E3' : undefined), because: named(changed), confirmed: true } // prettier-ignore
      const paired = pairedColumns(headers).flat()
      const pair = paired.length > 0 ? [...new Set(paired)] : all.filter(k => /前|后|上年|本年|同期|本期|减|增|降|\d{4}年/u.test(headers[k]!)) // prettier-ignore
      return { standing: i => (pair.filter(k => (paired.length > 0 ? /[\d\p{L}]/u : /\d/u).test(ledger.value(i, k))).length >= 2 ? 'E3' : undefined), because: named(pair), confirmed: true } // prettier-ignore
    }
    case 'progress': {
      const actual = all.filter(k => (/完成|实际|进度|进展/u.test(headers[k]!) || ACTUAL.test(headers[k]!)) && !/时限|计划|日期/u.test(headers[k]!)) // prettier-ignore
      return { standing: i => (filled(i, actual, /\d|[一二三四五六七八九十百]+[处个户座]|完工|投用|通[水车]/u) ? 'E3' : undefined), because: named(actual), confirmed: false } // prettier-ignore
    }
    case 'measured': {
      const told = [
        ...issuanceColumns(ledger.title, headers),
        ...testColumns(ledger, headers),
        ...worksColumns(ledger, headers),
        ...deliveredColumns(headers)
      ]
      const columns = told.length > 0 ? told : resultColumns(headers)
      const dated = ledger.columns.some(({ meaning }) => meaning === 'date') || headers.some(header => /日期|时间/u.test(header)) // prettier-ignore
      return { standing: i => (filled(i, columns, /\d|[\p{Script=Han}]{2}/u) ? (dated ? 'E2' : 'E1') : undefined), because: named(columns), confirmed: true, outcome: true } // prettier-ignore
    }
    case 'record':
      return recordJudge(ledger, headers)
    case 'signIn':
    case 'survey':
    case 'metrics':
    case 'roster':
    case 'blank':
      return {
        standing: () => undefined,
        because: ledger.columns.map(({ header }) => header),
        confirmed: false
      }
  }
}

/** Rows of activity: an entry is a result when its own outcome cell says something of its own. */
function recordJudge(ledger: Ledger, headers: readonly string[]): Judge {
  const results = new Set([...resultColumns(headers), ...deedColumns(ledger, headers)])
  const outcomes = ledger.columns.flatMap(
    ({ meaning }, k) =>
    (meaning === 'outcome' || OUTCOME_HEADER.test(headers[k]!) || results.has(k)) && !/时限|时间|日期|要求|编号|人$|单位$/u.test(headers[k]!) ? [k] : [] // prettier-ignore
  )
  const speaking = outcomes.filter(k => !isConstant(ledger.columns[k]!.topShare, ledger.columns[k]!.filled) && !isStock(ledger, k)) // prettier-ignore
  const shown = speaking.length > 0 ? speaking : outcomes
  const object = hasObject(ledger, headers)
  const dated = hasCase(ledger, headers) || datedByValue(ledger)
  return {
    standing: i =>
      speaking.length === 0
        ? undefined
        : outcomeStanding(speaking.map(k => ledger.value(i, k)), speaking.length, object && (dated || speaking.some(k => pinned(ledger.value(i, k))))), // prettier-ignore
    because: shown.map(k => ledger.columns[k]!.header),
    confirmed: headers.some(header => CLOSING.test(header)),
    outcome: speaking.some(k => CAME_OF_IT.test(headers[k]!))
  }
}

const OBJECTS: ReadonlySet<string> = new Set(['subject', 'person', 'household', 'place', 'address', 'phone', 'problem', 'unit', 'topic']) // prettier-ignore

/** Whom or what an entry is about. */
function hasObject({ columns }: Ledger, headers: readonly string[]): boolean {
  return columns.some(({ meaning }, k) => OBJECTS.has(meaning) || /编号|事项|点位|企业|项目|申请人|当事人|诉求|内容|意见|问题|反馈|位置|名称|对象|部位|地点|线路|工单|楼栋|房间/u.test(headers[k]!)) // prettier-ignore
}

/** When, or under which number, so that it can be looked up (lexicon, R01: case ids or counts and period). */
function hasCase({ columns }: Ledger, headers: readonly string[]): boolean {
  return columns.some(({ meaning }, k) => meaning === 'date' || meaning === 'time' || /日期|时间|[^序]编号|工单号|流水号|案号/u.test(headers[k]!)) // prettier-ignore
}

/** A few phrases in turn (效果较好, 态度端正) are stock, unless they count, name a deed or a confirmation. */
function isStock(ledger: Ledger, k: number): boolean {
  const { filled, distinct } = ledger.columns[k]!
  if (filled < FEWEST_STOCK || distinct > filled * STOCK) return false
  for (let i = 0; i < Math.min(ledger.rows.length, SHORT * 5); i++)
    if (/满意|认可|销号|合格|通过|息诉/u.test(ledger.value(i, k)) || pinned(ledger.value(i, k)) || completes(ledger.value(i, k))) return false // prettier-ignore
  return true
}

const FEWEST_STOCK = 10
const STOCK = 0.25

function isConstant(topShare: number, filled: number): boolean {
  if (filled === 0) return true
  return filled >= FEWEST_CONSTANT && topShare >= (filled >= SHORT ? CONSTANT : CONSTANT_SHORT)
}
