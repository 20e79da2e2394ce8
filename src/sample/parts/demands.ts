import { later } from '../days.ts'
import { FOLDER_KEYS, type Pack } from '../pack.ts'
import type { TruthIndicator } from '../truth.ts'
import { CHAPTERS, DEMANDS, OFFICES, SECTIONS, UNMET } from '../words/demands.ts'
import { table, text, title } from '../writers/blocks.ts'
import type { CellValue, Sheet } from '../writers/workbook.ts'

/** What was asked, and what came of some of what was done. Runs last: it speaks of all that is there. */
export async function demands(pack: Pack): Promise<void> {
  await outcomes(pack)
  pack.truth.activities = pack.told.activities()
  await indicatorList(pack)
}

/** Rows of a ledger that show what came of three events; others of the same days are of something else. */
async function outcomes(pack: Pack): Promise<void> {
  const { unit, year, say } = pack
  const random = pack.random.fork('outcomes')
  const occasions = pack.told.activities().flatMap(({ title: told, standing, continuing }) => {
    const [, day, name] = /^(\d{4}-\d\d-\d\d) (\p{Script=Han}{4,})$/u.exec(told) ?? []
    return day && name && standing === 'trace' && !continuing ? [{ told, day, name }] : []
  })
  const byName = new Map(occasions.map(each => [each.name, each]))
  const chosen = random.some([...byName.values()], 7)
  const rows = chosen.map(({ told, day, name }, i): { day: string; cells: CellValue[] } => {
    const { topic, outcome } = say.incident()
    const said = `${outcome}，${random.int(2, 30)}户已签收`
    if (i < 3) pack.told.shown(told)
    // the same day is not the same thing
    return { day, cells: [{ day }, i < 3 ? name : topic, random.pick(unit.spots), random.pick(unit.residents).name, said] } // prettier-ignore
  })
  rows.sort((a, b) => (a.day < b.day ? -1 : 1))
  const sheet: Sheet = {
    name: '成效',
    title: `${unit.town}${year}年为民办事成效登记表`,
    header: ['序号', '日期', '事项名称', '地点', '服务对象', '处理结果'],
    rows: rows.map(({ cells }, i) => [i + 1, ...cells])
  }
  const path = await pack.workbook(`${pack.folder('organisation')}/为民办事成效登记表.xlsx`, [sheet], { day: `${year}-11-25`, kind: ['result', 'R01'] }) // prettier-ignore
  pack.told.tells('为民办事成效登记表', [path], 'result', true)
}

interface Line extends TruthIndicator {
  asks: string
  points: number
  office: string
}

async function indicatorList(pack: Pack): Promise<void> {
  const { unit, year, truth, inspectedOn } = pack
  const random = pack.random.fork('indicators')
  const met = FOLDER_KEYS.map((key): Line => {
    const folder = pack.folder(key)
    const [name, asks] = DEMANDS[key]
    const code = /^\d+-\d+-\d+/u.exec(folder)![0]
    return { code, name, asks, ...worth(), standing: standingIn(pack, `${folder}/`), ...(key === 'study' && { barred: true as const }) } // prettier-ignore
  })
  const unmet = random.some(UNMET, random.int(2, 4)).map(([name, asks], i): Line => ({ code: `4-${Math.floor(i / 2) + 1}-${(i % 2) + 1}`, name, asks, ...worth(), standing: 'missing' })) // prettier-ignore
  const lines = [...met, ...unmet].sort((a, b) => (a.code < b.code ? -1 : 1))
  function worth(): Pick<Line, 'points' | 'office'> {
    return { points: random.int(1, 8), office: `${unit.county.slice(0, 2)}${random.pick(OFFICES)}` }
  }
  truth.indicators = lines.map(({ code, name, standing, barred }) => ({ code, name, standing, ...(barred && { barred }) })) // prettier-ignore

  const day = later(inspectedOn, -16)
  const heading = `${unit.county}${year}年度综合检查考核指标清单`
  const style = random.pick(['coded', 'dotted', 'levels'] as const)
  const { header, rows, merged } = laidOut(lines, style)
  const made = { day, kind: ['issued', 'T02'] as const, author: unit.bureau.slice(0, 6) }
  if (random.chance(0.5)) {
    const sheet: Sheet = {
      name: '指标清单',
      title: heading,
      header,
      rows,
      ...(merged && { mergeDown: merged })
    }
    await pack.workbook(`00迎检通知/考核指标清单.xlsx`, [sheet], made)
  } else {
    await pack.document(
      `00迎检通知/考核指标清单.docx`,
      [title(heading), text('各乡镇（街道）对照下表准备材料。'), table([header, ...rows.map(row => row.map(cell => String(cell ?? '')))])],
      made
    ) // prettier-ignore
  }
}

function laidOut(
  lines: readonly Line[],
  style: 'coded' | 'dotted' | 'levels'
): { header: string[]; rows: CellValue[][]; merged?: number[] } {
  // prettier-ignore
  if (style !== 'levels') {
    const written = (code: string): string => (style === 'dotted' ? code.replaceAll('-', '.') : code)
    return {
      header: style === 'dotted' ? ['编号', '考核内容', '评分标准', '佐证材料要求', '分值', '牵头单位'] : ['指标编号', '指标名称', '评分细则', '证明材料', '标准分', '考核单位'],
      rows: lines.map(({ code, name, asks, points, office }) => [written(code), name, `按完成情况计分，满分${points}分。`, asks, points, office])
    } // prettier-ignore
  }
  const chinese = (part: string): string => '零一二三四五六七八九'[+part]!
  return {
    header: ['一级指标', '二级指标', '三级指标', '迎检材料', '分值', '责任单位'],
    rows: lines.map(({ code, name, asks, points, office }) => {
      const [chapter, section, item] = code.split('-') as [string, string, string]
      return [`${chinese(chapter)}、${CHAPTERS[+chapter - 1]}`, `（${chinese(section)}）${SECTIONS[+section - 1]}`, `${item}.${name}`, asks, points, office] // prettier-ignore
    }),
    merged: [0]
  }
}

/** What was put under a heading, as it was meant: a result somewhere, something unreadable, else trace. */
function standingIn({ truth }: Pack, folder: string): TruthIndicator['standing'] {
  const own = Object.entries(truth.classes).filter(([path]) => path.startsWith(folder) && !/\.(?:docx|pdf|xlsx)!\/|\.zip$|Thumbs\.db$|\/~\$/u.test(path)) // prettier-ignore
  const kinds = own.map(([, kind]) => kind)
  const lifted = truth.activities.some(({ members, standing }) => standing === 'result' && members.some(path => path.startsWith(folder))) // prettier-ignore
  if (lifted || kinds.some(kind => kind.class === 'result' || kind.classId === 'M03')) return 'result'
  const spoken = kinds.some(kind => kind.class === 'trace' || kind.class === 'mixed')
  return spoken && !kinds.some(kind => kind.class === 'unknown') ? 'trace' : 'undetermined'
}
