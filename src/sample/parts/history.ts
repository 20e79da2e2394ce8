import { after, at, later, long, two, workday, workingTime } from '../days.ts'
import type { Kind, Pack } from '../pack.ts'
import type { Random } from '../random.ts'
import type { Properties } from '../writers/properties.ts'
import { orderByColumns } from '../writers/string-order.ts'
import { writeWorkbook, type CellValue, type Sheet } from '../writers/workbook.ts'

/** Ledgers and what their files record of being made: some written in one go before the inspection, some only look so. */
export async function history(pack: Pack): Promise<void> {
  const random = pack.random.fork('history')
  await monthsInOneGo(pack, random)
  await yearInOneGo(pack, random)
  await typedFromPaper(pack, random)
  await keptThroughTheYear(pack, random)
  await compiledAtTheEnd(pack, random)
  await handedOutBySystem(pack, random)
}

const CHECK = 'backfilled-ledgers'
const KIND: Kind = ['mixed', 'M03']
const HEADER = ['序号', '日期', '地点', '对象', '情况', '处理', '记录人']

interface Making {
  created: string
  modified: string
  who: string
  byColumns: boolean
  program?: Properties['program']
}

async function write(
  pack: Pack,
  path: string,
  sheet: Sheet,
  making: Making,
  kind: Kind = KIND
): Promise<string> {
  const { created, modified, who, byColumns, program = 'Word' } = making
  const properties: Properties = { author: who, lastModifiedBy: who, created, modified, program }
  const bytes = await writeWorkbook([sheet], properties)
  return pack.put(path, byColumns ? orderByColumns(bytes, undefined) : bytes, kind)
}

/** Entries of one ledger; each tells of something of its own. */
function rowsOf(pack: Pack, random: Random, days: readonly string[]): CellValue[][] {
  const { unit, say } = pack
  return [...days].sort().map((day, i) => {
    const { shows, action, outcome } = say.incident()
    return [
      i + 1, random.chance(0.7) ? { day } : day, `${random.pick(unit.villages)}${random.pick(unit.spots)}`, random.pick(unit.residents).name,
      shows, random.chance(0.6) ? `${action}，${outcome}` : action, random.pick(unit.staff).name
    ] // prettier-ignore
  })
}

function daysOf(random: Random, year: number, month: number, count: number): string[] {
  return Array.from({ length: count }, () => workday(`${year}-${two(month)}-${two(random.int(2, 24))}`))
}

/** Month after month, begun within the hour by one clerk a few days before the inspection. */
async function monthsInOneGo(pack: Pack, random: Random): Promise<void> {
  const { unit, year, inspectedOn } = pack
  const name = random.pick(['困难家庭探访', '校园周边巡防', '文明祭扫劝导', '河道清漂'])
  const count = random.int(4, 7)
  const first = random.int(1, 10 - count)
  const who = random.pick(unit.staff.slice(10)).name
  let moment = at(workday(later(inspectedOn, -random.int(3, 6))), random.int(9, 15), random.int(0, 50))
  if (random.chance(0.5)) await chat(pack, random, later(moment.slice(0, 10), -random.int(1, 3)), name)
  const paths: string[] = []
  for (let month = first; month < first + count; month++) {
    const created = moment
    moment = after(moment, random.int(150, 560))
    const sheet: Sheet = {
      name: `${month}月`,
      title: `${unit.town}${year}年${month}月${name}记录`,
      ...(random.chance(0.6) ? { remark: `填报单位：${unit.town}　　填报日期：${long(`${year}-${two(month)}-28`)}` } : {}), // prettier-ignore
      header: HEADER,
      rows: rowsOf(pack, random, daysOf(random, year, month, random.int(13, 18)))
    }
    paths.push(await write(pack, `${pack.folder('volunteer')}/${name}/${month}月${name}记录.xlsx`, sheet, { created, modified: moment, who, byColumns: random.chance(0.85) })) // prettier-ignore
    moment = after(moment, random.int(20, 200))
  }
  pack.told.tells(`${name}记录`, paths, 'result', true)
  pack.plant(CHECK, 'months-in-one-go', paths)
}

/** A year's ledger at even distances, in a file begun and ended in one afternoon. */
async function yearInOneGo(pack: Pack, random: Random): Promise<void> {
  const { unit, year, inspectedOn } = pack
  const name = random.pick(['政策宣讲到户', '电动车充电劝导', '散葬劝返', '闲散地块认领'])
  const gap = random.pick([5, 6, 8, 9])
  const days = Array.from({ length: Math.floor(300 / gap) }, (_, i) => later(`${year}-01-09`, i * gap))
  const day = workday(later(inspectedOn, -random.int(3, 6)))
  const created = at(day, random.int(13, 15), random.int(0, 59), random.int(0, 59))
  if (random.chance(0.5)) await chat(pack, random, later(day, -random.int(1, 3)), name)
  const sheet: Sheet = { name: '登记', title: `${unit.town}${year}年${name}登记`, header: HEADER, rows: rowsOf(pack, random, days) } // prettier-ignore
  const path = await write(pack, `${pack.folder('publicity')}/${name}登记.xlsx`, sheet, { created, modified: after(created, random.int(40, 160) * 60), who: random.pick(unit.staff.slice(10)).name, byColumns: random.chance(0.7) }) // prettier-ignore
  pack.told.tells(`${name}登记`, [path], 'result', true)
  pack.plant(CHECK, 'year-in-one-go', [path])
}

async function chat(pack: Pack, random: Random, day: string, name: string): Promise<void> {
  const { unit, say } = pack
  const asks = [
    `${name}的台账还缺前几个月，这两天补齐`,
    `检查快到了，把${name}台账补一下台账报我`,
    `${name}记录没做全的抓紧补录`
  ]
  const lines = [
    [random.pick(unit.staff.slice(6)).name, say.fill('{village}的路灯报修了吗')],
    [unit.staff[random.int(0, 3)]!.name, random.pick(asks)],
    [random.pick(unit.staff.slice(6)).name, say.fill('{topic}的材料放二楼了')]
  ] as const
  const text = lines.map(([who, said], i) => `${day} ${10 + i}:1${i}:0${i} ${who}(${random.int(100_000, 999_999)})\r\n${said}\r\n`) // prettier-ignore
  const head = ['消息记录（此消息记录为文本格式，不支持重新导入）', '', '================================================================', '消息分组:我的群聊', '================================================================', `消息对象:${name}专班群`, '================================================================', ''] // prettier-ignore
  await pack.put(`${pack.folder('organisation')}/${name}专班群.txt`, Buffer.from(`\ufeff${[...head, ...text].join('\r\n')}`, 'utf8'), ['trace', 'T09']) // prettier-ignore
}

/** Kept in a paper book and typed up in the week before: row by row, as the book reads. */
async function typedFromPaper(pack: Pack, random: Random): Promise<void> {
  const { unit, year, inspectedOn } = pack
  const count = random.int(3, 6)
  const first = random.int(1, 10 - count)
  const who = random.pick(unit.staff.slice(10)).name
  let moment = at(workday(later(inspectedOn, -random.int(4, 9))), 9, random.int(0, 30))
  const paths: string[] = []
  for (let month = first; month < first + count; month++) {
    const created = moment
    moment = after(moment, random.int(300, 900))
    const sheet: Sheet = {
      name: 'Sheet1',
      title: `${unit.town}${year}年${month}月来访接待登记簿`,
      remark: `登记日期：${long(`${year}-${two(month)}-27`)}`,
      header: HEADER,
      rows: rowsOf(pack, random, daysOf(random, year, month, random.int(10, 15)))
    }
    paths.push(await write(pack, `${pack.folder('hotline')}/来访接待/${month}月来访接待登记簿.xlsx`, sheet, { created, modified: moment, who, byColumns: false })) // prettier-ignore
    moment = after(moment, random.int(30, 400))
  }
  pack.told.tells('来访接待登记簿', paths, 'result', true)
  pack.lookalike('typed-from-paper', [CHECK, 'duplicate-entries', 'recycled-entries'], paths)
}

/** Opened in January, last saved in November, columns filled as the clerk likes. */
async function keptThroughTheYear(pack: Pack, random: Random): Promise<void> {
  const { unit, year } = pack
  const days = Array.from({ length: 44 }, () => pack.day(random.int(1, 11)))
  const sheet: Sheet = { name: '登记', title: `${unit.town}${year}年独居老人服务登记`, header: HEADER, rows: rowsOf(pack, random, days) } // prettier-ignore
  const path = await write(pack, `${pack.folder('volunteer')}/独居老人服务登记.xlsx`, sheet, { created: workingTime(random, `${year}-01-0${random.int(4, 8)}`), modified: workingTime(random, `${year}-11-28`), who: random.pick(unit.staff.slice(10)).name, byColumns: random.chance(0.6) }) // prettier-ignore
  pack.told.tells('独居老人服务登记', [path], 'result', true)
  pack.lookalike('kept-through-the-year', [CHECK], [path])
}

/** A year's table that says it was put together at the end. */
async function compiledAtTheEnd(pack: Pack, random: Random): Promise<void> {
  const { unit, year, inspectedOn } = pack
  const days = Array.from({ length: 40 }, () => pack.day(random.int(1, 11)))
  const created = workingTime(random, workday(later(inspectedOn, -random.int(3, 6))))
  const sheet: Sheet = { name: '汇总', title: `${unit.town}${year}年各村宣讲劝导情况汇总表`, header: HEADER, rows: rowsOf(pack, random, days) } // prettier-ignore
  const path = await write(pack, `${pack.folder('publicity')}/各村宣讲劝导情况汇总表.xlsx`, sheet, { created, modified: after(created, 3600), who: random.pick(unit.staff.slice(10)).name, byColumns: random.chance(0.7) }) // prettier-ignore
  pack.told.tells('各村宣讲劝导情况汇总表', [path], 'result', true)
  pack.lookalike('compiled-at-the-end', [CHECK], [path])
}

/** What a platform hands out: made when it was asked for, under the program's name or with the platform's numbers. */
async function handedOutBySystem(pack: Pack, random: Random): Promise<void> {
  const { unit, year, inspectedOn } = pack
  const days = Array.from({ length: 36 }, () => pack.day(random.int(1, 11)))
  const created = workingTime(random, workday(later(inspectedOn, -random.int(3, 6))))
  const numbered = random.chance(0.5)
  const rows = rowsOf(pack, random, days)
  const sheet: Sheet = {
    name: 'sheet1',
    title: `网格事件流转记录`,
    header: [numbered ? '事件编号' : '序号', ...HEADER.slice(1)],
    rows: numbered ? rows.map((row, i) => [`${year}${String(40_213 + i * 37).padStart(8, '0')}`, ...row.slice(1)]) : rows // prettier-ignore
  }
  const path = await write(pack, `${pack.folder('hotline')}/网格事件流转记录.xlsx`, sheet, { created, modified: created, who: numbered ? random.pick(unit.staff).name : random.pick(['openpyxl', 'Apache POI', 'EasyExcel']), byColumns: random.chance(0.5) }) // prettier-ignore
  pack.told.tells('网格事件流转记录', [path], 'result', true)
  pack.lookalike('handed-out-by-a-system', [CHECK], [path])
}
