import type { Grid } from './ledger-grid.ts'

/** What a column of an indicator list holds. `own`: what the unit itself fills in (自评得分). */
export type Role = 'code' | 'group' | 'name' | 'asks' | 'standard' | 'points' | 'asker' | 'own'

export interface IndicatorColumns {
  header: number // index of the last header row
  code?: number
  /** From the outermost level in; the last is the indicator itself. */
  names: readonly number[]
  asks: readonly number[]
  standard: readonly number[]
  points?: number
  asker?: number
  own: readonly number[]
  /** Reads as a list by its headers alone; else only a title, or the hand that gave it, can say so. */
  sure: boolean
}

/** Titles, notes and a unit's name stand above the header; more lines than this do not. */
const FIRST_ROWS = 20
/** A header is a label, not a sentence. */
const LONGEST_HEADER = 40

const EVIDENCE =
  /(?:佐证|印证|证明|支撑|备查|迎检|所需|需要?提供|应提供|提供|报送|提交|上报|考核|查阅|核查|验证|上传)的?(?:材料|资料|要件|依据|台账|文件)|(?:材料|资料)(?:清单|要求|目录|内容|说明)|(?:材料|资料)$|数据来源|证据|evidence|proof|documents?required/iu
const STANDARD =
  /(?:评分|考评|评价|考核|计分|赋分|评估|打分)(?:标准|细则|办法|规则|方法|方式|说明|要求|依据)|扣分(?:标准|细则)|得分说明|criteria|scoring/iu
const POINTS = /分值|权重|满分|(?:标准|基准|基础|考核|指标|应得)分数?$|^分数?$|points?|weight|maxscore/iu
const OWN =
  /自评|自查|自测|实得|得分(?!说明)|扣分(?:情况|原因)?$|实际|完成(?:值|情况|数|率)|落实情况|进展|存在问题|是否(?:完成|提供|达标)|备注/u
const ASKER = [
  /(?:考核|考评|评分|评价|检查|验收|督查|评估|提出)(?:单位|部门|科室|处室|股室|机构|主体)/u,
  /(?:牵头|主管|主责|主办|归口)(?:单位|部门|科室|处室|股室|机构)/u,
  /(?:责任|负责|配合|联系)(?:单位|部门|科室|处室|股室|机构)|askedby|department|owner/iu
]
const CODE =
  /^(?:指标|考核|项目|材料|条目|任务|资料)?(?:编号|代码|编码|序号|序|号)$|^(?:no|code|id|item)\.?$/iu
/** Levels of names from the outside in. */
const LEVELS: readonly (readonly [RegExp, number])[] = [
  [/四级/u, 5],
  [/三级|具体指标|细化指标/u, 4],
  [/二级/u, 2],
  [/一级|维度|大项|板块|大类|类别|分类/u, 1],
  [/(?:考核|评价|评估|检查|考评|迎检|督查|测评)(?:项目|类型)$|^项目$|^类型$/u, 1],
  [
    /指标(?:名称|内容|要求|项)?$|(?:考核|评价|评估|检查|考评|督查|测评|工作|任务)(?:要点|内容|事项|点|任务)$|^(?:要点|内容|事项|名称)$|(?:材料|资料|项目|条目|任务)名称$|indicator|criterion|^name$/iu,
    3
  ]
]

/** Finds the header of an indicator list, undefined when no row of the first twenty reads as one. */
export function indicatorColumns(grid: Grid, lenient: boolean): IndicatorColumns | undefined {
  let best: IndicatorColumns | undefined
  let most = 0
  for (let row = 0; row < Math.min(grid.rowCount, FIRST_ROWS); row++) {
    const found = columnsOf(grid, row, lenient)
    if (!found) continue
    const worth = +found.sure * 10 + found.names.length + found.asks.length + found.standard.length + +(found.points !== undefined) + +(found.asker !== undefined) + +(found.code !== undefined) // prettier-ignore
    if (worth > most) {
      most = worth
      best = found
    }
  }
  return best
}

function columnsOf(grid: Grid, row: number, lenient: boolean): IndicatorColumns | undefined {
  const cells = headerCells(grid, row)
  const of = (wanted: Role): number[] => cells.filter(({ role }) => role === wanted).map(({ column }) => column) // prettier-ignore
  const names = cells
    .filter(({ role }) => role === 'name')
    .sort((a, b) => a.level - b.level || a.column - b.column)
    .map(({ column }) => column)
  const [asks, standard, own] = [of('asks'), of('standard'), of('own')]
  const [code] = of('code')
  const [points] = of('points')
  const asker = cells.filter(({ role }) => role === 'asker').sort((a, b) => a.level - b.level || a.column - b.column)[0]?.column // prettier-ignore
  const labelled = cells.filter(({ role }) => role !== undefined).length
  if (labelled < 2 || (names.length === 0 && asks.length === 0)) return undefined
  const indicator = cells.some(({ role, text }) => role === 'name' && /指标|indicator/iu.test(text))
  const performed = own.some(column => /实际|完成值|完成情况/u.test(cells.find(cell => cell.column === column)!.text)) // prettier-ignore
  const sure =
    names.length > 0 &&
    (asks.length > 0 || (standard.length > 0 && points !== undefined) || (indicator && standard.length > 0) || (indicator && (points !== undefined || asker !== undefined) && !performed)) // prettier-ignore
  if (!lenient && names.length === 0) return undefined
  const last = cells.some(({ below }) => below) ? row + 1 : row
  return {
    header: last,
    ...(code !== undefined && { code }),
    names: names.length > 0 ? names : asks.slice(0, 1),
    asks,
    standard,
    ...(points !== undefined && { points }),
    ...(asker !== undefined && { asker }),
    own,
    sure
  }
}

interface HeaderCell {
  column: number
  text: string
  role?: Role
  level: number
  below: boolean // its own header stands in the row below, under a group header
}

/** Header cells of a row; under one that is merged sideways the row below names the columns, else they are its levels. */
function headerCells(grid: Grid, row: number): HeaderCell[] {
  return grid.row(row).flatMap(({ column, text }): HeaderCell[] => {
    if (text.length > LONGEST_HEADER) return [{ column, text, level: 0, below: false }]
    const merge = grid.mergeAt(row, column)
    const own = roleOf(text)
    if (!merge || merge.right === merge.left || merge.left !== column) return [{ column, text, ...own, below: false }] // prettier-ignore
    const under = row + 1 < grid.rowCount && merge.bottom === merge.top ? grid.row(row + 1).filter(cell => cell.column >= merge.left && cell.column <= merge.right) : [] // prettier-ignore
    const named = under.map(cell => ({ column: cell.column, text: cell.text, ...roleOf(cell.text), below: true })) // prettier-ignore
    if (named.length > 0 && named.every(({ role }) => role !== undefined)) return named
    if (own.role !== 'name') return [{ column, text, ...own, below: false }]
    const width = Math.min(4, merge.right - merge.left + 1)
    return Array.from({ length: width }, (_, k) => ({ column: column + k, text, role: 'name' as const, level: own.level + k / 10, below: false })) // prettier-ignore
  })
}

function roleOf(text: string): { role?: Role; level: number } {
  const label = text
    .normalize('NFKC')
    .replace(/\([^()]*\)|[\s:*]/gu, '')
    .trim()
  if (CODE.test(label)) return { role: 'code', level: 0 }
  if (OWN.test(label) && !STANDARD.test(label)) return { role: 'own', level: 0 }
  if (STANDARD.test(label)) return { role: 'standard', level: 0 }
  const asker = ASKER.findIndex(pattern => pattern.test(label))
  if (asker >= 0) return { role: 'asker', level: asker }
  const level = LEVELS.find(([pattern]) => pattern.test(label))?.[1]
  if (/(?:材料|资料)名称$/u.test(label) && level !== undefined) return { role: 'name', level }
  if (EVIDENCE.test(label)) return { role: 'asks', level: 0 }
  if (POINTS.test(label)) return { role: 'points', level: 0 }
  return level === undefined ? { level: 0 } : { role: 'name', level }
}
