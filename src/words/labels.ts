import type { MaterialClass, Owner, Strength, Answer } from '../model/audit.ts'
import type { Kind, NoteCode, Status } from '../model/kinds.ts'
import type { Language } from './language.ts'

type Labels<K extends string> = Record<Language, Record<K, string>>

export const CLASS_LABELS: Labels<MaterialClass> = {
  zh: { trace: '过程材料', result: '结果材料', mixed: '过程与结果兼有', input: '基础报表', issued: '他人下发', unknown: '未能判定' },
  en: { trace: 'trace', result: 'result', mixed: 'mixed', input: 'base data', issued: 'issued by others', unknown: 'undetermined' }
} // prettier-ignore

export const STRENGTH_LABELS: Labels<Strength> = {
  zh: { strong: '依据充分', moderate: '依据较多', weak: '仅供参考' },
  en: { strong: 'well supported', moderate: 'supported', weak: 'a hint only' }
}

export const OWNER_LABELS: Labels<Owner> = {
  zh: { unit: '由本单位核实', asker: '由布置、考核方改进', nobody: '无需处理' },
  en: { unit: 'for the unit to check', asker: 'for those who asked to mend', nobody: 'nobody’s to mend' }
}

export const ANSWER_LABELS: Labels<Answer> = {
  zh: { found: '有待核实', clear: '未见', undecided: '无法判断', notApplicable: '不适用', crashed: '检查未能完成' },
  en: { found: 'to be checked', clear: 'none seen', undecided: 'cannot tell', notApplicable: 'does not apply', crashed: 'the check could not finish' }
} // prettier-ignore

export const KIND_LABELS: Labels<Kind> = {
  zh: { table: '表格', document: '文档', picture: '图片', video: '视频', conversation: '聊天记录', archive: '压缩包', other: '其他' },
  en: { table: 'table', document: 'document', picture: 'picture', video: 'video', conversation: 'conversation', archive: 'archive', other: 'other' }
} // prettier-ignore

export const STATUS_LABELS: Labels<Status> = {
  zh: { read: '已读', partly: '读了一部分', unread: '未能读取', listed: '只列名' },
  en: { read: 'read', partly: 'partly read', unread: 'not read', listed: 'listed only' }
}

export const NOTE_TEXTS: Labels<NoteCode> = {
  zh: {
    'name-differs': '扩展名写的是 {says}，内容实为 {is}，已按内容读取',
    'no-text-layer': '扫描件：{pages} 页都没有文字层',
    'system-file': '系统文件，只列名',
    'lock-file': '办公软件的临时锁文件，只列名',
    'own-output': '痕实自己的输出，不再检查',
    link: '链接，未跟随',
    'split-volume': '分卷压缩包的一卷',
    'hidden-sheet': '含隐藏的工作表：{sheets}',
    shortened: '过长的内容只保留了 {kept}',
    'secrecy-mark': '见有“{mark}”标识：只计数，不引述、不出图',
    'no-indicators':
      '作为指标清单给出，但没有读出指标：需要一张表，表头有指标名称，以及佐证材料、评分标准或分值',
    'bound-papers': '一个文件里装订了 {papers} 份材料，活动与类别按每一份判断'
  },
  en: {
    'name-differs': 'The extension says {says}, the content is {is}; read as what it is',
    'no-text-layer': 'Scanned: none of the {pages:page} has a text layer',
    'system-file': 'System file, listed only',
    'lock-file': 'Lock file of an office program, listed only',
    'own-output': 'Written by Henshi, not audited again',
    link: 'A link, not followed',
    'split-volume': 'One volume of a split archive',
    'hidden-sheet': 'Has hidden sheets: {sheets}',
    shortened: 'Over-long content was cut; kept {kept}',
    'secrecy-mark': 'Carries the mark “{mark}”: counted, never quoted or pictured',
    'no-indicators':
      'Given as the list of indicators, but none was found in it: it needs a table with a column of names and one of evidence asked, criteria or points',
    'bound-papers': 'Holds {papers:paper} bound together; activities and classes are judged paper by paper'
  }
}
