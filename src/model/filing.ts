/**
 * Words by which packages are filed, as sources of regular expressions (texts in NFKC form, lower case). Shared
 * by fingerprints (what a folder's name says) and relations (whether two names speak of one activity).
 */

/** Kinds of things that lie in a folder or that a file is; longer words first. */
export const FILING_WORDS = [
  '佐证材料', '佐证资料', '支撑材料', '支撑资料', '证明材料', '印证材料', '印证资料', '过程材料', '过程资料',
  '影像资料', '图片资料', '文字资料', '文字材料', '文件资料', '档案资料', '参会人员名单', '人员名单', '会议记录',
  '会议纪要', '会议照片', '会议资料', '会议材料', '会议签到', '会议通知', '会议议程', '活动记录', '活动纪实', '活动剪影', '走访记录', '工作记录', '学习记录', '记录表', '签到表', '签到册', '签到簿',
  '签到', '新闻稿', '信息稿', '活动方案', '工作方案', '实施方案', '方案', '工作计划', '计划', '通知', '议程',
  '工作总结', '活动总结', '总结', '小结', '简报', '汇报', '报告', '报道', '新闻', '信息', '记录', '纪要', '台账', '登记表',
  '登记', '明细', '清单', '名单', '统计表', '汇总表', '汇总', '一览表', '表格', '照片', '图片', '相片', '影像', '截图', '视频', '录像',
  '音频', '原图', '扫描件', '扫描', '复印件', '附件', '附表', '佐证', '支撑', '证明', '凭证', '材料', '资料', '文件', '文档', '档案',
  '其他', '其它', '杂项', '现场图', '纪实', '剪影', '图', '稿',
  'photographs?', 'photos?', 'pictures?', 'images?', 'pics?', 'imgs?', 'screenshots?', 'videos?', 'media', 'documents?',
  'docs?', 'files?', 'evidence', 'attachments?', 'annex', 'misc', 'other', 'scans?', 'originals?', 'records?',
  'minutes', 'sign-?in sheets?', 'sign-?in', 'sheets?', 'reports?', 'summary', 'notices?', 'lists?', 'register'
] as const // prettier-ignore

/** What stands between filing words without adding a subject. */
export const FILLING_WORDS = [
  '现场', '活动', '工作', '相关', '有关', '部分', '全部', '所有', '原始', '电子版', '纸质版', '及', '和', '与', '等',
  '的', '类', '版', '份', 'of', 'and', 'the', 'all', 'for'
] as const // prettier-ignore

/** What happens on an occasion; a folder or title with one of these may name an activity. */
export const EVENT_WORDS = [
  '走访', '慰问', '座谈', '党日', '三会一课', '党课', '宣讲', '宣传', '培训', '学习会', '集中学习', '研讨', '讲座', '会议', '大会', '例会',
  '推进会', '调度会', '动员会', '部署会', '总结会', '启动', '仪式', '演练', '检查', '巡查', '排查', '督查', '督导', '调研', '考察', '整治',
  '清理', '清扫', '清洁', '行动', '志愿', '服务', '义诊', '帮扶', '救助', '捐', '植树', '参观', '观影', '比赛', '竞赛', '运动会', '联欢', '晚会', '文艺',
  '活动', '体验', '实践', '入户', '接访', '下沉', '值守', '巡逻', '消杀', '开放日', '宪法日', '重阳', '端午', '中秋', '春节', '元宵', '清明', '六一', '五四',
  '七一', '八一', '国庆', 'visit', 'meeting', 'training', 'event', 'activity', 'campaign', 'inspection', 'drill', 'lecture',
  'workshop', 'volunteer', 'ceremony', 'patrol'
] as const // prettier-ignore

/** 3-8, 3-15, 5-12, 12-4 …: anniversaries people write as month and day. */
export const ANNIVERSARIES: ReadonlySet<string> = new Set(
  '1-10 3-5 3-8 3-12 3-15 4-15 4-23 5-1 5-4 5-12 5-19 6-1 6-5 6-14 6-26 7-1 8-1 8-19 9-3 9-10 9-18 9-30 10-1 10-17 11-9 12-1 12-2 12-4 12-13'.split(' ') // prettier-ignore
)
