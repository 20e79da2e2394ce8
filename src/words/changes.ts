import type { Cue } from '../model/audit.ts'
import type { Language } from './language.ts'

/** What would give a material another class, by the code in `materials[].change`. Advice to whoever keeps it, no reproach. */
export const CHANGE_TEXTS: Record<Language, Record<string, string>> = {
  zh: {
    'outcome-per-entry': '{entries} 条记录没有各自的结果：逐条写明办成了什么、何时、何处，才会部分或全部计为结果材料',
    'close-entries': '{entries} 条中 {told} 条写明了结果：其余各条补上实际结果或办结时间（确有的），会计为结果材料',
    'show-what-carries': '文中数字是本单位自述：包内有对应的台账、凭证、验收或测评时，以那些材料为准',
    'outside-document': '附上外部单位出具的凭证本身（银行回单、第三方报告、验收单），或数字与其一致，可核实程度最高',
    'result-of-occasion': '只说明做过这件事：由此办成了什么，另有带数量、对象和时间的材料时，那份材料计为结果材料',
    'fill-in': '是待填的空表：填写后按内容判定',
    'own-content': '是他人下发的材料，不计入本单位的过程与结果',
    'readable-copy': '没有可读的文字：换成带文字层的版本后按内容判定',
    'say-more': '内容太少，看不出是哪类材料',
    'before-and-after': '照片只说明到过现场：同一地点前后对比并附测量数据，会计为兼有结果',
    'what-was-done-with-it': '只是基础数据或使用数据：另有材料说明据此为谁办成了什么时，那份材料计为结果材料',
    'third-party-survey': '本单位自行组织的测评：由第三方实施并写明样本与时间的，计为结果材料',
    'not-the-title': '标题说的是结果，正文里没有对应内容：按正文判定；正文写明数量、对象、时间和确认人后会改变'
  },
  en: {
    'outcome-per-entry': 'None of the {entries:entry} tells its own outcome: what was achieved, when and where, entry by entry, would make it partly or wholly result material',
    'close-entries': '{told} of {entries:entry} tell an outcome: the real outcome or closing date of the others, where there is one, would make it result material',
    'show-what-carries': 'Its figures are the unit’s own account: what counts is the ledger, receipt, acceptance or survey that carries them, where the package has one',
    'outside-document': 'With the outside document itself (bank receipt, third-party report, acceptance), or a figure that reconciles with it, it would be verifiable to the highest degree',
    'result-of-occasion': 'It tells that this took place: a material that says what came of it, with quantity, object and date, would be result material',
    'fill-in': 'A blank to be filled in; once filled in it is classed by its content',
    'own-content': 'Issued by others; it counts neither as this unit’s trace nor as its results',
    'readable-copy': 'No text can be read; a copy with a text layer would be classed by its content',
    'say-more': 'Too little content to tell what it is',
    'before-and-after': 'A photograph shows that somebody was there: the same spot before and after, with measurements, would show a result as well',
    'what-was-done-with-it': 'Base or usage data only: a material that says what was achieved for whom with it would be result material',
    'third-party-survey': 'A survey by the unit itself: one carried out by a third party, with sample and date, would be result material',
    'not-the-title': 'The title names a result that the text does not show, so the text decides; quantity, object, date and who confirmed it would change that'
  }
} // prettier-ignore

/** Reasons that are no words of the material itself (`materials[].why[].cue`). Others are quoted as they stand. */
export const CUE_TEXTS: Record<Language, Record<string, string>> = {
  zh: {
    issued: '由 --issued 给出', 'blank-form': '栏目齐全而未填写', 'issued-head': '有他人发文的版头', photograph: '照片', conversation: '聊天记录',
    'addressed-to-many': '发给下级多个单位并提出要求', 'addressed-to-the-unit': '发给本单位并提出要求', 'printed-by-others': '他人编印', 'scoring-rules': '有分值和评分标准而未评分',
    'learned-cues': '从已标注材料学得的线索合计', 'filled-record-form': '已填写的单次记录表', 'no-outcome-column': '没有结果一栏', occasion: '属于某次活动', receipt: '银行回单的构成', report: '外部报告的构成', acceptance: '验收文件的构成',
    serials: '系统流水号', seconds: '时间精确到秒', codes: '状态编码', handlers: '经办人众多', record: '逐条记录', payment: '发放明细', measured: '计量数据', compared: '前后对比', progress: '目标与完成', survey: '测评计数', metrics: '使用数据', signIn: '签名表', roster: '人员或物品名册', blank: '空表'
  },
  en: {
    issued: 'given with --issued', 'blank-form': 'headed but not filled in', 'issued-head': 'carries another body’s head', photograph: 'a photograph', conversation: 'a conversation',
    'addressed-to-many': 'sent down to many with a demand', 'addressed-to-the-unit': 'sent to the unit with a demand', 'printed-by-others': 'printed by others', 'scoring-rules': 'points and criteria, nothing scored',
    'learned-cues': 'cues learned from labelled materials, together', 'filled-record-form': 'a filled record of one occasion', 'no-outcome-column': 'no column for outcomes', occasion: 'belongs to an occasion', receipt: 'made up as a bank receipt', report: 'made up as an outside report', acceptance: 'made up as an acceptance',
    serials: 'system serials', seconds: 'times to the second', codes: 'status codes', handlers: 'many handlers', record: 'records', payment: 'payments', measured: 'measurements', compared: 'before and after', progress: 'target and actual', survey: 'answers counted', metrics: 'usage data', signIn: 'signatures', roster: 'a roster', blank: 'a blank'
  }
} // prettier-ignore

/** Where a reason stood. */
export const WHERE_TEXTS: Record<Language, Record<Cue['where'], string>> = {
  zh: { file: '文件名', folder: '文件夹名', title: '标题', sheet: '工作表名', header: '栏目', cell: '单元格', body: '正文', layout: '版式', provenance: '来源' },
  en: { file: 'file name', folder: 'folder name', title: 'title', sheet: 'sheet name', header: 'column', cell: 'cells', body: 'text', layout: 'layout', provenance: 'provenance' }
} // prettier-ignore

/** One reason in words: 标题“验收单”. */
export function cueText({ cue, where }: Pick<Cue, 'cue' | 'where'>, language: Language): string {
  const reconciles = /^reconciles:(\d+)$/u.exec(cue)
  if (reconciles) return language === 'zh' ? `合计与第 ${reconciles[1]} 号外部凭证一致` : `its total agrees with outside document no. ${reconciles[1]}` // prettier-ignore
  const known = cue.split('+').map(part => CUE_TEXTS[language][part])
  if (known.every(text => text !== undefined)) return known.join(language === 'zh' ? '、' : ', ')
  return language === 'zh' ? `${WHERE_TEXTS.zh[where]}“${cue}”` : `${WHERE_TEXTS.en[where]} “${cue}”`
}
