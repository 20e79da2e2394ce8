import { later, long, short } from '../days.ts'
import type { Kind, Made, Pack } from '../pack.ts'
import { makeId } from '../unit.ts'
import { heading, picture, right, table, text, title } from '../writers/blocks.ts'
import { shownRow, writeCsv, type CellValue, type Sheet } from '../writers/workbook.ts'

/** What was done for someone and can be checked. */
export async function results(pack: Pack): Promise<void> {
  await hotline(pack)
  await subsidies(pack)
  await receipts(pack)
  await acceptances(pack)
  await measurements(pack)
  await outside(pack)
  await mediations(pack)
  await registers(pack)
}

/** Test reports and comparison sheets follow one form: alike but for what was measured. */
const FORM_CHECKS = ['duplicate-files', 'reused-passages', 'duplicate-entries', 'recycled-entries']
const SUBSIDY: Kind = ['result', 'R02']

async function hotline(pack: Pack): Promise<void> {
  const { unit, year, random, say } = pack
  const header = random.pick([
    [
      '工单编号',
      '受理时间',
      '诉求人',
      '联系电话',
      '诉求内容',
      '承办单位',
      '办理结果',
      '办结时间',
      '回访情况'
    ],
    ['编号', '登记日期', '来电人', '电话', '反映问题', '责任单位', '办结情况', '办结日期', '群众评价']
  ])
  const offices = ['综治办', '村镇建设办', '社会事务办', '农业办', '便民中心', '应急办']
  const all: CellValue[][] = []
  const from: { path: string; sheet: Sheet; places: number[] }[] = []
  let number = random.int(1000, 4000)
  for (const quarter of [0, 1, 2, 3]) {
    const rows = Array.from({ length: random.int(9, 15) }, () =>
      pack.day(Math.min(11, quarter * 3 + random.int(1, 3)))
    )
      .sort()
      .map((day): CellValue[] => {
        const { shows, action, outcome } = say.incident()
        const caller = random.pick(unit.residents)
        number += random.int(1, 19)
        return [
          `${year}${String(number).padStart(6, '0')}`, { day }, caller.name, caller.phone,
          `${random.pick(unit.villages)}${random.pick(unit.spots)}，${shows}`, random.pick(offices), `${action}；${outcome}`,
          { day: later(day, random.int(1, 9)) }, random.pick(['满意', '满意', '基本满意', '不满意，已二次办理', '电话未接通', say.fill('{who}回访，认可'), '非常满意'])
        ] // prettier-ignore
      })
    const sheet: Sheet = {
      name: 'Sheet1',
      title: `${unit.town}${year}年第${'一二三四'[quarter]}季度热线工单办理台账`,
      header,
      rows
    }
    const path = `${pack.folder('hotline')}/第${'一二三四'[quarter]}季度热线工单办理台账.xlsx`
    await pack.workbook(path, [sheet], {
      day: `${year}-${['04', '07', '10', '11'][quarter]}-08`,
      kind: ['result', 'R01']
    })
    pack.outcomes(path, sheet, () => true)
    pack.told.tells('热线工单办理台账', [path], 'result', true)
    from.push({ path, sheet, places: rows.map((_, i) => shownRow(sheet, i)) })
    all.push(...rows)
  }
  const annual: Sheet = {
    name: '全年',
    title: `${unit.town}${year}年热线工单办理台账（全年汇总）`,
    header,
    rows: all
  }
  const path = `${pack.folder('hotline')}/${year}年热线工单汇总.xlsx`
  await pack.workbook(path, [annual], { day: `${year}-11-29`, kind: ['result', 'R01'], gathered: true })
  pack.outcomes(path, annual, () => true)
  pack.told.tells('热线工单办理台账', [path], 'result', true)
  pack.lookalike('annual-compilation', ['duplicate-entries', 'recycled-entries', 'duplicate-files'], [
    ...all.map((_, i) => ({ path, sheet: '全年', row: shownRow(annual, i) })),
    ...from.flatMap(each => each.places.map(row => ({ path: each.path, sheet: 'Sheet1', row })))
  ]) // prettier-ignore
}

async function subsidies(pack: Pack): Promise<void> {
  const { unit, year, random } = pack
  const people = random
    .some(unit.residents, 40)
    .map(person => ({ person, amount: random.pick([100, 100, 200, 300]) }))
  const members: { path: string; sheet: string; row: number }[] = []
  const months = random.int(4, 6)
  const start = random.int(2, 5)
  for (let m = start; m < start + months; m++) {
    if (random.chance(0.5)) people.splice(random.int(0, people.length - 1), 1)
    const rows: CellValue[][] = people.map(({ person, amount }, i) => [i + 1, person.name, person.id, `${person.village}${person.group}组`, amount, '已到账']) // prettier-ignore
    rows.push(['合计', null, null, null, people.reduce((sum, each) => sum + each.amount, 0), null])
    const sheet: Sheet = {
      name: `${m}月`,
      title: `${unit.town}${year}年${m}月高龄津贴发放表`,
      remark: `填报单位：${unit.town}社会事务办　　单位：元`,
      header: ['序号', '姓名', '身份证号', '村组', '发放金额', '到账情况'],
      rows
    }
    const path = `${pack.folder('subsidy')}/${year}年${m}月高龄津贴发放表.xlsx`
    await pack.workbook(path, [sheet], { day: `${year}-${String(m).padStart(2, '0')}-22`, kind: SUBSIDY })
    pack.outcomes(path, sheet, () => true)
    pack.told.tells('高龄津贴发放表', [path], 'result', true)
    members.push(...people.map((_, i) => ({ path, sheet: sheet.name, row: shownRow(sheet, i) })))
  }
  pack.lookalike('monthly-payments', ['duplicate-entries', 'recycled-entries', 'duplicate-files'], members)
}

async function receipts(pack: Pack): Promise<void> {
  const { unit, random, say } = pack
  for (let i = 0; i < 2; i++) {
    const day = pack.day(random.int(3, 6) + i * 5)
    const payees = random.some(unit.residents, random.int(5, 12))
    const amounts = payees.map(() => random.int(3, 80) * 50)
    const path = await pack.pdf(
      `${pack.folder('subsidy')}/${long(day)}批量代发银行回单.pdf`,
      [
        title('批量代发业务回单'),
        text(`付款单位：${unit.name}　　用途：${say.incident().topic}补助`),
        text(
          `入账日期：${long(day)}　交易流水号：${random.int(10_000_000, 99_999_999)}${random.int(1000, 9999)}　成功${payees.length}笔，合计${amounts.reduce((a, b) => a + b, 0)}元`
        ),
        table([['序号', '户名', '到账金额（元）', '状态'], ...payees.map((person, n) => [String(n + 1), person.name, String(amounts[n]), '入账成功'])]) // prettier-ignore
      ],
      { day, kind: SUBSIDY, ordinary: i === 0 }
    )
    pack.told.tells(path, [path], 'result')
  }
}

async function acceptances(pack: Pack): Promise<void> {
  const { unit, random, say } = pack
  const works = random.some(
    ['机耕路硬化', '山塘除险加固', '村部广场改造', '污水管网疏通', '便民桥重建', '公厕改造', '渠道衬砌'],
    3
  )
  for (const name of works) {
    const day = pack.day(random.int(5, 11))
    const village = random.pick(unit.villages)
    const quantity = random.int(60, 900)
    const { path } = await pack.document(
      `${pack.folder('works')}/${village}${name}竣工验收单.docx`,
      [
        title(`${village}${name}工程竣工验收单`),
        table([
          ['工程名称', `${village}${name}工程`],
          ['建设地点', random.pick(unit.spots)],
          ['施工单位', random.pick(unit.firms)],
          ['开工日期', long(later(day, -random.int(40, 110)))],
          ['竣工日期', long(later(day, -random.int(3, 12)))],
          ['完成工程量', `${quantity}米（设计${quantity - random.int(0, 12)}米），结算价${random.int(4, 60)}.${random.int(1, 9)}万元`],
          ['现场检测', say.fill('抽测{n}处，厚度平均{n}.{n}厘米，{who}记录')],
          ['验收意见', `验收合格，同意投入使用。${say.fill('遗留{spot}排水口一处，{who}已于次日封好')}。`],
          ['验收组签字', random.some(unit.staff, 3).map(person => person.name).join('、')]
        ]),
        right(long(day))
      ],
      { day, kind: ['result', 'R07'], ordinary: true, gathered: random.chance(0.4) }
    ) // prettier-ignore
    pack.told.tells(path, [path], 'result')
  }
}

/** The same spot before and after, with what was measured. */
async function measurements(pack: Pack): Promise<void> {
  const { unit, random, say } = pack
  const paths: string[] = []
  for (let i = 0; i < 2; i++) {
    const day = pack.day(random.int(6, 10))
    const village = unit.villages[i + 2]!
    const scene = pack.scene()
    const device = random.pick(pack.devices)
    const before = await pack.shoot(
      scene,
      { seed: 'before' },
      device.record(`${later(day, -48)}T10:12:31`, pack.spot())
    )
    const after = await pack.shoot(
      scene,
      { seed: 'after', light: 1.1 },
      device.record(`${day}T15:40:09`, pack.spot())
    )
    const value = random.int(30, 60)
    const path = `${pack.folder('environment')}/${village}黑臭水塘整改前后对比.docx`
    paths.push(path)
    pack.told.tells(path, [path], 'result')
    await pack.document(
      path,
      [
        title(`${village}黑臭水塘整改前后对比`),
        text(say.fill('清淤{N}方，接管{m}米，{d}完工，养护人{who}。', day)),
        table([
          ['指标', '改造前', '改造后', '检测单位'],
          ['透明度（厘米）', String(random.int(8, 18)), String(value), `${unit.county}环境监测站`],
          ['氨氮（毫克/升）', `${random.int(6, 12)}.${random.int(0, 9)}`, `1.${random.int(0, 9)}`, `${unit.county}环境监测站`],
          ['溶解氧（毫克/升）', `1.${random.int(0, 9)}`, `${random.int(4, 6)}.${random.int(0, 9)}`, `${unit.county}环境监测站`]
        ]),
        picture(before, `改造前（${short(later(day, -48))}）`),
        picture(after, `改造后（${short(day)}）`)
      ],
      { day, kind: ['result', 'R08'] }
    ) // prettier-ignore
  }
  pack.lookalike('one-form-two-places', FORM_CHECKS, paths)
}

async function outside(pack: Pack): Promise<void> {
  const { unit, year, random, say } = pack
  const day = pack.day(10)
  const asked = random.int(180, 420)
  const assessment = await pack.pdf(
    `${pack.folder('hotline')}/群众满意度第三方评估报告.pdf`,
    [
      title(`${unit.town}群众满意度第三方评估报告`),
      text(`受${unit.bureau}委托，${unit.county.slice(0, 2)}衡信调查咨询有限公司于${short(later(day, -14))}至${short(day)}电话访问${asked}户，有效样本${asked - random.int(9, 40)}户。`),
      table([['项目', '上年满意率', '本年满意率'], ...random.some(['道路养护', '水费公示', '村务公开', '医保代办', '环境卫生', '矛盾调解'], 4).map(item => [item, `${random.int(70, 82)}.${random.int(0, 9)}%`, `${random.int(83, 95)}.${random.int(0, 9)}%`])]),
      ...Array.from({ length: 3 }, () => text(say.fill('不满意的{n}户集中在{village}，原因是{topic}；{who}户称已在{d}解决。', day))),
      right(long(day))
    ],
    { day, kind: ['result', 'R07'] }
  ) // prettier-ignore
  pack.told.tells(assessment, [assessment], 'result')
  const reports: string[] = []
  for (const river of unit.rivers.slice(0, 2)) {
    const when = pack.day(random.int(4, 10))
    const path = `${pack.folder('river')}/${river}水质检测报告.pdf`
    reports.push(path)
    pack.told.tells(path, [path], 'result')
    await pack.pdf(
      path,
      [
        title('检测报告'),
        text(`报告编号：HJ${year}${random.int(1000, 9999)}　样品：${river}${random.pick(unit.spots)}断面　采样日期：${long(when)}`),
        table([['项目', '结果', '标准限值', '判定'], ...([['pH', '7.', '6-9'], ['高锰酸盐指数', '4.', '6'], ['氨氮', '0.', '1.0'], ['总磷', '0.1', '0.2']] as const).map(([item, lead, limit]) => [item, `${lead}${random.int(1, 9)}`, limit, '达标'])]),
        text(say.fill('结论：所检项目达到Ⅲ类，较上次采样氨氮下降{n}个百分点。', when)),
        right(`${unit.county}环境监测站`),
        right(long(later(when, 5)))
      ],
      { day: when, kind: ['result', 'R07'] }
    ) // prettier-ignore
  }
  pack.lookalike('one-form-two-places', FORM_CHECKS, reports)
}

async function mediations(pack: Pack): Promise<void> {
  const { unit, random, say } = pack
  const parties = random.some(unit.residents, 4)
  for (let i = 0; i < 2; i++) {
    const [first, second] = parties.slice(i * 2)
    const day = pack.day(random.int(2, 11))
    const { shows, action, outcome } = say.incident()
    const { path } = await pack.document(
      `${pack.folder('disputes')}/人民调解协议书-${first!.name}.docx`,
      [
        title('人民调解协议书'),
        text(`编号：${day.slice(0, 4)}调${random.int(10, 99)}号`),
        text(`申请人：${first!.name}，身份证号${makeId(random, first!.born, first!.female)}，住${first!.village}${first!.group}组。`),
        text(`被申请人：${second!.name}，住${second!.village}${second!.group}组。`),
        heading('纠纷事实'),
        text(`${shows}。${say.fill('双方为此在{spot}争执{n}次。', day)}`),
        heading('达成协议'),
        text(`${action}。${outcome}。${say.fill('{who}补偿{money}元，已当场付清。', day)}`),
        right(`当事人签字：${first!.name}　${second!.name}`),
        right(`调解员：${random.pick(unit.staff).name}　${long(day)}`)
      ],
      { day, kind: ['result', 'R05'], ordinary: true }
    ) // prettier-ignore
    pack.told.tells(path, [path], 'result')
  }
}

async function registers(pack: Pack): Promise<void> {
  const { unit, year, random, say } = pack
  for (const path of [
    `${pack.folder('hazards')}/隐患整改销号台账.xlsx`,
    `${pack.folder('employment')}/帮扶就业人员登记.csv`,
    `${pack.folder('hotline')}/办件回访记录.xlsx`,
    `${pack.folder('works')}/村集体经济收入到账表.xlsx`
  ])
    pack.told.tells(path, [path], 'result', true)
  const hazards: Sheet = {
    name: '销号台账',
    title: `${unit.town}${year}年安全隐患整改销号台账`,
    header: ['序号', '排查日期', '隐患地点', '隐患内容', '整改措施', '整改完成日期', '复查结果', '复查人'],
    rows: Array.from({ length: 16 }, (_, i) => {
      const day = pack.day(Math.floor((i * 10) / 16) + 1)
      const { shows, action, outcome } = say.incident()
      return [i + 1, { day }, random.pick(unit.firms.concat(unit.spots)), shows, action, { day: later(day, random.int(2, 21)) }, `复查合格，${outcome}`, random.pick(unit.staff).name] // prettier-ignore
    })
  }
  const put = async (path: string, sheet: Sheet, made: Made, tells: (row: readonly CellValue[]) => boolean) => pack.outcomes(await pack.workbook(path, [sheet], made), sheet, tells) // prettier-ignore
  await put(`${pack.folder('hazards')}/隐患整改销号台账.xlsx`, hazards, { day: `${year}-11-20`, kind: ['result', 'M02'], ordinary: true }, () => true) // prettier-ignore
  const jobs: Sheet = {
    name: '就业',
    title: `${unit.town}${year}年帮扶就业人员登记`,
    header: [
      '序号',
      '姓名',
      '联系电话',
      '帮扶就业单位',
      '合同签订日期',
      '月工资（元）',
      '社保缴纳起始',
      '三个月后在岗'
    ],
    rows: random.some(unit.residents, 21).map((person, i) => {
      const day = pack.day(random.int(1, 8))
      return [i + 1, person.name, person.phone, random.pick(unit.firms), { day }, random.int(26, 58) * 100, day.slice(0, 7), random.pick(['在岗', '在岗', '在岗', '已换岗', '返乡务农'])] // prettier-ignore
    })
  }
  const helped = await pack.put(`${pack.folder('employment')}/帮扶就业人员登记.csv`, writeCsv(jobs, random.pick(['utf-8', 'gb18030'])), ['result', 'R04']) // prettier-ignore
  pack.outcomes(helped, jobs, () => true)
  const calls: Sheet = {
    name: '回访',
    title: `${unit.town}${year}年办件回访记录`,
    header: ['序号', '回访日期', '被回访人', '办件事项', '群众评价', '是否解决', '回访人'],
    rows: Array.from({ length: 18 }, (_, i) => {
      const { topic, outcome } = say.incident()
      return [i + 1, { day: pack.day(random.int(2, 11)) }, random.pick(unit.residents).name, topic, `${outcome}，${random.pick(['满意', '很满意', '还行', '比上回快', '就是慢了点'])}`, random.pick(['已解决', '已解决', '已解决', '部分解决']), random.pick(unit.staff).name] // prettier-ignore
    })
  }
  await put(`${pack.folder('hotline')}/办件回访记录.xlsx`, calls, { day: `${year}-11-18`, kind: ['result', 'R07'] }, () => true) // prettier-ignore
  const income: Sheet = {
    name: '收入',
    title: `${unit.town}${year}年村集体经济收入到账表`,
    header: ['村', '项目', '承租（承包）方', '到账金额（元）', '到账日期', '凭证号'],
    rows: unit.villages.flatMap(village => Array.from({ length: 2 }, () => [village, say.fill('{spot}出租'), random.pick(unit.firms), random.int(20, 900) * 100, { day: pack.day(random.int(1, 11)) }, `记-${random.int(10, 399)}`])), // prettier-ignore
    mergeDown: [0]
  }
  await put(`${pack.folder('works')}/村集体经济收入到账表.xlsx`, income, { day: `${year}-11-15`, kind: ['result', 'R09'], ordinary: true }, () => true) // prettier-ignore
  const progress: Sheet = {
    name: '进度',
    title: `${unit.town}${year}年重点任务进度表`,
    header: ['序号', '任务', '牵头人', '年度目标', '目前完成', '完成时限', '存在问题'],
    rows: Array.from({ length: 14 }, (_, i) => {
      const target = random.int(10, 300)
      const unitName = random.pick(['户', '米', '亩', '件', '盏'])
      return [i + 1, say.incident().topic, random.pick(unit.staff).name, `${target}${unitName}`, i % 3 ? `${Math.round(target * random.next())}${unitName}` : '正在推进', `${random.int(6, 12)}月底`, i % 2 ? '无' : say.fill('{village}进度慢')] // prettier-ignore
    })
  }
  // A measured quantity against a target and a date tells; 正在推进 does not.
  await put(`${pack.folder('organisation')}/重点任务进度表.xlsx`, progress, { day: `${year}-10-20`, kind: ['mixed', 'M05'], ordinary: true }, row => row[4] !== '正在推进') // prettier-ignore
  const survey: Sheet = {
    name: '自测',
    title: `${unit.town}群众满意度自测问卷汇总`,
    header: ['村', '发放份数', '收回份数', '满意', '基本满意', '不满意', '填报人'],
    rows: unit.villages.map(village => {
      const sent = random.int(20, 60)
      const back = sent - random.int(0, 9)
      const good = Math.floor(back * (0.6 + random.next() * 0.3))
      return [village, sent, back, good, back - good - 1, 1, random.pick(unit.staff).name]
    })
  }
  // One's own survey shows that one asked.
  await put(`${pack.folder('visits')}/群众满意度自测问卷汇总.xlsx`, survey, { day: `${year}-09-20`, kind: ['mixed', 'M07'] }, () => false) // prettier-ignore
}
