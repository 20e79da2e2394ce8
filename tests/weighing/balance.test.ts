import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shareOf } from '../../src/weighing/balance.ts'
import { ladderOf, ladderOfText } from '../../src/weighing/ladder.ts'
import { cuesIn } from '../../src/weighing/cues.ts'

const counts = { trace: 0, mixed: 0, result: 0, unknown: 0, input: 0, issued: 0 }

describe('shares', () => {
  it('follow the formulas of the design', () => {
    expect(shareOf({ ...counts, trace: 6, mixed: 2, result: 2, unknown: 5, input: 9, issued: 4 })).toEqual({
      trace: 6, mixed: 2, result: 2, unknown: 5, outside: 13, share: 0.7, low: 0.4, high: 0.8667
    }) // prettier-ignore
  })

  it('are null where there is nothing to divide', () => {
    expect(shareOf(counts)).toMatchObject({ share: null, low: null, high: null })
    expect(shareOf({ ...counts, unknown: 3 })).toMatchObject({ share: null, low: 0, high: 1 })
  })

  it('stay between low and high when nothing is mixed', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.nat(1000), fc.nat(1000), (trace, result, unknown) => {
        const { share, low, high } = shareOf({ ...counts, trace, result, unknown })
        if (share !== null) expect(low! <= share && share <= high!).toBe(true)
      })
    )
  })
})

describe('the ladder', () => {
  it.each([
    ['进一步提高认识，狠抓落实', 'E0'],
    ['全年帮助200人', 'E1'],
    ['2024年5月在东河村修复路灯12盏', 'E2'],
    ['水浑浊度由 8 降至 2', 'E3'],
    ['修复路面300米，验收单号：JS-2024-031', 'E4']
  ])('%s stands at %s', (text, step) => expect(ladderOf(text)).toBe(step))

  it('does not add up a number here and a date there', () => {
    expect(ladderOfText('共走访12户。会议定于2024年5月召开。东河村群众参加。')).toBe('E1')
  })
})

describe('cues', () => {
  it('count the longest word and not the one inside it', () => {
    const found = cuesIn('问题整改台账', 'title').map(({ cue }) => cue)
    expect(found).toContain('整改台账')
    expect(found).not.toContain('台账')
  })

  it('stand only where the lexicon lets them', () => {
    expect(cuesIn('签到表', 'title').length).toBeGreaterThan(0)
    expect(cuesIn('', 'title')).toEqual([])
  })
})
