import { later, long, two } from '../days.ts'
import type { Kind, Made, Pack } from '../pack.ts'
import { heading, right, table, text, title, type Block } from '../writers/blocks.ts'
import {
  shownRow,
  writeCsv,
  writeHtmlTable,
  writeWorkbook,
  type CellValue,
  type Sheet
} from '../writers/workbook.ts'

/** What an office keeps anyway: superiors' notices, plans, bulletins, reflections, rosters, summaries. */
export async function paperwork(pack: Pack): Promise<void> {
  await notices(pack)
  await plans(pack)
  await bulletins(pack)
  await reflections(pack)
  await summaries(pack)
  await rosters(pack)
  await metrics(pack)
}

const ISSUED: Kind = ['issued', 'T02']

async function notices(pack: Pack): Promise<void> {
  const { unit, year, say, random, inspectedOn } = pack
  const short = unit.bureau.slice(unit.county.length, unit.county.length + 2)
  const head = (number: number, name: string): Block[] => [
    title(`${unit.bureau}文件`),
    right(`${unit.county[0]}${short}发〔${year}〕${number}号`),
    title(name),
    text('各乡镇人民政府、街道办事处：')
  ]
  const inspection = later(inspectedOn, -random.int(12, 25))
  await pack.document(
    `00迎检通知/关于开展${year}年度综合检查的通知.docx`,
    [
      ...head(random.int(60, 99), `关于开展${year}年度综合检查的通知`),
      text(`定于${long(inspectedOn)}对你单位${year}年度工作开展综合检查。`),
      ...Array.from({ length: 4 }, () => text(say.notice(inspection))),
      right(unit.bureau),
      right(long(inspection))
    ],
    { day: inspection, kind: ISSUED }
  )
  for (let i = 0; i < 3; i++) {
    const day = pack.day(random.int(1, 9))
    const name = `关于做好${say.incident().topic}有关工作的通知`
    const blocks = [
      ...head(random.int(3, 58), name),
      ...Array.from({ length: random.int(4, 7) }, () => text(say.notice(day))),
      right(unit.bureau),
      right(long(day))
    ]
    if (i % 2)
      await pack.document(`${pack.folder('organisation')}/上级文件/${name}.docx`, blocks, { day, kind: ISSUED, ordinary: true }) // prettier-ignore
    else await pack.pdf(`${pack.folder('organisation')}/上级文件/${name}.pdf`, blocks, { day, kind: ISSUED })
  }
}

async function plans(pack: Pack): Promise<void> {
  const { unit, year, say, random } = pack
  const names = random.some(['矛盾纠纷排查化解工作方案', '森林防灭火应急预案', '人居环境整治实施方案', '农村道路养护工作计划', '暑期安全工作方案'], 3) // prettier-ignore
  for (const name of names) {
    const day = pack.day(random.int(1, 4))
    const full = `${unit.town}${year}年${name}`
    const parts = ['一、任务', '二、步骤', '三、保障']
    await pack.document(
      `${pack.folder(random.pick(['organisation', 'disputes', 'environment'] as const))}/${full}.docx`,
      [
        title(full),
        ...parts.flatMap(part => [heading(part), ...Array.from({ length: random.int(2, 4) }, () => text(say.plan(day)))]), // prettier-ignore
        right(unit.name),
        right(long(day))
      ],
      { day, kind: ['trace', 'T03'], ordinary: true, gathered: random.chance(0.4) }
    )
  }
  const day = pack.day(2)
  await pack.document(
    `${pack.folder('organisation')}/关于成立平安建设领导小组的通知.docx`,
    [
      title(`关于成立${unit.town}平安建设领导小组的通知`),
      text('各村、镇直各单位：'),
      text(
        `组长由${unit.staff[0]!.name}担任，副组长由${unit.staff[2]!.name}、${unit.staff[3]!.name}担任，成员名单如下。`
      ),
      table([['姓名', '职务', '分工'], ...unit.staff.slice(4, 12).map(person => [person.name, person.post, say.incident().topic])]), // prettier-ignore
      right(unit.name),
      right(long(day))
    ],
    { day, kind: ['trace', 'T10'], ordinary: true }
  )
}

async function bulletins(pack: Pack): Promise<void> {
  const { unit, say, random } = pack
  for (let i = 0; i < 3; i++) {
    const day = pack.day(random.int(2, 10))
    const issue = random.int(3, 40)
    const blocks = [
      title(`${unit.town}工作简报`),
      right(`第${issue}期　${long(day)}`),
      ...Array.from({ length: random.int(3, 6) }, () => text(say.news(day)))
    ]
    const path = `${pack.folder('publicity')}/工作简报第${issue}期-${two(i + 1)}`
    const made: Made = { day, kind: ['trace', 'T08'], ordinary: true }
    if (i === 1) await pack.pdf(`${path}.pdf`, blocks, made)
    else await pack.document(`${path}.docx`, blocks, made)
  }
}

async function reflections(pack: Pack): Promise<void> {
  const { unit, say, random } = pack
  for (const person of random.some(unit.staff, 4)) {
    const day = pack.day(random.int(3, 10))
    const blocks = [
      title('学习心得体会'),
      right(`${person.name}　${person.post}`),
      ...Array.from({ length: random.int(2, 3) }, () => text(say.reflect(day) + say.reflect(day))),
      right(long(day))
    ]
    await pack.document(`${pack.folder('study')}/心得体会-${person.name}.docx`, blocks, {
      day,
      kind: ['trace', 'T04'],
      author: person.name,
      gathered: random.chance(0.5)
    })
  }
}

async function summaries(pack: Pack): Promise<void> {
  const { unit, year, say, inspectedOn } = pack
  const names = [`${year}年上半年工作总结`, `${year}年度工作自查报告`, `${year}年第三季度工作情况汇报`]
  const days = [`${year}-07-03`, later(inspectedOn, -9), `${year}-10-09`]
  for (const [i, name] of names.entries()) {
    const blocks = [
      title(`${unit.town}${name}`),
      heading('一、主要做法'),
      ...Array.from({ length: 3 }, () => text(say.plan(days[i]!) + say.news(days[i]!))),
      heading('二、办成的事'),
      ...Array.from({ length: 4 }, () => text(say.progress(days[i]!))),
      heading('三、不足'),
      text(say.progress(days[i]!)),
      right(unit.name),
      right(long(days[i]!))
    ]
    const path = `${pack.folder('organisation')}/${name}`
    if (i === 2) await pack.pdf(`${path}.pdf`, blocks, { day: days[i]!, kind: ['mixed', 'M01'] })
    else
      await pack.document(`${path}.docx`, blocks, {
        day: days[i]!,
        kind: ['mixed', 'M01'],
        gathered: i === 1
      })
  }
  const lines = [
    `${unit.town}${year}年度述职述廉报告（摘要）`,
    '',
    ...Array.from({ length: 7 }, () => `　　${say.progress(days[1]!)}`)
  ]
  await pack.put(`${pack.folder('organisation')}/述职述廉报告.txt`, Buffer.from(lines.join('\r\n'), 'utf8'), ['mixed', 'M01']) // prettier-ignore
}

async function rosters(pack: Pack): Promise<void> {
  const { unit, year, random } = pack
  const people = random.shuffled(unit.residents)
  const base = (
    from: number,
    count: number,
    extra: string[],
    more: () => CellValue[],
    name: string
  ): Sheet => ({
    name: '名册',
    title: `${unit.town}${year}年${name}`,
    header: ['序号', '姓名', '性别', '身份证号', '所在村组', '联系电话', ...extra],
    rows: people.slice(from, from + count).map((person, i) => [
      i + 1, person.name, person.female ? '女' : '男', person.id, `${person.village}${person.group}组`, person.phone, ...more()
    ]) // prettier-ignore
  })
  const folder = pack.folder('base')
  const kind: Kind = ['input', 'M08']
  const veterans = base(0, 26, ['入伍年份', '优抚类别'], () => [random.int(1975, 2016), random.pick(['在乡复员', '参战', '带病回乡', '义务兵', '士官'])], '退役军人花名册') // prettier-ignore
  await pack.workbook(`${folder}/退役军人花名册.xlsx`, [veterans], {
    day: `${year}-02-20`,
    kind,
    ordinary: true
  })
  const alone = base(14, 30, ['年龄', '健康状况'], () => [random.int(70, 95), random.pick(['良好', '一般', '高血压', '行动不便', '听力差'])], '独居老人摸底表') // prettier-ignore
  await pack.put(`${folder}/独居老人摸底表.csv`, writeCsv(alone, 'gb18030'), kind)
  const cars = base(60, 22, ['车辆数', '车牌号'], () => [random.int(1, 2), `测${random.int(10000, 99999)}`], '农用车辆统计表') // prettier-ignore
  await pack.put(`${folder}/农用车辆统计表.xls`, writeHtmlTable(cars), kind)
  const homes = base(90, 24, ['房屋结构', '房屋面积', '建房年代'], () => [random.pick(['砖混', '土木', '框架']), random.int(60, 260), random.int(1978, 2021)], '自建房基础信息表') // prettier-ignore
  await pack.put(
    `${folder}/自建房基础信息表.xls`,
    await writeWorkbook([homes], pack.properties(`${year}-04-10`)),
    kind
  )
  const crops = base(120, 28, ['承包地', '种植面积'], () => [random.int(2, 40) / 2, random.int(2, 60) / 2], '耕地种植面积登记表') // prettier-ignore
  await pack.put(`${folder}/耕地种植面积登记表.csv`, writeCsv(crops, 'utf-8'), kind)
  const disabled = base(20, 20, ['残疾等级', '残疾证号'], () => [random.pick(['一级', '二级', '三级', '四级']), `残${random.int(100000, 999999)}`], '残疾人花名册') // prettier-ignore
  await pack.workbook(`${folder}/残疾人花名册.xlsx`, [disabled], { day: `${year}-03-12`, kind })
  // the same people stand in several rosters because several offices ask
  pack.lookalike('one-person-in-several-rosters', ['duplicate-entries', 'recycled-entries', 'duplicate-files'], [
    ...veterans.rows.slice(14).map((_, i) => ({ path: `${folder}/退役军人花名册.xlsx`, sheet: '名册', row: shownRow(veterans, 14 + i) })),
    ...alone.rows.map((_, i) => ({ path: `${folder}/独居老人摸底表.csv`, row: shownRow(alone, i) })),
    ...disabled.rows.map((_, i) => ({ path: `${folder}/残疾人花名册.xlsx`, sheet: '名册', row: shownRow(disabled, i) }))
  ]) // prettier-ignore
}

async function metrics(pack: Pack): Promise<void> {
  const { unit, year, random, say } = pack
  const views: Sheet = {
    name: '统计',
    title: `${unit.town}${year}年公众号推文统计`,
    header: ['序号', '发布日期', '标题', '阅读量', '点赞量', '转发量'],
    rows: Array.from({ length: 24 }, (_, i) => [i + 1, { day: pack.day((i % 11) + 1) }, say.fill('{village}：{topic}那些事'), random.int(80, 4200), random.int(2, 190), random.int(0, 120)]) // prettier-ignore
  }
  const counted = await pack.workbook(`${pack.folder('publicity')}/公众号推文阅读量统计表.xlsx`, [views], { day: `${year}-11-28`, kind: ['trace', 'T07'], ordinary: true }) // prettier-ignore
  pack.outcomes(counted, views, () => false)
  pack.told.tells('公众号推文', [`${pack.folder('publicity')}/公众号推文阅读量统计表.xlsx`], 'trace', true)
  await pack.workbook(
    `${pack.folder('publicity')}/公众号推文阅读量统计表.xlsx`,
    [
      {
        name: '统计',
        title: `${unit.town}${year}年公众号推文统计`,
        header: ['序号', '发布日期', '标题', '阅读量', '点赞量', '转发量'],
        rows: Array.from({ length: 24 }, (_, i) => [i + 1, { day: pack.day((i % 11) + 1) }, say.fill('{village}：{topic}那些事'), random.int(80, 4200), random.int(2, 190), random.int(0, 120)]) // prettier-ignore
      }
    ],
    { day: `${year}-11-28`, kind: ['trace', 'T07'], ordinary: true }
  )
  const day = pack.day(1)
  await pack.document(
    `${pack.folder('organisation')}/平安建设目标责任书.docx`,
    [
      title(`${year}年平安建设目标责任书`),
      text(`${unit.town}与${unit.villages[0]}签订本责任书，双方各执一份。`),
      ...Array.from({ length: 4 }, () => text(say.plan(day))),
      right(`责任人：${unit.staff[29]!.name}`),
      right(long(day))
    ],
    { day, kind: ['trace', 'T09'], ordinary: true }
  )
}
