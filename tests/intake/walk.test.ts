import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { IntakeError } from '../../src/intake/intake-error.ts'
import { walk } from '../../src/intake/walk.ts'
import { sha256 } from '../../src/support/hashing.ts'
import { temporaryFolder, testPaths } from '../support/paths.ts'
import { outcome, packageOf, readPackage } from '../support/read-package.ts'

const POSIX = process.platform !== 'win32'

describe('walking a package', () => {
  it('names every file once, hashed, in code-point order', async () => {
    const root = packageOf({ 'b/2.TXT': 'two', 'a.csv': 'one', 'b/1': '', '𠀀.txt': 'x', '豈.txt': 'y' })
    const found = await walk(root)
    expect(found.map(({ path, extension, bytes }) => [path, extension, bytes])).toEqual([
      ['a.csv', 'csv', 3],
      ['b/1', '', 0],
      ['b/2.TXT', 'txt', 3],
      ['豈.txt', 'txt', 1],
      ['𠀀.txt', 'txt', 1]
    ])
    expect(found[0]!.sha256).toBe(sha256('one'))
  })

  it('takes one file by its own name, and prefixes what comes from outside', async () => {
    const root = packageOf({ '包.zip': 'x' })
    expect((await walk(join(root, '包.zip')))[0]!.path).toBe('包.zip')
    expect((await walk(root, { prefix: 'issued:/' }))[0]!.path).toBe('issued:/包.zip')
  })

  it.runIf(POSIX)('does not take a folder for material from outside because of its name', async () => {
    const root = packageOf({ 'issued:/a.txt': 'x', 'reference:/b.txt': 'y' })
    expect((await walk(root)).map(({ path }) => path)).toEqual(['issued：/a.txt', 'reference：/b.txt'])
  })

  it('refuses a root that is missing, empty or no file, instead of finding nothing', async () => {
    const root = temporaryFolder()
    const reason = (path: string) => walk(path).catch((error: IntakeError) => error.reason)
    expect(await reason(join(root, 'none'))).toBe('missing')
    expect(await reason(root)).toBe('empty')
    if (POSIX) expect(await reason('/dev/null')).toBe('notAFile')
  })

  it('lists lock files, system files and its own outputs without opening them', async () => {
    const found = await walk(
      packageOf({
        '~$台账.xlsx': 'x',
        '.~lock.a.docx#': 'x',
        'Thumbs.db': 'x',
        '照片/.DS_Store': 'x',
        '__MACOSX/a': 'x',
        '._b.jpg': 'x',
        'p-henshi/audit.json': '{"schema":"henshi.audit/1","x":1}',
        'p-henshi/report.xlsx': 'PK',
        'q/audit.json': '{"schema":"another"}',
        'q/report.xlsx': 'PK'
      })
    )
    const codes = Object.fromEntries(found.map(({ path, status, notes }) => [path, status && notes[0]?.code]))
    expect(codes).toEqual({
      '~$台账.xlsx': 'lock-file',
      '.~lock.a.docx#': 'lock-file',
      'Thumbs.db': 'system-file',
      '照片/.DS_Store': 'system-file',
      '__MACOSX/a': 'system-file',
      '._b.jpg': 'system-file',
      'p-henshi/audit.json': 'own-output',
      'p-henshi/report.xlsx': 'own-output',
      'q/audit.json': undefined,
      'q/report.xlsx': undefined
    })
  })

  it.runIf(POSIX)('lists links and pipes and follows neither', async () => {
    const root = packageOf({ 'a.txt': 'x' })
    symlinkSync('/etc', join(root, 'etc'))
    symlinkSync(root, join(root, 'loop'))
    execFileSync('mkfifo', [join(root, 'pipe')])
    const found = await walk(root)
    expect(found.map(({ path, status, trouble }) => [path, status, trouble?.code])).toEqual([
      ['a.txt', undefined, undefined],
      ['etc', 'listed', 'E_LINK'],
      ['loop', 'listed', 'E_LINK'],
      ['pipe', 'listed', 'E_UNSUPPORTED']
    ])
  })

  it.runIf(POSIX && process.getuid!() !== 0)('says which folder and file it may not read', async () => {
    const root = packageOf({ 'a/x.txt': 'x', 'b.txt': 'y', 'c.txt': 'z' })
    chmodSync(join(root, 'a'), 0)
    chmodSync(join(root, 'b.txt'), 0)
    const found = await walk(root)
    chmodSync(join(root, 'a'), 0o700)
    expect(found.map(({ path, trouble }) => [path, trouble?.code])).toEqual([
      ['a', 'E_DENIED'],
      ['b.txt', 'E_DENIED'],
      ['c.txt', undefined]
    ])
  })

  it.runIf(POSIX)(
    'shows names that are GBK on this disk, or hold control characters, and still reads them',
    async () => {
      const root = packageOf({ 'a\nb.test': 'HENSHI-TEST fine' })
      const gbk = Buffer.concat([Buffer.from(`${root}/`), Buffer.from([0xbb, 0xee, 0xb6, 0xaf])])
      mkdirSync(gbk)
      writeFileSync(Buffer.concat([gbk, Buffer.from('/\u6c49.test')]), 'HENSHI-TEST fine')
      const { materials } = await readPackage(root, testPaths())
      expect(materials.map(material => [material.path, outcome(material)])).toEqual([
        ['a␊b.test', 'read'],
        ['活动/汉.test', 'read']
      ])
    }
  )

  it('does not take a folder that ends in ! for the door of a container', async () => {
    const found = await walk(packageOf({ 'a.zip!/x.txt': 'x', 'a.zip': 'y' }))
    expect(found.map(({ path }) => path)).toEqual(['a.zip', 'a.zip！/x.txt'])
  })

  it('stops when asked to', async () => {
    await expect(walk(packageOf({ a: 'x' }), { signal: AbortSignal.abort() })).rejects.toThrow('cancelled')
  })
})
