import lexicon from '../../resources/lexicon/organs.json'
import type { AskerClaim } from '../model/evidence.ts'
import { bare } from '../support/text.ts'

/** Who asks for a form, as its own lines say. A claim: nothing here looks at who would be competent to ask. */

const MADE_BY = /(?:制表|制定|制发|印制|编制|印发|发表|布置|主管|下发|发文)(?:单位|机关|部门)\s*[:：]\s*([\p{Script=Han}（）()]{2,30})/gu // prettier-ignore
const SENT_TO =
  /(?:报送至|上报至|报至|报送|主送|收表单位|接收单位|汇总单位)\s*[:：]\s*([\p{Script=Han}（）()]{2,30})/gu
/** 填报单位 is mostly who fills it in; it names the asker only where a county bureau or higher stands there. */
const FILLED_BY =
  /(?:填报|报送|上报|填表)(?:单位|部门)(?:[（(].{1,6}[）)])?\s*[:：]\s*([\p{Script=Han}（）()]{2,30})/gu
const FORM_NUMBER = /表\s*号\s*[:：]\s*([^\s，。；;、　]{1,24})/u
const APPROVAL =
  /(?:批准文号|批准机关|备案文号|备案机关|审批文号|有效期至?)\s*[:：]\s*([^\s，。；;　]{1,40})/u

const STEMS = Object.values(lexicon.organs).flat().sort((a, b) => b.length - a.length || (a < b ? -1 : 1)) // prettier-ignore
const CANONICAL = new Map(Object.entries(lexicon.organs).flatMap(([organ, stems]) => stems.map(stem => [stem, organ] as const))) // prettier-ignore
const PLACE = '(?:\\p{Script=Han}{0,7}?(?:自治州|自治县|自治区|省|市|县|区|州|旗))?'
const SUFFIX = '(?:管理|发展|保障|服务|工作)?(?:委员会|领导小组|办公室|总队|局|厅|委|办|处|中心|部门)'
/** 云泽县民政局…, 县卫健委…, 残联…: a known organ at the beginning of a title, with its office word or whole. */
const KNOWN_ORGAN = new RegExp(`^${PLACE}(?:(?:${STEMS.join('|')})\\p{Script=Han}{0,6}?${SUFFIX}|(?:${[...lexicon.whole].sort((a, b) => b.length - a.length).join('|')}))`, 'u') // prettier-ignore
/** A bureau the lexicon does not know, with its county: 云泽县民生保障工作办公室…. */
const COUNTY_ORGAN =
  /^\p{Script=Han}{2,7}?(?:省|市|县|区|州|旗)\p{Script=Han}{2,12}?(?:局|厅|委员会|联合会|中心|办公室)/u
/** Bodies of the unit's own level, which fill forms in rather than ask for them. */
const FILLER = /(?:镇|乡|街道|村|社区|居委|学校|小学|中学|幼儿园|医院|卫生院|公司|支部)/u

/** The asker that lines or title claim, the plainest claim first; undefined when nothing does. */
export function statedAsker(lines: readonly string[], title: string): AskerClaim | undefined {
  return (
    inLines(lines, MADE_BY, 'line', name => name.length >= 3) ??
    inLines(lines, SENT_TO, 'addressed', isBureau) ??
    inTitle(title) ??
    inLines(lines, FILLED_BY, 'line', isBureau)
  )
}

/** 表号 and 批准文号 as printed. */
export function statedNumbers(lines: readonly string[]): { number?: string; approval?: string } {
  const number = lines.map(line => FORM_NUMBER.exec(line)?.[1]).find(Boolean)
  const approval = lines.map(line => APPROVAL.exec(line)?.[1]).find(Boolean)
  return { ...(number && { number }), ...(approval && { approval }) }
}

/** One key for the names of one organ: 云泽县卫健委, 县卫生健康局 and 卫健局. */
export function organKey(name: string): string {
  const plain = bare(name)
  const stem = STEMS.find(each => plain.includes(each))
  return stem === undefined ? plain : CANONICAL.get(stem)!
}

function inLines(
  lines: readonly string[],
  pattern: RegExp,
  where: AskerClaim['where'],
  fits: (name: string) => boolean
): AskerClaim | undefined {
  for (const line of lines) {
    for (const match of line.normalize('NFKC').replace(/[:]/gu, '：').matchAll(pattern)) {
      const name = match[1]!.replace(/[（(].*$/u, '')
      // A line may go on without a space: 制表机关：县民政局填报日期：
      const clean = /^(.{3,}?)(?:填报|填表|制表|报送|联系|批准|表号|单位|有效)/u.exec(name)?.[1] ?? name
      if (fits(clean)) return { name: clean, key: organKey(clean), where }
    }
  }
  return undefined
}

function inTitle(title: string): AskerClaim | undefined {
  const plain = title
    .normalize('NFKC')
    .replace(/\s+/gu, '')
    .replace(/^(?:附件?\d*[:：.、]?|\d+[.、-]?)/u, '')
  const name = (KNOWN_ORGAN.exec(plain) ?? COUNTY_ORGAN.exec(plain))?.[0]
  return name !== undefined && !isFiller(name) ? { name, key: organKey(name), where: 'title' } : undefined
}

/** 乡村振兴 and 城乡建设 are fields of work, not the unit's level. */
function isFiller(name: string): boolean {
  return FILLER.test(STEMS.reduce((rest, stem) => rest.replace(stem, ''), name))
}

function isBureau(name: string): boolean {
  return !isFiller(name) && (KNOWN_ORGAN.test(name) || COUNTY_ORGAN.test(name))
}
