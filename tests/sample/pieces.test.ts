import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seeded } from '../../src/sample/random.ts'
import { makeUnit } from '../../src/sample/unit.ts'
import { encodeGb18030 } from '../../src/sample/writers/gb18030.ts'
import { readOwnZip, writeZip } from '../../src/sample/writers/zip.ts'

describe('the unit', () => {
  const unit = makeUnit(5)

  it('has no phone number that could ring', () => {
    for (const { phone } of unit.residents) expect(phone).toMatch(/^(154|160|161|163|164|168|169)\d{8}$/u)
  })

  it('has no identity number that passes its check digit', () => {
    const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    for (const { id } of unit.residents) {
      const sum = weights.reduce((total, weight, i) => total + weight * Number(id[i]), 0)
      expect(id).toHaveLength(18)
      expect(id[17]).not.toBe('10X98765432'[sum % 11])
    }
  })

  it('has no two people of one name', () => {
    const names = [...unit.staff, ...unit.residents].map(person => person.name)
    expect(new Set(names).size).toBe(names.length)
  })
})

describe('chance', () => {
  it('repeats with its seed and differs between streams', () => {
    const draw = (name: string): number[] => Array.from({ length: 5 }, seeded(3).fork(name).next)
    expect(draw('a')).toEqual(draw('a'))
    expect(draw('a')).not.toEqual(draw('b'))
  })

  it('deals every card before one comes again', () => {
    const deal = seeded(1).deck([1, 2, 3, 4])
    expect([deal(), deal(), deal(), deal()].sort()).toEqual([1, 2, 3, 4])
  })
})

describe('gb18030', () => {
  it('gives back what the decoder reads', () => {
    const ideograph = fc.integer({ min: 0x4e00, max: 0x9fa5 }).map(code => String.fromCodePoint(code))
    const ascii = fc.constantFrom(...'abc XYZ09,-')
    fc.assert(
      fc.property(fc.array(fc.oneof(ideograph, ascii)), parts => {
        const text = parts.join('')
        expect(new TextDecoder('gb18030').decode(encodeGb18030(text))).toBe(text)
      })
    )
  })
})

describe('the zip writer', () => {
  it('writes what it reads', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.stringMatching(/^[a-z一二三]{1,8}$/u)),
        fc.uint8Array(),
        (names, bytes) => {
          const zip = writeZip(names.map((name, i) => ({ name, bytes, stored: i % 2 === 0 })))
          expect(readOwnZip(zip).map(entry => [entry.name, [...entry.bytes]])).toEqual(
            names.map(name => [name, [...bytes]])
          )
        }
      )
    )
  })
})
