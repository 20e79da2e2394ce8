import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { StringPool } from '../../src/support/string-pool.ts'

describe('the string pool', () => {
  it('gives back what was put in, and one id per text', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), texts => {
        const pool = new StringPool()
        const ids = texts.map(text => pool.id(text))
        ids.forEach((id, index) => expect(pool.text(id)).toBe(texts[index]))
        expect(pool.size).toBe(new Set(['', ...texts]).size)
        expect(texts.map(text => pool.id(text))).toEqual(ids)
      })
    )
  })

  it('keeps lone surrogates and texts larger than a chunk', () => {
    const pool = new StringPool()
    const large = '长'.repeat(3_000_000)
    const ids = ['\ud800', large, '短'].map(text => pool.id(text))
    expect(ids.map(id => pool.text(id))).toEqual(['\ud800', large, '短'])
  })

  it('holds a hundred thousand texts apart', () => {
    const pool = new StringPool()
    for (let i = 0; i < 100_000; i++) expect(pool.id(`条目${i}`)).toBe(i + 1)
    expect(pool.text(99_999)).toBe('条目99998')
  })

  it('has the empty text at 0 and refuses an id it never gave', () => {
    expect(new StringPool().id('')).toBe(0)
    expect(() => new StringPool().text(7)).toThrow(RangeError)
  })
})
