import type { Random } from '../random.ts'

/** Words people swap when they reuse a text and want it to read a little differently. */
const SWAPS: [string, string][] = [
  ['联系', '通知'], ['当场', '现场'], ['大家', '群众'], ['已经', '均已'], ['清理', '清运'], ['安排', '组织'],
  ['说明', '讲清'], ['答应', '承诺'], ['反映', '提出'], ['处理', '处置'], ['修好', '修复'], ['更换', '换上'],
  ['马上', '立即'], ['记下', '登记'], ['问清', '核实'], ['提醒', '告知'], ['下午', '上午'], ['门口', '门前'],
  ['一起', '共同'], ['帮', '协助'], ['看了', '查看了'], ['谈', '交流'], ['老人', '老年人'], ['孩子', '小孩'],
  ['路', '道路'], ['干净', '整洁'], ['办', '办理'], ['拉走', '运走'], ['来回', '前后'], ['不少', '许多']
] // prettier-ignore

/** Changes about `share` of the places where a word or figure could be changed. */
export function reword(text: string, share: number, random: Random): string {
  let out = text
  for (const [from, to] of SWAPS) if (out.includes(from) && random.chance(share)) out = out.replace(from, to)
  return out.replace(/\d+/gu, digits =>
    random.chance(share) ? String(Math.max(1, +digits + random.int(-2, 3))) : digits
  )
}

const SLIPS: [string, string][] = [
  ['的', '地'], ['做', '作'], ['在', '再'], ['坐', '座'], ['帐', '账'], ['账', '帐'], ['那', '哪'], ['象', '像'], ['已', '以'],
  ['划', '画'], ['须', '需'], ['副', '付'], ['板', '版'], ['分', '份'], ['连', '联'], ['反', '返'], ['了', '啦'], ['镇', '阵'], ['修', '休'], ['块', '快'], ['问', '间']
] // prettier-ignore

/** The same record typed a second time: a slip or two, other punctuation. */
export function retype(text: string, random: Random): string {
  let out = text
  const slips = random.shuffled(SLIPS).filter(([from]) => out.includes(from))
  for (const [from, to] of slips.slice(0, random.int(0, 2))) out = out.replace(from, to)
  if (random.chance(0.4)) out = out.replaceAll('，', ',')
  if (random.chance(0.4)) out = out.replace(/。$/u, '')
  if (random.chance(0.25)) out = out.replace(/[；，,]/u, match => `${match} `)
  if (random.chance(0.2)) {
    const cut = random.int(2, Math.max(2, out.length - 3))
    out = out.slice(0, cut) + out.slice(cut + 1)
  }
  return out
}

/** The same date as another person writes it. */
export function rewriteDay(day: string, random: Random): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  return random.pick([
    `${year}.${month}.${date}`,
    `${year}/${month}/${date}`,
    `${year}年${month}月${date}日`,
    day
  ])
}

export function rewritePhone(phone: string, random: Random): string {
  return random.pick([phone, `${phone.slice(0, 3)} ${phone.slice(3, 7)} ${phone.slice(7)}`, `${phone.slice(0, 3)}-${phone.slice(3, 7)}-${phone.slice(7)}`]) // prettier-ignore
}
