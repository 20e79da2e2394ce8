import type { FolderKey } from '../pack.ts'

/** What an inspection asks for under each heading: name as its list writes it, and the evidence. */
export const DEMANDS: Record<FolderKey, readonly [name: string, evidence: string]> = {
  organisation: ['组织领导', '领导小组文件、工作方案、年度总结，纸质版和电子版各一份'],
  party: ['三会一课', '支部党员大会记录、签到表原件，装订成册'],
  safety: ['安全生产例会', '例会记录、月报，纸质材料'],
  hazards: ['隐患排查整改', '检查记录、整改销号台账，电子版'],
  visits: ['走访联系群众', '走访台账、走访登记表；现场照片'],
  disputes: ['矛盾纠纷化解', '排查调处台账、调解协议书复印件'],
  environment: ['人居环境整治', '巡查台账、整治前后照片'],
  river: ['河湖巡查', '巡河记录、水质检测报告，现场照片'],
  subsidy: ['惠民资金发放', '发放表、银行回单复印件'],
  employment: ['就业帮扶', '帮扶就业人员登记、劳动合同复印件'],
  volunteer: ['志愿服务', '活动记录、活动照片、短视频'],
  publicity: ['宣传教育', '活动信息、工作简报、宣传照片'],
  flood: ['防汛值守', '值班记录、值守群截图'],
  works: ['项目建设', '竣工验收单、合同、收入到账凭证原件'],
  hotline: ['热线与信访', '工单办理台账、回访记录、第三方评估报告'],
  base: ['基础信息', '各类人员花名册电子表'],
  talks: ['谈心谈话', '谈心谈话记录'],
  study: ['学习教育', '学习笔记（每人不少于1万字）、心得体会']
}

/** Asked for, and nothing of it in the package. */
export const UNMET: readonly (readonly [name: string, evidence: string])[] = [
  ['政务公开', '政府信息公开年度报告、公开目录'],
  ['档案管理', '归档目录、档案移交清单'],
  ['消防基础设施', '消防水源台账、微型消防站验收资料'],
  ['殡葬改革', '公益性公墓年检报告'],
  ['知识产权保护', '执法检查文书'],
  ['应急物资储备', '物资储备清单、轮换记录，附照片']
]

export const CHAPTERS = ['党建引领', '平安稳定', '民生保障', '综合管理', '自身建设'] as const
export const SECTIONS = ['基础工作', '重点任务', '日常管理'] as const
export const OFFICES = ['县委组织部', '县委政法委', '县应急管理局', '县民政局', '县农业农村局', '县水利局', '县委宣传部', '县委社会工作部'] as const // prettier-ignore
