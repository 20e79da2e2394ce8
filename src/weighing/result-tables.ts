import type { Ledger } from '../model/evidence.ts'

/** Tables whose rows are results by what they are made up of, whatever their titles say. Headers in NFKC without spaces. */

const ASSET =
  /型号|规格|注册代码|出厂编号|生产厂家|制造单位|购置(?:日期|时间)|启用(?:日期|时间)|投用(?:日期|时间)|存放(?:地点|位置)|安装(?:位置|地点)|保管人|使用单位|资产编号|(?:设备|器材|物资|资产)名称|检验日期|有效期|使用状[态况]|原值/u
const FEWEST_ASSET = 3

/** Things with their makes, places and keepers: base data, in use or not. */
export function assetColumns(headers: readonly string[]): boolean {
  const found = headers.filter(header => ASSET.test(header)).length
  return found >= FEWEST_ASSET && !headers.some(header => /竣工|完工|验收|工程量|结算/u.test(header))
}

const NUMBER_ISSUED =
  /(?:证书?|许可证|执照|权证|批文|证照|资格证|合格证)(?:件)?(?:编?号|号码)$|^(?:证号|发证编号|许可编号)$/u
const DAY_ISSUED =
  /^(?:时间|日期)$|(?:发证|核发|颁发|领证|发放|取证|制证|换发|补发|签发|批准|准予)(?:日期|时间)/u
const HANDED_OVER = /领证人|领取人|签领|受理(?:日期|时间)|申请(?:日期|时间)|承诺时限|实际用时|送达/u
const ISSUING =
  /合格|取得|鉴定|考证|持证|培训|结业|发放|核发|颁发|发证|补办|换证|办证|领证|取证|获证|确权|登记发证/u

/** Certificates handed to those who asked: a number, a day of issue, and who took it or that the paper says it was handed out. A list of what staff hold is none. */
export function issuanceColumns(title: string, headers: readonly string[]): number[] {
  const numbers = headers.flatMap((header, k) => (NUMBER_ISSUED.test(header) ? [k] : []))
  const days = headers.flatMap((header, k) => (DAY_ISSUED.test(header) ? [k] : []))
  if (numbers.length === 0 || days.length === 0) return []
  return ISSUING.test(title) ||
    headers.some(header => HANDED_OVER.test(header) || /核发|领证|取证/u.test(header))
    ? [...numbers, ...days]
    : []
}

const TESTED =
  /称重|过磅|地磅|计量|监测|检测|化验|抽检|抽样|测产|测定|检验|实测|复测|采样|取样|普测|测评(?!价)|质检/u
/** Readings taken every day as a routine record that one was on duty. */
const ROUTINE =
  /体温|核酸|消毒|晨检|午检|自检|温湿度|巡检|点检|运行|值班|日志|计划|方案|安排|通知|检测人员|任务/u
const READING =
  /\([^)]*(?:mg|μg|ug|℃|%|‰|dB|分贝|NTU|CFU|ppm|公斤|千克|吨|mm|毫米|MPa|兆帕|kg|秒|L|升|Bq|度)[^)]*\)|浓度|抑制率|合格率|含量|指数|亩产|强度|判定|检[测验]结果|监测结果|测定值|实测值|水质类别/u
const MOST_OPEN_TEXT: ReadonlySet<string> = new Set(['problem', 'measure', 'content'])

/** What was measured by a test that was called for, with its readings; routine readings of those on duty are records. */
export function testColumns(ledger: Ledger, headers: readonly string[]): number[] {
  const said = `${ledger.title} ${ledger.table.head.name} ${headers.join(' ')}`
  if (!TESTED.test(said) || ROUTINE.test(said)) return []
  if (ledger.columns.some(({ meaning }, k) => MOST_OPEN_TEXT.has(meaning) && !/检测项目|处置|备注/u.test(headers[k]!))) return [] // prettier-ignore
  const read = headers.flatMap((header, k) => (READING.test(header) && ledger.columns[k]!.filled > 0 ? [k] : [])) // prettier-ignore
  if (read.length > 0 || !headers.some(header => LIMIT.test(header))) return read
  // Sites side by side under one limit: every column of figures is a reading.
  return headers.flatMap((header, k) => (!LIMIT.test(header) && isFigures(ledger, k) ? [k] : []))
}

const LIMIT = /限值|标准值|标准限|限量|参考值|标准要求/u

function isFigures({ rows, value }: Ledger, k: number): boolean {
  let figures = 0
  for (let i = 0; i < rows.length; i++) if (/^[<>≤≥]?\d+(?:\.\d+)?$|未检出/u.test(value(i, k).trim())) figures++ // prettier-ignore
  return figures >= rows.length * 0.6
}

const AGREED = /^(?:合同|约定|设计|中标|采购|订购|图纸|清单)(?:量|数量?|工程量|面积|规模)?$/u
const RECEIVED = /^(?:完成|实到|实际|实收|到货|交付|竣工|实测|完工)(?:量|数量?|工程量|面积)?$/u

/** What was agreed beside what came: 合同 | 完成, 约定 | 实到. */
export function deliveredColumns(headers: readonly string[]): number[] {
  const agreed = headers.findIndex(header => AGREED.test(header))
  const received = headers.findIndex(header => RECEIVED.test(header))
  return agreed < 0 || received < 0 ? [] : [agreed, received]
}

const DONE =
  /(?:建成|竣工|完工|投用|投入使用|启用|通车|通水|通电|交付|安装|铺设|修复|更换|验收|栽植|改造完成)(?:时间|日期|年月)/u
const EXTENT =
  /数量|工程量|完成量|长度|面积|里程|规模|体积|方量|盏数|户数|套数|\((?:m|米|km|公里|㎡|平方米|m2|亩|吨|座|盏|套|户|处|台)\)/u
const WORKED = /路段|河段|标段|小班|建设内容|工程|项目|建设|改造|维修|更新|安装|点位|地点|位置|小区|路段|村/u

const WORK = /修|建|铺|装|换|栽|植|清|拆|改|砌|挖|硬化|疏/u

/** Works built: what, where, how much, and the day it was done, filled in nearly every row. */
export function worksColumns({ columns, rows }: Ledger, headers: readonly string[]): number[] {
  const full = (test: RegExp): number[] => headers.flatMap((header, k) => (test.test(header) && !/计划|预计|目标|时限|拟/u.test(header) && columns[k]!.filled >= rows.length * 0.8 ? [k] : [])) // prettier-ignore
  const extent = full(EXTENT)
  // 完成日期 alone may be a task's; beside an extent that is a work (修补㎡) it is the work's.
  const done = [
    ...full(DONE),
    ...(extent.some(k => WORK.test(headers[k]!)) ? full(/^完成(?:日期?|时间)$/u) : [])
  ]
  if (done.length === 0 || extent.length === 0 || !headers.some(header => WORKED.test(header))) return []
  return [...new Set([...done, ...extent])]
}
