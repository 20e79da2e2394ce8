import formFields from '../../resources/lexicon/form-fields.json'
import headers from '../../resources/lexicon/ledger-headers.json'
import type { Meaning } from '../model/evidence.ts'
import { bare } from '../support/text.ts'

/** What a header or label says its column or field records; `exact` when the whole label is a known one. */
export interface LabelMeaning {
  meaning: Meaning
  exact: boolean
}

/** Longest label looked up; longer cells are sentences. Longest known label in the two lexicons: 12. */
const LONGEST_LABEL = 24

/** Meaning of a header or label, undefined when no known label stands in it. The longest known ending wins, then the longest known part. */
export function meaningOfLabel(label: string): LabelMeaning | undefined {
  const key = labelKey(label)
  if (key === '' || key.length > LONGEST_LABEL) return undefined
  const known = MEANING_OF.get(key)
  if (known) return { meaning: known, exact: true }
  if (BIRTHS.test(key)) return { meaning: 'other', exact: false }
  const part = longestPart(key)
  return part === undefined ? undefined : { meaning: MEANING_OF.get(part)!, exact: false }
}

/** Whether a cell reads as a label: a known one, or a short known ending such as 被谈话人姓名. */
export function isLabel(text: string): boolean {
  const key = labelKey(text)
  if (key === '' || key.length > 12) return false
  if (MEANING_OF.has(key)) return true
  const part = longestPart(key)
  return part !== undefined && part.length >= 2 && key.length <= part.length + 4 && key.endsWith(part)
}

/** A label without brackets, marks and its closing colon. */
export function labelKey(text: string): string {
  return bare(text.replace(/[（(【[][^）)】\]]*[）)】\]]/gu, ''))
}

/** Dates of a life, not of an event. */
export const BIRTHS = /出生|生日|入党|参加工作|birth|dob/u

/** Groups of ledger-headers.json by what they record. */
const GROUPS: Record<string, Meaning> = {
  序号: 'serial',
  日期: 'date',
  地点: 'place',
  单位: 'unit',
  主题: 'topic',
  内容: 'content',
  参加人员: 'person',
  记录人: 'recorder',
  负责人: 'responsible',
  对象: 'subject',
  问题: 'problem',
  措施: 'measure',
  时限: 'deadline',
  完成情况: 'outcome',
  数量: 'quantity',
  联系电话: 'phone',
  签字: 'signature',
  佐证: 'evidence',
  备注: 'note'
}

/** Fields of form-fields.json with a meaning of their own; the others (性别, 民族 …) are `other` and known as labels. */
const FIELDS: Record<string, Meaning> = {
  姓名: 'subject',
  公民身份号码: 'idNumber',
  现住址: 'address',
  联系电话: 'phone',
  户主: 'household',
  户号: 'household',
  人口数: 'quantity',
  户数: 'quantity',
  收入: 'quantity',
  法定代表人: 'person',
  行政区划: 'unit'
}

/** Everyday labels the two lexicons leave out. */
const MORE: readonly (readonly [Meaning, string])[] = [
  ['serial', '号 项 档案号 流水号 单号 台账编号 id rec_id'],
  [
    'date',
    '会议时间 活动时间 谈话时间 培训时间 学习时间 巡查时间 值班日期 开展时间 受理时间 办结时间 整改时间 拍摄时间 day'
  ],
  ['time', '时段 起止时间 开始时间 结束时间 时刻 time'],
  ['place', '活动地点 谈话地点 培训地点 走访地址 巡查点位 巡查地点 巡查区域 检查部位 place location venue'],
  ['unit', '部门 科室 支部 党支部 班组 街道 镇街 企业名称 单位名称 department'],
  ['topic', '会议名称 活动名称 培训主题 学习主题 谈话主题 议题 标题 课题 title topic subject'],
  [
    'content',
    '活动内容 培训内容 巡查情况 走访情况 谈话情况 检查情况 值班情况 帮扶情况 宣传内容 记录 记事 会议记录 工作记录 详细情况 简要情况 诉求内容 content description details'
  ],
  [
    'person',
    '人员 联系人 值班人员 值班人 巡查人员 巡查人 走访人 谈话人 检查人 检查人员 主讲人 与会人员 参与人员 带班领导 attendees'
  ],
  [
    'subject',
    '被谈话人 被走访人 被访人 走访户 慰问对象 帮扶对象 来访人 反映人 学员 员工姓名 商户 商户名称 name'
  ],
  ['problem', '问题 隐患 发现隐患 存在隐患 反映问题 需求 困难 problem'],
  ['measure', '措施 处理意见 处置情况 处理情况 解决情况 帮扶措施 处理办法 measure'],
  ['outcome', '结果 检查结果 巡查结果 结论 成效 效果 满意度 回访情况 outcome result status'],
  [
    'quantity',
    '单价 合计 总价 经费 补助金额 发放金额 分数 得分 成绩 年龄 份数 天数 时长 amount quantity age'
  ],
  ['phone', 'phone tel mobile telephone'],
  ['idNumber', '证件号 soc_sec_id ssn'],
  ['address', '地址 通讯地址 住宅地址 address addr'],
  ['household', '户籍号'],
  ['note', 'note notes remark remarks comment']
]

const MEANING_OF = new Map<string, Meaning>()
for (const [field, { syn }] of Object.entries(formFields.fields)) {
  // 低保, 空巢老人 and the like are answers as often as headers.
  if (field === '人员类别') continue
  for (const each of syn) add(each, 'other')
}
for (const [field, meaning] of Object.entries(FIELDS))
  for (const each of (formFields.fields as Record<string, { syn: string[] }>)[field]?.syn ?? [])
    add(each, meaning)
for (const [group, labels] of Object.entries(headers.headers))
  for (const each of labels) add(each, GROUPS[group] ?? 'other')
for (const [meaning, labels] of MORE) for (const each of labels.split(' ')) add(each, meaning)
add('户主姓名', 'subject')
add('出生日期', 'other')
add('填报日期', 'date')

const WHOLE = new Set([
  '村',
  '社区',
  '组',
  '街道',
  '乡镇',
  '镇街',
  '村民小组',
  '网格',
  '区域',
  '单位',
  '部门',
  '科室',
  '支部',
  '党支部',
  '班组',
  '说明',
  '其他',
  '人员',
  '名称',
  '产权人',
  '法人',
  '学员',
  '商户'
])

const LONGEST_KNOWN = Math.max(...[...MEANING_OF.keys()].map(key => key.length))

function add(label: string, meaning: Meaning): void {
  const key = labelKey(label)
  if (key !== '') MEANING_OF.set(key, meaning)
}

/** Known labels of two characters and more that end the key, else stand anywhere in it; the longest first. */
function longestPart(key: string): string | undefined {
  for (let length = Math.min(key.length, LONGEST_KNOWN); length >= 2; length--) {
    if (known(key.slice(-length))) return key.slice(-length)
  }
  for (let length = Math.min(key.length, LONGEST_KNOWN); length >= 2; length--) {
    for (let at = 0; at + length < key.length; at++) {
      if (known(key.slice(at, at + length))) return key.slice(at, at + length)
    }
  }
  return undefined
}

/** Latin labels only count whole (`date` stands in `update`), and so do words that end names of places: 香樟社区 is no label. */
function known(part: string): boolean {
  return !/^[a-z0-9_]+$/u.test(part) && !WHOLE.has(part) && MEANING_OF.has(part)
}
