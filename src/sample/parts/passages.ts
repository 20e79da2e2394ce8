import { long, short } from '../days.ts'
import type { Pack } from '../pack.ts'
import { reword } from '../words/edits.ts'
import { right, text, title, type Block } from '../writers/blocks.ts'

/** Reports on events: each its own, and some carried over from another event with names and dates swapped. */
export async function passages(pack: Pack): Promise<void> {
  const { random } = pack
  for (let i = 0; i < 4; i++) await ownReport(pack)
  const groups = random.int(2, 3)
  for (let i = 0; i < groups; i++)
    await carriedOver(pack, [0.95, 0.4 + random.next() * 0.25, 0.6 + random.next() * 0.3][i]!, i)
  await sharedReflection(pack)
}

async function ownReport(pack: Pack): Promise<void> {
  const { unit, say, random } = pack
  const kind = say.activity()
  const day = pack.day(random.int(2, 11))
  const village = random.pick(unit.villages)
  const blocks = [
    title(`${village}${kind.name}活动记录`),
    ...say.story(kind, day, village).map(text),
    right(long(day))
  ]
  await pack.document(`${pack.eventFolder('volunteer', day, kind.name)}/活动记录.docx`, blocks, { day, kind: ['trace', 'T08'], ordinary: true, gathered: random.chance(0.3) }) // prettier-ignore
}

/** One report used for other events: `share` of its text stays, the rest is written anew. */
async function carriedOver(pack: Pack, share: number, order: number): Promise<void> {
  const { unit, say, random } = pack
  const kind = say.activity()
  const months = random.some([2, 3, 4, 5, 6, 7, 8, 9, 10, 11], random.int(2, 4)).sort((a, b) => a - b)
  const firstDay = pack.day(months[0]!)
  const [firstVillage, ...others] = random.shuffled(unit.villages)
  const more = [...say.story(kind, firstDay, firstVillage!)]
  while (more.join('').length < 420)
    more.push(say.fill(`${say.incident().shows}，大家顺手${say.incident().action}。`, firstDay))
  const names = random.some(unit.staff, months.length)
  const paths: string[] = []
  for (const [i, month] of months.entries()) {
    const day = i === 0 ? firstDay : pack.day(month)
    const village = i === 0 ? firstVillage! : others[i - 1]!
    let paragraphs = more
    if (i > 0) {
      // whole paragraphs are written anew until only `share` of the characters are left
      const total = more.join('').length
      let kept = total
      const anew = new Set<number>()
      for (const at of random.shuffled(more.map((_, n) => n))) {
        if (kept - more[at]!.length < total * share) continue
        kept -= more[at]!.length
        anew.add(at)
      }
      paragraphs = more.map(
        (paragraph, n) =>
        anew.has(n)
          ? `${say.incident().shows}，${say.incident().action}。${say.visit()}`
          : reword(paragraph.replaceAll(firstVillage!, village).replaceAll(short(firstDay), short(day)), (1 - share) * 0.25, random) // prettier-ignore
      )
    }
    const blocks: Block[] = [
      title(`${village}${kind.name}活动信息`),
      ...paragraphs.map(text),
      right(`供稿：${names[i]!.name}`),
      right(long(day))
    ]
    const path = `${pack.eventFolder('publicity', day, kind.name)}/活动信息`
    const made = { day, kind: ['trace', 'T08'] as const }
    if (order === 1 && i === 1) paths.push(await pack.pdf(`${path}.pdf`, blocks, made))
    else if (order === 2 && i === 1) {
      const lines = blocks.map(block => ('text' in block ? block.text : '')).join('\r\n')
      paths.push(await pack.put(`${path}.txt`, Buffer.from(`\ufeff${lines}`, 'utf8'), made.kind))
    } else paths.push((await pack.document(`${path}.docx`, blocks, made)).path)
  }
  pack.plant(
    'reused-passages',
    `carried-over-${share >= 0.9 ? 'nearly-all' : share >= 0.6 ? 'most' : 'half'}`,
    paths
  )
}

/** Two people hand in one reflection. */
async function sharedReflection(pack: Pack): Promise<void> {
  const { unit, say, random } = pack
  const day = pack.day(random.int(3, 10))
  const common = Array.from({ length: 5 }, () => say.reflect(day))
  const people = random.some(unit.staff, random.int(2, 3))
  const paths: string[] = []
  for (const person of people) {
    const own = paths.length ? [say.visit()] : []
    const told = paths.length ? common.map(each => reword(each, 0.2, random)) : common
    const blocks = [
      title('读书体会'),
      right(`${person.post}　${person.name}`),
      ...[...told.slice(0, 2), ...own, ...told.slice(2)].map(text),
      right(long(day))
    ]
    paths.push((await pack.document(`${pack.folder('study')}/读书体会/${person.name}.docx`, blocks, { day, kind: ['trace', 'T04'], author: person.name })).path) // prettier-ignore
  }
  pack.plant('reused-passages', 'shared-reflection', paths)
}
