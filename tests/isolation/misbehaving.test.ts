import { existsSync, readdirSync } from 'node:fs'
import { describe, expect, it, vi } from 'vitest'
import { ReadingCancelled } from '../../src/isolation/read-all.ts'
import { temporaryFolder, testPaths } from '../support/paths.ts'
import { outcome, packageOf, readPackage, spelled } from '../support/read-package.ts'
import { zip } from '../support/zip.ts'

const paths = testPaths()
const MiB = 2 ** 20
// Far above what honest files need on a machine that does much else meanwhile.
const quick = { stall: 5000, total: 9000, totalPerMiB: 0, memory: 220 * MiB, memoryAlone: 260 * MiB }

const good = {
  '台账/走访.csv': '日期,姓名,内容\n2024-03-05,张三,走访慰问\n2024-03-06,李四,政策宣讲\n',
  '好.test': 'HENSHI-TEST fine',
  '照片.zip': zip([{ name: '说明.csv', data: '甲,乙\n1,2\n3,4\n', utf8: true }])
}

let undisturbed: ReturnType<typeof readPackage> | undefined

/** Reads the good files beside bad ones, and makes sure that they are found exactly as without. */
async function beside(bad: Record<string, string | Uint8Array>, options = {}) {
  const alone = await (undisturbed ??= readPackage(packageOf(good), paths))
  const both = await readPackage(packageOf({ ...good, ...bad }), paths, { limits: quick, ...options })
  const strip = (result: typeof alone) =>
    spelled(
      result.materials
        .filter(({ path }) => alone.by(path))
        .map(
          ({ no: _no, parent, ...rest }) =>
            ({ ...rest, in: parent === undefined ? '' : result.materials[parent]!.path }) as never
        )
    )
  expect(strip(both)).toEqual(strip(alone))
  return both
}

describe('a reader that misbehaves costs its own file and nothing else', () => {
  it('is E_CRASHED when killed on both tries', async () => {
    const { by } = await beside({ '坏.test': 'HENSHI-TEST crash' })
    expect(outcome(by('坏.test'))).toBe('unread E_CRASHED')
  })

  it('is E_CRASHED when it ends quietly, and what had arrived stays', async () => {
    const { by } = await beside({ '坏.test': 'HENSHI-TEST exit' })
    expect(outcome(by('坏.test'))).toBe('partly E_CRASHED')
    expect(by('坏.test')!.reading!.blocks).toEqual([{ text: 'before', style: 'paragraph' }])
  })

  it('is E_CRASHED when it throws, and quotes nothing from the file', async () => {
    const { by } = await beside({ '坏.test': 'HENSHI-TEST throw' })
    expect(by('坏.test')!.trouble).toEqual({ code: 'E_CRASHED', detail: 'the reader failed (TypeError)' })
  })

  it('is E_LIMIT_TIME when it hangs with its thread blocked', async () => {
    const { by } = await beside({ '坏.test': 'HENSHI-TEST hang' })
    expect(outcome(by('坏.test'))).toBe('unread E_LIMIT_TIME')
  })

  it('is E_LIMIT_TIME when it waits for ever', async () => {
    const { by } = await beside({ '坏.test': 'HENSHI-TEST sleep' })
    expect(outcome(by('坏.test'))).toBe('unread E_LIMIT_TIME')
  })

  it('is E_LIMIT_TIME when it shows signs of life for ever', async () => {
    const { by } = await beside({ '坏.test': 'HENSHI-TEST beat' })
    expect(outcome(by('坏.test'))).toBe('unread E_LIMIT_TIME')
  })

  it('is E_LIMIT_MEMORY when it swells, also alone with more room', async () => {
    const { by } = await beside(
      { '坏.test': 'HENSHI-TEST swell' },
      { limits: { ...quick, stall: 20_000, total: 30_000 } }
    )
    expect(outcome(by('坏.test'))).toBe('unread E_LIMIT_MEMORY')
  })

  it.each(['garbage', 'uncounted'])('is E_CRASHED when it sends what no reader sends (%s)', async way => {
    const { by } = await beside({ '坏.test': `HENSHI-TEST ${way}` })
    expect(by('坏.test')!.trouble!.code).toBe('E_CRASHED')
  })

  it('is E_CRASHED for the member alone when it announces bytes that are not there', async () => {
    const { by } = await beside({ '坏.test': 'HENSHI-TEST lie' })
    expect(outcome(by('坏.test!/other.txt'))).toBe('unread E_CRASHED')
  })

  it('may neither write outside, nor spawn, nor load addons', async () => {
    const { by } = await beside({ '坏.test': 'HENSHI-TEST escape' })
    const text = by('坏.test')!.reading!.blocks[0]!.text
    expect(text).toContain('wrote outside: ERR_ACCESS_DENIED')
    expect(text).toContain('spawned: ERR_ACCESS_DENIED')
    expect(text).toContain('loaded an addon: ERR_DLOPEN_DISABLED')
  })

  it('costs one member of an archive, not the archive', async () => {
    const { by } = await beside({
      '包.zip': zip([
        { name: 'a.test', data: 'HENSHI-TEST crash' },
        { name: 'b.test', data: 'HENSHI-TEST fine' }
      ])
    })
    expect(outcome(by('包.zip'))).toBe('read')
    expect(outcome(by('包.zip!/a.test'))).toBe('unread E_CRASHED')
    expect(outcome(by('包.zip!/b.test'))).toBe('read')
  })
})

describe('reading as a whole', () => {
  it('gives the same materials with one child and with four, whatever arrives first', async () => {
    const root = packageOf({
      ...good,
      '内.zip': zip([
        {
          name: 'x.zip',
          data: zip([{ name: 'y.zip', data: zip([{ name: 'z.test', data: 'HENSHI-TEST fine' }]) }])
        },
        ...Array.from({ length: 40 }, (_, i) => ({ name: `f${i}.test`, data: `HENSHI-TEST fine ${i}` }))
      ])
    })
    const one = await readPackage(root, paths, { jobs: 1 })
    const four = await readPackage(root, paths, { jobs: 4 })
    expect(spelled(four.materials)).toEqual(spelled(one.materials))
    expect(outcome(one.by('内.zip!/x.zip!/y.zip!/z.test'))).toBe('read')
    expect(one.materials.every(({ status }) => status === 'read')).toBe(true)
    expect(one.materials.map(({ no }) => no)).toEqual(one.materials.map((_, i) => i + 1))
  })

  it('delivers every row through the window', async () => {
    const { by } = await readPackage(packageOf({ 'r.test': 'HENSHI-TEST rows' }), paths)
    const { cells } = by('r.test')!.reading!.tables[0]!
    expect(cells.rowCount).toBe(200_000)
    expect(cells.texts.length).toBe(1_600_000)
    expect(cells.pool.text(cells.texts[1_599_999]!)).toBe('走访记录49999')
  })

  it('stops within five seconds when asked to, keeps what is done, and leaves no child or folder', async () => {
    const stop = new AbortController()
    const root = packageOf({ ...good, '坏.test': 'HENSHI-TEST beat' })
    const temporary = temporaryFolder()
    vi.stubEnv('TMPDIR', temporary).stubEnv('TEMP', temporary)
    const reading = readPackage(root, paths, {
      signal: stop.signal,
      progress: ({ files }) => files === 4 && stop.abort()
    })
    const started = Date.now()
    const error = await reading.then(
      () => undefined,
      (why: unknown) => why
    )
    expect(error).toBeInstanceOf(ReadingCancelled)
    expect(Date.now() - started).toBeLessThan(10_000)
    const { materials } = (error as ReadingCancelled).partial
    expect(materials.find(({ path }) => path === '坏.test')!.status).toBe('unread')
    expect(materials.find(({ path }) => path === '好.test')!.status).toBe('read')
    expect(readdirSync(temporary)).toEqual([])
    vi.unstubAllEnvs()
  })

  it('says which file is missing when the child cannot start', async () => {
    const gone = { ...paths, child: `${paths.child}.gone` }
    expect(existsSync(gone.child)).toBe(false)
    const { by } = await readPackage(packageOf({ '好.test': 'HENSHI-TEST fine' }), gone)
    expect(outcome(by('好.test'))).toBe('unread E_CRASHED')
  })
})
