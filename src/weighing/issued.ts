import type { Cue } from '../model/audit.ts'
import type { DocumentText } from '../model/evidence.ts'
import { isShortFor } from '../support/short-names.ts'
import { above, isInside } from './unit-names.ts'
import { relayed } from './relayed.ts'

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

/**
 * Whose paper it is: the cue that says others issued it, `own` where the unit did, undefined where nothing tells.
 * `body` in NFKC.
 */
export function whosePaper(
  title: string,
  body: string,
  document: DocumentText | undefined,
  unit: string | undefined
): Cue | 'own' | undefined {
  const head = body.slice(0, HEAD).replace(/[^\S\n]+/gu, '')
  const lines = head.replace(/(?<=[号件])(?=[\p{Script=Han}])/gu, '\n')
  const opening = lines.split('\n').slice(0, MOST_HEAD_LINES)
  const signer = signerOf(document)
  if (unit !== undefined && relayed(title, body)) return ofRelay(title, document, unit)
  const signed = unit !== undefined && (document?.issuer?.includes(unit) === true || (signer !== undefined && isOf(unit, signer))) // prettier-ignore
  if (signed) return 'own'
  if (unit !== undefined && opening.some(isInside) && !isOthers(signer, unit)) return 'own'
  if (isHandedFinding(title, body, opening, unit)) return because('findings-handed-over')
  // The unit's name at the end is most often its signature.
  if (unit !== undefined && signer === undefined && body.slice(Math.max(body.length - 120, body.length / 2)).includes(unit)) return undefined // prettier-ignore
  const addressed = lines.split(/\n|\s/u).some(line => DOWNWARDS.test(line) && !(unit !== undefined && above(unit, line))) // prettier-ignore
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
  const toUnit = unit !== undefined && opening.some(line => isAddressed(line, unit))
  const toPeers = unit !== undefined && opening.some(line => TO_MANY.test(line) && peersOf(unit)?.test(line) === true) // prettier-ignore
  const toMany = opening.some(line => TO_MANY.test(line) && !(unit !== undefined && above(unit, line)))
  if (title !== '' && paper && !ownHead(unit, title)) {
    if (toUnit) return because('addressed-to-the-unit')
    if (toPeers && (demands || ASKS.test(body))) return because('addressed-to-its-like')
  }
  if (HANDED_OVER.test(title) && !/办理结果[::]|办理情况[::]|已办结|回复如下|处理结果[::]/u.test(body)) return because('handed-over') // prettier-ignore
  if (unit !== undefined && isOthers(signer, unit) && title !== '' && paper && (toMany || toUnit) && (demands || ASKS.test(body))) return because('signed-by-others') // prettier-ignore
  if (PRINTED.test(head)) return because('printed-by-others')
  return undefined
}

/** A forwarded paper is whose covering note is; what stands below the note speaks for its first author. */
function ofRelay(title: string, document: DocumentText | undefined, unit: string): Cue | 'own' | undefined {
  const note = coveringNote(document)
  const signer = note.findLast(line => SIGNER.test(line))
  const named = signer === undefined ? undefined : SIGNER.exec(signer)![0]
  if (ownHead(unit, title) || (named !== undefined && isOf(unit, named)) || note.some(isInside)) return 'own'
  const by = /^(\p{Script=Han}{3,30}?)(?:关于)?(?:转发|批转)/u.exec(title)?.[1]
  if (by !== undefined && by !== '关于') return isOf(unit, by) || isShortFor(by, unit) || samePlace(by, unit) ? 'own' : because('forwarded-by-others') // prettier-ignore
  if (isOthers(named, unit)) return because('forwarded-by-others')
  if (note.some(line => isAddressed(line, unit) || (TO_MANY.test(line) && peersOf(unit)?.test(line) === true && !above(unit, line)))) return because('forwarded-to-the-unit') // prettier-ignore
  return 'own'
}

/** 枫桥镇防指 beside 枫桥镇水利站: the unit's own place, whatever office of it. */
function samePlace(name: string, unit: string): boolean {
  const place = unit
    .replace(/[(（].*$/u, '')
    .match(/.+?(?:社区|镇|乡|街道|村)/gu)
    ?.at(-1)
  return place !== undefined && place.length > 2 && name.startsWith(place)
}

/** Down to where the forwarded paper begins: 附：, or the next addressee. */
function coveringNote(document: DocumentText | undefined): string[] {
  const lines = (document?.paragraphs ?? []).slice(0, 20).map(({ text }) => text.normalize('NFKC').replace(/\s+/gu, '')) // prettier-ignore
  const at = lines.findIndex(line => /转发/u.test(line) && !/^.{0,60}转发.{0,80}通知$/u.test(line))
  const end = lines.findIndex((line, i) => i > at && (/^附(?:件)?\d*[::]?/u.test(line) || /^[^。;]{2,60}:$/u.test(line))) // prettier-ignore
  return lines.slice(0, end < 0 ? lines.length : end)
}

/** What an inspection found at the unit, handed over to be mended. What the unit says of itself in reply is its own. */
function isHandedFinding(
  title: string,
  body: string,
  opening: readonly string[],
  unit: string | undefined
): boolean {
  if (!FINDINGS.test(title) || !MEND.test(body) || OURS.test(body)) return false
  const to = opening.map(line => ADDRESSEE.exec(line)?.[1]).find(each => each !== undefined)
  const toUnit = unit !== undefined && opening.some(line => isAddressed(line, unit))
  const toOthers = unit !== undefined && to !== undefined && !toUnit
  if (toOthers) return false
  return toUnit || YOU.test(body) || INSPECTED.test(body) || (unit !== undefined && SENT_BY_INSPECTORS.test(title)) // prettier-ignore
}

const KINDS_OF_UNITS = '单位|省|市|州|县|区|镇|乡|村|社区|街道|局|委|办|校|园|院|厂|公司|中心|所|站|场|队|馆|部门|党组|党委|支部|党支部|们' // prettier-ignore
const YOU = new RegExp(`(?:你|贵)(?:${KINDS_OF_UNITS})`, 'u')
const OURS = new RegExp(`我(?:${KINDS_OF_UNITS})`, 'u')
const FINDINGS =
  /(?:反馈(?:意见|情况)?[书单]?|意见书?|告知[单书]|提醒[单函]|取证单|底稿|整改(?:通知|建议)?[书单]|建议书|督办单|问题的函|情况的函|清单)(?:[(].{0,12}[)])?$/u
/** 清江镇渔民新村: somebody's name before a colon, not what a line is about (检查事项：). */
const ADDRESSEE = /^([\p{Script=Han}()]{2,30}(?:镇|乡|村|社区|街道|局|委|办|校|园|院|厂|公司|中心|所|站|场|队|馆|党组|党委|支部|中学|小学|会|店|部|处)):/u // prettier-ignore
const MEND = /整改|书面(?:报|说明|反馈|答复)|需说明|限期/u
const INSPECTED =
  /被(?:检查|督查|督导|巡察|巡视|审计|抽查|查|评估|考核)(?:单位|学校|对象)|督[学察]员?(?:签字|签名)?[::]|(?:督查|督察|督导|检查|巡察|巡视|评估|考核|审计|抽查|质检)[组队](?:[(]|$)/mu
const SENT_BY_INSPECTORS =
  /(?:督查|督察|督导|检查|巡察|巡视|评估|考核|审计|抽查)[组室队](?:关于|对)|责任督学/u

/** A name of somebody that the unit is not. */
function isOthers(signer: string | undefined, unit: string): boolean {
  return signer !== undefined && PLACE.test(signer) && !isOf(unit, signer)
}

/** The last lines name who issued it. */
function signerOf(document: DocumentText | undefined): string | undefined {
  const tail = document?.paragraphs.slice(-5).map(({ text }) => text.normalize('NFKC').replace(/\s+/gu, '')) ?? [] // prettier-ignore
  const found = tail.findLast(line => SIGNER.test(line))
  return found === undefined ? undefined : SIGNER.exec(found)![0]
}

/** 县图书馆:我校定于…: who is written to is the unit, whole or by a shorter name. */
function isAddressed(line: string, unit: string): boolean {
  const to = /^([\p{Script=Han}()]{3,30}):/u.exec(line)?.[1]?.replace(/(?:党组|党委|党总支|党支部)$/u, '')
  return to !== undefined && (unit.includes(to) || to.includes(unit) || isShortFor(to, unit))
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

/** 局办公室 of the unit, or the unit by a shorter name. */
function isOf(unit: string, signer: string): boolean {
  const core = unit.replace(/(?:人民政府|居民委员会|村民委员会|管理委员会|委员会|办事处|有限公司|公司)$/u, '')
  const place = unit.match(/.+?(?:社区|省|市|县|区|镇|乡|街道|村|旗)/gu)?.at(-1)
  if (place !== undefined && place.length > 2 && core.endsWith(place) && signer.includes(place)) return true
  return signer.includes(core) || unit.includes(signer) || (signer.length >= 4 && unit.endsWith(signer))
}

function because(cue: string): Cue {
  return { cue, class: '', where: 'layout', weight: 1 }
}
