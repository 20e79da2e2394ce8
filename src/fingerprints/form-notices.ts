import type { AskerClaim, DocumentText } from '../model/evidence.ts'
import { bare } from '../support/text.ts'
import { organKey } from './form-askers.ts'

/** A title shorter than this (名单, 登记表) stands in many a text without being meant. */
const SHORTEST = 6
const ATTACHED = /附件|附表|附[:：]|填报|填写|报送|上报/u

/** The issuer of the notice whose attachments or demands name this form; undefined when no notice or more than one organ does. */
export function attachedBy(
  title: string,
  material: number,
  notices: readonly DocumentText[]
): AskerClaim | undefined {
  const plain = plainTitle(title)
  if (plain.length < SHORTEST) return undefined
  const claims = new Map<string, AskerClaim>()
  for (const notice of notices) {
    const own = notice.material === material
    const named = own || notice.paragraphs.some(({ text }) => text.length < 2000 && ATTACHED.test(text) && bare(text).includes(plain)) // prettier-ignore
    if (!named) continue
    const key = organKey(notice.issuer!)
    claims.set(key, { name: notice.issuer!, key, where: 'notice' })
  }
  return claims.size === 1 ? [...claims.values()][0] : undefined
}

/** A form's title without the filler's place and the period: 梨湾镇2024年困难家庭信息采集表 → 困难家庭信息采集表. */
function plainTitle(title: string): string {
  return bare(title).replace(/^\p{Script=Han}{0,14}?(?:镇|乡|街道|村|社区|县|区|市)/u, '').replace(/^(?:19|20)\d{2}年?度?/u, '') // prettier-ignore
}
