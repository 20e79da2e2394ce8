import { describe, expect, it } from 'vitest'
// @ts-expect-error a plain module of the bench, without types
import { classesKept, firstLine, followed, verdictsMoved } from '../bench/support/evasion-score.mjs'

const material = (no: number, path: string, named: string, activity?: string) => ({ no, path, class: named, kind: 'document', status: 'read', why: [], activity }) // prettier-ignore
const audit = (given: object) => ({ activities: [], materials: [], verdicts: [], balance: {}, ...given })
const counts = (result: number, trace: number, undetermined: number) => ({ balance: { activities: { result, trace, undetermined } } }) // prettier-ignore

describe('what a transform moved', () => {
  it('is the furthest of the first line’s shares in points', () => {
    const { moved } = firstLine(audit(counts(1, 8, 1)), audit(counts(3, 6, 1)))
    expect(moved).toBeCloseTo(20)
  })

  it('follows each activity to where its content lies now, and counts what is lost as undetermined', () => {
    const before = audit({
      ...counts(1, 2, 0),
      materials: [material(1, 'a', 'trace', 'A'), material(2, 'b', 'result', 'B'), material(3, 'c', 'trace', 'C')], // prettier-ignore
      activities: [{ id: 'A', materials: [1] }, { id: 'B', materials: [2] }, { id: 'C', materials: [3] }]
    }) // prettier-ignore
    const after = audit({
      materials: [material(1, 'x', 'mixed', 'X'), material(2, 'c', 'trace')],
      activities: [{ id: 'X', standing: 'result' }]
    })
    const origins = (path: string) => (path === 'x' ? ['a', 'b'] : [path])
    const { counts: now, lost, moved } = followed(before, after, origins)
    expect({ now, lost }).toEqual({ now: { result: 2, trace: 0, undetermined: 1 }, lost: 1 })
    expect(moved).toBeCloseTo(200 / 3)
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
