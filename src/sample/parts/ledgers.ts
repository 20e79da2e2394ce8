import { dayNumber } from '../../support/dates.ts'
import { later, long, monthOf } from '../days.ts'
import type { Kind, Pack } from '../pack.ts'
import type { Resident } from '../unit.ts'
import { retype, reword, rewriteDay, rewritePhone } from '../words/edits.ts'
import { shownRow, writeCsv, type CellValue, type Sheet } from '../writers/workbook.ts'

/** Ledgers kept for inspection: honest ones, rows entered twice, rows carried over to other days. */
export async function ledgers(pack: Pack): Promise<void> {
  await visits(pack)
  await disputes(pack)
  await patrols(pack)
  await blockInSheet(pack)
  await talks(pack)
  await duty(pack)
  await riverPatrol(pack)
}

/** A row with a mark, so that its place is known after sorting. */
interface Marked {
  mark?: string
  cells: CellValue[]
}

function placesOf(
  path: string,
  sheet: Sheet,
  marks: readonly (string | undefined)[],
  mark: string,
  csv = false
) {
  return marks.flatMap((each, i) => (each === mark ? [{ path, ...(csv ? {} : { sheet: sheet.name }), row: shownRow(sheet, i) }] : [])) // prettier-ignore
}

function numbered(rows: Marked[]): CellValue[][] {
  return rows.map((row, i) => [i + 1, ...row.cells])
}

/** Visits with outcomes for about half of them; some rows typed twice, one text used for two households. */
async function visits(pack: Pack): Promise<void> {
  const { unit, year, random, say } = pack
  const header = random.pick([
    ['序号', '走访日期', '村组', '走访对象', '联系电话', '走访情况', '走访干部', '处理结果'],
    ['序号', '走访时间', '所在村', '户主姓名', '联系方式', '走访内容', '走访人', '办理结果'],
    ['编号', '日期', '村（社区）', '走访对象', '电话', '了解到的情况', '包保干部', '落实情况']
  ])
  const record = (day: string, home: Resident, content: string): CellValue[] => [
    random.chance(0.6) ? { day } : day, `${home.village}${home.group}组`, home.name, home.phone, content, random.pick(unit.staff).name,
    random.chance(0.55) ? `${say.incident().outcome}` : random.pick(['', '已反馈', '持续关注', ''])
  ] // prettier-ignore
  const homes = random.deck(unit.residents)
  const count = random.int(24, 32)
  const rows: (Marked & { day: string })[] = Array.from({ length: count }, () => {
    const day = pack.day(random.int(1, 11))
    return { day, cells: record(day, homes(), say.visit()) }
  })
  // the same record typed twice, a few lines or a few pages apart
  const pairs = random.int(2, 4)
  for (let p = 0; p < pairs; p++) {
    const source = rows[p * 5 + random.int(0, 3)]!
    source.mark = `twice-${p}`
    const [, village, name, phone, content, who, outcome] = source.cells as [CellValue, string, string, string, string, string, string] // prettier-ignore
    rows.push({
      day: random.chance(0.5) ? source.day : later(source.day, random.int(5, 60)), // only sorts it elsewhere
      mark: source.mark,
      cells: [rewriteDay(source.day, random), random.chance(0.3) ? village.replace('村', '') : village, name, rewritePhone(phone, random), retype(content, random), who, outcome] // prettier-ignore
    })
  }
  // one account used for another household on another day
  const reused = random.int(1, 2)
  for (let p = 0; p < reused; p++) {
    const source = rows[20 + p]!
    source.mark = `again-${p}`
    const day = pack.day(((monthOf(source.day) + random.int(2, 7)) % 11) + 1)
    const home = homes()
    const content = reword(String(source.cells[4]), random.next() * 0.3, random)
    rows.push({ day, mark: `again-${p}`, cells: [{ day }, `${home.village}${home.group}组`, home.name, home.phone, content, random.pick(unit.staff).name, source.cells[6]!] }) // prettier-ignore
  }
  rows.sort((a, b) => dayNumber(a.day) - dayNumber(b.day))
  const sheet: Sheet = {
    name: '走访台账',
    title: `${unit.town}${year}年干部走访台账`,
    header,
    rows: numbered(rows)
  }
  const path = `${pack.folder('visits')}/干部走访台账.xlsx`
  await pack.workbook(path, [sheet], { day: `${year}-11-21`, kind: ['mixed', 'M03'] })
  pack.outcomes(path, sheet, row => !['', '已反馈', '持续关注'].includes(String(row[7])))
  pack.told.tells('干部走访台账', [path], 'result', true)
  const marks = rows.map(row => row.mark)
  for (let p = 0; p < pairs; p++)
    pack.plant('duplicate-entries', 'typed-twice', placesOf(path, sheet, marks, `twice-${p}`))
  for (let p = 0; p < reused; p++) pack.plant('recycled-entries', 'one-account-two-households', placesOf(path, sheet, marks, `again-${p}`)) // prettier-ignore
}

/** Two ledgers of one office that hold some of the same cases, in other formats. */
async function disputes(pack: Pack): Promise<void> {
  const { unit, year, random, say } = pack
  const cases = Array.from({ length: random.int(16, 22) }, () => {
    const day = pack.day(random.int(1, 10))
    const [first, second] = random.some(unit.residents, 2)
    const { shows, action, outcome } = say.incident()
    return { day, first: first!, second: second!, shows, action, outcome }
  }).sort((a, b) => dayNumber(a.day) - dayNumber(b.day))
  const shared = random.some(cases, random.int(2, 3))
  const own = cases.filter(each => !shared.includes(each))
  const half = Math.ceil(own.length / 2)
  const rowsOf = (list: typeof cases, again: boolean): CellValue[][] =>
    list.map((each, i) => [
      i + 1,
      again && shared.includes(each) ? rewriteDay(each.day, random) : { day: each.day },
      each.first.name,
      each.second.name,
      again && shared.includes(each) ? retype(each.shows, random) : each.shows,
      again && shared.includes(each) ? retype(each.action, random) : each.action,
      again && shared.includes(each) ? retype(each.outcome, random) : each.outcome
    ])
  const byDay = (a: (typeof cases)[number], b: (typeof cases)[number]): number =>
    dayNumber(a.day) - dayNumber(b.day)
  const townList = [...own.slice(0, half), ...shared].sort(byDay)
  const villageList = [...own.slice(half), ...shared].sort(byDay)
  const header = ['序号', '登记日期', '申请人', '被申请人', '纠纷内容', '调处过程', '调处结果']
  const town: Sheet = {
    name: '排查台账',
    title: `${unit.town}${year}年矛盾纠纷排查调处台账`,
    header,
    rows: rowsOf(townList, false)
  }
  const village: Sheet = {
    name: '纠纷',
    title: `${unit.villages[1]}等村纠纷化解登记表`,
    header,
    rows: rowsOf(villageList, true)
  }
  const townPath = `${pack.folder('disputes')}/矛盾纠纷排查调处台账.xlsx`
  const csv = random.chance(0.4)
  const villagePath = `${pack.folder('disputes')}/各村纠纷化解登记表.${csv ? 'csv' : 'xlsx'}`
  await pack.workbook(townPath, [town], { day: `${year}-11-10`, kind: ['result', 'R05'] })
  if (csv) await pack.put(villagePath, writeCsv(village, 'gb18030'), ['result', 'R05'])
  else await pack.workbook(villagePath, [village], { day: `${year}-11-12`, kind: ['result', 'R05'] })
  pack.outcomes(townPath, town, () => true)
  pack.outcomes(villagePath, village, () => true)
  pack.told.tells('矛盾纠纷排查调处台账', [townPath], 'result', true)
  pack.told.tells('各村纠纷化解登记表', [villagePath], 'result', true)
  for (const each of shared) {
    pack.plant('duplicate-entries', 'in-two-ledgers', [
      { path: townPath, sheet: town.name, row: shownRow(town, townList.indexOf(each)) },
      {
        path: villagePath,
        ...(csv ? {} : { sheet: village.name }),
        row: shownRow(village, villageList.indexOf(each))
      }
    ])
  }
}

/** Monthly patrol ledgers, of which a block of one month stands again in the next with other dates. */
async function patrols(pack: Pack): Promise<void> {
  const { unit, year, random, say } = pack
  const first = random.int(1, 8)
  const months = random.int(2, 3)
  const inOneBook = random.chance(0.4)
  const share = random.pick([0, 0.1, 0.3])
  const swapsPlaces = random.chance(0.5)
  const constant = random.chance(0.5) // 已处理 all the way down says nothing
  const kind: Kind = constant ? ['trace', 'T05'] : ['mixed', 'M03']
  const header = ['序号', '巡查日期', '巡查地点', '巡查人员', '发现问题', '处置情况']
  const fresh = (month: number): { day: string; cells: CellValue[] } => {
    const day = pack.day(month)
    const { shows, action } = say.incident()
    return { day, cells: [`${random.pick(unit.villages)}${random.pick(unit.spots)}`, random.pick(unit.staff).name, shows, constant ? '已处理' : action] } // prettier-ignore
  }
  const source = Array.from({ length: random.int(8, 12) }, () => fresh(first)).sort((a, b) => dayNumber(a.day) - dayNumber(b.day)) // prettier-ignore
  const sheets: { sheet: Sheet; path: string; from: number }[] = []
  const books: Sheet[] = []
  for (let m = 0; m < months; m++) {
    const month = first + m
    const extra = Array.from({ length: random.int(2, 5) }, () => fresh(month))
    const block = source.map(({ day, cells: [place, who, shows, action] }) => ({
      day: m === 0 ? day : `${year}-${String(month).padStart(2, '0')}-${day.slice(8)}`,
      cells:
        m === 0
          ? [place!, who!, shows!, action!]
          : [
              swapsPlaces ? `${random.pick(unit.villages)}${random.pick(unit.spots)}` : place!,
              random.chance(0.5) ? random.pick(unit.staff).name : who!,
              reword(String(shows), share, random),
              reword(String(action), share, random)
            ]
    }))
    const lead = random.chance(0.5)
    const rows = lead ? [...extra, ...block] : [...block, ...extra]
    const sheet: Sheet = {
      name: inOneBook ? `${month}月` : 'Sheet1',
      title: `${unit.town}${year}年${month}月环境卫生巡查台账`,
      header,
      rows: rows.map((row, i) => [i + 1, { day: row.day }, ...row.cells])
    }
    const path = inOneBook ? `${pack.folder('environment')}/环境卫生巡查台账.xlsx` : `${pack.folder('environment')}/巡查台账/${month}月环境卫生巡查台账.xlsx` // prettier-ignore
    if (inOneBook) books.push(sheet)
    else await pack.workbook(path, [sheet], { day: `${year}-${String(month).padStart(2, '0')}-26`, kind })
    sheets.push({ sheet, path, from: lead ? extra.length : 0 })
    pack.outcomes(path, sheet, () => !constant)
  }
  if (inOneBook) await pack.workbook(sheets[0]!.path, books, { day: `${year}-${String(Math.min(11, first + months)).padStart(2, '0')}-05`, kind }) // prettier-ignore
  pack.told.tells('环境卫生巡查台账', sheets.map(({ path }) => path), constant ? 'trace' : 'result', true) // prettier-ignore
  pack.plant(
    'recycled-entries',
    'month-to-month',
    sheets.flatMap(({ sheet, path, from }) =>
      source.map((_, i) => ({ path, sheet: sheet.name, row: shownRow(sheet, from + i) }))
    )
  )
}

/** A block of rows copied further down in the same sheet, with other days and places. */
async function blockInSheet(pack: Pack): Promise<void> {
  const { unit, year, random, say } = pack
  const count = random.int(26, 34)
  const days = Array.from({ length: count }, (_, i) =>
    pack.day(Math.min(11, 1 + Math.floor((i * 11) / count)))
  ).sort()
  const size = random.int(5, 8)
  const from = random.int(1, 6)
  const to = random.int(count - size - 5, count - size - 1)
  const share = random.pick([0, 0.15, 0.35])
  const rows: CellValue[][] = days.map((day, i) => {
    const { shows, action, outcome } = say.incident()
    return [i + 1, { day }, random.pick(unit.firms.concat(unit.spots.slice(0, 12))), shows, `${action}${random.chance(0.3) ? `，${outcome}` : ''}`, random.pick(unit.staff).name] // prettier-ignore
  })
  for (let i = 0; i < size; i++) {
    const source = rows[from + i]!
    rows[to + i] = [to + i + 1, { day: days[to + i]! }, random.pick(unit.firms.concat(unit.spots.slice(0, 12))), reword(String(source[3]), share, random), reword(String(source[4]), share, random), random.pick(unit.staff).name] // prettier-ignore
  }
  const sheet: Sheet = {
    name: '检查记录',
    title: `${unit.town}${year}年安全检查记录台账`,
    header: ['序号', '检查时间', '检查对象', '检查内容及问题', '处理意见', '检查人'],
    rows
  }
  const path = `${pack.folder('hazards')}/安全检查记录台账.xlsx`
  await pack.workbook(path, [sheet], { day: `${year}-11-19`, kind: ['mixed', 'M03'] })
  pack.outcomes(path, sheet, () => true)
  pack.told.tells('安全检查记录台账', [path], 'result', true)
  pack.plant('recycled-entries', 'block-in-sheet', [
    ...Array.from({ length: size }, (_, i) => ({ path, sheet: sheet.name, row: shownRow(sheet, from + i) })),
    ...Array.from({ length: size }, (_, i) => ({ path, sheet: sheet.name, row: shownRow(sheet, to + i) }))
  ])
}

/** Talks with colleagues; some of them word for word the same with different people. */
async function talks(pack: Pack): Promise<void> {
  const { unit, year, random, say } = pack
  const honest = Array.from({ length: 11 }, (): Marked & { day: string } => {
    const { topic, reply } = say.talk()
    const day = pack.day(random.int(1, 11))
    return { day, cells: [{ day }, unit.staff[random.int(0, 3)]!.name, random.pick(unit.staff.slice(4)).name, `${topic}。${random.chance(0.4) ? `${say.incident().shows}，也说到了。` : ''}`, reply] } // prettier-ignore
  })
  const topic = `${say.fill('该同志近期工作状态平稳，能够服从安排，对{topic}等重点工作较为熟悉，但主动钻研不够，与{village}群众沟通方法较少')}。`
  const reply = say.fill(
    '肯定了成绩，指出要多下村、多请教，把{topic}抓实，该同志表示虚心接受，将在{n}个月内改进'
  )
  const share = random.pick([0, 0, 0.3])
  const copies = random
    .some(unit.staff.slice(6), random.int(5, 10))
    .map((person): Marked & { day: string } => {
      const day = pack.day(random.int(1, 11))
      return { day, mark: 'same', cells: [{ day }, unit.staff[random.int(0, 3)]!.name, person.name, reword(topic, share, random), reword(reply, share, random)] } // prettier-ignore
    })
  const rows = [...honest, ...copies].sort((a, b) => dayNumber(a.day) - dayNumber(b.day))
  const sheet: Sheet = {
    name: '谈心谈话',
    title: `${unit.town}${year}年谈心谈话记录`,
    header: ['序号', '谈话时间', '谈话人', '谈话对象', '谈话内容', '谈话意见'],
    rows: numbered(rows)
  }
  const path = `${pack.folder('talks')}/谈心谈话记录.xlsx`
  await pack.workbook(path, [sheet], {
    day: `${year}-11-22`,
    kind: ['trace', 'T05'],
    gathered: random.chance(0.5)
  })
  pack.outcomes(path, sheet, () => false)
  pack.told.tells('谈心谈话记录', [path], 'trace', true)
  pack.plant('recycled-entries', 'word-for-word-talks', placesOf(path, sheet, rows.map(row => row.mark), 'same')) // prettier-ignore
}

/** Duty rows that are alike because nothing happened. */
async function duty(pack: Pack): Promise<void> {
  const { unit, year, random } = pack
  const start = `${year}-01-01`
  const step = random.pick([1, 3, 7])
  const quiet = random.pick(['一切正常', '无异常情况', '平安，无事', '值班期间一切正常，无突发事件'])
  const rows = Array.from({ length: 36 }, (_, i): CellValue[] => {
    const day = later(start, i * step)
    const odd = random.chance(0.06)
    return [i + 1, { day }, unit.staff[i % 5]!.name, unit.staff[6 + (i % 7)]!.name, odd ? pack.say.incident().shows : quiet, '已交接'] // prettier-ignore
  })
  const sheet: Sheet = { name: '值班', title: `${unit.town}${year}年值班记录`, header: ['序号', '值班日期', '带班领导', '值班人员', '值班情况', '交接情况'], rows } // prettier-ignore
  const path = `${pack.folder('flood')}/值班记录.xlsx`
  await pack.workbook(path, [sheet], { day: later(start, 36 * step), kind: ['trace', 'T05'] })
  pack.outcomes(path, sheet, () => false)
  pack.told.tells('值班记录', [path], 'trace', true)
  pack.lookalike('quiet-duty-rows', ['duplicate-entries', 'recycled-entries'], rows.map((_, i) => ({ path, sheet: sheet.name, row: shownRow(sheet, i) }))) // prettier-ignore
}

/** River walks: most find nothing, a few find something of their own. */
async function riverPatrol(pack: Pack): Promise<void> {
  const { unit, year, random, say } = pack
  const rows = Array.from({ length: 30 }, (_, i): CellValue[] => {
    const day = pack.day(Math.min(11, 1 + Math.floor((i * 11) / 30)))
    const found = random.chance(0.18)
    return [i + 1, day, unit.rivers[i % 3]!, random.pick(unit.staff).name, found ? `${say.incident().shows}（${random.pick(unit.spots)}）` : random.pick(['未发现问题', '水面清洁', '无']), found ? say.incident().action : ''] // prettier-ignore
  })
  const sheet: Sheet = { name: '巡河', title: `${unit.town}${year}年河长巡河记录`, remark: `填报单位：${unit.town}河长办　填报日期：${long(`${year}-11-20`)}`, header: ['序号', '巡河日期', '河段', '巡河人', '巡河情况', '处置情况'], rows } // prettier-ignore
  const path = `${pack.folder('river')}/河长巡河记录.csv`
  await pack.put(path, writeCsv(sheet, 'utf-8'), ['trace', 'T05'])
  pack.outcomes(path, sheet, row => row[5] !== '')
  pack.told.tells('河长巡河记录', [path], 'trace', true)
  pack.lookalike('uneventful-river-walks', ['duplicate-entries', 'recycled-entries'], rows.map((_, i) => ({ path, row: shownRow(sheet, i) }))) // prettier-ignore
}
