/**
 * Columns that hold the same measure at two times (建档收缩压 and 末次收缩压, 9月合格率 and 1月合格率): a comparison,
 * whatever the measure is called.
 */

/** Words that say which of the two; what remains must be the same. */
const BEFORE =
  /(?:改造|整改|整治|治理|培训|实施|干预|帮扶|搬迁|改革|修缮|活动|教学)?前(?:测|期|值)?|建档(?:时)?|初(?:次|诊|始|测|值)?|首(?:次|测)|基线|入(?:院|组|学|驻)(?:时)?|上(?:年|期|季|季度|月)(?:同期)?|去年(?:同期)?|同期|期初|年初|原(?:来|有)?|旧|对照|常规|往年|进水|进口|入口/u
const AFTER =
  /(?:改造|整改|整治|治理|培训|实施|干预|帮扶|搬迁|改革|修缮|活动|教学)?后(?:测|期|值)?|末(?:次|测|期)?|最近(?:一次)?|本(?:年|期|季|季度|月|次)|今年|现(?:在|有|状)?|目前|当前|期末|年末|年底|出院(?:时)?|示范|新|出水|出口/u
/** Measures, not counts of doings: 1月场次 and 2月场次 are a calendar. */
const MEASURE =
  /率|平均|均|浓度|值|指数|血压|收缩压|舒张压|血糖|体重|成绩|得分|分数|亩产|单产|产量|收入|用时|时长|时限|天数|秒|公斤|类别|等级|面积|水位|流量|能耗|电耗|噪声|高度|深度|价格|成本|人均|户均|次均|费用|损耗|漏损/u
/** Years of a plan lie ahead. */
const AHEAD = /目标|计划|预计|任务|指标|拟|预算/u
/** A term, mostly at the beginning: 9月, 第一次, 2023年. */
const TERM =
  /(?:19|20)\d{2}(?:-(?:19|20)?\d{2,4})?(?:年|学年)?(?:末|底|初)?|^(?:\d{1,2}月(?:份)?|第?[一二三四]季度|第?[一二]学期|第?[一二三四五六\d]次|[上下]半年|[春秋]季(?:学期)?)/u

/** Pairs of columns, by index, of one measure at two times. Headers in NFKC without spaces. */
export function pairedColumns(headers: readonly string[]): [number, number][] {
  const pairs: [number, number][] = []
  for (let a = 0; a < headers.length; a++) {
    for (let b = a + 1; b < headers.length; b++) {
      if (isPair(headers[a]!, headers[b]!)) pairs.push([a, b])
    }
  }
  // A calendar names one measure more than twice; three years of it are still a comparison.
  return pairs.filter(([a, b]) =>
    (YEAR.test(headers[a]!) || BEFORE.test(headers[a]!)) && !/\d月|季度/u.test(headers[a]!.replace(YEAR, ''))
      ? true
      : !pairs.some(([c, d]) => (c === a && d !== b) || (d === b && c !== a))
  )
}

function isPair(first: string, second: string): boolean {
  return isPhases(first, second) || isPhases(second, first) || isTerms(first, second)
}

function isPhases(before: string, after: string): boolean {
  if (!BEFORE.test(before) || !AFTER.test(after)) return false
  const [left, right] = [bare(before.replace(BEFORE, '').replace(DATE, '')), bare(after.replace(AFTER, '').replace(DATE, ''))] // prettier-ignore
  if (left === '' && right === '') return DATE.test(before) && DATE.test(after)
  return left === right && (left.length >= 2 || MEASURE.test(left))
}

const DATE = /(?:19|20)\d{2}(?:[.年-]\d{1,2}月?)?年?/u

function isTerms(first: string, second: string): boolean {
  const [one, other] = [termOf(first), termOf(second)]
  if (one === undefined || other === undefined || one === other || AHEAD.test(first + second)) return false
  const [left, right] = [bare(first.replace(one, '')), bare(second.replace(other, ''))]
  if (YEAR.test(one) && YEAR.test(other)) return left === right && !COUNTED_DOINGS.test(left)
  return left === right && left.length >= 2 && MEASURE.test(left)
}

/** The year, else what else names a time. */
function termOf(header: string): string | undefined {
  return YEAR_TERM.exec(header)?.[0] ?? TERM.exec(header)?.[0]
}

const YEAR_TERM = /(?:19|20)\d{2}(?:-(?:19|20)?\d{2,4})?(?:年|学年)?(?:末|底|初)?/u
const YEAR = /(?:19|20)\d{2}/u
const COUNTED_DOINGS = /场|次数|期数|篇|学时|会议|培训|活动|任务|预算|计划/u

const STATE_BEFORE =
  /^(?:之前|以前|此前|过去|起|起初|原来|原状[态况]?|原先|初始|入学前|帮扶前|治疗前|\p{Script=Han}{1,3}时|\p{Script=Han}{1,3}之?前)$/u
const STATE_AFTER =
  /^(?:现在|如今|目前|现状|之后|后来|现岗位|现[一-龥]{1,3}|结果|变化|\p{Script=Han}{1,3}之?后)$/u

/** States before and now, told in words: 原状 | 现在. */
export function changedColumns(headers: readonly string[]): [number, number][] {
  const before = headers.findIndex(header => STATE_BEFORE.test(header))
  const after = headers.findIndex((header, k) => k > before && STATE_AFTER.test(header))
  return before < 0 || after < 0 ? [] : [[before, after]]
}

function bare(text: string): string {
  return text.replace(/\([^)]*\)|[的之:]/gu, '')
}
