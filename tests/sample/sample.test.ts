import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeSample, type Truth } from '../../src/sample/index.ts'
import { readOwnZip } from '../../src/sample/writers/zip.ts'

// Making a package takes about ten seconds on a quiet machine.
const PATIENCE = 240_000
const CHECKS = [
  'backfilled-ledgers', 'duplicate-entries', 'duplicate-files', 'lined-up-replies', 'one-session-pictures',
  'picture-dates', 'recycled-entries', 'repeated-fields', 'reused-passages', 'reused-pictures', 'unsupported-results'
] // prettier-ignore

describe('a sample', () => {
  let folder = ''
  let truth: Truth
  let files: string[]

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'henshi-sample-'))
    truth = await writeSample(join(folder, 'one'), 11)
    files = await list(join(folder, 'one', 'package'))
  }, PATIENCE)
  afterAll(() => rm(folder, { recursive: true, force: true }))

  it(
    'is the same to the byte when made again with its seed',
    async () => {
      await writeSample(join(folder, 'two'), 11)
      expect(await prints(join(folder, 'two'))).toEqual(await prints(join(folder, 'one')))
    },
    PATIENCE
  )

  it('tells of activities whose files are there and belong to one each, and of what is asked', () => {
    const told = truth.activities.flatMap(({ members }) => members)
    expect(new Set(told).size).toBe(told.length)
    for (const path of told) expect(truth.classes, path).toHaveProperty([path])
    const standings = new Set(truth.activities.map(({ standing }) => standing))
    expect([...standings].sort()).toEqual(['result', 'trace'])
    expect(truth.activities.filter(({ continuing }) => continuing).length).toBeGreaterThan(12)
    expect(truth.indicators.filter(({ standing }) => standing === 'missing').length).toBeGreaterThan(1)
    expect(truth.indicators.filter(({ barred }) => barred).map(({ name }) => name)).toEqual(['学习教育'])
  })

  it('has about 200 files, all of them with a class, in every format a kept library can write', () => {
    expect(files.length).toBeGreaterThan(140)
    expect(files.length).toBeLessThan(270)
    const classed = Object.keys(truth.classes)
    expect(classed.filter(path => !path.includes('!/')).sort()).toEqual([...files].sort())
    const endings = new Set(files.map(path => path.slice(path.lastIndexOf('.') + 1)))
    for (const ending of [
      'xlsx',
      'xls',
      'csv',
      'docx',
      'pdf',
      'jpg',
      'png',
      'webp',
      'tif',
      'txt',
      'zip',
      'db'
    ]) {
      expect(endings).toContain(ending)
    }
  })

  it('has about a quarter of its documents as scans', async () => {
    const documents = files.filter(path => /\.(docx|pdf)$/u.test(path))
    const scans = await Promise.all(
      documents.map(
        async path => path.endsWith('.pdf') && isScan(await readFile(join(folder, 'one/package', path)))
      )
    )
    const share = scans.filter(Boolean).length / documents.length
    expect(share).toBeGreaterThan(0.17)
    expect(share).toBeLessThan(0.3)
  })

  it('plants something for every check and something honest beside it', () => {
    expect([...new Set(truth.groups.map(group => group.check))].sort()).toEqual(CHECKS)
    expect(new Set(truth.lookalikes.map(each => each.kind)).size).toBeGreaterThanOrEqual(12)
    for (const group of truth.groups) expect(group.members.length, group.kind).toBeGreaterThan(0)
    expect(new Set(Object.values(truth.classes).map(each => each.class))).toEqual(new Set(['trace', 'result', 'mixed', 'input', 'issued', 'unknown'])) // prettier-ignore
  })

  it('names only places that are there', async () => {
    const books = new Map<string, ExcelJS.Workbook>()
    for (const { path, sheet, row, message } of [...truth.groups, ...truth.lookalikes].flatMap(
      each => each.members
    )) {
      expect(truth.classes, path).toHaveProperty([path])
      const at = join(folder, 'one/package', path.split('!/')[0]!)
      if (path.includes('.docx!/')) {
        const names = readOwnZip(await readFile(at)).map(entry => entry.name)
        expect(names).toContain(path.split('!/')[1])
      }
      if (row !== undefined && path.endsWith('.xlsx')) {
        if (!books.has(path)) books.set(path, await new ExcelJS.Workbook().xlsx.readFile(at))
        const cells = books.get(path)!.getWorksheet(sheet!)!.getRow(row)
        expect(cells.getCell(1).text, `${path} ${row}`).toMatch(/\d/u)
      }
      if (message !== undefined) {
        const heads = (await readFile(at, 'utf8')).match(/^\d{4}-\d{2}-\d{2} .*\(\d+\)\r?$/gmu)!
        expect(message).toBeLessThanOrEqual(heads.length)
      }
    }
  })

  it('keeps honest texts apart: none shares with another what a copied one does', async () => {
    const texts = new Map<string, string>()
    for (const path of files.filter(
      each => each.endsWith('.docx') && truth.classes[each]!.class !== 'issued'
    )) {
      const text = await textOf(join(folder, 'one/package', path))
      if (text.length > 120) texts.set(path, text)
    }
    const together = [...truth.groups, ...truth.lookalikes].map(
      each => new Set(each.members.map(member => member.path))
    )
    const runs = new Map([...texts].map(([path, text]) => [path, runsOf(text)]))
    for (const [a, text] of texts) {
      for (const [b] of texts) {
        if (a === b || together.some(set => set.has(a) && set.has(b))) continue
        expect(carried(text, runs.get(b)!), `${a} in ${b}`).toBeLessThan(0.38)
      }
    }
  })

  it('refuses a folder that holds something else', async () => {
    await writeFile(join(folder, 'note.txt'), 'mine')
    await expect(writeSample(folder, 1)).rejects.toThrow('not a sample')
  })
})

async function list(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter(entry => entry.isFile())
    .map(entry => relative(folder, join(entry.parentPath, entry.name)))
}

async function prints(folder: string): Promise<Record<string, string>> {
  const paths = (await list(folder)).sort()
  const pairs = paths.map(async path => [path, createHash('sha256').update(await readFile(join(folder, path))).digest('hex')]) // prettier-ignore
  return Object.fromEntries(await Promise.all(pairs)) as Record<string, string>
}

function isScan(pdf: Buffer): boolean {
  return pdf.includes('/DCTDecode') && /Scan|Canon|RICOH/u.test(Buffer.from((/\/Producer <FEFF([0-9A-F]+)>/u.exec(pdf.toString('latin1')) ?? ['', ''])[1]!, 'hex').swap16().toString('utf16le')) // prettier-ignore
}

async function textOf(path: string): Promise<string> {
  const bytes = await readFile(path)
  if (!bytes.includes('PK\x05\x06')) return '' // the truncated one, the lock file
  const body = readOwnZip(bytes)
    .find(entry => entry.name === 'word/document.xml')!
    .bytes.toString('utf8')
  return [...body.matchAll(/<w:t[^>]*>([^<]*)/gu)].map(match => match[1]).join('')
}

/** Runs of 13 characters: what plagiarism services take for a copied sentence. */
const RUN = 13

function runsOf(text: string): Set<string> {
  return new Set(Array.from({ length: Math.max(0, text.length - RUN + 1) }, (_, i) => text.slice(i, i + RUN)))
}

function carried(text: string, runs: Set<string>): number {
  const covered = new Uint8Array(text.length)
  for (let i = 0; i + RUN <= text.length; i++)
    if (runs.has(text.slice(i, i + RUN))) covered.fill(1, i, i + RUN)
  return covered.reduce((sum, each) => sum + each, 0) / text.length
}
