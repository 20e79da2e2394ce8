import type { LadderStep } from '../model/audit.ts'
import { LADDER } from '../model/audit.ts'

/** How far a text's results can be verified; see `ladder` in the lexicon's classes.json. */
const UNIT = '(?:户|人次|人|件|个|处|公里|千米|米|平方米|亩|吨|万元|元|台|盏|座|起|宗|名|株|套|条|批|份)'
const QUANTITY = new RegExp(`\\d+(?:\\.\\d+)?\\s*(?:${UNIT}|%|％)`, 'u')
const DATE = /\d{4}\s*[年\-/.]\s*\d{1,2}|\d{1,2}\s*月\s*\d{1,2}\s*日/u
const OBJECT = /(?:[一-龥]{2,8}(?:村|社区|组|路|街|桥|渠|校|院|站|小区|户|公司|河|塘|坝|泵站|广场|楼))/u
const COMPARED =
  /由\s*\d[^。；]{0,20}(?:降|升|提高|减少|缩短|增加|上升|下降)(?:至|到|为)\s*\d|(?:目标|计划|应)[^。；]{0,12}\d[^。；]{0,20}(?:实际|实绩|完成|已)[^。；]{0,8}\d|(?:整改|治理|改造|实施)前[^。；]{0,24}\d[^。；]{0,40}(?:整改|治理|改造|实施)?后[^。；]{0,24}\d/u
const OUTSIDE =
  /(?:回单|凭证|发票|流水|合同|工单|验收单|报告|检测)(?:编?号|单号)\s*[:：]?\s*[A-Za-z0-9〔[（(-]|(?:验收|检测|审计|鉴定)[^。；]{0,10}(?:字第|编号)|第三方[^。；]{0,16}(?:检测|评估|调查)|CMA|验收组[^。；]{0,20}(?:签字|合格)/u

/** The highest step a text reaches. E4 here only says that an outside document is named; `classify` asks for it to be the document itself. */
export function ladderOf(text: string): LadderStep {
  if (!/\d/u.test(text)) return 'E0'
  if (QUANTITY.test(text) && OUTSIDE.test(text)) return 'E4'
  if (COMPARED.test(text)) return 'E3'
  if (QUANTITY.test(text) && DATE.test(text) && OBJECT.test(text)) return 'E2'
  return QUANTITY.test(text) ? 'E1' : 'E0'
}

/** The highest step among sentences, so that a quantity in one and a date in another do not add up to a verifiable claim. */
export function ladderOfText(text: string): LadderStep {
  let best = 0
  for (const sentence of text.split(/[。；;\n]/u).slice(0, MOST_SENTENCES)) {
    best = Math.max(best, LADDER.indexOf(ladderOf(sentence)))
    if (best === LADDER.length - 1) break
  }
  return LADDER[best]!
}

/** A ceiling for a stranger's text; a long annual report has some 500 sentences. */
const MOST_SENTENCES = 5000

export function atLeast(step: LadderStep | undefined, floor: LadderStep): boolean {
  return step !== undefined && LADDER.indexOf(step) >= LADDER.indexOf(floor)
}

export const CREDIT: Record<LadderStep, number> = { E0: 0, E1: 0.15, E2: 0.5, E3: 0.75, E4: 1 }
