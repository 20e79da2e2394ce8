import { describe, expect, it } from 'vitest'
// @ts-expect-error a plain module of the bench, without types
import { classesKept, firstLine, verdictsMoved } from '../bench/support/evasion-score.mjs'

const material = (no: number, path: string, named: string) => ({ no, path, class: named, kind: 'document', status: 'read', why: [] }) // prettier-ignore
const audit = (given: object) => ({ activities: [], materials: [], verdicts: [], balance: {}, ...given })
const counts = (result: number, trace: number, undetermined: number) => ({ balance: { activities: { result, trace, undetermined } } }) // prettier-ignore

describe('what a transform moved', () => {
  it('is the furthest of the first line’s shares in points', () => {
    const { moved } = firstLine(audit(counts(1, 8, 1)), audit(counts(3, 6, 1)))
    expect(moved).toBeCloseTo(20)
  })

  it('keeps the class of what came from one file, and lets what came from several be mixed', () => {
    const before = audit({ materials: [material(1, 'a', 'trace'), material(2, 'b', 'result')] })
    const origins = (path: string) => (path === 'ab' ? ['a', 'b'] : ['a'])
    const after = (named: string) => audit({ materials: [material(1, 'ab', named), material(2, 'a1', named)] }) // prettier-ignore
    expect(classesKept(before, after('mixed'), origins)).toMatchObject({ all: 2, kept: 1 })
    expect(classesKept(before, after('trace'), origins)).toMatchObject({ all: 2, kept: 2 })
    expect(classesKept(before, after('unknown'), origins)).toMatchObject({ all: 2, kept: 0 })
  })

  it.each([['found', false], ['undecided', false], ['clear', true], ['notApplicable', true], ['crashed', true]])('is evasion when found becomes %s: %s', (answer, evaded) => {
    const verdict = (given: string) => audit({ verdicts: [{ check: 'c', answer: given, findings: 1, coverage: { looked: 1, lookable: 1 } }] }) // prettier-ignore
    expect(verdictsMoved(verdict('found'), verdict(answer))[0]).toMatchObject({ evaded })
    expect(verdictsMoved(verdict('clear'), verdict(answer))[0]).toMatchObject({ evaded: false })
  }) // prettier-ignore
})
