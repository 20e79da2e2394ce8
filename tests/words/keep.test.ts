import { describe, expect, it } from 'vitest'
import { PURPOSES } from '../../src/model/audit.ts'
import { KEEP_RULES } from '../../src/weighing/keep.ts'
import { TARIFFS } from '../../src/weighing/effort.ts'
import { BINDS_LABELS, KEEP_CODES, TARIFF_LABELS } from '../../src/words/keep.ts'
import { LANGUAGES, wordsOf } from '../../src/words/index.ts'

describe.each(LANGUAGES)('words of keeping in %s', language => {
  const words = wordsOf(language)

  it('say whom every rule binds, and name nobody who is bound by none', () => {
    expect(Object.keys(BINDS_LABELS[language]).sort()).toEqual(Object.keys(KEEP_RULES.binds).sort())
    for (const { binds } of KEEP_RULES.rules) expect(words.binds(binds)).not.toBe(binds)
  })

  it('name every purpose and every line of the tariff', () => {
    for (const purpose of PURPOSES) expect(words.purposes[purpose].length).toBeGreaterThan(4)
    expect(Object.keys(TARIFF_LABELS[language]).sort()).toEqual(TARIFFS.lines.map(({ id }) => id).sort())
  })

  it('say what each rule requires, and why each caution stands', () => {
    for (const { id } of KEEP_RULES.rules) {
      expect(words.keepRequires(id)).toBeTruthy()
      expect(words.mayKeepBecause(id)).toBeTruthy()
    }
    for (const { id } of KEEP_RULES.cautions) expect(words.mayKeepBecause(id)).toBeTruthy()
    expect(words.keepRequires('none')).toBeUndefined()
  })

  it('say what is not required though often believed', () => {
    expect(words.notRequired.length).toBe(KEEP_RULES.notRequired.length)
    for (const { what, because, basis } of words.notRequired) {
      expect(what && because).toBeTruthy()
      expect(basis.length).toBeGreaterThan(0)
    }
  })
})

describe('codes of keeping', () => {
  it('have both languages', () => {
    const pairs = Object.values(KEEP_CODES).flatMap(codes => Object.values(codes))
    expect(pairs.length).toBeGreaterThan(60)
    expect(pairs.filter(([zh, en]) => !/[一-龥]/.test(zh) || !/^[\p{ASCII}’–《》“”é]+$/u.test(en))).toEqual(
      []
    )
  })
})
