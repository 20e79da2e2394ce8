import type { Cue } from '../model/audit.ts'
import type { DocumentText, Ledger } from '../model/evidence.ts'

/**
 * Papers others issued that carry no red head in the text we have: told by whom they are addressed to and by what
 * they ask, never by a name or a folder (来文).
 */

/** Bodies a level above hands down to: nobody writes to all townships but their county. */
const DOWNWARDS =
  /^(?:各(?:市|州|县|区|乡|镇|街道|旗|学校|中小学|园区|办事处)|[一-龥]{0,6}(?:省|市|县|区)(?:政府)?(?:直|属)?各|[省市县区]直|各党委|各基层|局属各|各会员)[^。;]{0,60}[::]/mu
/** 请你镇 says that the reader is the unit. */
const TO_YOU =
  /请(?:你|贵)(?:省|市|县|区|镇|乡|村|街道|社区|局|委|校|院|厂|公司|单位|部门|支部|办)|责成你|你(?:单位|镇|局|校|村|社区)(?:要|应|须|于)/u
const DEMANDS = /请[^。;]{0,40}(?:报送|上报|反馈|组织实施|贯彻|落实|遵照|总结)|于[^。;]{2,20}前[^。;]{0,30}(?:报送|上报|报至|反馈|办结)|现将[^。;]{2,60}(?:印发|通知|下发)|通知如下/u // prettier-ignore
const ASKS = /请(?:于|在|速|尽快|协助|支持|予以|查收)|请[^。;]{0,40}(?:准备|做好|配合|按照|对照|填写|填报|提供|参加|安排|组织|整改|完成|回复|反馈|送|报)|(?:须|应|务必|要求)[^。;]{0,30}(?:前|内)[^。;]{0,20}(?:报|完成|反馈|整改|提交)|特此(?:通知|批复|函告|通报)/u // prettier-ignore
const NUMBER = /[\p{Script=Han}]{1,14}[〔[(](?:19|20)\d{2}[〕\])]\s*(?:第)?\s*\d{1,4}\s*号/u
const PRINTED =
  /(?:国家|中国|全国|中央|[一-龥]{1,4}(?:省|自治区|市))[一-龥]{0,16}(?:局|部|委|厅|办|会|中心)\s*(?:编印|编制|印制|制发|监制|制定)/u
/** 各乡镇卫生院、社区卫生服务中心：, or the unit by its name: who is written to stands alone on a line. */
const TO_MANY =
  /^(?:各|市属各?|县属各?|区属各?|局属各?|驻|辖区|有关|全[省市县区镇乡]各|机关各|[省市县区镇乡]直)[^:]{1,60}:/u
/** An authority's name at the end, beside the day: 丰岭县卫生健康局. */
const SIGNER =
  /^(?:中共|中国共产党)?[\p{Script=Han}·]{2,30}(?:政府|委员会|委|局|厅|办公室|办|指挥部|领导小组|办事处|大队|支队|总队|中心|部|处|站|院|所|法院|检察院|会)(?=$|\d|二[〇○零])/u
const PLACE = /[省市县区镇乡旗州](?!场)|街道|学校|大学|学院|集团/u
/** An addressee stands in the first lines. */
const HEAD = 260

/** The cue that says it is issued by others; undefined when nothing does. `body` in NFKC. */
export function issuedCue(
  title: string,
  body: string,
  document: DocumentText | undefined,
  unit: string | undefined
): Cue | undefined {
  const head = body.slice(0, HEAD).replace(/[^\S\n]+/gu, '')
  const signer = signerOf(document)
  const own =
    unit !== undefined && (document?.issuer?.includes(unit) === true || signer?.includes(unit) === true || (signer === undefined && body.slice(Math.max(body.length - 120, body.length / 2)).includes(unit))) // prettier-ignore
  if (own) return undefined
  const lines = head.replace(/(?<=[号件])(?=[\p{Script=Han}])/gu, '\n')
  const addressed = lines.split(/\n|\s/u).some(line => DOWNWARDS.test(line))
  const numbered = NUMBER.test(head)
  const demands = DEMANDS.test(body)
  const paper =
    title === '' ||
    /(?:通知|通知书|函|办法|细则|意见|措施|决定|通报|公告|提示|提示单|督办单|交办单|公函|邀请函|协查函|通知单|任务书|方案|要点|规定|批复|明传电报|倡议书)$/u.test(
      title
    )
  if (paper && addressed && demands && (numbered || /(?:文件|办公室|委员会|局)/u.test(lines.split('\n')[0] ?? ''))) return because('addressed-to-many') // prettier-ignore
  if (TO_YOU.test(body) && (numbered || demands) && paper) return because('addressed-to-the-unit')
  // Whose paper it is shows at its end, whether or not it bears a number.
  const opening = lines.split('\n').slice(0, MOST_HEAD_LINES)
  const toUnit = unit !== undefined && opening.some(line => isAddressed(line, unit))
  const toPeers = unit !== undefined && opening.some(line => TO_MANY.test(line) && peersOf(unit)?.test(line) === true) // prettier-ignore
  const toMany = opening.some(line => TO_MANY.test(line))
  if (
    title !== '' &&
    paper &&
    (signer === undefined || unit === undefined || !isOf(unit, signer)) &&
    !ownHead(unit, title)
  ) {
    if (toUnit) return because('addressed-to-the-unit')
    if (toPeers && (demands || ASKS.test(body))) return because('addressed-to-its-like')
  }
  if (HANDED_OVER.test(title) && !/办理结果|办理情况[::]|已办结|回复如下|处理结果[::]/u.test(body)) return because('handed-over') // prettier-ignore
  if (STANDARD.test(title) && (body.match(POINTS)?.length ?? 0) >= 2 && !(unit !== undefined && body.includes(unit))) return because('scoring-rules') // prettier-ignore
  if (unit !== undefined && signer !== undefined && PLACE.test(signer) && !isOf(unit, signer) && title !== '' && paper && (toMany || toUnit) && (demands || ASKS.test(body))) return because('signed-by-others') // prettier-ignore
  if (PRINTED.test(head)) return because('printed-by-others')
  return undefined
}

/** The last lines name who issued it. */
function signerOf(document: DocumentText | undefined): string | undefined {
  const tail = document?.paragraphs.slice(-5).map(({ text }) => text.normalize('NFKC').replace(/\s+/gu, '')) ?? [] // prettier-ignore
  const found = tail.findLast(line => SIGNER.test(line))
  return found === undefined ? undefined : SIGNER.exec(found)![0]
}

/** 县图书馆:我校定于…: who is written to is the unit, whole or by a shorter name. */
function isAddressed(line: string, unit: string): boolean {
  const to = /^([\p{Script=Han}()]{3,30}):/u.exec(line)?.[1]
  return to !== undefined && (unit.includes(to) || to.includes(unit))
}

/** Whoever writes to all of the unit's kind stands above it. */
function peersOf(unit: string): RegExp | undefined {
  const kind = KINDS.find(([test]) => test.test(unit))?.[1]
  return kind === undefined
    ? undefined
    : new RegExp(`^(?:各|有关|全[省市县区]各|[省市县区][直属]+各?)[^:]{0,20}${kind}`, 'u')
}

const KINDS: readonly (readonly [RegExp, string])[] = [
  [/派出所$/u, '派出所'], [/街道(?:办事处)?$/u, '(?:街道|镇街|街镇)'], [/(?:镇|乡)(?:人民政府|党委)?$/u, '(?:乡镇|镇|乡)'],
  [/社区(?:居民委员会|居委会)?$/u, '社区'], [/村(?:民委员会|委会)?$/u, '村(?!民小组)'], [/(?:小学|中学|学校|幼儿园)$/u, '(?:小学|中学|学校|中小学|幼儿园|学区)'],
  [/卫生院$|医院$|卫生服务中心$/u, '(?:卫生院|医院|医疗机构|医疗卫生)'], [/学院$/u, '(?:学院|教学单位)'], [/公司$/u, '(?:企业|公司)'],
  [/图书馆|文化馆|博物馆/u, '(?:图书馆|文化馆|场馆|公共文化)'], [/局$/u, '(?:部门|有关单位|县直单位|市直单位)'], [/站$|所$|中心$|队$/u, '(?:站|所|中心|队|单位)']
] // prettier-ignore

function ownHead(unit: string | undefined, title: string): boolean {
  return (
    unit !== undefined && /^[^关]{3,30}关于/u.test(title) && isOf(unit, title.slice(0, title.indexOf('关于')))
  )
}

/** An addressee stands under the title and a number. */
const MOST_HEAD_LINES = 5
/** Cases and orders handed to the unit. */
const HANDED_OVER =
  /(?:转办单|交办单|派单|派遣单|转办函|交办函|协助执行通知书|协查函|检察建议书|司法建议书|监察建议书|传票|律师函)$/u
const STANDARD = /(?:标准|细则|指标|办法|评分表|评价表|体系)(?:[(（].{0,12}[)）])?$/u
const POINTS = /得满分|[扣得加计]\d+(?:\.\d+)?分|每[^。;,]{1,12}[扣加]\d|\(\d{1,3}分\)/gu

/** 局办公室 of the unit, or the unit by a shorter name. */
function isOf(unit: string, signer: string): boolean {
  const core = unit.replace(/(?:人民政府|居民委员会|村民委员会|委员会|办事处|有限公司|公司)$/u, '')
  const place = unit.match(/.+?(?:社区|省|市|县|区|镇|乡|街道|村|旗)/gu)?.at(-1)
  if (place !== undefined && place.length > 2 && core.endsWith(place) && signer.includes(place)) return true
  return signer.includes(core) || unit.includes(signer) || (signer.length >= 4 && unit.endsWith(signer))
}

/** Points and how they are lost, nobody's score filled in: the rules of an assessment. */
export function scoringRules(ledgers: readonly Ledger[]): Cue | undefined {
  const found = ledgers.some(({ columns }) => {
    const named = columns.map(({ header }) => header.replace(/\s+/gu, ''))
    const points = named.some(header => /^(?:分值|标准分|满分|权重)/u.test(header))
    const how = named.some(header =>
      /评分标准|扣分标准|评分细则|计分办法|评分办法|考核方式|考核办法/u.test(header)
    )
    const scored = columns.some(
      ({ header, filled }) => /得分|自评分|考核分|自评|完成情况/u.test(header) && filled > 0
    )
    return points && how && !scored
  })
  return found ? because('scoring-rules') : undefined
}

function because(cue: string): Cue {
  return { cue, class: '', where: 'layout', weight: 1 }
}
