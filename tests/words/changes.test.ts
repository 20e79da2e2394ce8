import { describe, expect, it } from 'vitest'
import { LANGUAGES, wordsOf } from '../../src/words/index.ts'
import { CHANGE_TEXTS, CUE_TEXTS } from '../../src/words/changes.ts'
import { CHANGES } from '../../src/weighing/decision.ts'

describe('what would change a class', () => {
  it.each(LANGUAGES)('is said for every code in %s, and for no other', language => {
    expect(Object.keys(CHANGE_TEXTS[language]).sort()).toEqual([...CHANGES].sort())
  })

  it('uses the same words in both languages', () => {
    const names = (text: string) => [...text.matchAll(/\{(\w+)/g)].map(([, name]) => name).sort()
    for (const code of CHANGES) expect([code, names(CHANGE_TEXTS.en[code]!)]).toEqual([code, names(CHANGE_TEXTS.zh[code]!)]) // prettier-ignore
    expect(Object.keys(CUE_TEXTS.zh).sort()).toEqual(Object.keys(CUE_TEXTS.en).sort())
  })

  it('fills in its counts', () => {
    expect(wordsOf('en').change({ code: 'close-entries', words: { told: 3, entries: 9 } })).toContain(
      '3 of 9 entries'
    )
  })
})

describe('a reason', () => {
  it('quotes the material, with the place', () => {
    expect(wordsOf('zh').cue({ cue: '验收单', where: 'title' })).toBe('标题“验收单”')
    expect(wordsOf('zh').cue({ cue: 'seconds+serials', where: 'provenance' })).toBe(
      '时间精确到秒、系统流水号'
    )
    expect(wordsOf('en').cue({ cue: 'reconciles:12', where: 'provenance' })).toContain('no. 12')
  })
})
