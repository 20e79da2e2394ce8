import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
// @ts-expect-error plain modules of the bench, without types
import { blocksOf, editTexts } from '../bench/support/evasion-documents.mjs'
// @ts-expect-error as above
import { changedOf, formatOf, loadPackage, originsOf, savePackage, textOf, unzip } from '../bench/support/evasion-package.mjs' // prettier-ignore
// @ts-expect-error as above
import { parseCsv, readSheets, writeSheets } from '../bench/support/evasion-tables.mjs'
// @ts-expect-error as above
import { loadTools } from '../bench/support/evasion-tools.mjs'
// @ts-expect-error as above
import { TRANSFORMS } from '../bench/support/evasion-transforms.mjs'

interface File {
  path: string
  bytes: Buffer
  from: string[]
  embedded?: Map<string, string>
}
type Row = (string | number | Date | null)[]

const DAY = '2024年3月5日'
const head = ['序号', '日期', '姓名', '事项', '金额（元）', '结果']
const entries: Row[] = Array.from({ length: 12 }, (_, i) => [i + 1, new Date(Date.UTC(2024, 2, i + 1)), i % 2 ? '张小明' : '李建国', `疏通沟渠${1500 + i}米，收到${i + 1}件诉求`, 12_000 + i, `第${i}户已修复`]) // prettier-ignore
const prose = Array.from(
  { length: 8 },
  (_, i) => `第${i}段：${DAY}，张小明到幸福村走访，疏通沟渠${1200 + i}米。`
)

let folder: string
let tools: Record<string, (...given: never[]) => unknown>
let files: File[]
const truth = { classes: { '1-1_例会/2024年3月5日例会记录.docx': { class: 'trace' }, '1-1_例会/照片/1.jpg': { class: 'trace' } } } // prettier-ignore

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'henshi-evasion-test-'))
  tools = await loadTools(resolve(import.meta.dirname, '../..'))
  const make = tools.makeDocument as unknown as (
    blocks: { text?: string; picture?: Buffer; name?: string }[]
  ) => Promise<{ bytes: Buffer }>
  const picture = await sharp({ create: { width: 64, height: 48, channels: 3, background: '#487' } })
    .withExif({ IFD0: { Model: 'Camera' } })
    .jpeg()
    .toBuffer()
  const document = (title: string, ...more: { picture: Buffer }[]) =>
    make([{ text: title }, ...prose.map(text => ({ text })), ...more]).then(({ bytes }) => bytes)
  const table = [{ name: '台账', rows: [['走访台账'], head, ...entries] }]
  files = [
    ['1-1_例会/2024年3月5日例会记录.docx', await document('例会记录', { picture })],
    ['1-1_例会/2024年3月8日例会记录.docx', await document('例会记录')],
    ['1-1_例会/照片/1.jpg', picture],
    ['1-2_走访/走访台账.xlsx', await writeSheets(table, 'xlsx')],
    ['1-2_走访/走访台账.csv', await writeSheets(table, 'csv')],
    ['1-2_走访/日记.zip!/日记/三月.txt', Buffer.from(`${DAY}，张小明走访，疏通沟渠1800米，12件。`)]
  ].map(([path, bytes]) => ({ path, bytes, from: [path] })) as File[]
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function run(
  id: string
): Promise<{ after: File[]; eligible: number; origins: (path: string) => string[] }> {
  const transform = TRANSFORMS.find((each: { id: string }) => each.id === id)
  const { files: after, eligible } = await transform.apply(files, { truth, seed: 1, ...tools })
  return { after, eligible, origins: originsOf(after) }
}
const named = (list: File[], part: string): File => list.find(({ path }) => path.includes(part))!
const textsOf = async (file: File): Promise<string> => {
  if (formatOf(file) === 'docx') return (await blocksOf(file.bytes)).map(({ text = '' }) => text).join('\n')
  if (formatOf(file) === 'txt') return textOf(file.bytes)
  return (await readSheets(file)).flatMap(({ rows }: { rows: Row[] }) => rows.map(row => row.join('|'))).join('\n') // prettier-ignore
}

describe('every transform', () => {
  it.each((TRANSFORMS as { id: string }[]).map(({ id }) => id))('%s changes each file it can and knows where each came from', async id => {
    const { after, eligible, origins } = await run(id)
    expect(eligible).toBeGreaterThan(0)
    expect(changedOf(files, after).length).toBeGreaterThanOrEqual(eligible)
    expect(new Set(after.map(({ path }) => path)).size).toBe(after.length)
    const met = new Set(after.flatMap(({ path }) => origins(path)))
    expect([...met].sort()).toEqual(files.map(({ path }) => path).sort())
  }) // prettier-ignore

  it('gives the same package twice', async () => {
    for (const id of ['neutral-names', 'shuffle-rows', 'scatter-names']) {
      const [one, two] = [await run(id), await run(id)]
      expect(one.after.map(({ path }) => path)).toEqual(two.after.map(({ path }) => path))
    }
  })
})

describe('names and places', () => {
  it('call trace acceptance reports, keep codes and days of folders, and number the rest', async () => {
    const paths = async (id: string): Promise<string[]> => (await run(id)).after.map(({ path }) => path)
    expect(await paths('rename-files')).toEqual(['1-1_例会/验收报告1.docx', '1-1_例会/2024年3月8日例会记录.docx', '1-1_例会/照片/第三方验收报告2.jpg', '1-2_走访/走访台账.xlsx', '1-2_走访/走访台账.csv', '1-2_走访/日记.zip!/日记/三月.txt']) // prettier-ignore
    expect((await paths('rename-folders')).every(path => /^1-[12]_(?:来文|上级文件)/u.test(path))).toBe(true)
    expect((await paths('rename-folder')).filter(path => /^1-[12]_(?:来文|上级文件)/u.test(path)).map(path => path.slice(0, 3))).toEqual(['1-1', '1-1', '1-1']) // prettier-ignore
    expect((await paths('neutral-names')).every(path => /f\d{4}\.\w+$/u.test(path))).toBe(true)
    expect((await paths('flat')).every(path => !path.includes('/'))).toBe(true)
    expect((await paths('nested-zips')).every(path => path.startsWith('全部材料.zip!/1-'))).toBe(true)
  })

  it('are what is found again after saving, archives inside archives included', async () => {
    const { after } = await run('nested-zips')
    const at = join(folder, 'nested')
    await savePackage(at, after)
    const found: File[] = await loadPackage(at)
    expect(found.map(({ path, bytes }) => [path, bytes.length]).sort()).toEqual(after.map(({ path, bytes }) => [path, bytes.length]).sort()) // prettier-ignore
  })
})

describe('pieces', () => {
  it('hold every entry once under the title and header, and every paragraph once under the title', async () => {
    const { after } = await run('split')
    const ledgers = after.filter(({ path }) => path.endsWith('.xlsx'))
    const rows = await Promise.all(ledgers.map(async file => (await readSheets(file))[0].rows as Row[]))
    expect(rows.map(each => each.length)).toEqual(Array.from({ length: 12 }, () => 3))
    expect(rows.map(each => each[2]![0])).toEqual(entries.map(([number]) => number))
    const pieces = after.filter(({ path }) => path.includes('3月8日'))
    expect((await Promise.all(pieces.map(textsOf))).map(text => text.split('\n')[1])).toEqual(prose)
  })

  it('become one with every picture under its old name', async () => {
    const { after, origins } = await run('merge')
    const merged = named(after, '材料汇编.docx')
    expect((await textsOf(merged)).split('\n').filter(text => text !== '')).toHaveLength(
      2 * (1 + prose.length)
    )
    const media = (await unzip(merged.bytes)).filter(({ name }: { name: string }) => name.startsWith('word/media/')) // prettier-ignore
    expect(media).toHaveLength(1)
    expect(origins(`${merged.path}!/${media[0].name}`)).toEqual([`1-1_例会/2024年3月5日例会记录.docx!/${media[0].name}`]) // prettier-ignore
    expect(await readSheets(named(after, '台账汇总.xlsx'))).toHaveLength(2)
  })
})

describe('what is written', () => {
  it('is stuffed where a reader sees it, where none does, and in a page head', async () => {
    const { after } = await run('stuffing')
    const parts = new Map((await unzip(named(after, '3月8日').bytes)).map(({ name, bytes }: { name: string; bytes: Buffer }) => [name, bytes.toString('utf8')])) // prettier-ignore
    const body = parts.get('word/document.xml') as string
    expect(body).toMatch(/w:color w:val="FFFFFF"/u)
    expect(body).toMatch(/<w:headerReference [^>]*r:id="rIdHead97"/u)
    expect(parts.get('word/header97.xml')).toMatch(/第三方验收合格/u)
    expect((await readSheets(named(after, '.xlsx'))).map(({ name }: { name: string }) => name)).toEqual(['台账', '第三方验收']) // prettier-ignore
  })

  it('is gone when scanned: no letter is left to read', async () => {
    const { after } = await run('scanning')
    const pages = after.filter(file => formatOf(file) === 'pdf')
    expect(pages).toHaveLength(5)
    const read = tools.pdfText as unknown as (bytes: Buffer) => Promise<string[]>
    for (const { bytes } of pages) expect(await read(bytes)).toEqual([])
  })

  it('keeps its letters when metadata are stripped, and says nothing of its making', async () => {
    const { after } = await run('strip-metadata')
    for (const file of after.filter(({ path }) => /docx|xlsx/u.test(path))) {
      expect((await unzip(file.bytes)).some(({ name }: { name: string }) => name.startsWith('docProps/'))).toBe(false) // prettier-ignore
      expect(await textsOf(file)).toBe(await textsOf(files.find(({ path }) => path === file.path)!))
    }
    expect((await sharp(named(after, '.jpg').bytes).metadata()).exif).toBeUndefined()
    expect((await sharp(named(files, '.jpg').bytes).metadata()).exif).toBeDefined()
  })

  it('is the same after another program saved it', async () => {
    const { after } = await run('re-save')
    expect(await textsOf(named(after, '3月8日'))).toBe(await textsOf(named(files, '3月8日')))
    expect((await sharp(named(after, '.jpg').bytes).metadata()).exif).toBeDefined()
  })

  it('stands in another order, every row once, below the same header', async () => {
    const { after } = await run('shuffle-rows')
    const [{ rows }] = await readSheets(named(after, '.xlsx'))
    expect(rows.slice(0, 2).map((row: Row) => row[0])).toEqual(['走访台账', '序号'])
    const numbers = rows.slice(2).map((row: Row) => row[0])
    expect(numbers).not.toEqual(entries.map(([number]) => number))
    expect(new Set(numbers)).toEqual(new Set(entries.map(([number]) => number)))
  })

  it('names other persons: the same everywhere, or another in each file', async () => {
    const who = async (id: string): Promise<string[]> => {
      const { after } = await run(id)
      return Promise.all(after.filter(({ path }) => /docx|txt$/u.test(path)).map(async file => /(\p{Script=Han}{3})(?:到幸福村)?走访/u.exec(await textsOf(file))![1]!)) // prettier-ignore
    }
    const [same, other] = [await who('swap-names'), await who('scatter-names')]
    expect(same).not.toContain('张小明')
    expect(new Set(same).size).toBe(1)
    expect(new Set(other).size).toBe(other.length)
  })

  it('has other units with the figures that go with them, and other forms of the same days', async () => {
    const [{ rows }] = await readSheets(named((await run('translate-units')).after, '.xlsx'))
    expect(rows[1][4]).toBe('金额（万元）')
    expect(rows[2].slice(3, 5)).toEqual(['疏通沟渠1.5公里，收到1起诉求', 1.2])
    const dated = (await run('rewrite-dates')).after
    expect(named(dated, '2024.03.08例会记录')).toBeDefined()
    expect(await textsOf(named(dated, '2024.03.08'))).toContain('2024.03.05，')
    expect((await readSheets(named(dated, '.xlsx')))[0].rows[2][1]).toBe('2024年3月1日')
  })
})

it('edits a text that stands in several runs as one', async () => {
  const document = named(files, '3月8日')
  const cut = await editTexts(document.bytes, (text: string) => text.replace('幸福村', '东风村'))
  expect(await textsOf({ ...document, bytes: cut })).toContain('张小明到东风村走访')
})

it('reads quoted fields of a csv', () => {
  expect(parseCsv('a,"b,""c""\n",\r\n1,2,3\r\n')).toEqual([['a', 'b,"c"\n', null], ['1', '2', '3']]) // prettier-ignore
})
