import type { Language } from './language.ts'

/** Labels that stand beside values in evidence: what a file claims of itself. */
const LABELS: Record<string, [zh: string, en: string]> = {
  claimed: ['材料自称', 'claimed for'],
  claimedDate: ['材料自称', 'claimed for'],
  taken: ['文件记录的拍摄时间', 'file records taken'],
  takenAt: ['文件记录的拍摄时间', 'file records taken'],
  savedAt: ['名称中的保存时间', 'saved, by its name'],
  gpsAt: ['定位时间（UTC）', 'position time (UTC)'],
  digitizedAt: ['文件记录的数字化时间', 'file records digitised'],
  modifiedAt: ['文件记录的改动时间', 'file records changed'],
  device: ['设备', 'device'],
  counter: ['计数', 'counter'],
  activity: ['活动', 'activity'],
  place: ['地点', 'place'],
  created: ['文件记录的创建时间', 'file records created'],
  modified: ['文件记录的修改时间', 'file records modified'],
  author: ['作者', 'author'],
  size: ['尺寸', 'size'],
  software: ['软件', 'software'],
  indicator: ['指标', 'indicator'],
  inspectedOn: ['检查日期', 'inspected on'],
  title: ['标题', 'title'],
  pages: ['页数', 'pages'],
  asker: ['提出单位（材料所载）', 'asked for by (as stated)'],
  askedAbout: ['共同对象', 'subjects in common'],
  cellsAgain: ['重复格数', 'redundant cells'],
  entryDates: ['条目所载日期', 'dates of entries'],
  entries: ['条目', 'entries']
}

export function claimLabel(label: string, language: Language): string {
  return LABELS[label]?.[language === 'zh' ? 0 : 1] ?? label
}

/** Roles in a conversation, never names: `asker`, `member3`. */
export function roleLabel(role: string, language: Language): string {
  const zh = language === 'zh'
  if (role === 'asker') return zh ? '发布者' : 'asker'
  const member = /^member(\d+)$/.exec(role)
  if (member) return zh ? `成员${member[1]}` : `member ${member[1]}`
  return role
}
