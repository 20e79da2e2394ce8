import { crc32, deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { testPaths } from '../../support/paths.ts'
import { outcome, packageOf, readPackage } from '../../support/read-package.ts'
import { gbk, zip, type ZipEntry } from '../../support/zip.ts'

const paths = testPaths()
const line = 'HENSHI-TEST fine'
const MiB = 2 ** 20

async function read(entries: readonly ZipEntry[] | Buffer, options = {}) {
  const archive = Array.isArray(entries) ? zip(entries as ZipEntry[]) : (entries as Buffer)
  const result = await readPackage(packageOf({ '包.zip': archive, '旁.test': line }), paths, options)
  expect(outcome(result.by('旁.test'))).toBe('read')
  const members = result.materials.filter(({ path }) => path.startsWith('包.zip!/'))
  return {
    ...result,
    archive: result.by('包.zip')!,
    names: members.map(({ path }) => path.slice('包.zip!/'.length)),
    members
  }
}

describe('names inside a zip', () => {
  it('are UTF-8 by flag, UTF-8 without it, or GBK', async () => {
    const { names } = await read([
      { name: '旗.test', utf8: true, data: line },
      { name: '无旗.test', data: `${line}2` },
      { name: gbk('活动/照片.test'), data: `${line}3` }
    ])
    expect(names).toEqual(['旗.test', '无旗.test', '活动/照片.test'].sort())
  })

  it('are decoded before 0x5C is taken for a separator', async () => {
    const { names } = await read([
      { name: gbk('誠乗.test'), data: line },
      { name: gbk('活动\\誠.test'), data: `${line}2` }
    ])
    expect(names).toEqual(['活动/誠.test', '誠乗.test'])
  })

  it('keep a backslash that a Unix maker wrote', async () => {
    const { names } = await read([{ name: 'a\\b.test', data: line, host: 3, mode: 0o100644 }])
    expect(names).toEqual(['a\\b.test'])
  })

  it('follow their neighbours where they could be either', async () => {
    const { names } = await read([
      { name: gbk('模.test'), data: line },
      { name: gbk('活动.test'), data: line }
    ])
    expect(names).toContain('模.test')
  })

  it('are taken from the Unicode-path field when its checksum fits', async () => {
    const field = (name: Buffer, sum: number) => {
      const text = Buffer.from('真名.test')
      const extra = Buffer.alloc(9 + text.length)
      extra.writeUInt16LE(0x7075, 0)
      extra.writeUInt16LE(5 + text.length, 2)
      extra[4] = 1
      extra.writeUInt32LE(sum, 5)
      text.copy(extra, 9)
      return { name, extra, data: line }
    }
    const name = Buffer.from([0xbb, 0xee, 0x2e, 0x74])
    expect((await read([field(name, crc32(name))])).names).toEqual(['真名.test'])
    expect((await read([field(name, 1)])).names).toEqual(['活.t'])
  })

  it.each([
    '../../出.test',
    '..\\..\\出.test',
    '/etc/出.test',
    'C:\\出.test',
    '\\\\server\\出.test',
    'a/../../出.test',
    'a\0.test'
  ])('that lead out (%j) stay closed, and cost only themselves', async name => {
    const { archive, members } = await read([
      { name, data: line },
      { name: 'ok.test', data: line }
    ])
    expect(outcome(archive)).toBe('read')
    expect(members.map(outcome).sort()).toEqual(['read', 'unread E_NAME'])
    for (const { path } of members) expect(path.split('/')).not.toContain('..')
  })

  it('given twice are both read, numbered', async () => {
    const { names, members } = await read([
      { name: 'a.test', data: `${line} 1` },
      { name: 'a.test', data: `${line} 2` }
    ])
    expect(names).toEqual(['a (2).test', 'a.test'])
    expect(members.map(outcome)).toEqual(['read', 'read'])
  })
})

describe('entries of a zip', () => {
  it('that are links, system files, lock files or our own output are listed', async () => {
    const { members } = await read([
      { name: 'link', data: '/etc/passwd', mode: 0o120777 },
      { name: '__MACOSX/._a.jpg', data: 'x' },
      { name: '~$台账.xlsx', data: 'x', utf8: true },
      { name: 'x-henshi/audit.json', data: '{"schema":"henshi.audit/1"}' },
      { name: 'x-henshi/report.xlsx', data: 'x' },
      { name: 'y-henshi/report.test', data: line }
    ])
    expect(members.map(({ status, notes }) => [status, notes[0]?.code])).toEqual([
      ['listed', 'system-file'],
      ['listed', 'link'],
      ['listed', 'own-output'],
      ['listed', 'own-output'],
      ['read', undefined],
      ['listed', 'lock-file']
    ])
  })

  it('that are encrypted say so and let the others be read', async () => {
    const { members } = await read([
      { name: 'a.test', data: line, flags: 1 },
      { name: 'b.test', data: line }
    ])
    expect(members.map(outcome)).toEqual(['unread E_ENCRYPTED', 'read'])
  })

  it('with a wrong checksum, or cut short, are read as far as they go', async () => {
    const long = `${line}\n${'x'.repeat(5000)}`
    const packed = deflateRawSync(Array.from({ length: 20_000 }, (_, i) => `${line} ${i * 7919}`).join('\n'))
    const { members } = await read([
      { name: 'a.test', data: long, crc: 1 },
      { name: 'b.test', packed: packed.subarray(0, 20_000), data: long },
      { name: 'c.test', packed: Buffer.from('no deflate'), data: long }
    ])
    expect(members.map(outcome)).toEqual(['partly E_CORRUPT', 'partly E_CORRUPT', 'unread E_CORRUPT'])
  })

  it('are measured by what they unpack to, not by what is declared', async () => {
    const { members } = await read([{ name: 'a.test', data: line, declaredSize: 0xfffffff0 }])
    expect(members.map(outcome)).toEqual(['read'])
    expect(members[0]!.bytes).toBe(line.length)
  })

  it('are all found when the archive counts fewer of them', async () => {
    const archive = zip(['a', 'b', 'c'].map(name => ({ name: `${name}.test`, data: `${line} ${name}` })))
    archive.writeUInt16LE(1, archive.length - 12)
    const { names, archive: read_ } = await read(archive)
    expect(names).toEqual(['a.test', 'b.test', 'c.test'])
    expect(outcome(read_)).toBe('read')
  })

  it('cannot hide behind a comment that reads like an empty list', async () => {
    const archive = zip([{ name: 'a.test', data: line }])
    const comment = Buffer.concat([Buffer.from([0x50, 0x4b, 5, 6]), Buffer.alloc(30)])
    archive.writeUInt16LE(comment.length, archive.length - 2)
    expect((await read(Buffer.concat([archive, comment]))).names).toEqual(['a.test'])
  })

  it('cannot hide bytes behind the name of a folder', async () => {
    const { names } = await read([
      { name: '夹/', data: line, utf8: true },
      { name: '空夹/', data: '', utf8: true }
    ])
    expect(names).toEqual(['夹'])
  })

  it('of no bytes are E_EMPTY', async () => {
    const { members } = await read([{ name: 'a.txt', data: '' }])
    expect(members.map(outcome)).toEqual(['unread E_EMPTY'])
  })

  it('keep their time, without the constants of producers', async () => {
    const day = (year: number, month: number, date: number) => ((year - 1980) << 9) | (month << 5) | date
    const { members } = await read([
      { name: 'a.test', data: line, date: day(2024, 3, 5), time: (14 << 11) | (2 << 5) | 5 },
      { name: 'b.test', data: line, date: day(2012, 7, 2) },
      { name: 'c.test', data: line, date: day(1980, 1, 1) }
    ])
    expect(members.map(({ modifiedInArchive }) => modifiedInArchive)).toEqual([
      '2024-03-05T14:02:10',
      undefined,
      undefined
    ])
  })
})

describe('hostile archives', () => {
  it('whose entries share bytes are refused where they do, the rest is read', async () => {
    const { archive, members } = await read([
      { name: 'a.test', data: line },
      { name: 'b.test', data: line, shareWith: 0 },
      { name: 'c.test', data: line }
    ])
    expect(outcome(archive)).toBe('partly E_OVERLAP')
    expect(members.map(outcome)).toEqual(['unread E_OVERLAP', 'unread E_OVERLAP', 'read'])
  })

  it('of thousands of overlapping entries are one trouble', async () => {
    const kernel = Buffer.alloc(MiB)
    const { archive, members } = await read([
      { name: 'k0', data: kernel },
      ...Array.from({ length: 20_000 }, (_, i) => ({ name: `k${i + 1}`, data: '', shareWith: 0 }))
    ])
    expect(outcome(archive)).toBe('unread E_OVERLAP')
    expect(members).toEqual([])
  })

  it('whose entry reaches into the next are refused', async () => {
    const { members } = await read([
      { name: 'a.test', data: line, longer: 10 },
      { name: 'b.test', data: line }
    ])
    expect(members.map(outcome)).toEqual(['unread E_OVERLAP', 'unread E_OVERLAP'])
  })

  it('that unpack a thousandfold end with E_LIMIT_SIZE for that entry', async () => {
    const bomb = deflateRawSync(Buffer.alloc(160 * MiB))
    const { members } = await read([
      { name: 'a.txt', packed: bomb, data: '' },
      { name: 'b.test', data: line }
    ])
    expect(members.map(outcome)).toEqual(['unread E_LIMIT_SIZE', 'read'])
  })

  it('that unpack to more than there is room for end with E_LIMIT_SIZE, what came before is read', async () => {
    const { members } = await read(
      [
        { name: 'a.test', data: line },
        { name: 'b.csv', data: Buffer.alloc(3 * MiB, '1,2\n') },
        { name: 'c.csv', data: Buffer.alloc(3 * MiB, '3,4\n') }
      ],
      { limits: { packageBytes: 4 * MiB } }
    )
    expect(members.map(outcome)).toEqual(['read', 'read', 'unread E_LIMIT_SIZE'])
  })

  it('nested without end stop with E_LIMIT_DEPTH', async () => {
    let nested = zip([{ name: '底.test', data: line, utf8: true }])
    for (let i = 0; i < 9; i++) nested = zip([{ name: 'r.zip', data: nested }])
    const { materials, archive } = await read(nested)
    expect(outcome(archive)).toBe('read')
    const deepest = materials.filter(({ path }) => path.startsWith('包.zip!/')).at(-1)!
    expect(deepest.path.split('!/').length - 1).toBe(6)
    expect(outcome(deepest)).toBe('unread E_LIMIT_DEPTH')
  })

  it('with more entries than are read say how many', async () => {
    const entries = Array.from({ length: 12 }, (_, i) => ({ name: `${i}.test`, data: line }))
    const { archive, members } = await read(entries, { limits: { members: 10 } })
    expect(archive.trouble).toEqual({ code: 'E_LIMIT_COUNT', detail: '10 of 12 entries read' })
    expect(members.length).toBe(10)
  })

  it('cut short, or with a damaged list, are read as far as the list goes', async () => {
    const whole = zip([
      { name: 'a.test', data: line },
      { name: 'b.test', data: line }
    ])
    expect(outcome((await read(whole.subarray(0, 60))).archive)).toBe('unread E_CORRUPT')
    const damaged = Buffer.from(whole)
    damaged[damaged.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2]))] = 0
    const { archive, members } = await read(damaged)
    expect(outcome(archive)).toBe('partly E_CORRUPT')
    expect(members.map(outcome)).toEqual(['read'])
  })

  it('with something before them (a self-extractor) are read', async () => {
    const { members } = await read(
      Buffer.concat([
        zip([{ name: 'a.test', data: line }], { before: Buffer.from('PK\x03\x04stub', 'latin1') })
      ])
    )
    expect(members.map(outcome)).toEqual(['read'])
  })
})
