import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isEmbedded, memberSender } from '../../../src/readers/office/members.ts'
import { cleanName, withPackage, type OfficePackage } from '../../../src/readers/office/package.ts'
import { readProperties, wallClock } from '../../../src/readers/office/properties.ts'
import { mainPart, relationshipsOf } from '../../../src/readers/office/relationships.ts'
import { attribute, Enough, prefixedAttribute, readXml } from '../../../src/readers/office/xml.ts'
import { ReadTrouble } from '../../../src/isolation/trouble.ts'
import type { Part } from '../../../src/model/reading.ts'
import { contextFor } from '../../support/reader-context.ts'
import { properties, relationships, zipOf } from '../../support/xlsx.ts'

let folder: string
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'henshi-office-'))))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function packed<T>(
  parts: Record<string, string | Uint8Array>,
  use: (pack: OfficePackage) => Promise<T>
): Promise<T> {
  return withBytes(await zipOf(parts), use)
}

async function withBytes<T>(bytes: Uint8Array, use: (pack: OfficePackage) => Promise<T>): Promise<T> {
  const file = join(folder, 'package')
  writeFileSync(file, bytes)
  return withPackage(file, use)
}

async function* bytesOf(...pieces: (string | Uint8Array)[]): AsyncIterable<Uint8Array> {
  for (const piece of pieces) yield typeof piece === 'string' ? Buffer.from(piece) : piece
}

const codeOf = async (promise: Promise<unknown>): Promise<string> =>
  promise.then(() => 'read', (error: unknown) => (error instanceof ReadTrouble ? error.code : String(error))) // prettier-ignore

describe('an office package', () => {
  it('finds parts whatever their case, slashes and detours', async () => {
    await packed({ 'word/Document.xml': 'x', 'word/media/a.png': 'y' }, async pack => {
      expect(pack.find('/WORD/document.XML')).toBe('word/Document.xml')
      expect(pack.find('word\\styles\\..\\media/./a.png')).toBe('word/media/a.png')
      expect(pack.find('word/none.xml')).toBeUndefined()
    })
  })

  it('never names a part that climbs out', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('..', '.', 'a', '', 'b\\c')), segments => {
        expect(cleanName(segments.join('/'))).not.toMatch(/(?:^|\/)\.\.?(?:\/|$)|^\/|\\/)
      })
    )
  })

  it('follows relationships, absolute or relative, and marks what leads outside', async () => {
    const links = relationships([['rId1', 'image', '../media/%E5%9B%BE.png'], ['rId2', 'image', '/word/media/b.png'], ['rId3', 'image', 'gone.png']]).replace('</Relationships>', '<Relationship Id="rId4" Type="x/hyperlink" Target="http://example.invalid/" TargetMode="External"/></Relationships>') // prettier-ignore
    await packed(
      { 'word/sub/_rels/d.xml.rels': links, 'word/media/图.png': '1', 'word/media/b.png': '2' },
      async pack => {
        expect(await relationshipsOf(pack, 'word/sub/d.xml')).toEqual([
          { id: 'rId1', type: 'image', target: 'word/media/图.png', external: false },
          { id: 'rId2', type: 'image', target: 'word/media/b.png', external: false },
          { id: 'rId3', type: 'image', target: 'word/sub/gone.png', external: false },
          { id: 'rId4', type: 'hyperlink', target: '', external: true }
        ])
        expect(await relationshipsOf(pack, 'word/media/b.png')).toEqual([])
      }
    )
  })

  it('finds its main part by relationship, content type or usual name', async () => {
    const types = '<Types><Override PartName="/odd/main.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>' // prettier-ignore
    const found = (parts: Record<string, string>) => packed(parts, pack => mainPart(pack, 'document'))
    expect(
      await found({ '_rels/.rels': relationships([['r', 'officeDocument', '/a/b.xml']]), 'a/b.xml': 'x' })
    ).toBe('a/b.xml')
    expect(await found({ '[Content_Types].xml': types, 'odd/main.xml': 'x' })).toBe('odd/main.xml')
    expect(await found({ 'word/document.xml': 'x' })).toBe('word/document.xml')
    expect(await codeOf(found({ 'other.xml': 'x' }))).toBe('E_CORRUPT')
  })

  it('reads properties, and a broken part costs only its own', async () => {
    const parts = properties({ core: '<dc:creator>甲</dc:creator><cp:revision>7</cp:revision>', app: '<Application>Microsoft Office Word</Application><TotalTime>95</TotalTime><Template>Normal.dotm</Template>' }) // prettier-ignore
    const claims = await packed({ ...parts, 'docProps/custom.xml': '<broken' }, readProperties)
    expect(claims).toEqual({ author: '甲', revision: 7, application: 'Microsoft Office Word', editMinutes: 95, template: 'Normal.dotm' }) // prettier-ignore
    expect(await packed({ 'a.xml': 'x' }, readProperties)).toEqual({})
  })

  it('refuses parts that share bytes, and stops at lying headers', async () => {
    const bytes = await zipOf({ 'a.xml': 'one one one', 'b.xml': 'two two two' })
    const second = bytes.lastIndexOf('PK\x01\x02', undefined, 'latin1')
    bytes.writeUInt32LE(0, second + 42)
    expect(await codeOf(withBytes(bytes, async () => {}))).toBe('E_OVERLAP')
    expect(await codeOf(withBytes(Buffer.from('not a zip at all'), async () => {}))).toBe('E_CORRUPT')
  })
})

describe('reading XML', () => {
  it('gives names without prefix, text with entities, and waits between chunks', async () => {
    const events: string[] = []
    await readXml(bytesOf('\ufeff<w:p xmlns:w="w" w:val="1" id="2"><w:t>a&amp;b', '<![CDATA[<c>]]></w:t></w:p>'), {
      open: (name, attributes) => void events.push(`<${name} ${attribute(attributes, 'val') ?? ''}${prefixedAttribute(attributes, 'id') ?? ''}`),
      text: text => void events.push(text),
      close: name => void events.push(`/${name}`),
      between: async () => void events.push('…')
    }) // prettier-ignore
    expect(events).toEqual(['<p 1', '<t ', '…', 'a&b', '<c>', '/t', '/p', '…'])
  })

  it('reads characters cut between chunks, UTF-16 and GBK', async () => {
    const textOf = async (...pieces: (string | Uint8Array)[]) => {
      let seen = ''
      await readXml(bytesOf(...pieces), { text: text => void (seen += text) })
      return seen
    }
    const utf8 = Buffer.from('<a>痕实</a>')
    expect(await textOf(utf8.subarray(0, 4), utf8.subarray(4, 5), utf8.subarray(5))).toBe('痕实')
    expect(await textOf(Buffer.from('\ufeff<a>痕</a>', 'utf16le'))).toBe('痕')
    expect(
      await textOf('<?xml version="1.0" encoding="GB2312"?><a>', Buffer.from('d6d0', 'hex'), '</a>')
    ).toBe('中')
  })

  it('ends quietly when a handler has enough', async () => {
    let seen = 0
    await readXml(bytesOf('<a><b/><b/><b/></a>'), {
      open() {
        if (++seen === 2) throw new Enough()
      }
    })
    expect(seen).toBe(2)
  })

  it('refuses document types, depth, crowds of attributes and text without end', async () => {
    expect(await codeOf(readXml(bytesOf('<!DOCTYPE a [<!ENTITY b "c">]><a/>'), {}))).toBe('E_CORRUPT')
    expect(await codeOf(readXml(bytesOf('<a>'.repeat(300)), {}))).toBe('E_LIMIT_DEPTH')
    expect(await codeOf(readXml(bytesOf(`<a ${'x="1" '.repeat(300)}/>`), {}))).toBe('E_LIMIT_COUNT')
    const megabyte = 'x'.repeat(1 << 20)
    expect(await codeOf(readXml(bytesOf('<a>', ...Array<string>(40).fill(megabyte)), {}))).toBe(
      'E_LIMIT_SIZE'
    )
    expect(await codeOf(readXml(bytesOf('<a><b></a>'), {}))).toBe('E_CORRUPT')
    expect(await codeOf(readXml(bytesOf('<a>&unknown;</a>'), {}))).toBe('E_CORRUPT')
  })

  it('never ends in anything but trouble, whatever the bytes', async () => {
    const unit = fc.constantFrom(
      '<',
      '>',
      '/',
      'a',
      '"',
      '=',
      '&',
      ';',
      '#',
      '!',
      '-',
      '[',
      ']',
      '?',
      ' ',
      '\u0000',
      '甲'
    )
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit, maxLength: 12 })), async pieces => {
        expect(await codeOf(readXml(bytesOf(...pieces), { text() {} }))).toMatch(/^(?:read|E_\w+)$/)
      })
    )
  })
})

describe('embedded parts', () => {
  it('go out as members, each once, with their own trouble', async () => {
    const parts: Part[] = []
    const bytes = await zipOf({ 'word/media/a.png': 'aaaa', 'word/media/b.emf': 'b', 'word/embeddings/c.docx': 'c', 'word/document.xml': 'x' }) // prettier-ignore
    await withBytes(bytes, async pack => {
      const members = memberSender(contextFor(join(folder, 'package'), folder, parts), pack)
      await members.send('word/media/a.png', { block: 3 })
      await members.send('/word/media/A.png', { block: 9 })
      await members.sendRest()
    })
    expect(parts.map(part => (part.part === 'member' ? [part.member.name, part.member.bytes, part.member.at, part.member.status] : part.part))).toEqual([
      ['word/media/a.png', 4, { block: 3 }, undefined],
      ['word/media/b.emf', 1, undefined, 'listed'],
      ['word/embeddings/c.docx', 1, undefined, undefined]
    ]) // prettier-ignore
  })

  it('are what stands in media and embeddings', () => {
    expect(['word/media/a.png', 'xl/embeddings/b.xlsx', 'media/c.jpg', 'word/document.xml', 'xl/media/'].map(isEmbedded)).toEqual([true, true, true, false, false]) // prettier-ignore
  })

  it('past their ceiling are said as a limit', async () => {
    const limits = { memory: 1, stall: 1, total: 1, produced: 100, members: 1 }
    const bytes = await zipOf({ 'word/media/a.png': 'a', 'word/media/b.png': 'b' })
    const sending = withBytes(bytes, async pack => memberSender(contextFor(join(folder, 'package'), folder, [], { limits }), pack).sendRest()) // prettier-ignore
    expect(await codeOf(sending)).toBe('E_LIMIT_COUNT')
  })
})

it('wall clocks keep what the file states and drop zeros of clocks', () => {
  expect(['2024-03-05T14:02:11Z', '2024-03-05T14:02:11.123+08:00', '2024-03-05', '1601-01-01T00:00:00Z', '2024-13-01T00:00:00Z', 'soon'].map(wallClock)).toEqual(['2024-03-05T14:02:11Z', '2024-03-05T14:02:11', '2024-03-05', undefined, undefined, undefined]) // prettier-ignore
})
