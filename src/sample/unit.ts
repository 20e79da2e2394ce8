import { seeded, type Random } from './random.ts'

/** A town that does not exist, with its villages and people. */
export interface Unit {
  county: string
  town: string // 梨湾镇
  name: string // 云泽县梨湾镇人民政府
  bureau: string // a superior that asks
  villages: string[] // 枫坪村
  staff: Person[] // officials of the town
  residents: Resident[]
  firms: string[]
  rivers: string[]
  roads: string[]
  spots: string[] // landmarks for places of entries
}

export interface Person {
  name: string
  post: string
}

export interface Resident {
  name: string
  village: string
  group: number // 村民小组
  phone: string
  id: string
  people: number
  female: boolean
  born: string
}

const COUNTIES = ['云泽县', '青陵县', '宁渚县', '临塘县', '永岭县', '安渚县', '汀泽县', '岚浦县', '澜阳县', '沅岚县', '槐川县', '霁溪县'] // prettier-ignore
const HEADS = [...'梨栗枫竹荷杏柏桐芦苇槐榆桃柳茶菱藕松桑椿棠檀枣柿橘']
const TAILS = ['湾', '坪', '桥', '铺', '岗', '渡', '坝', '塘', '沟', '冲', '岭', '洼', '庄', '滩', '埠']
const SURNAMES = [...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许邓韩冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛'] // prettier-ignore
const GIVEN = [...'国建明志军红梅兰芳秀英桂玉凤春华秋月丽娟敏静淑惠琴云霞燕玲强勇刚伟杰涛鹏飞辉斌超波亮东海林森山川平安福贵德仁义礼智信成长生根水土木金全发财旺喜庆来顺利双文武斯远思雨欣怡佳琪浩然宇轩子涵梓晨诗瑶嘉俊博睿晓彤雪莹'] // prettier-ignore
const FIRM_WORDS = ['兴达', '绿源', '恒泰', '金穗', '鑫盛', '永固', '禾丰', '瑞康', '顺通', '宏远', '云谷', '锦程'] // prettier-ignore
const FIRM_KINDS = ['农业开发有限公司', '建材厂', '食品加工厂', '家具厂', '竹木制品厂', '建筑工程有限公司', '养殖专业合作社', '果蔬种植专业合作社', '机械配件厂', '服饰有限公司'] // prettier-ignore
const BUREAUS = ['城乡综合服务中心', '基层治理工作办公室', '乡村发展服务局', '民生保障工作办公室']
const POSTS = ['党委书记', '镇长', '党委副书记', '副镇长', '纪检委员', '组织委员', '宣传委员', '武装部长', '党政办主任', '综治办主任', '农业办主任', '社会事务办主任', '应急办主任', '村镇建设办主任', '便民中心主任', '党政办干事', '综治办干事', '农业办干事', '民政干事', '规划员', '网格长', '水利员', '林业员', '文化站长', '财政所长', '妇联主席', '团委书记', '驻村干部', '驻村干部', '驻村干部', '驻村干部', '驻村干部'] // prettier-ignore
const SPOTS = ['村委会门前', '老学校后墙', '卫生室旁', '文化广场', '老供销社', '机耕路口', '水泵房', '抽水站', '粮站旧址', '小学门口', '养老服务点', '公交停靠点', '快递代收点', '农贸市场北门', '垃圾分类亭', '石板桥头', '晒谷场', '祠堂东侧', '蓄水池边', '变压器下', '古樟树旁', '河埠头', '采摘园入口', '养鸡场外', '砖厂岔路', '果蔬大棚区', '鱼塘塘埂', '公墓岔道', '老油坊', '电商服务站', '光伏板下', '村口牌坊', '木材加工点', '三组井台', '五组竹林', '二组坡道', '六组涵洞', '沿河步道', '旧砖窑', '篮球场'] // prettier-ignore

export function makeUnit(seed: number): Unit {
  const random = seeded(`${seed}/unit`)
  const county = random.pick(COUNTIES)
  const heads = random.shuffled(HEADS)
  const town = `${heads[0]}${random.pick(TAILS)}镇`
  const villages = heads.slice(1, 9).map(head => `${head}${random.pick(TAILS)}村`)
  const names = nameDeck(random.fork('names'))
  return {
    county,
    town,
    name: `${county}${town}人民政府`,
    bureau: `${county}${random.pick(BUREAUS)}`,
    villages,
    staff: POSTS.map(post => ({ name: names(), post })),
    residents: Array.from({ length: 260 }, () => makeResident(random, names(), villages)),
    firms: random.some(FIRM_WORDS, 7).map(word => `${county.slice(0, 2)}${word}${random.pick(FIRM_KINDS)}`),
    rivers: random.some(heads.slice(9), 3).map(head => `${head}${random.pick(['溪', '河', '港'])}`),
    roads: random.some(heads.slice(12), 5).map(head => `${head}${random.pick(['桥', '林', '新', '塘'])}路`),
    spots: random.some(SPOTS, 30)
  }
}

/** Names no two people of the package share. */
function nameDeck(random: Random): () => string {
  const used = new Set<string>()
  return () => {
    for (;;) {
      const name =
        random.pick(SURNAMES) + random.pick(GIVEN) + (random.chance(0.72) ? random.pick(GIVEN) : '')
      if (used.has(name) || name[1] === name[2]) continue
      used.add(name)
      return name
    }
  }
}

function makeResident(random: Random, name: string, villages: readonly string[]): Resident {
  const born = `${random.int(1938, 2004)}-${String(random.int(1, 12)).padStart(2, '0')}-${String(random.int(1, 28)).padStart(2, '0')}`
  const female = random.chance(0.5)
  return {
    name,
    village: random.pick(villages),
    group: random.int(1, 9),
    phone: makePhone(random),
    id: makeId(random, born, female),
    people: random.int(1, 6),
    female,
    born
  }
}

/** Mobile prefixes no operator has been given, so that nobody can be rung up. */
const UNASSIGNED = ['154', '160', '161', '163', '164', '168', '169']

export function makePhone(random: Random): string {
  return random.pick(UNASSIGNED) + String(random.int(0, 99_999_999)).padStart(8, '0')
}

/** Like an identity number, but of a province that does not exist and with a check digit that is wrong. */
export function makeId(random: Random, born: string, female: boolean): string {
  const order = random.int(0, 49) * 2 + (female ? 0 : 1) + random.int(1, 8) * 100
  const body = `77${random.int(1000, 9999)}${born.replaceAll('-', '')}${String(order).padStart(3, '0')}`
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((total, weight, i) => total + weight * Number(body[i]), 0)
  const right = '10X98765432'[sum % 11]!
  const wrong = [...'0123456789'].filter(digit => digit !== right)
  return body + random.pick(wrong)
}
