import { later, two } from '../days.ts'
import type { Ordinary, Pack } from '../pack.ts'
import { encodeGb18030 } from '../writers/gb18030.ts'
import { writeDocument } from '../writers/document.ts'
import { heading, right, table, text, title, type Block } from '../writers/blocks.ts'
import { writeCsv } from '../writers/workbook.ts'
import { writeZip, type ZipEntry } from '../writers/zip.ts'

/** Files that stand in the package more than once for one thing. Runs after the parts whose files it copies. */
export async function copies(pack: Pack): Promise<void> {
  const { random } = pack
  const documents = random.shuffled(pack.ordinary.filter(file => file.blocks && file.path.endsWith('.docx')))
  const sheets = random.shuffled(pack.ordinary.filter(file => file.sheet))
  const take = (): Ordinary => documents.pop()!
  await renamed(pack, take())
  if (random.chance(0.6)) await renamed(pack, sheets.pop()!)
  await savedAgain(pack, take())
  await asCsv(pack, sheets.pop()!)
  await sameReport(pack)
  if (random.chance(0.5)) await asPdf(pack, take())
  await zips(pack, take())
}

async function renamed(pack: Pack, file: Ordinary): Promise<void> {
  const dot = file.path.lastIndexOf('.')
  const ending = pack.random.pick([' - 副本', '(1)', '（最终版）', '-新', ' (2)', '_报送'])
  const path = file.path.slice(0, dot) + ending + file.path.slice(dot)
  await pack.put(path, file.bytes, file.kind)
  if (pack.truth.entries[file.path]) pack.truth.entries[path] = pack.truth.entries[file.path]!
  pack.told.copied(file.path, path)
  pack.plant('duplicate-files', 'renamed-copy', [file.path, path])
}

/** The same text in a file saved anew: other properties, other font. */
async function savedAgain(pack: Pack, file: Ordinary): Promise<void> {
  const properties = pack.properties(later(file.day, 12))
  const { bytes } = await writeDocument(
    file.blocks!,
    properties,
    `00${pack.random.int(100_000, 999_999)}`,
    '宋体'
  )
  const path = file.path.replace(/\.docx$/u, pack.random.pick(['（修改）.docx', '20版.docx', '-打印.docx']))
  await pack.put(path, bytes, file.kind)
  pack.told.copied(file.path, path)
  pack.plant('duplicate-files', 'saved-again', [file.path, path])
}

async function asCsv(pack: Pack, file: Ordinary): Promise<void> {
  const path = file.path.replace(/\.xlsx$/u, '.csv')
  await pack.put(path, writeCsv(file.sheet!, pack.random.pick(['utf-8', 'gb18030'])), file.kind)
  if (pack.truth.entries[file.path]) pack.truth.entries[path] = pack.truth.entries[file.path]!
  pack.told.copied(file.path, path)
  pack.plant('duplicate-files', 'workbook-and-csv', [file.path, path])
}

async function asPdf(pack: Pack, file: Ordinary): Promise<void> {
  const path = file.path.replace(/\.docx$/u, '.pdf')
  await pack.pdf(path, file.blocks!, { day: file.day, kind: file.kind })
  pack.told.copied(file.path, path)
  pack.plant('duplicate-files', 'document-and-pdf', [file.path, path])
}

/** January's report handed in for February, unchanged inside. */
async function sameReport(pack: Pack): Promise<void> {
  const { unit, year, random, say } = pack
  const month = random.int(1, 9)
  const day = pack.day(month)
  const blocks: Block[] = [
    title(`${unit.town}安全生产月报`),
    ...['一、排查', '二、宣传', '三、下步打算'].flatMap(part => [heading(part), text(say.plan(day)), text(say.news(day))]),
    table([['检查家次', '出动人次', '发放资料'], [String(random.int(9, 40)), String(random.int(20, 90)), String(random.int(100, 900))]]), // prettier-ignore
    right(unit.name)
  ] // prettier-ignore
  const byFolder = random.chance(0.6)
  const name = (m: number): string =>
    byFolder
      ? `${pack.folder('safety')}/${year}年${m}月/安全生产月报.docx`
      : `${pack.folder('safety')}/${year}年${m}月安全生产月报.docx`
  const write = async (path: string, when: string): Promise<Buffer> => {
    const { bytes } = await writeDocument(blocks, pack.properties(when), `00${random.int(100_000, 999_999)}`)
    await pack.put(path, bytes, ['trace', 'T05'])
    return bytes
  }
  const paths = [name(month), name(month + 1)]
  const bytes = await write(paths[0]!, day)
  if (random.chance(0.5)) await pack.put(paths[1]!, bytes, ['trace', 'T05'])
  else await write(paths[1]!, later(day, 31))
  pack.plant('duplicate-files', 'one-report-two-months', paths, !byFolder)
}

/** Two archives: one with names as old tools write them, one that also holds a file lying loose beside it. */
async function zips(pack: Pack, file: Ordinary): Promise<void> {
  const { unit, year, random, say } = pack
  const stamp = `${later(`${year}-11-20`, random.int(0, 4))}T16:2${random.int(0, 9)}:00`
  const notes = Array.from({ length: 3 }, (_, i) => {
    const day = pack.day(i * 3 + 2)
    const body = `${unit.villages[i]!}民情日记\r\n${day}\r\n${say.visit()}\r\n${say.visit()}\r\n`
    return { name: `民情日记/${unit.villages[i]!}.txt`, bytes: Buffer.from(body, 'utf8') }
  })
  const old = `${pack.folder('visits')}/民情日记.zip`
  await pack.put(old, writeZip(notes.map(note => ({ name: encodeGb18030(note.name), bytes: note.bytes, modified: stamp }))), ['unknown']) // prettier-ignore
  for (const note of notes) await pack.put(`${old}!/${note.name}`, note.bytes, ['trace', 'T05'])

  const day = pack.day(6)
  const story = say.visit() + say.visit()
  const extra: ZipEntry[] = [{ name: `报送材料/走访随笔${two(1)}.txt`, bytes: Buffer.from(`走访随笔\n${day}\n${story}\n`, 'utf8'), modified: stamp }] // prettier-ignore
  const inside = `报送材料/${file.path.split('/').at(-1)!}`
  const sent = `${file.path.slice(0, file.path.lastIndexOf('/'))}/报送材料.zip`
  await pack.put(sent, writeZip([...extra, { name: inside, bytes: file.bytes, modified: stamp }]), [
    'unknown'
  ])
  await pack.put(`${sent}!/${extra[0]!.name as string}`, extra[0]!.bytes, ['trace', 'T05'])
  await pack.put(`${sent}!/${inside}`, file.bytes, file.kind)
  pack.told.copied(file.path, `${sent}!/${inside}`)
  pack.plant('duplicate-files', 'loose-and-zipped', [file.path, `${sent}!/${inside}`])
}
