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
const NUMBER = /[\p{Script=Han}]{1,14}[〔[(](?:19|20)\d{2}[〕\])]\s*(?:第)?\s*\d{1,4}\s*号/u
const PRINTED =
  /(?:国家|中国|全国|中央|[一-龥]{1,4}(?:省|自治区|市))[一-龥]{0,16}(?:局|部|委|厅|办|会|中心)\s*(?:编印|编制|印制|制发|监制|制定)/u
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
  const own =
    unit !== undefined && (document?.issuer?.includes(unit) === true || body.slice(-120).includes(unit))
  if (own) return undefined
  const lines = head.replace(/(?<=[号件])(?=[\p{Script=Han}])/gu, '\n')
  const addressed = lines.split(/\n|\s/u).some(line => DOWNWARDS.test(line))
  const numbered = NUMBER.test(head)
  const demands = DEMANDS.test(body)
  const paper =
    title === '' || /(?:通知|函|办法|细则|意见|措施|决定|通报|公告|提示|方案|要点|规定)$/u.test(title)
  if (paper && addressed && demands && (numbered || /(?:文件|办公室|委员会|局)/u.test(lines.split('\n')[0] ?? ''))) return because('addressed-to-many') // prettier-ignore
  if (TO_YOU.test(body) && (numbered || demands) && paper) return because('addressed-to-the-unit')
  if (PRINTED.test(head)) return because('printed-by-others')
  return undefined
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
