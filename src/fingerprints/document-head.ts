import type { Paragraph } from '../model/evidence.ts'
import type { Block } from '../model/reading.ts'

export interface Head {
  issuer?: string
  documentNumber?: string
  /** A red head names the issuer; a number alone may be the unit's own register. */
  redHead: boolean
}

/** 某政发〔2024〕5号; brackets vary with the typist (lexicon, forwarding). */
export const DOCUMENT_NUMBER = /([\p{Script=Han}A-Za-z]{1,14})\s*[〔[［(（【﹝]\s*((?:19|20)\d{2})\s*[〕\]］)）】﹞]\s*(?:第|字第)?\s*(\d{1,4})\s*号/u // prettier-ignore
const ORGAN = '(?:委员会|人民政府|政府|办公室|办公厅|领导小组|指挥部|工作组|党委|党组|党支部|支部|党总支|总支|委|局|办|厅|处|科|部|院|中心|镇|乡|街道|办事处|村|社区|居委会|村委会|学校|小学|中学|幼儿园|公司|集团|医院|卫生院|站|所|队|协会|联合会|总工会|工会|妇联|团委|联席会议|专班)' // prettier-ignore
/** 某某镇人民政府文件; also without 文件 when it stands alone above a number. */
export const RED_HEAD = new RegExp(`^(?:中共|中国共产党)?\\p{Script=Han}{1,40}${ORGAN}(?:[（(].{1,10}[）)])?(?:文件|公文|通知|工作提示|简报|专报|便函|函)$`, 'u') // prettier-ignore
const SIGNATURE = new RegExp(`^(?:中共|中国共产党)?[\\p{Script=Han}·]{2,40}${ORGAN}$`, 'u')
const SIGNED_DATE = /^(?:(?:19|20)\d{2}|二[〇○零].{2})\s*年.{1,4}月.{1,4}日$/u

/** The head is the first page's top; what quotes a number further down only refers to it. */
const HEAD_BLOCKS = 10
const LONGEST_HEAD_LINE = 48

/** To whom it is sent: 各村（社区）、各站所： */
const ADDRESSED = /^(?:各|全[县市区镇乡]各|[县区市镇乡]直|机关各|有关|局属|委属|驻).{0,80}(?:村|社区|镇|乡|街道|部门|单位|支部|党委|党组织|站所?|所|科室|股室|学校|办公室|中心|局|企业|公司|园区|县|市|区|院校|医院|成员)[^。]{0,20}[:：]$/u // prettier-ignore
/** What it asks for (lexicon, forwarding, body). */
const DEMANDS = /请[^。；]{0,40}(?:报送|上报|报至|贯彻执行|贯彻落实|遵照执行|认真(?:组织|抓好|做好|贯彻)|组织实施|抓好落实|填报|于.{2,20}前)|(?:于|在).{2,20}前[^。；]{0,30}(?:报送|上报|报至|反馈|提交)|特此通知|请结合实际|现将.{1,80}(?:印发|转发)(?:给你们)?|此件公开发布|请(?:认真|严格)?(?:遵照|贯彻)执行/u // prettier-ignore

export function documentHead(blocks: readonly Block[]): Head {
  const top = blocks
    .filter(({ style, text }) => style !== 'footer' && style !== 'table' && text.trim() !== '')
    .slice(0, HEAD_BLOCKS)
    .map(({ text }) => text.replace(/\s+/gu, ''))
  const numberAt = top.findIndex(line => line.length <= LONGEST_HEAD_LINE && ownNumber(line))
  const redAt = top.findIndex(line => RED_HEAD.test(line) && line.length <= LONGEST_HEAD_LINE)
  const above = numberAt > 0 ? top[numberAt - 1]! : ''
  const issuer =
    redAt >= 0 && redAt < 5
      ? top[redAt]!.replace(/(?:文件|公文|通知|工作提示|简报|专报|便函|函)$/u, '')
      : SIGNATURE.test(above)
        ? above
        : undefined
  const match = numberAt < 0 ? null : DOCUMENT_NUMBER.exec(top[numberAt]!)
  return {
    ...((issuer ?? (match ? signatureOf(blocks) : undefined)) !== undefined && { issuer: issuer ?? signatureOf(blocks)! }), // prettier-ignore
    ...(match && { documentNumber: `${match[1]!}〔${match[2]!}〕${match[3]!}号` }),
    redHead: issuer !== undefined
  }
}

/** A number of its own stands alone on its line (a signer may follow); 根据…〔2024〕5号 refers to another. */
function ownNumber(line: string): boolean {
  const match = DOCUMENT_NUMBER.exec(line)
  if (!match) return false
  const around = line.slice(0, match.index) + line.slice(match.index + match[0].length)
  return (
    !/^(?:根据|按照|依据|转发|关于|现将|为)/u.test(line) &&
    around.replace(/签发人[:：]?\S{0,8}/u, '').length <= 6
  )
}

/** Issued by somebody to several: three of head, number, address, demand. A bare notice without head may be the unit's own. */
export function readsAsIssued(head: Head, paragraphs: readonly Paragraph[]): boolean {
  const addressed = paragraphs.slice(0, HEAD_BLOCKS + 4).some(({ text }) => ADDRESSED.test(text.replace(/\s+/gu, ''))) // prettier-ignore
  const demands = paragraphs.some(({ text }) => DEMANDS.test(text))
  const signs = [head.redHead, head.documentNumber !== undefined, addressed, demands]
  return signs.filter(Boolean).length >= 3
}

/** Who signed at the end: an organ's name next to a date, or as the last line. */
export function signatureOf(blocks: readonly { text: string; style?: string }[]): string | undefined {
  const tail = blocks
    .filter(({ style, text }) => style !== 'footer' && style !== 'table' && text.trim() !== '')
    .slice(-8)
    .map(({ text }) => text.replace(/\s+/gu, ''))
  for (let i = tail.length - 1; i >= 0; i--) {
    const line = tail[i]!
    const beside = [tail[i - 1], tail[i + 1]].some(other => other !== undefined && SIGNED_DATE.test(other))
    const together = /^(.{4,40}?)(?:(?:19|20)\d{2}年\d{1,2}月\d{1,2}日)$/u.exec(line)?.[1]
    if (together && SIGNATURE.test(together)) return together
    if (SIGNATURE.test(line) && (beside || i === tail.length - 1)) return line
  }
  return undefined
}
