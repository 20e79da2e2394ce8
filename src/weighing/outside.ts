import type { DocumentText, Ledger } from '../model/evidence.ts'

/**
 * The outside document itself: a paper another organisation issued about what was done. Words for it (第三方, 编号) are
 * anyone's to write; it has to show itself by its make-up: what kind of paper it is, who issued it (another than the
 * unit), between whom, under which number or date.
 */
export interface Outside {
  kind: 'receipt' | 'report' | 'acceptance'
  by: string
}

const OUTSIDE_BODY = /[\p{Script=Han}()·]{2,24}?(?:会计师事务所|律师事务所|事务所|检测中心|检测站|监测站|监测中心|检测公司|检测有限公司|检验所|检验中心|疾控中心|疾病预防控制中心|质监站|质量监督站|调查咨询有限公司|研究院|研究所|设计院|鉴定中心|司法鉴定所|审计局|统计局|调查队|监理公司|监理有限公司|咨询有限公司|评估有限公司|研究公司|银行|农商行|信用社|信用联社|支行|有限公司|有限责任公司|施工队|建筑公司)/gu // prettier-ignore
const RECEIPT_TITLE = /(?:回单|转账凭证|付款凭证|电子凭证|进账单|完税证明|发票)$/u
const REPORT_TITLE =
  /(?:检测|检验|监测|审计|鉴定|评估|测评|调查)(?:检测)?(?:报告|报告书|意见书|意见|鉴定书)$/u
const ACCEPTANCE_TITLE = /验收(?:单|报告|意见|意见书|证书|表|鉴定书)?$/u

/** Which outside document a text is, undefined when it is none. `title` bare, `body` in NFKC. */
export function outsideDocument(
  title: string,
  body: string,
  document: DocumentText | undefined,
  unit: string | undefined
): Outside | undefined {
  const text = body.replace(/\s+/gu, '')
  const others = organisations(text, unit)
  const untitled = title === ''
  if (RECEIPT_TITLE.test(title) || (untitled && /业务专用章|电子回单|回单编号/u.test(text))) {
    const parties = /付款(?:人|单位|方)/u.test(text) || /收款(?:人|单位|方)|户名/u.test(text)
    const numbered = /(?:流水号|回单编号|凭证号|回单号|发票号码)[::]?[A-Za-z0-9]{6,}/u.test(text)
    const sum = /\d元|¥|人民币/u.test(text)
    return parties && numbered && sum ? { kind: 'receipt', by: others[0] ?? '' } : undefined
  }
  if (REPORT_TITLE.test(title) || (untitled && /报告(?:编号|文号)|注册会计师|有效样本/u.test(text))) {
    const numbered = /(?:报告编?号|文号|编号)[::]?[A-Za-z0-9\p{Script=Han}〔[(-]{4,}/u.test(text)
    const commissioned = /受[^。]{2,30}委托|委托(?:单位|方|人)[::]|接受委托/u.test(text)
    const signed = signer(document, text, unit)
    const measured = /\d/u.test(text) && /结论|结果|有效样本|审计|判定/u.test(text)
    const by = signed ?? others[0]
    return by !== undefined && measured && (numbered || commissioned) ? { kind: 'report', by } : undefined
  }
  const third = commissioned(text, title, unit)
  if (third !== undefined) return { kind: 'report', by: third }
  if (ACCEPTANCE_TITLE.test(title) || (untitled && /验收(?:意见|结论)[::]/u.test(text))) {
    const parties = /施工单位|承建单位|供货单位|监理单位|设计单位|中标单位/u.test(text)
    const opinion = /验收(?:意见|结论|组)/u.test(text)
    return parties && opinion && others.length > 0 ? { kind: 'acceptance', by: others[0]! } : undefined
  }
  return undefined
}

/** What somebody else was asked to find out: 受市文旅局委托,新楚调研于…有效问卷416份; or 评价机构: … with what was drawn. */
function commissioned(text: string, title: string, unit: string | undefined): string | undefined {
  // Without a title it must be the whole of a short text: a paragraph put into an account is no report.
  if (title === '' ? text.length > MOST_UNTITLED : !FOUND_OUT.test(title)) return undefined
  const head = text.slice(0, MOST_HEAD)
  if (!SAMPLED.test(text) || !/\d/u.test(text)) return undefined
  const asked =
    /受([^。;,]{2,30})委托,?(?:由)?([\p{Script=Han}()]{3,24}?)(?:于|在|对|采用|开展|组织|按照|,)/u.exec(head)
  const labelled = /(?:评价|评估|检测|检验|监测|调查|审计|鉴定|编制|核查|测评|承担|实施|评审)(?:机构|单位|方)?[::]([\p{Script=Han}()·]{4,30})/u.exec(head) // prettier-ignore
  const by = asked?.[2] ?? labelled?.[1]
  return by === undefined || isOwn(by, unit) || /^(?:本|我)/u.test(by) ? undefined : by
}

const FOUND_OUT = /测评|评价|评估|调查|反馈|检测|监测|检验|审计|鉴定|核查|抽查|回访|质量.{0,6}报告|结论/u
const SAMPLED = /样本|问卷\d|有效(?:问卷|答卷|样本)|接通\d|抽(?:查|取|样)|误差|入户\d|受访|拦访/u
const MOST_HEAD = 400
const MOST_UNTITLED = 500

/** Bodies named in a text that are not the unit. */
function organisations(text: string, unit: string | undefined): string[] {
  const found: string[] = []
  for (const [name] of text.slice(0, MOST_READ).matchAll(OUTSIDE_BODY))
    if (!isOwn(name, unit)) found.push(name)
  return found
}

/** A statement of this kind names its bodies on its first pages. */
const MOST_READ = 8000

/** The last lines name who issued it. */
function signer(
  document: DocumentText | undefined,
  text: string,
  unit: string | undefined
): string | undefined {
  const tail = (document?.paragraphs.slice(-4).map(paragraph => paragraph.text) ?? [text.slice(-60)])
    .join('\n')
    .normalize('NFKC')
    .replace(/[^\S\n]+/gu, '')
  return [...tail.matchAll(OUTSIDE_BODY)].map(([name]) => name).findLast(name => !isOwn(name, unit))
}

/** 青石镇 and 青石镇人民政府 are one; an unknown unit owns nothing that could be named here. */
function isOwn(name: string, unit: string | undefined): boolean {
  if (!unit) return false
  const short = unit.replace(/(?:人民政府|委员会|办事处|党委|党支部)$/u, '')
  return name.includes(short) || unit.includes(name)
}

/** Sums of money an outside document states, in yuan. */
export function sumsStated(body: string): number[] {
  return [
    ...body
      .normalize('NFKC')
      .replace(/(?<=\d),(?=\d{3})/gu, '')
      .matchAll(/(\d+(?:\.\d{1,2})?)(万)?元/gu)
  ]
    .slice(0, 200)
    .map(([, number, wan]) => +number! * (wan ? 10_000 : 1))
    .filter(sum => sum >= LEAST_SUM)
}

/** Smaller sums meet by chance. */
const LEAST_SUM = 500
/** Ledgers longer than this are not added up: a receipt of so many payments is a file of its own. */
const MOST_ADDED = 20_000

/** The total of a ledger's money column, undefined when it has none. */
export function totalOf(ledger: Ledger): number | undefined {
  const column = ledger.columns.findIndex(({ header }) => /金额|实发|补贴额|发放/u.test(header) && !/标准|情况|日期/u.test(header)) // prettier-ignore
  if (column < 0 || ledger.rows.length > MOST_ADDED || ledger.rows.length < 2) return undefined
  let total = 0
  for (let i = 0; i < ledger.rows.length; i++) {
    const value = +ledger.value(i, column).replace(/[,元¥\s]/gu, '')
    if (!Number.isFinite(value)) return undefined
    total += value
  }
  return Math.round(total * 100) / 100
}
