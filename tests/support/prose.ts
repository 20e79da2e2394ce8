import type { ClaimedDate, DocumentText, Evidence } from '../../src/model/evidence.ts'
import type { Material } from '../../src/model/material.ts'
import { materialOf, evidenceOf } from './evidence.ts'

/** A seeded source of numbers 0 … 1. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const WHO = '驻村工作队 村两委干部 三组网格员 党员志愿者 包片领导 农技站老周 派出所民警 卫生院医生 妇联主席 老支书 种植大户 合作社会计 监测户王大姐 返乡大学生 水利站技术员 供电所师傅'.split(' ') // prettier-ignore
const WHEN = '上周三下午 雨停之后 赶集那天 连着两个晚上 春耕之前 入汛以来 接到电话后 开完例会 月底盘点时 天刚亮 秋收结束后 入户途中 前段时间 年初以来'.split(' ') // prettier-ignore
const WHERE = '沿河路口 三组晒谷场 村委会二楼 老学校操场 水库坝顶 养殖小区 东头菜地 新修的便道旁 卫生室门口 烤烟房 后山林地 自来水泵房 文化广场 机耕道尽头'.split(' ') // prettier-ignore
const DID = '逐户核对了 现场解决了 反复商量了 当面听取了 重新测量了 连夜抢修了 协调落实了 集中清理了 耐心解释了 公开评议了 对接申请了 分批发放了 走访摸排了 联系专家看了'.split(' ') // prettier-ignore
const WHAT = '四十六户的危房材料 灌溉渠淤塞的问题 宅基地的纠纷 鸡苗饲料的补贴 老人取暖用煤 留守儿童的作业 猕猴桃的销路 垃圾清运的费用 低压线路的占地 签约服务的空档 漏缴的养老保险名单 山塘的安全隐患 公益岗位的人选 合作社的分红方案 水时断时续的原因 赊欠的种子化肥'.split(' ') // prettier-ignore
const SO = '大家都没有意见 还差三户没签字 费用由村集体先垫 预计下月初完工 只有一户仍有顾虑 结果已经张榜 约定十天后再看 资金缺口约两万元 当天就恢复了 比去年少了一半 老人落了泪 收入多了八百块 台账同步更新 先用土办法顶着'.split(' ') // prettier-ignore

export function sentenceOf(random: () => number): string {
  const pick = (words: readonly string[]) => words[Math.floor(random() * words.length)]!
  const count = 3 + Math.floor(random() * 90)
  return random() < 0.5
    ? `${pick(WHEN)}，${pick(WHO)}在${pick(WHERE)}${pick(DID)}${pick(WHAT)}，涉及${count}户，${pick(SO)}。`
    : `${pick(WHERE)}一带有${count}户反映${pick(WHAT)}，${pick(WHO)}${pick(WHEN)}${pick(DID)}${pick(WHAT)}，${pick(SO)}。`
}

/** Paragraphs of at least so many characters together. */
export function proseOf(random: () => number, characters: number): string[] {
  const paragraphs: string[] = []
  for (let length = 0; length < characters;) {
    const text = Array.from({ length: 3 }, () => sentenceOf(random)).join('')
    paragraphs.push(text)
    length += text.length
  }
  return paragraphs
}

/** Ideographs by chance: nothing is shared but what a test copies. */
export function hanOf(random: () => number, length: number): string {
  return Array.from({ length: Math.round(length) }, () => String.fromCharCode(0x4e00 + Math.floor(random() * 20_000))).join('') // prettier-ignore
}

export interface Written {
  paragraphs: readonly string[]
  title?: string
  path?: string
  date?: string
  to?: string
  activity?: number
  issued?: boolean
  labels?: readonly string[]
  source?: ClaimedDate['source']
  material?: Partial<Material>
}

/** Evidence of documents alone: the n-th is material n, with an activity and a day of its own unless told. */
export function evidenceOfDocuments(written: readonly Written[]): Evidence {
  const materials = written.map(({ path, material }, i) => materialOf(path ?? `${i}.docx`, { kind: 'document', ...material })) // prettier-ignore
  const documents = written.map(
    ({ paragraphs, labels = [], title = '工作记录', issued = false }, material): DocumentText => ({
      material,
      title,
      issued,
      characters: paragraphs.join('').length,
      paragraphs: [
        ...labels.map(text => ({ text, label: true })),
        ...paragraphs.map(text => ({ text, label: false }))
      ]
    })
  )
  return evidenceOf({
    materials,
    documents,
    activityOf: written.map(({ activity }, i) => activity ?? i),
    claimedDateOf: written.map(({ date, to, source = 'text' }, i) => {
      const from =
        date ?? `2024-${String(1 + (i % 12)).padStart(2, '0')}-${String(1 + (i % 28)).padStart(2, '0')}`
      return { from, to: to ?? from, source, text: from }
    })
  })
}
