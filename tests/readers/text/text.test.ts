import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encodingOf } from '../../../src/readers/text/encoding.ts'
import txt from '../../../src/readers/text/txt.ts'
import { readWith } from '../../support/reader-context.ts'

const GBK = Buffer.from('b9a4d7f7d7dcbde1', 'hex') // 工作总结
const wide = (text: string): Buffer => Buffer.from(text, 'utf16le')

describe('txt', () => {
  it('gives a paragraph per line, blank lines and the indent aside', async () => {
    const seen = await readWith(txt, Buffer.from('工作总结\r\n\r\n　　一、基本情况\r二、做法\n'))
    expect(seen.blocks).toEqual([
      { text: '工作总结', style: 'paragraph' },
      { text: '一、基本情况', style: 'paragraph' },
      { text: '二、做法', style: 'paragraph' }
    ])
    expect(seen.observed).toEqual({ encoding: 'utf-8' })
  })

  it.each([
    ['utf-8', Buffer.from('\ufeff工作总结')],
    ['gb18030', GBK],
    ['utf-16le', Buffer.concat([Buffer.from([0xff, 0xfe]), wide('工作总结')])],
    ['utf-16be', Buffer.concat([Buffer.from([0xfe, 0xff]), wide('工作总结').swap16()])],
    ['utf-16le', wide('工作总结\r\n2024')],
    // U+5F00 and U+4E00 have their NUL on the other side
    ['utf-16le', wide('工作总结\n2025-01-02 一起开会')],
    ['utf-16be', wide('工作总结\n2025-01-02 一起开会').swap16()]
  ])('reads %s', async (encoding, bytes) => {
    const seen = await readWith(txt, bytes)
    expect(seen.observed.encoding).toBe(encoding)
    expect(seen.blocks[0]!.text).toBe('工作总结')
  })

  it('reads GBK that is longer than a chunk, characters across the edges included', async () => {
    const seen = await readWith(
      txt,
      Buffer.concat([Buffer.from('a'), Buffer.concat(Array<Buffer>(100_000).fill(GBK))])
    )
    expect(seen.blocks.map(block => block.text).join('')).toBe(`a${'工作总结'.repeat(100_000)}`)
  })

  it('reads a file cut in the middle of its last character', async () => {
    const seen = await readWith(txt, Buffer.from('工作总结').subarray(0, 11))
    expect(seen.blocks).toEqual([{ text: '工作总\ufffd', style: 'paragraph' }])
    expect(seen.troubles).toEqual([])
  })

  it('keeps a text with a few bad bytes and says so, and refuses what is no text', async () => {
    const bad = await readWith(
      txt,
      Buffer.concat([Buffer.from('工作总结'.repeat(50)), Buffer.from([0xff, 0xff]), Buffer.from('完')])
    )
    expect(bad.blocks[0]!.text.startsWith('工作总结')).toBe(true)
    expect(bad.troubles.map(trouble => trouble.code)).toEqual(['E_CORRUPT'])
    const noise = Buffer.from(Array.from({ length: 4000 }, (_, i) => ((i * 7919) % 251) ^ 0x85))
    expect((await readWith(txt, noise)).troubles.map(trouble => trouble.code)).toEqual(['E_CORRUPT'])
  })

  it('cuts a line without end into pieces and loses nothing', async () => {
    const seen = await readWith(txt, Buffer.from('工'.repeat(200_000)))
    expect(seen.blocks.every(block => block.text.length <= 65_536)).toBe(true)
    expect(seen.blocks.map(block => block.text).join('').length).toBe(200_000)
  })

  it('keeps five million characters and says that there were more', async () => {
    const seen = await readWith(txt, Buffer.from(`${'工作总结'.repeat(10_000)}\n`.repeat(130)))
    expect(seen.blocks.reduce((total, block) => total + block.text.length, 0)).toBe(5_000_000)
    expect(seen.notes).toEqual([{ code: 'shortened', words: { kept: 5_000_000 } }])
  })

  it('finds UTF-8 in whatever is written in UTF-8', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), text => {
        fc.pre(!text.includes('\0'))
        return encodingOf(Buffer.from(text), true).encoding === 'utf-8' || /^[\ufeff\ufffe]/u.test(text)
      })
    )
  })
})
