import type { Cue } from '../model/audit.ts'

/**
 * What sentences tell, without a telling title or a stock phrase: that something changed for someone (管子换了 310 米，
 * 38 户没有再进水), or that something was held, said and required (召开会议 12 次). Told by grammar: a verb of completion
 * with a quantity or a day beside it, not wished for, ordered or announced.
 */

/** Verbs of completion by what they complete; ids of the lexicon. */
const COMPLETED: readonly (readonly [string, RegExp])[] = [
  ['R08', /[由从][^，。]{0,8}\d[^，。]{0,14}(?:降|升|减|增|提高|缩短|上升|下降)[^，。]{0,4}(?:到|至|为)[^，。]{0,4}\d/u],
  ['R02', /到(?:了)?[^，。]{0,6}账|打(?:到|入|进)[^，。]{0,14}(?:卡|账户|专户)|兑付|拨付|追(?:回|缴)|收回|退(?:还|回|赔)|返还|赔(?:偿|付|了)|补偿(?:了|款)|付清|结清|补发|报销|减免|(?:补助|救助|补贴|慰问|抚恤|奖励|分红)[^，。]{0,10}\d[^，。]{0,8}元/u],
  ['R06', /(?:监测|检测|化验|取样|采样|抽检|复测|实测)[^。]{0,30}(?:符合|达标|达到|合格|[ⅠⅡⅢ]类|优于)|成活(?:率|了)|(?:减少|削减)排放/u],
  ['R04', /入住|搬(?:进|入|迁至|到新)|(?:实现|找到|稳定)就业|就业\d|上(?:了)?岗|劳动合同|落(?:了)?户口?|入学|复学|返校|返学|脱贫|康复|治愈|出院|(?:用|喝|吃|住|领|拿|享受|办)[上到下](?:了)?|纳入(?:了)?[^，。]{0,6}(?:低保|特困|保障|救助)|参保|增收|到手|接到[^，。]{0,4}家/u],
  ['R05', /达成(?:了)?[^，。]{0,6}(?:协议|一致|和解)|签(?:订|署|下|了)[^，。]{0,10}协议|和解|撤诉|撤回[^，。]{0,4}(?:投诉|申请|信访)|化解(?!矛盾纠纷的)|履行(?:完毕|到位)|腾(?:退|出)|息(?:诉|访)|消除|取缔|关停|查(?:处|获|扣)|结案|破获|抓获|归还|(?:没有|未|不)再(?:发生|出现|进|漏|淹|堵|反映|投诉|上访)?|零(?:发生|事故|投诉)|(?:同比|环比)?(?:下降|减少)(?:了)?\d|降(?:到|至|为|了)/u],
  ['R03', /建(?:成|起|好)|新(?:建|修|装|增)(?:了)?[^，。]{0,12}\d|修(?:好|通|复|缮|建|补|了)|铺(?:设|管|装|好|了)|硬化|安装(?:了|完|好)?|装(?:好|上|了)|换(?:了|成|好|装|上)|更换|改(?:建|造)(?:了|完|好|成)?|疏通|清(?:运|淤|掏|除|出)|清理(?:了|出)?[^，。]{0,8}\d|拆(?:除|掉|了)|加固|架设|埋设|开挖|打(?:通|井|了)|接通|通(?:水|电|车|气|网|航)|投(?:用|入使用|产)|竣工|完工|交付|栽(?:种|植|下)|补(?:种|植|栽)|点亮|增设|拓宽|刷(?:白|新)/u]
] // prettier-ignore

/** Things handed out that are words, and installations that are counted. */
const MEDIA_HANDED =
  /(?:发放|分发|张贴|悬挂|印制|派发|推送|安装|下载|领取)[^，。]{0,12}(?:宣传|明白|资料|倡议|传单|手册|问卷|折页|海报|横幅|标语|条幅|公开信|一封信|通知|APP|反诈|软件|公众号|纪念品)/iu
/** A quantity, or a day. */
const COUNTED =
  /\d+(?:\.\d+)?\s*(?:户|人|名|件|个|处|公里|千米|米|平方|立方|亩|吨|公斤|斤|万|元|台|盏|座|口|起|宗|株|套|条|根|块|间|栋|幢|头|只|批|份|度|毫米|厘米|项|家|笔|辆|%|％)|[一二两三四五六七八九十百]+(?:户|人|处|盏|座|间|台|根|口)/u
const DAY = /\d{1,2}月\d{1,2}日|\d{4}年\d{1,2}月|\d{1,2}月(?:份|底|初|中旬)?/u
/** Not done yet, or for others to do. */
const WISHED =
  /(?:将|拟|计划|预计|力争|争取|确保|务必|必须|应当|应(?![急届])|须|不得|严禁|禁止|要(?!求)|请(?!示)|如(?:有|遇|需)|继续|下一步|下步|目标|打算|建议|希望|可以|能够|准备)/u
/** Held, said, required, written: what shows that one was at work. */
const HELD =
  /召开|组织(?!部)|开展|举行|举办|传达|部署|学习|印发|下发|转发|悬挂|张贴|走访|巡查|排查|宣传|培训|讲解|要求|强调|指出|参加|观看|动员|座谈|督导|检查|督查|强化|加强|落实责任|提高(?:认识|站位|警惕)|压实|营造|制定|成立|健全|完善|推进|安排|调度|研究|表态|签到|拍照|上报|填报/u

export interface Told {
  /** Sentences of eight characters and more. */
  sentences: number
  outcomes: number
  held: number
  /** The kind of completion most sentences tell. */
  kind?: string
}

const SHORTEST = 8

/** Counts what the sentences of a text tell. Text in NFKC; `sentences` as split at their ends. */
export function toldBy(sentences: readonly string[]): Told {
  const kinds = new Map<string, number>()
  const told: Told = { sentences: 0, outcomes: 0, held: 0 }
  for (const sentence of sentences) {
    if (sentence.length < SHORTEST) continue
    told.sentences++
    const kind = outcomeOf(sentence)
    if (kind) {
      told.outcomes++
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
    } else if (HELD.test(sentence)) told.held++
  }
  const [first] = [...kinds].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  return first ? { ...told, kind: first[0] } : told
}

/** The kind of completion a sentence tells: in one of its clauses, with a quantity or a day in the same sentence. */
function outcomeOf(sentence: string): string | undefined {
  if (!COUNTED.test(sentence) && !DAY.test(sentence)) return undefined
  for (const clause of sentence.split(/[，,、:：]/u)) {
    if (clause.length < 3 || MEDIA_HANDED.test(clause)) continue
    for (const [id, pattern] of COMPLETED) {
      const found = pattern.exec(clause)
      if (found && !WISHED.test(clause.slice(0, found.index))) return id
    }
  }
  return undefined
}

/** From so many sentences, and so large a part of them, a text is about what came of it; measured on development packages of its own, see tests/bench/development. */
const ENOUGH = 2
const MOSTLY = 0.4
/** Beside accounts of what was held, so large a part makes both. */
const PARTLY = 0.2
const MOST_WEIGHT = 8

/** Cues of what the sentences tell; none when they tell too little. */
export function toldCues({ sentences, outcomes, held, kind }: Told): Cue[] {
  if (!kind || outcomes < ENOUGH) return []
  const share = outcomes / sentences
  const outcome: Cue = { cue: 'told-outcomes', class: kind, where: 'body', weight: Math.min(MOST_WEIGHT, 2 * outcomes) } // prettier-ignore
  if (share >= MOSTLY && outcomes > held) return [outcome]
  if (share < PARTLY) return []
  return [
    outcome,
    { cue: 'told-doings', class: 'T08', where: 'body', weight: Math.min(MOST_WEIGHT, 2 * held) }
  ]
}
