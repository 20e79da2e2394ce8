import keep from '../../resources/rules/keep.json'
import type { Purpose } from '../model/audit.ts'
import type { Language } from './language.ts'

type Labels<K extends string> = Record<Language, Record<K, string>>

/** What trace was made for, as far as the package shows. */
export const PURPOSE_LABELS: Labels<Purpose> = {
  zh: { required: '法规制度要求留存', demanded: '指标或通知点名要求', avoidable: '未见规定或点名要求' },
  en: { required: 'required by law or rule', demanded: 'asked for by a named indicator or notice', avoidable: 'neither required nor asked for by name' }
} // prettier-ignore

/** Whom a rule binds; every code of `binds` in resources/rules/keep.json. */
export const BINDS_LABELS: Labels<string> = {
  zh: {
    'party-branch': '党支部',
    'party-leading-body': '县以上党和国家机关领导班子',
    'village-committee': '村民委员会、村务监督机构',
    'production-unit': '生产经营单位',
    'safety-supervisor': '负有安全生产监督管理职责的部门',
    'fire-key-unit': '消防安全重点单位（其他单位按规定保管消防资料）',
    'every-unit': '机关、团体、企业、事业等单位',
    'special-equipment-user': '特种设备使用单位',
    authority: '各级党委和政府信访部门及其他机关、单位',
    'mediation-committee': '人民调解委员会',
    'social-assistance': '民政部门、乡镇人民政府（街道办事处）',
    employer: '用人单位',
    procurer: '采购人、采购代理机构',
    'construction-owner': '建设单位',
    'budget-unit': '预算部门和单位',
    'party-state-organ': '党政机关',
    'survey-respondent': '统计调查对象',
    enforcement: '实施行政处罚的机关',
    'correction-body': '社区矫正机构、司法所',
    school: '中小学、幼儿园等学校',
    'food-business': '食品经营企业',
    'medical-institution': '医疗卫生机构',
    'public-health-provider': '提供基本公共卫生服务的机构',
    'farm-producer': '农产品生产企业、农民专业合作社、农业社会化服务组织'
  },
  en: {
    'party-branch': 'Party branches',
    'party-leading-body': 'leading bodies of Party and State organs from county level up',
    'village-committee': 'villagers’ committees and village oversight bodies',
    'production-unit': 'units of production and business',
    'safety-supervisor': 'departments that supervise work safety',
    'fire-key-unit': 'units of fire-safety priority (others keep their fire papers as provided)',
    'every-unit': 'organs, organisations, enterprises and institutions',
    'special-equipment-user': 'users of special equipment',
    authority: 'petition offices and other organs and units that receive petitions',
    'mediation-committee': 'people’s mediation committees',
    'social-assistance': 'civil affairs departments, townships and sub-districts',
    employer: 'employers',
    procurer: 'procuring bodies and their agents',
    'construction-owner': 'owners of construction works',
    'budget-unit': 'budget departments and units',
    'party-state-organ': 'Party and State organs',
    'survey-respondent': 'those surveyed for statistics',
    enforcement: 'organs that impose administrative penalties',
    'correction-body': 'bodies of community correction',
    school: 'schools and nurseries',
    'food-business': 'food businesses',
    'medical-institution': 'medical institutions',
    'public-health-provider': 'providers of basic public health services',
    'farm-producer': 'farm enterprises, cooperatives and service organisations'
  }
}

/** Administrative activities of resources/tariffs, with their unit. */
export const TARIFF_LABELS: Labels<string> = {
  zh: {
    photo: '拍摄并归档一张照片',
    entry: '填写一行台账',
    form: '填写一份表格',
    minutes: '整理一份会议记录',
    'sign-in': '办理一张签到表',
    page: '撰写一页文字材料',
    pledge: '签订并归档一份承诺、责任书',
    relay: '转办并归档一件来文',
    receipt: '回复一条群消息',
    scan: '扫描并归档一页',
    copy: '把已有材料再归档一次'
  },
  en: {
    photo: 'photograph taken and filed',
    entry: 'ledger entry written',
    form: 'form filled in',
    minutes: 'set of minutes written',
    'sign-in': 'sign-in sheet collected',
    page: 'page of text written',
    pledge: 'pledge signed and filed',
    relay: 'document relayed and filed',
    receipt: 'chat message answered',
    scan: 'page scanned and filed',
    copy: 'file filed once more'
  }
}

/** What a rule requires, in a sentence; undefined for an id this version does not know. */
export function keepRequires(rule: string, language: Language): string | undefined {
  return keep.rules.find(({ id }) => id === rule)?.requires[language]
}

/** Why something that is not counted as required is not advised away either: a caution, or a rule its title speaks of. */
export function mayKeepBecause(id: string, language: Language): string | undefined {
  const caution = keep.cautions.find(each => each.id === id)?.because[language]
  if (caution) return caution
  const rule = keep.rules.find(each => each.id === id)
  if (!rule) return undefined
  return language === 'zh'
    ? `名称提到《${rule.title}》要求留存的事项，内容未能确认，删减前请先查。`
    : `Its name speaks of what 《${rule.title}》 requires; its content does not show it: look before leaving it out.`
}

/** Often believed to be required, with what the rules say. */
export function notRequired(
  language: Language
): { id: string; what: string; because: string; basis: readonly string[] }[] {
  return keep.notRequired.map(({ id, what, because, basis }) => ({ id, what: what[language], because: because[language], basis })) // prettier-ignore
}

type Pair = readonly [zh: string, en: string]

/** The same as pairs by code, for tables of codes: whom a rule binds, lines of the tariff, what a rule requires. */
export const KEEP_CODES: Record<'binds' | 'tariff' | 'rule', Record<string, Pair>> = {
  binds: pairs(BINDS_LABELS),
  tariff: pairs(TARIFF_LABELS),
  rule: Object.fromEntries(keep.rules.map(({ id, requires }) => [id, [requires.zh, requires.en] as const]))
}

function pairs({ zh, en }: Labels<string>): Record<string, Pair> {
  return Object.fromEntries(Object.keys(zh).map(code => [code, [zh[code]!, en[code]!] as const]))
}
