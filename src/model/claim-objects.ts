/**
 * What claims and ledgers are about, by the words left when verbs, time, places and fillers are set aside. Both the
 * side that reads claims and the side that looks for what carries them need the same words.
 */

/** Words that say nothing of what a claim is about. */
export const FILLER = /今年以来|今年|本年|全年|上半年|下半年|本季度|一季度|二季度|三季度|四季度|第[一二三四1-4]季度|本月|本学期|截至目前|截止目前|截至|截止|目前|年内|期间|累计|合计|总计|共计|共接|一共|先后|全部|全镇|全县|全区|全乡|全村|全校|全院|全局|全社区|我镇|我县|我局|我校|我院|我村|我社区|本镇|本村|镇里|各类|各种|各项|各村|所有|相关|有关|及时|按时|依法|依规|妥善|有效|成功|顺利|直接|通过|开展|组织|进行|实现|完成|做到|达到|受理|接到|收到|登记|排查|发现|其中|以及|并且|已经|群众|工作|情况|问题|事项|诉求|实事|难题|业务|急难愁盼|老年人|老人|村民|居民|农户|住户|家庭|对象|方面|数量|资金|款项|金额|人员|涉及|用于|为民|向|为|对|给|把|将|在|由|与|和|及|的|了|共|已|均|都|并|达|等|约|近|超|逾|余|多|内|中|以|从|到|至|按|个|件|名|户|人|元|处|率|度/gu // prettier-ignore

/** A place inside the unit's own: a village, community, branch. */
export const SMALL_PLACE =
  /([\u4e00-\u9fa5]{2,3}?(?:村|社区|居委会|支部|中队|大队|网格|派出所|司法所|财政所|卫生院|小学|中学|幼儿园|服务站|工作站))/gu
/** Endings of the same look that name no one place. */
export const NO_PLACE = /^(?:各|全|本|我|该|每|农|驻|乡|下|两|行政|自然|美丽|示范|几个|多个|一个)|(?:各|行政|自然|驻|农|乡)村$|各社区$/u // prettier-ignore

/** Verbs that are no noun of what was done: in 高龄津贴发放 the object is 高龄津贴, in 就业培训 the whole. */
const PROCESS = /办结|办复|办理|解决|处置|处理|整改|销号|消除|答复|结案|化解|发放|发出|兑付|拨付|兑现|支付|到账|返还|惠及|受益|覆盖|享受|修建|新建|建成|完工|安装|成功/gu // prettier-ignore
/** What kind of paper it is. */
const PAPER = /花名册|登记册|发放册|登记表|记录表|统计表|汇总表|一览表|发放表|明细表|公示表|进度表|验收单|验收意见|验收报告|竣工|验收|台账|名册|登记|记录|统计|汇总|一览|清单|明细|公示|册|表|簿|工程|项目|人员|年度|全年/gu // prettier-ignore
const UNIT_HEAD = /^[\u4e00-\u9fa5]{1,12}?(?:人民政府|办事处|镇|乡|街道|社区|居委会|村委会|村|局|卫生院|医院|学校|小学|中学|中心|公司|县|区|市)/u // prettier-ignore
/** One thing by several names. */
const SAME: readonly (readonly [RegExp, string])[] = [
  [/12345|政务服务便民热线|市民热线|服务热线/gu, '热线'],
  [/津贴|补贴|补助金|补助款|救助金/gu, '补助'],
  [/矛盾纠纷/gu, '纠纷']
]

/** Han words of a text, parted by blanks. */
export function objectWords(text: string): string {
  let left = text.normalize('NFKC')
  for (const [pattern, word] of SAME) left = left.replace(pattern, word)
  return left
    .replace(SMALL_PLACE, each => (NO_PLACE.test(each) ? each : ' '))
    .replace(PROCESS, ' ')
    .replace(FILLER, ' ')
    .replace(/[^\u4e00-\u9fa5]+/gu, ' ')
    .trim()
}

const TIME = /(?<!\d)(?:(?:19|20)?\d{2}\s*年度?)?(?:第?[一二三四1-4]\s*季度|[上下]半年|\d{1,2}\s*月份?(?!\d)|[春夏秋冬]季(?:学期)?)|(?:19|20)\d{2}\s*年度?|全年|年度/gu // prettier-ignore

/** A title without its unit, time and brackets: 梨湾镇2024年第一季度热线工单办理台账 → 热线工单办理台账. */
export function bareTitle(title: string): string {
  const plain = title.normalize('NFKC').replace(/[(（【[][^)）】\]]*[)）】\]]/gu, ' ')
  return plain.replace(TIME, ' ').trim().replace(UNIT_HEAD, ' ').replace(/\s+/gu, '')
}

/** What a ledger or paper is about, from its title: 梨湾镇2024年第一季度热线工单办理台账 → 热线工单. */
export function titleWords(title: string): string {
  return objectWords(bareTitle(title).replace(PAPER, ' '))
    .replace(/(?:^| )[\u4e00-\u9fa5](?= |$)/gu, ' ')
    .trim()
}

/** Places smaller than the unit that a text names. */
export function placesIn(text: string): string[] {
  const names = [...text.matchAll(SMALL_PLACE)].map(match =>
    match[1]!.replace(/^[在为对给把到由与和及从]/u, '')
  )
  return [...new Set(names)].filter(place => !NO_PLACE.test(place))
}

/** The longest piece two texts share, of two ideographs and more. */
export function sharedWord(a: string, b: string): string {
  let best = ''
  for (let from = 0; from < a.length; from++) {
    for (let to = from + Math.max(2, best.length + 1); to <= a.length; to++) {
      const piece = a.slice(from, to)
      if (piece.includes(' ') || !b.includes(piece)) break
      best = piece
    }
  }
  return best
}
