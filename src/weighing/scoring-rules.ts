import type { Cue } from '../model/audit.ts'
import type { Ledger, LedgerColumn } from '../model/evidence.ts'

/** The rules of an assessment: points and how they are lost, nobody's score filled in. */

const POINTS = /^(?:分值|标准分|满分|权重|赋分|分数)/u
const HOW = /评分标准|扣分标准|评分细则|计分|评分办法|评分方法|扣分|考核方式|考核办法|评分依据/u
/** Somebody was scored. */
const SCORED = /得分|自评|考核分|实得|完成情况|检查情况|存在问题/u
/** 缺1次扣2分, 一处不到位扣0.5: what costs points, and how many. */
const LOSES = /(?:每|缺|少|未|不|无|超|低|发现|一处|拖欠|逾期|有)[^。;]{0,24}(?:[扣减]\s*\d+(?:\.\d+)?分?|\d+(?:\.\d+)?分)|^(?:一处|每|缺)[^。;]{0,12}\d+(?:\.\d+)?分?$/u // prettier-ignore
const STANDARD =
  /(?:标准|细则|指标|办法|评分表|评价表|体系|手册|指南)(?:[(].{0,16}[)])?(?:节选|摘录|简本|试行)?(?:[(].{0,16}[)])?$/u
const MOST_LOOKED = 60
const LEAST_LOSING = 3

export function scoringRules(
  title: string,
  body: string,
  ledgers: readonly Ledger[],
  unit: string | undefined
): Cue | undefined {
  if (ledgers.some(areRules)) return because()
  if (!STANDARD.test(title) || (unit !== undefined && body.includes(unit)) || /得分|自评分/u.test(body)) return undefined // prettier-ignore
  const lines = body.split('\n')
  const losing = lines.flatMap(line => line.split('|')).filter(cell => LOSES.test(cell.trim())).length
  return losing >= 2 || (losing >= 1 && /(?:^|[\n|])\s*(?:分值|权重)\s*(?:$|[\n|])/u.test(body)) ? because() : undefined // prettier-ignore
}

/** Two of four: a column of points, one that says how they are lost, cells that do, and a column for the score in which nothing stands. */
function areRules(ledger: Ledger): boolean {
  const { columns, rows } = ledger
  if (columns.some(column => isScored(column))) return false
  const points = columns.some(({ header }) => POINTS.test(bare(header)))
  const how = columns.some(({ header }) => HOW.test(bare(header)))
  const count = Math.min(rows.length, MOST_LOOKED)
  const loses = columns.some((_, column) => {
    const cells = Array.from({ length: count }, (_each, row) => ledger.value(row, column).trim()).filter(cell => cell !== '') // prettier-ignore
    const losing = cells.filter(cell => LOSES.test(cell)).length
    return losing >= LEAST_LOSING && losing * 2 >= cells.length
  })
  const unscored = columns.some(({ header, filled }) => SCORED.test(bare(header)) && filled === 0)
  return [points, how, loses, unscored].filter(Boolean).length >= 2
}

function isScored({ header, filled }: LedgerColumn): boolean {
  return SCORED.test(bare(header)) && filled > 0
}

function bare(header: string): string {
  return header.replace(/\s+/gu, '')
}

function because(): Cue {
  return { cue: 'scoring-rules', class: '', where: 'layout', weight: 1 }
}
