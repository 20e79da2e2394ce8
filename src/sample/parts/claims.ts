import { later, long, monthOf } from '../days.ts'
import type { FolderKey, Kind, Pack } from '../pack.ts'
import type { Random } from '../random.ts'
import { ASIDE, ERRANDS, ERRAND_ENDS, HARDSHIPS, LAMP_ENDS, LAMP_FAULTS, MANY_YEARS, PLANS_AHEAD, QUARRELS, QUARREL_ENDS, SUPERIORS } from '../words/claims.ts' // prettier-ignore
import { heading, right, table, text, title, type Block } from '../writers/blocks.ts'
import type { CellValue, Sheet } from '../writers/workbook.ts'
import { inHan, wide } from './claim-figures.ts'

/** Summaries that claim figures, and what carries them: figures above their ledgers, equal to them, and without any. */
export async function claims(pack: Pack): Promise<void> {
  const random = pack.random.fork('claims')
  const asides = random.deck(ASIDE)
  const matters = random.shuffled([errands(pack, random), lamps(pack, random), quarrels(pack, random)])
  for (const [i, matter] of matters.entries()) {
    const paths = await putLedgers(pack, matter)
    // A ledger of all quarrels stands beside that of neighbours’: a figure above the latter may be carried by the former
    const alone = matter.object !== '邻里纠纷'
    if (alone && (i === 0 || (i === 1 && random.chance(0.5))))
      await above(pack, random, matter, paths, asides)
    else await equal(pack, random, matter, paths, asides)
  }
  await relief(pack, random, asides)
  await works(pack, random, asides)
  await nothingBehind(pack, random, asides)
  await uneven(pack, random, asides)
  await wrongTotal(pack, random)
}

const SUMMARY: Kind = ['mixed', 'M01']
const QUIET = ['unsupported-results']

interface Matter {
  folder: FolderKey
  object: string
  name: string // of its ledger
  verbs: readonly string[]
  unit: string
  kind: Kind
  header: string[]
  rows: { day: string; cells: CellValue[] }[]
  quarterly: boolean
}

function dates(pack: Pack, random: Random, count: number): string[] {
  return Array.from({ length: count }, () => pack.day(random.int(1, 11))).sort()
}

function errands(pack: Pack, random: Random): Matter {
  const [things, ends] = [random.deck(ERRANDS), random.deck(ERRAND_ENDS)]
  return {
    folder: 'hotline', object: '便民代办事项', name: '便民代办事项台账', verbs: ['办结', '办理'], unit: '件', kind: ['result', 'R01'], quarterly: false,
    header: ['序号', '受理日期', '代办事项', '申请人', '办理结果', '办结日期', '回访情况'],
    rows: dates(pack, random, random.int(34, 58)).map(day => ({ day, cells: [{ day }, things(), random.pick(pack.unit.residents).name, pack.say.fill(ends(), day), { day: later(day, random.int(0, 6)) }, random.pick(['满意', '认可，嫌路远', '比较满意', '电话无人接', '说快'])] }))
  } // prettier-ignore
}

function lamps(pack: Pack, random: Random): Matter {
  const [faults, ends] = [random.deck(LAMP_FAULTS), random.deck(LAMP_ENDS)]
  return {
    folder: 'works', object: '路灯报修', name: '路灯报修处理台账', verbs: ['处理', '解决'], unit: '起', kind: ['mixed', 'M03'], quarterly: true,
    header: ['序号', '报修日期', '位置', '故障', '处理情况', '修复日期'],
    rows: dates(pack, random, random.int(30, 52)).map(day => ({ day, cells: [{ day }, `${random.pick(pack.unit.villages)}${random.pick(pack.unit.spots)}`, faults(), pack.say.fill(ends(), day), { day: later(day, random.int(0, 3)) }] }))
  } // prettier-ignore
}

function quarrels(pack: Pack, random: Random): Matter {
  const [things, ends] = [random.deck(QUARRELS), random.deck(QUARREL_ENDS)]
  return {
    folder: 'disputes', object: '邻里纠纷', name: '邻里纠纷调解登记台账', verbs: ['调解', '化解'], unit: '起', kind: ['result', 'R05'], quarterly: false,
    header: ['序号', '调解日期', '当事人', '纠纷内容', '调解结果', '调解员'],
    rows: dates(pack, random, random.int(22, 40)).map(day => ({ day, cells: [{ day }, random.some(pack.unit.residents, 2).map(({ name }) => name).join('、'), things(), pack.say.fill(ends(), day), random.pick(pack.unit.staff).name] }))
  } // prettier-ignore
}

/** One ledger for the year, or one for each quarter. */
async function putLedgers(pack: Pack, matter: Matter): Promise<string[]> {
  const { unit, year } = pack
  const groups = matter.quarterly
    ? [0, 1, 2, 3].map(quarter =>
        matter.rows.filter(({ day }) => Math.floor((monthOf(day) - 1) / 3) === quarter)
      )
    : [matter.rows]
  const paths: string[] = []
  for (const [quarter, rows] of groups.entries()) {
    const span = matter.quarterly ? `第${'一二三四'[quarter]}季度` : ''
    const sheet: Sheet = {
      name: 'Sheet1',
      title: `${unit.town}${year}年${span}${matter.name}`,
      header: matter.header,
      rows: rows.map(({ cells }, i) => [i + 1, ...cells])
    }
    const day = rows.at(-1)?.day ?? `${year}-11-20`
    paths.push(await pack.workbook(`${pack.folder(matter.folder)}/${span}${matter.name}.xlsx`, [sheet], { day, kind: matter.kind })) // prettier-ignore
  }
  pack.told.tells(matter.name, paths, 'result', true)
  return paths
}

/** A figure well above what the ledgers hold. */
async function above(
  pack: Pack,
  random: Random,
  matter: Matter,
  ledgers: string[],
  asides: () => string
): Promise<void> {
  const { rows, object, verbs, unit } = matter
  const claimed = rows.length + Math.max(4, Math.ceil(rows.length * (0.12 + 0.6 * random.next())))
  const figure = spelled(random, claimed)
  const verb = random.pick(verbs)
  const line = random.pick([
    `全年${verb}${object}${figure}${unit}，${asides()}`,
    `今年以来，共受理${object}${figure}${unit}，全部${verb}。`,
    `${asides()}一年下来，${object}${verb}${figure}${unit}。`
  ])
  const path = await summary(pack, `${matter.object}工作总结`, matter.folder, [text(asides()), text(line), text(asides())]) // prettier-ignore
  pack.plant('unsupported-results', 'above-its-ledger', [path, ...ledgers])
}

/** The right figure, and others near it that are no claims of this time. */
async function equal(
  pack: Pack,
  random: Random,
  matter: Matter,
  ledgers: string[],
  asides: () => string
): Promise<void> {
  const { rows, object, verbs, unit } = matter
  const verb = random.pick(verbs)
  const half = rows.filter(({ day }) => monthOf(day) <= 6).length
  const more = rows.length + random.int(60, 400)
  const frame = (frames: readonly string[]): string => random.pick(frames).replace('{verb}', verb).replace('{object}', object).replace('{more}', String(more)).replace('{unit}', unit) // prettier-ignore
  const near = Math.floor(rows.length / 10) * 10
  const path = await summary(pack, `${object}工作总结`, matter.folder, [
    heading('一、做了什么'),
    text(`全年${verb}${object}${spelled(random, rows.length)}${unit}，${asides()}`),
    text(`其中上半年${verb}${object}${half}${unit}。${asides()}`),
    text(random.pick([`算下来${verb}${object}近${near + 10}${unit}。`, `算下来${verb}${object}${near}余${unit}。`, `${verb}${object}约${rows.length + 1}${unit}。`])),
    text(frame(SUPERIORS)),
    text(frame(MANY_YEARS)),
    heading('二、下一步打算'),
    text(frame(PLANS_AHEAD))
  ]) // prettier-ignore
  pack.lookalike('figure-its-ledger-carries', QUIET, [path, ...ledgers])
}

/** Money: a ledger of payments with its own total, and a summary above it or rounded. */
async function relief(pack: Pack, random: Random, asides: () => string): Promise<void> {
  const { unit, year } = pack
  const causes = random.deck(HARDSHIPS)
  const people = random.some(unit.residents, random.int(26, 44))
  const amounts = people.map(() => random.int(8, 60) * 100)
  const total = amounts.reduce((a, b) => a + b, 0)
  const days = dates(pack, random, people.length)
  const sheet: Sheet = {
    name: 'Sheet1',
    title: `${unit.town}${year}年临时救助金发放台账`,
    remark: `填报单位：${unit.town}社会事务办　　单位：元`,
    header: ['序号', '发放日期', '姓名', '村组', '困难原因', '发放金额', '领取签字'],
    rows: [
      ...people.map((person, i): CellValue[] => [i + 1, { day: days[i]! }, person.name, `${person.village}${person.group}组`, causes(), amounts[i]!, person.name]),
      ['合计', null, null, null, null, total, null]
    ]
  } // prettier-ignore
  const ledger = await pack.workbook(`${pack.folder('subsidy')}/临时救助金发放台账.xlsx`, [sheet], { day: days.at(-1)!, kind: ['result', 'R02'] }) // prettier-ignore
  pack.told.tells('临时救助金发放台账', [ledger], 'result', true)
  const honest = random.chance(0.5)
  const tenths = honest ? Math.round(total / 1000) / 10 : Math.round((total * (1.15 + 0.5 * random.next())) / 1000) / 10 // prettier-ignore
  const figure = random.pick([`${tenths.toFixed(1)}万元`, wide(`${tenths.toFixed(1)}万元`)])
  const path = await summary(pack, '临时救助工作情况汇报', 'subsidy', [
    text(asides()),
    text(random.pick([`全年发放临时救助金${figure}。${asides()}`, `今年以来共发放临时救助金${figure}，${asides()}`])),
    text(asides())
  ]) // prettier-ignore
  if (honest) pack.lookalike('rounded-sum', QUIET, [path, ledger])
  else pack.plant('unsupported-results', 'above-its-payments', [path, ledger])
}

/** A length above what the acceptance papers of that work state. */
async function works(pack: Pack, random: Random, asides: () => string): Promise<void> {
  const { unit } = pack
  const [first, second] = random.some(unit.villages, 2) as [string, string]
  const accept = async (village: string, name: string, metres: number): Promise<string> => {
    const day = pack.day(random.int(6, 10))
    const { path } = await pack.document(
      `${pack.folder('works')}/${village}${name}竣工验收单.docx`,
      [
        title(`${village}${name}竣工验收单`),
        table([['工程名称', `${village}${name}`], ['完成工程量', `${metres}米`], ['验收意见', '经查看现场，合格，同意交付'], ['验收人', random.some(unit.staff, 2).map(each => each.name).join('、')]]),
        right(long(day))
      ],
      { day, kind: ['result', 'R07'] }
    ) // prettier-ignore
    pack.told.tells(`${village}${name}竣工验收单`, [path], 'result')
    return path
  }
  const metres = random.int(30, 90) * 10
  const claimed = Math.round((metres * (1.25 + random.next())) / 10) * 10
  const paper = await accept(first, '灌溉渠清淤', metres)
  const path = await summary(pack, '小型水利工作总结', 'river', [text(asides()), text(`在${first}清淤灌溉渠${claimed}米，${asides()}`)]) // prettier-ignore
  pack.plant('unsupported-results', 'above-its-acceptance', [path, paper])
  const other = random.int(12, 40) * 100
  const honest = await accept(second, '田间道路硬化', other)
  const kilometres = other / 1000
  const told = await summary(pack, '田间道路工作总结', 'works', [text(asides()), text(`在${second}硬化田间道路${random.pick([`${kilometres}公里`, `${other}米`])}，${asides()}`)]) // prettier-ignore
  pack.lookalike('length-its-acceptance-states', QUIET, [told, honest])
}

/** Figures and a rate with nothing behind them. */
async function nothingBehind(pack: Pack, random: Random, asides: () => string): Promise<void> {
  const alone = await summary(pack, '产业服务工作总结', 'publicity', [
    text(asides()),
    text(random.pick([`为园区安装太阳能杀虫灯${random.int(20, 90)}盏，${asides()}`, `全年兑付稳岗返还${random.int(11, 60)}.${random.int(1, 9)}万元，${asides()}`, `新建冷藏间${random.int(3, 12)}座，${asides()}`])) // prettier-ignore
  ])
  pack.plant('unsupported-results', 'nothing-behind', [alone])
  const rate = await summary(pack, '积案攻坚工作情况', 'talks', [text(asides()), text(random.pick(['积案化解率100%，走在前列。', '积案化解率达到98.6%。', '全镇积案化解率为百分之百。']))]) // prettier-ignore
  pack.plant('unsupported-results', 'rate-without-counts', [rate])
}

/** A change in per cent that its own two figures do not give, and one that they do. */
async function uneven(pack: Pack, random: Random, asides: () => string): Promise<void> {
  const before = random.int(60, 140)
  const after = random.int(20, 55)
  const right_ = (100 * (before - after)) / before
  const wrong = Math.min(95, right_ + random.int(6, 14))
  const off = await summary(pack, '用水投诉情况报告', 'environment', [text(asides()), text(`用水投诉由${before}件降到${after}件，下降${wrong.toFixed(1)}%，${asides()}`)]) // prettier-ignore
  pack.plant('unsupported-results', 'change-apart', [off])
  const asked = random.int(120, 300)
  const good = asked - random.int(8, 30)
  const share = (100 * good) / asked
  const well = await summary(pack, '用电投诉情况报告', 'environment', [
    text(`用电投诉从${before + 3}件减少到${after}件，下降${random.chance(0.5) ? ((100 * (before + 3 - after)) / (before + 3)).toFixed(1) : Math.round((100 * (before + 3 - after)) / (before + 3))}%。`), // prettier-ignore
    text(`共受理报修${asked}件，办结${good}件，办结率${random.chance(0.5) ? share.toFixed(1) : Math.round(share)}%。${asides()}`) // prettier-ignore
  ])
  pack.lookalike('shares-rounded', QUIET, [well])
}

/** A closing row that is not the sum of its column. */
async function wrongTotal(pack: Pack, random: Random): Promise<void> {
  const { unit, year } = pack
  const people = random.some(unit.residents, random.int(12, 22))
  const shares = people.map(() => random.int(12, 90) * 10)
  const total = shares.reduce((a, b) => a + b, 0)
  const sheet: Sheet = {
    name: 'Sheet1',
    title: `${unit.villages[5]}${year}年土地流转租金发放表`,
    header: ['序号', '姓名', '流转面积（亩）', '发放金额（元）', '领款签字'],
    rows: [
      ...people.map((person, i): CellValue[] => [i + 1, person.name, random.int(5, 60) / 10, shares[i]!, person.name]),
      ['合计', null, null, total + random.pick([-1, 1]) * random.int(9, 80) * 10, null]
    ]
  } // prettier-ignore
  const path = await pack.workbook(`${pack.folder('subsidy')}/土地流转租金发放表.xlsx`, [sheet], { day: `${year}-10-18`, kind: ['result', 'R02'] }) // prettier-ignore
  pack.told.tells('土地流转租金发放表', [path], 'result', true)
  pack.plant('unsupported-results', 'total-apart', [path])
}

async function summary(pack: Pack, name: string, folder: FolderKey, blocks: Block[]): Promise<string> {
  const { unit, year, inspectedOn } = pack
  const day = later(inspectedOn, -7)
  const head = `${unit.town}${year}年${name}`
  const { path } = await pack.document(`${pack.folder(folder)}/${name}.docx`, [title(head), ...blocks, right(unit.name), right(long(day))], { day, kind: SUMMARY }) // prettier-ignore
  return path
}

function spelled(random: Random, value: number): string {
  return random.pick([String(value), String(value), wide(String(value)), inHan(value)])
}
