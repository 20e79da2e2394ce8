import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, extname, join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Audit } from '../../src/model/audit.ts'
import { pdfOf } from '../support/pdf.ts'
import { flatPng } from '../support/png.ts'
import { quineZip } from '../support/quine.ts'
import { xlsxOf } from '../support/xlsx.ts'
import { zip } from '../support/zip.ts'
import { henshi, readAudit, samplePackage } from './sample.ts'

/** The sample once by itself and once with one file of every hostile kind beside it. */
const work = mkdtempSync(join(tmpdir(), 'henshi-hostile-'))
const MiB = 2 ** 20
let alone: Audit
let beside: Audit
let code: number | null
let hostile: Record<string, Uint8Array>

beforeAll(async () => {
  const { folder } = samplePackage()
  const both = join(work, 'both')
  cpSync(folder, both, { recursive: true })
  hostile = await hostileFiles(folder)
  for (const [path, bytes] of Object.entries(hostile)) {
    mkdirSync(dirname(join(both, path)), { recursive: true })
    writeFileSync(join(both, path), bytes)
  }
  await henshi(['audit', folder, '--out', join(work, 'a'), '--no-cache', '--quiet'])
  ;({ code } = await henshi(['audit', both, '--out', join(work, 'b'), '--no-cache', '--quiet']))
  alone = readAudit(join(work, 'a', 'audit.json'))
  beside = readAudit(join(work, 'b', 'audit.json'))
}, 300_000)
afterAll(() => rmSync(work, { recursive: true, force: true }))

const ROOM = '0-不明文件'

async function hostileFiles(folder: string): Promise<Record<string, Uint8Array>> {
  const files: Record<string, Uint8Array> = {}
  const sampled = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()
  for (const kind of ['.xlsx', '.docx', '.pdf', '.jpg', '.png']) {
    const whole = sampled.find(path => extname(path) === kind)
    if (whole) files[`截断${kind}`] = readFileSync(join(folder, whole)).subarray(0, 700)
  }
  const row = '<row r="1"><c r="A1"><v>1</v></c></row>'
  return {
    ...Object.fromEntries(Object.entries(files).map(([name, bytes]) => [`${ROOM}/${name}`, bytes])),
    [`${ROOM}/空.docx`]: Buffer.alloc(0),
    [`${ROOM}/加密.pdf`]: pdfOf([{}], { trailer: '/Encrypt << /Filter /Standard /V 1 /R 2 /O (abcdefghijklmnopqrstuvwxyz012345) /U (abcdefghijklmnopqrstuvwxyz012345) /P -44 >> /ID [<00> <00>]' }), // prettier-ignore
    [`${ROOM}/加密.zip`]: zip([{ name: 'a.xlsx', data: 'secret', flags: 1 }]),
    [`${ROOM}/行号.xlsx`]: await xlsxOf({ sheets: [{ rows: `${row}<row r="900000000"><c r="A900000000"><v>1</v></c></row>` }] }), // prettier-ignore
    [`${ROOM}/范围.xlsx`]: await xlsxOf({ sheets: [{ rows: row, after: '<mergeCells count="4000000000"><mergeCell ref="A1:XFD1048576"/></mergeCells><dataValidations count="1"><dataValidation sqref="A1:XFD1048576"/></dataValidations>' }] }), // prettier-ignore
    [`${ROOM}/膨胀.zip`]: zip([{ name: 'a.txt', packed: deflateRawSync(Buffer.alloc(160 * MiB)), data: '' }]),
    [`${ROOM}/重叠.zip`]: zip([
      { name: 'k0', data: Buffer.alloc(MiB) },
      ...Array.from({ length: 5000 }, (_, i) => ({ name: `k${i + 1}`, data: '', shareWith: 0 }))
    ]),
    [`${ROOM}/自身.zip`]: quineZip(),
    [`${ROOM}/越界.zip`]: zip([
      { name: '../../../../tmp/henshi-escaped.txt', data: 'x' },
      { name: '/etc/henshi-escaped', data: 'x' }
    ]),
    [`${ROOM}/编码.zip`]: zip([{ name: Buffer.from([0x81, 0x5c, 0x2e, 0x62, 0x69, 0x6e]), data: '\0\0' }]),
    [`${ROOM}/2.25亿像素.png`]: await flatPng(15_000, 15_000),
    [`${ROOM}/9亿像素.png`]: await flatPng(30_000, 30_000),
    [`${ROOM}/深.json`]: Buffer.from('['.repeat(200_000)),
    [`${ROOM}/乱码.docx`]: Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * i * 31 + 7) & 255))
  }
}

describe('a package with hostile files in it', () => {
  it('is audited to its end, and every file is accounted for', () => {
    expect(code).toBe(3)
    const paths = new Set(beside.materials.map(({ path }) => path))
    for (const path of Object.keys(hostile)) expect(paths).toContain(path)
    const { found, read, partly, unread, listed } = beside.accounting
    expect(read + partly + unread + listed).toBe(found)
  })

  it.each([
    ['截断.xlsx', /^(unread|partly) E_CORRUPT$/],
    ['截断.docx', /^(unread|partly) E_CORRUPT$/],
    ['截断.pdf', /^(unread|partly) E_CORRUPT$/],
    ['空.docx', /^unread E_EMPTY$/],
    ['加密.pdf', /^unread E_ENCRYPTED$/],
    ['加密.zip!/a.xlsx', /^unread E_ENCRYPTED$/],
    ['行号.xlsx', /^partly E_LIMIT_COUNT$/],
    ['范围.xlsx', /^read$/],
    ['膨胀.zip!/a.txt', /^unread E_LIMIT_SIZE$/],
    ['重叠.zip', /^unread E_OVERLAP$/],
    ['2.25亿像素.png', /^partly E_LIMIT_PIXELS$/],
    ['9亿像素.png', /^(unread|partly) E_LIMIT_PIXELS$/],
    ['乱码.docx', /^unread E_(CORRUPT|UNSUPPORTED)$/]
  ])('says of %s what became of it', (name, expected) => {
    const material = beside.materials.find(({ path }) => path === `${ROOM}/${name}`)!
    const trouble = beside.troubles.find(({ path }) => path === `${ROOM}/${name}`)
    expect([material.status, trouble?.code].filter(Boolean).join(' ')).toMatch(expected)
  })

  it('follows a zip that holds itself no deeper than the limit', () => {
    const selves = beside.materials.filter(({ path }) => path.startsWith(`${ROOM}/自身.zip`))
    expect(selves.length).toBeGreaterThan(1)
    expect(selves.length).toBeLessThan(12)
    expect(beside.troubles.filter(({ path }) => path.startsWith(`${ROOM}/自身.zip`)).map(({ code }) => code)).toEqual(['E_LIMIT_DEPTH']) // prettier-ignore
  })

  it('refuses names that lead out of the package', () => {
    const codes = beside.troubles.filter(({ path }) => path.startsWith(`${ROOM}/越界.zip`)).map(({ code }) => code) // prettier-ignore
    expect(codes).toEqual(['E_NAME', 'E_NAME'])
  })

  it('finds everything else exactly as without them', () => {
    const isHostile = (path: string) => path.startsWith(ROOM)
    const rest = (audit: Audit) => ({
      materials: audit.materials.filter(({ path }) => !isHostile(path)).map(({ no: _no, repeats, ...material }) => ({ ...material, repeats: audit.materials.find(({ no }) => no === repeats)?.path })), // prettier-ignore
      findings: audit.findings.filter(({ places }) => !places.every(({ path }) => isHostile(path))),
      troubles: audit.troubles.filter(({ path }) => !isHostile(path)),
      activities: audit.activities.length
    })
    expect(rest(beside)).toEqual(rest(alone))
  })
})
