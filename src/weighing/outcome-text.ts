import type { LadderStep } from '../model/audit.ts'
import { onlyDoings } from './told.ts'

/** What an outcome cell says: nothing, that work went on, or what came of it. */

const STATE_ONLY =
  /^(?:已?(?:全部)?(?:完成|落实|整改|办结|办理|处理|处置|解决|到位|传达|上报|反馈|销号|交接|整改完毕|回复)(?:到位|完毕|完成|落实)?|是|否|无|正常|良好|合格|√|✓|100%|已按要求(?:落实|完成|整改)(?:到位)?)[。.!！]?$/u
const NOTHING =
  /^(?:(?:一切|情况|均)?正常|无异常|未发现|没有发现|暂无|无(?:问题|情况|突发)|平安|良好|安全|水面清洁|未见异常)/u
const OPEN =
  /未(?:完成|办结|整改|处理|落实|解决)|办理中|处理中|正在|进行中|待(?:办|处理|核实|整改|定)|跟进中|持续(?:关注|跟进)|滞后|逾期|^(?:将|拟|计划|下一步|继续)/u
/** Handed on, told, recorded: work went on, nothing came of it yet. */
const PASSED_ON =
  /^(?:已|当场|及时)?(?:上报|报送?|转|转交|移交|告知|反馈|登记|记录|通知|安排|联系|约谈|宣传|教育|提醒|督促|责令|汇报|了解|建议|要求)[^，。；,;\d]{0,14}[。.]?$/u
const SPECIFIC =
  /\d|[一-龥]{2,}(?:修复|更换|疏通|清运|清理|拆除|安装|调解|发放|救助|转介|补种|硬化|加固|签订|退还|赔偿|协调|维修|恢复|化解|办理|颁)/u
const CONFIRMED = /满意|回访|签收|签字|回单|验收|复查|复核|认可/u
/** Shorter cells need a figure or a telling verb. */
const SENTENCE = 6

/** 教态自然，效果良好: praise or a mood, told in any clause by how it ends; no figure, no deed. */
const JUDGEMENT =
  /(?:好|良好|正常|稳定|自然|明确|端正|积极|认真|到位|有序|合理|显著|明显|清楚|活跃|扎实|配合|理解|知晓|提高|提升|增强|改善|加强|尚可|一般|较佳|合格)$/u
function isJudgement(text: string): boolean {
  return !/\d/u.test(text) && !SPECIFIC.test(text) && !CONFIRMED.test(text) && text.split(/[,，。;；、\s]/u).filter(clause => clause !== '').every(clause => JUDGEMENT.test(clause)) // prettier-ignore
}

/** How verifiable an entry's outcome is, undefined when it says none. `columns`: outcome columns the ledger has. */
export function outcomeStanding(
  cells: readonly string[],
  columns: number,
  anchored: boolean
): LadderStep | undefined {
  const said = cells.map(text => text.normalize('NFKC').trim()).filter(text => text !== '')
  if (said.length === 0 || OPEN.test(said[0]!) || said.every(text => OPEN.test(text))) return undefined
  const telling = said.filter(
    text =>
      !NOTHING.test(text) &&
      !PASSED_ON.test(text) &&
      !OPEN.test(text) &&
      !isJudgement(text) &&
      !(onlyDoings(text) && !SPECIFIC.test(text) && !CONFIRMED.test(text)) &&
      (!STATE_ONLY.test(text) || columns >= 2)
  )
  if (telling.length === 0) return undefined
  const whole = telling.join('，')
  if (!SPECIFIC.test(whole) && !CONFIRMED.test(whole) && telling.every(text => text.length < SENTENCE))
    return undefined
  if (!anchored) return 'E1'
  return CONFIRMED.test(whole) && SPECIFIC.test(whole) ? 'E3' : 'E2'
}
