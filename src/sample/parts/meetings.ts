import { at, long, short } from '../days.ts'
import type { Pack } from '../pack.ts'
import { heading, right, table, text, title } from '../writers/blocks.ts'

/** Minutes the rules require: one skeleton, each its own content; and a blank many have filled in. */
export async function meetings(pack: Pack): Promise<void> {
  await minutes(pack)
  await blankAndFilled(pack)
}

async function minutes(pack: Pack): Promise<void> {
  const { unit, random, say } = pack
  const members: string[] = []
  const series = [
    { key: 'party', name: '支部党员大会记录', count: 4 },
    { key: 'safety', name: '安全生产例会记录', count: 4 }
  ] as const
  for (const { key, name, count } of series) {
    const months = random.some([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], count).sort((a, b) => a - b)
    for (const month of months) {
      const day = pack.day(month)
      const present = random.some(unit.staff, random.int(6, 12))
      const items = Array.from({ length: random.int(1, 2) }, () => say.agenda())
      const blocks = [
        title(`${unit.town}${name}`),
        table([
          [
            '会议时间',
            at(day, random.int(8, 15), random.pick([0, 15, 30]))
              .replace('T', ' ')
              .slice(0, 16)
          ],
          ['会议地点', random.pick(['三楼会议室', '党群服务中心', '二楼东头会议室', '村部会议室'])],
          ['主持人', present[0]!.name],
          ['记录人', present[1]!.name],
          ['应到人数', String(present.length + random.int(0, 4))],
          ['参会人员', present.map(person => person.name).join('、')]
        ]),
        ...(key === 'party' ? [heading('一、集体学习'), text(`${say.lesson()}。${say.remark(day)}。`)] : []),
        heading(key === 'party' ? '二、讨论事项' : '一、存在问题'),
        ...items.flatMap(item => [
          text(`关于${item.item}。`),
          ...item.sayings.map(saying => text(`${random.pick(present).name}：${say.fill(saying, day)}。`))
        ]),
        text(`${say.remark(day)}。`),
        heading(key === 'party' ? '三、形成决议' : '二、工作要求'),
        ...items.map(item => text(`${item.decisions.map(decision => say.fill(decision, day)).join('；')}。`)),
        right(`记录人：${present[1]!.name}`)
      ]
      const path = `${pack.folder(key)}/${long(day)}${name}.docx`
      members.push(
        (await pack.document(path, blocks, { day, kind: ['trace', 'T01'], gathered: random.chance(0.3) }))
          .path
      )
      pack.told.tells(`${day} ${name}`, [members.at(-1)!])
    }
  }
  pack.lookalike(
    'required-minutes',
    ['duplicate-files', 'reused-passages', 'recycled-entries', 'duplicate-entries'],
    members
  )
}

async function blankAndFilled(pack: Pack): Promise<void> {
  const { unit, random, say } = pack
  const name = random.pick(['困难群众入户走访登记表', '包保干部走访登记表', '重点人群关爱走访表'])
  const rows = (value: (label: string) => string): string[][] => [
    ['走访对象', value('name'), '联系电话', value('phone')],
    ['家庭住址', value('home'), '家庭人口', value('people')],
    ['走访日期', value('day'), '走访干部', value('who')],
    ['家庭基本情况（包括劳动力、收入来源、健康状况等，须如实填写）', value('state')],
    ['存在的主要困难和诉求（逐条写明，不得空项）', value('need')],
    ['帮助解决情况（已解决的写明时间和方式，未解决的写明原因）', value('help')]
  ]
  const notes =
    '说明：本表由走访干部当场填写，一户一表，一式两份，一份留村存档，一份报办公室汇总，走访对象核对后签字确认。'
  const blank = `${pack.folder('visits')}/登记表/${name}（空白表）.docx`
  await pack.document(blank, [title(name), text(`${unit.bureau}制`), table(rows(() => '')), text(notes)], {
    day: pack.day(1),
    kind: ['issued'],
    author: unit.bureau.slice(0, 6)
  })
  const filled: string[] = []
  for (const home of random.some(unit.residents, random.int(6, 7))) {
    const day = pack.day(random.int(2, 11))
    const values: Record<string, string> = {
      name: home.name, phone: home.phone, home: `${home.village}${home.group}组`, people: String(home.people),
      day: random.chance(0.5) ? long(day) : day, who: random.pick(unit.staff).name,
      state: say.visit(), need: `${say.incident().shows}，${say.fill('想请{who}看看', day)}。`, help: `${say.incident().action}，${short(day)}回话。`
    } // prettier-ignore
    const path = `${pack.folder('visits')}/登记表/${name}-${home.name}.docx`
    filled.push((await pack.document(path, [title(name), text(`${unit.bureau}制`), table(rows(label => values[label]!)), text(notes)], { day, kind: ['trace', 'T05'] })).path) // prettier-ignore
    pack.told.tells(`${day} ${name} ${home.name}`, [filled.at(-1)!])
  }
  pack.lookalike(
    'issued-blank-filled',
    ['duplicate-files', 'reused-passages', 'recycled-entries', 'duplicate-entries'],
    [blank, ...filled]
  )
}
