import { later, long } from '../days.ts'
import type { Kind, Pack } from '../pack.ts'
import type { Random } from '../random.ts'
import { makeId, makePhone, type Resident } from '../unit.ts'
import { right, table, text, title, type Block } from '../writers/blocks.ts'
import { writeCsv, writeHtmlTable, type CellValue, type Sheet } from '../writers/workbook.ts'

/** Forms that several offices have filled in about the same people, and lists that only name them. */
export async function forms(pack: Pack): Promise<void> {
  const random = pack.random.fork('forms')
  const people = random.shuffled(pack.unit.residents).map(person => profileOf(person, random))
  await severalAskers(pack, random, people.slice(0, 34))
  await oneAskerStated(pack, random, people.slice(34, 56))
  await quarterByQuarter(pack, random, people.slice(56, 74))
  await otherPeople(pack, random, people.slice(74, 92))
  await attendance(pack, random, people.slice(0, 24))
}

const CHECK = 'repeated-fields'
/** Rosters of one person in several forms are no entries written twice. */
const ROSTER_CHECKS = ['duplicate-entries', 'recycled-entries', 'duplicate-files']
const INPUT: Kind = ['input', 'M08']

interface Profile extends Resident {
  data: Record<string, string | number>
}

/** Names a datum goes by, by the office that made the form. */
const LABELS: Record<string, readonly string[]> = {
  born: ['出生日期', '出生年月'],
  folk: ['民族'],
  school: ['文化程度', '学历', '受教育程度'],
  home: ['家庭住址', '现住址', '详细地址'],
  size: ['家庭人口数', '家庭人口'],
  health: ['健康状况', '身体状况'],
  income: ['家庭年收入', '家庭收入'],
  married: ['婚姻状况'],
  party: ['政治面貌'],
  card: ['银行卡号', '银行账号'],
  house: ['房屋结构', '住房结构'],
  job: ['就业状况', '从业状况']
}
const DATA = Object.keys(LABELS)

function profileOf(person: Resident, random: Random): Profile {
  return {
    ...person,
    data: {
      born: person.born,
      folk: random.pick(['汉族', '汉族', '汉族', '土家族', '苗族', '畲族']),
      school: random.pick(['小学', '初中', '高中', '中专', '大专', '文盲']),
      home: `${person.village}${person.group}组${random.int(1, 160)}号`,
      size: person.people,
      health: random.pick(['健康', '一般', '长期慢性病', '残疾', '患有大病']),
      income: random.int(60, 700) * 100,
      married: random.pick(['已婚', '未婚', '丧偶', '离异']),
      party: random.pick(['群众', '群众', '群众', '中共党员']),
      card: `99${random.int(10_000_000, 99_999_999)}${random.int(100_000, 999_999)}`,
      house: random.pick(['砖混', '土木', '框架', '砖木']),
      job: random.pick(['务农', '务工', '无业', '个体经营'])
    }
  }
}

interface Asked {
  title: string
  data: readonly string[]
  byPhone?: boolean // asks for name and phone, not for the identity number
  asker?: string
  stated?: 'title' | 'line' | 'addressed' | 'notice' | 'folder'
}

const OFFICES = [
  ['民政局', '困难群众基本信息采集表'],
  ['卫生健康局', '重点人群健康信息登记表'],
  ['残疾人联合会', '困难残疾人家庭情况调查表'],
  ['乡村振兴局', '防止返贫监测户信息核查表'],
  ['人力资源和社会保障局', '就业困难人员信息台账'],
  ['医疗保障局', '参保困难人员信息核对表'],
  ['住房和城乡建设局', '农村住房安全对象信息表']
] as const

function formOf(pack: Pack, random: Random, form: Asked, people: readonly Profile[]): Sheet {
  const { unit, year } = pack
  const labels = form.data.map(datum => random.pick(LABELS[datum]!))
  const place = random.chance(0.5) ? unit.county : '县'
  const lines = {
    line: `${random.pick(['制表机关', '制定机关', '制表单位'])}：${place}${form.asker}　　表　号：${random.pick(['民', '卫', '统', '乡'])}${random.int(1, 9)}表　　填报单位：${unit.town}`,
    addressed: `填报单位：${unit.town}　　报送：${place}${form.asker}`
  }
  return {
    name: 'Sheet1',
    title: form.stated === 'title' ? `${unit.county}${form.asker}${form.title}` : `${unit.town}${year}年${form.title}`,
    ...(form.stated === 'line' || form.stated === 'addressed' ? { remark: lines[form.stated] } : { remark: `填报单位：${unit.town}　　填报日期：${long(pack.day(random.int(3, 10)))}` }),
    header: ['序号', '姓名', '性别', form.byPhone ? '联系电话' : random.pick(['身份证号', '身份证号码', '公民身份号码']), ...labels],
    rows: people.map((person, i): CellValue[] => [
      i + 1, person.name, person.female ? '女' : '男', form.byPhone ? person.phone : person.id,
      ...form.data.map(datum => person.data[datum]!)
    ])
  } // prettier-ignore
}

async function file(pack: Pack, random: Random, path: string, sheet: Sheet, kind = INPUT): Promise<string> {
  const kindOfFile = random.pick(['xlsx', 'xlsx', 'csv', 'xls'] as const)
  const day = pack.day(random.int(3, 10))
  if (kindOfFile === 'csv') return pack.put(`${path}.csv`, writeCsv(sheet, random.pick(['utf-8', 'gb18030'])), kind) // prettier-ignore
  if (kindOfFile === 'xls') return pack.put(`${path}.xls`, writeHtmlTable(sheet), kind)
  return pack.workbook(`${path}.xlsx`, [sheet], { day, kind })
}

/** Three to five offices and the same households; one of the forms may be a sheet per household. */
async function severalAskers(pack: Pack, random: Random, people: readonly Profile[]): Promise<void> {
  const folder = pack.folder('base')
  const offices = random.some(OFFICES, random.int(3, 5))
  // what all of them ask, and what each asks besides
  const core = [
    'home',
    ...random.some(
      DATA.filter(datum => datum !== 'home'),
      3
    )
  ]
  const ways = random.shuffled(['title', 'line', 'addressed', 'notice', 'folder'] as const)
  const paths: string[] = []
  for (const [i, [office, name]] of offices.entries()) {
    const extra = random.some(
      DATA.filter(datum => !core.includes(datum)),
      random.int(0, 3)
    )
    const form: Asked = { title: name, asker: office, stated: ways[i]!, data: random.shuffled([...core, ...extra]), byPhone: i > 0 && random.chance(0.25) } // prettier-ignore
    const some = random.some(people, random.int(14, 26))
    if (form.stated === 'notice') await notice(pack, random, form)
    const place = form.stated === 'folder' ? `${folder}/县${office}/${name}` : `${folder}/${name}`
    if (i === 1 && random.chance(0.4))
      paths.push(...(await perHousehold(pack, form, some.slice(0, 7), place)))
    else paths.push(await file(pack, random, place, formOf(pack, random, form, some)))
  }
  pack.plant(CHECK, 'several-askers', paths)
  pack.lookalike('one-person-in-several-forms', ROSTER_CHECKS, paths)
}

/** The notice that asked for a form, with the form among its attachments. */
async function notice(pack: Pack, random: Random, form: Asked): Promise<void> {
  const { unit, year, say } = pack
  const day = pack.day(random.int(2, 4))
  const name = `关于报送${form.title.replace(/表$/u, '')}有关数据的通知`
  const issuer = `${unit.county}${form.asker}`
  const blocks: Block[] = [
    title(`${issuer}文件`),
    right(`${unit.county[0]}${form.asker!.slice(0, 1)}发〔${year}〕${random.int(3, 58)}号`),
    title(name),
    text('各乡镇人民政府、街道办事处：'),
    ...Array.from({ length: 3 }, () => text(say.notice(day))),
    text(`请于${long(later(day, 12))}前报送至我单位。`),
    text(`附件：${form.title}`),
    right(issuer),
    right(long(day))
  ]
  await pack.document(`${pack.folder('organisation')}/上级文件/${name}.docx`, blocks, { day, kind: ['issued', 'T02'] }) // prettier-ignore
}

/** One sheet per household, in labels and answers. */
async function perHousehold(
  pack: Pack,
  form: Asked,
  people: readonly Profile[],
  place: string
): Promise<string[]> {
  // prettier-ignore
  const paths: string[] = []
  for (const person of people) {
    const pairs = [['姓名', person.name], ['性别', person.female ? '女' : '男'], ['身份证号', person.id], ['联系电话', person.phone], ...form.data.map(datum => [LABELS[datum]![0]!, String(person.data[datum]!)])] // prettier-ignore
    const rows = Array.from({ length: Math.ceil(pairs.length / 2) }, (_, i) =>
      pairs.slice(2 * i, 2 * i + 2).flat()
    )
    if (rows.at(-1)!.length < 4) rows.at(-1)!.push('备注', '无')
    const head = form.stated === 'title' ? `${pack.unit.county}${form.asker}${form.title}` : form.title
    const lines = form.stated === 'line' ? [text(`制表机关：${pack.unit.county}${form.asker}`)] : form.stated === 'addressed' ? [text(`报送：${pack.unit.county}${form.asker}`)] : [] // prettier-ignore
    const { path } = await pack.document(`${place}/${form.title}-${person.name}.docx`, [title(head), ...lines, table(rows)], { day: pack.day(6), kind: INPUT }) // prettier-ignore
    paths.push(path)
  }
  return paths
}

/** A form of a named office, and a second one that does not say whose it is. */
async function oneAskerStated(pack: Pack, random: Random, people: readonly Profile[]): Promise<void> {
  const folder = pack.folder('subsidy')
  const data = random.some(DATA, random.int(4, 6))
  const stated: Asked = { title: '临时救助对象家庭信息表', asker: '民政局', stated: random.pick(['title', 'line']), data } // prettier-ignore
  const silent: Asked = { title: '包户干部联系家庭情况表', data: random.shuffled([...data, ...random.some(DATA.filter(datum => !data.includes(datum)), 2)]) } // prettier-ignore
  const paths = [
    await file(pack, random, `${folder}/${stated.title}`, formOf(pack, random, stated, people)),
    await file(
      pack,
      random,
      `${folder}/${silent.title}`,
      formOf(pack, random, silent, random.some(people, 16))
    )
  ]
  pack.plant(CHECK, 'one-asker-stated', paths)
  pack.lookalike('one-person-in-several-forms', ROSTER_CHECKS, paths)
}

/** One form of one office, handed in every quarter about the same people. */
async function quarterByQuarter(pack: Pack, random: Random, people: readonly Profile[]): Promise<void> {
  const { unit, year } = pack
  const form: Asked = { title: '特殊困难对象动态核查表', data: random.some(DATA, 5) }
  const layout = formOf(pack, random, form, people)
  const paths: string[] = []
  for (const [i, quarter] of ['一', '二', '三'].entries()) {
    const rows = layout.rows.map(row => row.map((cell, k) => (typeof cell === 'number' && k > 3 && random.chance(0.3) ? cell + 1 : cell))) // prettier-ignore
    const sheet = { ...layout, title: `${unit.town}${year}年第${quarter}季度${form.title}`, rows }
    paths.push(await pack.workbook(`${pack.folder('base')}/第${quarter}季度${form.title}.xlsx`, [sheet], { day: `${year}-${['04', '07', '10'][i]}-08`, kind: INPUT })) // prettier-ignore
  }
  pack.lookalike(
    'one-form-by-quarters',
    [CHECK, 'duplicate-entries', 'recycled-entries', 'duplicate-files'],
    paths
  )
}

/** Another office's form with the same questions about others, some of whom only share a name. */
async function otherPeople(pack: Pack, random: Random, people: readonly Profile[]): Promise<void> {
  const { unit } = pack
  const data = random.some(
    DATA.filter(datum => datum !== 'home'),
    5
  )
  const names = people.map((person): Profile => ({
    ...person, village: random.pick(unit.villages), phone: makePhone(random), id: makeId(random, person.born, person.female),
    data: { ...person.data, card: `98${random.int(10_000_000, 99_999_999)}${random.int(100_000, 999_999)}` }
  })) // prettier-ignore
  const first: Asked = { title: '水库移民后期扶持人员信息表', asker: '水利局', stated: 'line', data }
  const second: Asked = { title: '护林员家庭信息采集表', asker: '林业局', stated: 'line', data }
  const paths = [
    await file(pack, random, `${pack.folder('river')}/${first.title}`, formOf(pack, random, first, people)),
    await file(
      pack,
      random,
      `${pack.folder('environment')}/${second.title}`,
      formOf(pack, random, second, names)
    )
  ]
  pack.lookalike('namesakes', [CHECK], paths)
}

/** Who came to a lesson: a list that names people and asks nothing of them. */
async function attendance(pack: Pack, random: Random, people: readonly Profile[]): Promise<void> {
  const { unit, year } = pack
  const paths: string[] = []
  for (const topic of ['防汛避险', '电商直播']) {
    const sheet: Sheet = {
      name: '签到',
      title: `${unit.town}${year}年${topic}培训签到表`,
      header: ['序号', '姓名', '性别', '村组', '联系电话', '签名'],
      rows: random.some(people, 15).map((person, i) => [i + 1, person.name, person.female ? '女' : '男', `${person.village}${person.group}组`, person.phone, '']) // prettier-ignore
    }
    paths.push(await pack.workbook(`${pack.folder('employment')}/${topic}培训签到表.xlsx`, [sheet], { day: pack.day(random.int(4, 9)), kind: ['trace', 'T01'] })) // prettier-ignore
  }
  pack.lookalike('attendance-lists', [CHECK, 'duplicate-entries'], paths)
}
