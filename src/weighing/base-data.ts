import words from '../../resources/lexicon/attributes.json'
import type { LabelledForm, Ledger, Meaning } from '../model/evidence.ts'
import { headerCues } from './cues.ts'
import { titleCues } from './genre.ts'
import { answerShare, figureShare } from './ledger-values.ts'

/**
 * Base data: lists of who and what there is, by attributes that stay (出生年月, 建筑面积, 法定代表人) and without a column
 * in which something happens. Told by the columns, whatever their values; a title only helps where it names such a list.
 */

const ATTRIBUTE = new RegExp(words.attributes.join('|'), 'u')
const EVENT = new RegExp(words.events, 'u')
/** Dates of a life or of a thing, not of an event. */
const OF_A_LIFE =
  /出生|生日|入|参加工作|转正|成立|注册|建成|建造|购置|启用|到期|有效|统计时点|截[至止]|填报|更新/u
const FEWEST = 3
const SHARE = 0.4

/** Whether the rows are base data. Headers in NFKC without spaces. */
export function isBaseData(ledger: Ledger, headers: readonly string[]): boolean {
  const named = headers.filter(header => header !== '' && !ASIDE.test(header))
  if (named.some(tellsOfEvent)) return false
  const titled = [ledger.title, ledger.table.head.name].flatMap(titleCues).filter(({ weight }) => weight >= 8)
  if (titled.some(({ class: id }) => id.startsWith('T')) && !titled.some(({ class: id }) => id === 'M08')) return false // prettier-ignore
  if (isKeyed(ledger, headers)) return true
  const attributes = named.filter(header => ATTRIBUTE.test(header)).length
  if (isCounted(ledger, headers)) return true
  if (attributes >= FEWEST && attributes >= named.length * SHARE) return true
  return attributes >= 1 && titled.some(({ class: id }) => id === 'M08')
}

/** A header or label under which something happens. */
function tellsOfEvent(label: string): boolean {
  return EVENT.test(label) || (/日期|时间/u.test(label) && !OF_A_LIFE.test(label))
}

/** Whether a filled form asks for nothing but what somebody is: a 核查表 of name, sex, number and address tells of no 核查. */
export function isBaseForm({ fields }: LabelledForm): boolean {
  const labels = fields.map(({ label }) => label.normalize('NFKC').replace(/\s+/gu, '')).filter(label => !ASIDE.test(label)) // prettier-ignore
  if (fields.some(({ meaning, value }) => TELLING.has(meaning) && value !== '')) return false
  if (labels.some(tellsOfEvent)) return false
  const attributes = labels.filter(label => ATTRIBUTE.test(label)).length
  return attributes >= FEWEST_ASKED && attributes >= labels.length * ASKED
}

const ASIDE = /^(?:序号|编号|备注|说明)$/u
/** What a form tells of an occasion or of what came of it. */
const TELLING: ReadonlySet<Meaning> = new Set(['content', 'problem', 'measure', 'outcome', 'topic'] as const)
/** A form of an occasion asks for name, telephone and address too; a form of base data asks for little else. */
const FEWEST_ASKED = 5
const ASKED = 0.6

/** 类目 | 种数 | 册数: how much there is of each, by values alone; whatever tells of doings or results is none. */
function isCounted(ledger: Ledger, headers: readonly string[]): boolean {
  const told = headerCues(headers.filter(header => !ATTRIBUTE.test(header)))
  if (told.some(({ class: id }) => id !== 'M08') || headers.some(header => /率|比例|同比|变化|增减|前|后|年|月|季度/u.test(header) && !ATTRIBUTE.test(header))) return false // prettier-ignore
  const figures = headers.filter((header, k) => !/序号/u.test(header) && (figureShare(ledger, k) >= 0.8 || answerShare(ledger, k) >= 0.8)) // prettier-ignore
  const rest = headers.filter((header, k) => !figures.includes(header) && !ATTRIBUTE.test(header) && ledger.columns[k]!.meaning !== 'serial') // prettier-ignore
  const counts = figures.filter(header => COUNT.test(header) || ATTRIBUTE.test(header))
  return counts.length >= 2 && rest.length <= 2 && headers.length >= 3
}

/** What a column counts; bare figures under 甲 and 乙 say nothing. */
const COUNT = /数|册|种|人|台|间|套|辆|户|面积|亩|所|座|头|只|株|艘|架|床|\(.+\)/u

/** 项目 | 数值 | 单位: one fact a row. */
function isKeyed({ columns, rows, value }: Ledger, headers: readonly string[]): boolean {
  const key = headers.findIndex(header =>
    /^(?:项目|指标(?:名称)?|数据项|名称|内容|类别|统计项目?)$/u.test(header)
  )
  const at = headers.findIndex(header =>
    /^(?:数值|数据|数量|指标值|数|现有数|合计)(?:\(.*\))?$/u.test(header)
  )
  if (key < 0 || at < 0 || columns.length > MOST_KEYED || rows.length < FEWEST) return false
  let numbers = 0
  for (let i = 0; i < rows.length; i++) if (/^[\d.,]+/u.test(value(i, at))) numbers++
  return numbers >= rows.length * 0.8
}

const MOST_KEYED = 5
