import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { leavable } from '../../src/model/advice.ts'
import type { Activity, Audit, Finding, MaterialRecord } from '../../src/model/audit.ts'
import { whatIf, type WhatIfShares } from '../../src/model/what-if.ts'
import { fullAudit } from '../support/full-audit.ts'

const CLASSES = ['trace', 'trace', 'trace', 'result', 'mixed', 'input', 'issued', 'unknown'] as const

function record(no: number, given: Partial<MaterialRecord> = {}): MaterialRecord {
  return { no, path: `${no}.docx`, kind: 'document', format: 'docx', bytes: 10, sha256: '', class: 'trace', why: [], purpose: 'avoidable', status: 'read', amount: { entries: 2, pages: 1, characters: 100, pictures: 0, messages: 0 }, counted: { as: 'file', characters: 100, entries: { trace: 2, mixed: 0, result: 0, outside: 0 } }, ...given } // prettier-ignore
}
const auditOf = (materials: MaterialRecord[], findings: Finding[] = [], activities: Activity[] = []): Audit => ({ ...fullAudit(), materials, findings, activities, indicators: [] }) // prettier-ignore
const activity = (id: string, materials: number[], standing: Activity['standing'] = 'trace'): Activity => ({ id, title: id, materials, indicators: [], standing }) // prettier-ignore
const finding = (check: string, paths: string[]): Finding => ({ ...fullAudit().findings[0]!, check, places: paths.map(path => ({ path })) }) // prettier-ignore
const keep = { basis: '《某法》', rule: 'r', binds: 'every-unit' }

describe('leaving materials out of the inspection copy', () => {
  it('changes nothing when nothing is left out, and is the audit’s own balance', () => {
    const audit = fullAudit()
    const { left, kept, before, after } = whatIf(audit, [])
    expect([left, kept, after]).toEqual([[], [], before])
    const { outside: _, ...files } = audit.balance.files
    const { outside: __, ...entries } = audit.balance.entries
    expect(before).toMatchObject({ activities: audit.balance.activities, files, entries })
  })

  it('gives back what must stay, with why', () => {
    const materials = [
      record(1, { keep, purpose: 'required' }),
      record(2, { mayKeep: 'duty-log' }),
      record(3, { class: 'result' }),
      record(4, { class: 'mixed' }),
      record(5, { secret: true }),
      record(6, { overruled: { by: 'material', from: 'result' } }),
      record(7, { status: 'partly' }),
      record(8, { class: 'unknown' }),
      record(9, { purpose: 'demanded', demandedBy: '1-1' }),
      record(10),
      record(11, { activity: 'a' }),
      record(12, { path: '13.docx!/word/media/1.png', kind: 'picture', counted: { as: 'embedded', characters: 0 } }), // prettier-ignore
      record(13, { path: '13.docx' }),
      record(14)
    ]
    const audit = auditOf(materials, [finding('picture-dates', ['10.docx'])], [activity('a', [11])])
    const { left, kept } = whatIf(audit, [...materials.map(({ no }) => no), 99])
    expect(left).toEqual([13, 14])
    expect(Object.fromEntries(kept.map(({ no, because }) => [no, because]))).toEqual({ 1: 'required', 2: 'mayBeRequired', 3: 'result', 4: 'result', 5: 'secret', 6: 'overruled', 7: 'unread', 8: 'unread', 9: 'demanded', 10: 'doubt', 11: 'onlyEvidence', 12: 'inside' }) // prettier-ignore
  })

  it('leaves one evidence standing of what is asked for, the written one', () => {
    const audit = auditOf([record(1), record(2, { kind: 'picture' })], [], [activity('a', [1, 2])])
    expect(whatIf(audit, [1, 2])).toMatchObject({ left: [2], kept: [{ no: 1, because: 'onlyEvidence' }] })
  })

  it('counts the copy that stays in place of the one that goes, and takes all of an archive', () => {
    const audit = auditOf([
      record(1, { path: 'a.zip', kind: 'archive', counted: undefined, purpose: undefined }),
      record(2, { path: 'a.zip!/1.docx' }),
      record(3, { path: 'a.zip!/2.docx' }),
      record(4, { repeats: 2, counted: undefined })
    ])
    const { left, before, after } = whatIf(audit, [1])
    expect(left).toEqual([2, 3])
    expect([before.files.trace, after.files.trace]).toEqual([2, 1])
    expect([before.entries.trace, after.entries.trace]).toEqual([4, 2])
    expect([before.sums.files, after.sums.files]).toEqual([3, 1])
  })

  it('leaves all that is advised, when nothing is said', () => {
    fc.assert(
      fc.property(packages(), audit => {
        const { left, kept } = whatIf(audit)
        expect(kept).toEqual([])
        expect(left).toEqual(leavable(audit))
      })
    )
  })

  it('whatever is asked: sums recompute, nothing protected goes, results and standings stay', () => {
    fc.assert(
      fc.property(packages(), fc.array(fc.nat(40)), (audit, leave) => {
        const { left, kept, before, after } = whatIf(audit, leave)
        const gone = new Set(left)
        const stay = audit.materials.filter(({ no }) => !gone.has(no))
        for (const [side, materials] of [
          [before, audit.materials],
          [after, stay]
        ] as const) {
          // prettier-ignore
          expect(side.files).toEqual(again(count(materials, 'file')))
          expect(side.entries).toEqual(again(entriesOf(materials)))
          expect(side.sums.bytes).toBe(materials.reduce((sum, { bytes }) => sum + bytes, 0))
        }
        expect(after.activities).toEqual(before.activities)
        expect(after.files.result).toBe(before.files.result)
        for (const { no } of audit.materials.filter(each => each.keep ?? each.mayKeep ?? each.secret)) expect(gone.has(no)).toBe(false) // prettier-ignore
        for (const { materials } of audit.activities) if (materials.some(no => audit.materials[no - 1]!.class === 'trace')) expect(materials.some(no => !gone.has(no))).toBe(true) // prettier-ignore
        expect(new Set([...left, ...kept.map(({ no }) => no)])).toEqual(new Set(leave.filter(no => no >= 1 && no <= audit.materials.length))) // prettier-ignore
      })
    )
  })
})

/** Packages of flat files, with activities over them. */
function packages(): fc.Arbitrary<Audit> {
  const part = fc.record({
    class: fc.constantFrom(...CLASSES),
    kind: fc.constantFrom('document' as const, 'picture' as const, 'table' as const),
    purpose: fc.constantFrom('avoidable' as const, 'demanded' as const, 'required' as const),
    secret: fc.boolean().map(yes => (yes ? true : undefined)),
    mayKeep: fc.constantFrom(undefined, undefined, 'duty-log'),
    activity: fc.nat(4),
    bytes: fc.nat(1000),
    entries: fc.nat(5)
  })
  return fc.array(part, { minLength: 1, maxLength: 30 }).map(parts => {
    const materials = parts.map(({ entries, activity: at, secret, mayKeep, ...each }, i) =>
      record(i + 1, {
        ...each,
        ...(secret ? { secret } : {}),
        ...(mayKeep ? { mayKeep } : {}),
        ...(each.purpose === 'required' ? { keep } : {}),
        activity: `a${at}`,
        counted: { as: 'file', characters: 0, entries: { trace: 0, mixed: 0, result: 0, outside: 0, [each.class === 'result' ? 'result' : 'trace']: entries } } // prettier-ignore
      })
    )
    const activities = [...new Set(parts.map(each => each.activity))].map(at => activity(`a${at}`, parts.flatMap((each, i) => (each.activity === at ? [i + 1] : [])))) // prettier-ignore
    return auditOf(materials, [], activities)
  })
}

type Counts = { trace: number; mixed: number; result: number; unknown: number }
function count(materials: readonly MaterialRecord[], as: string): Counts {
  const of = (named: string): number => materials.filter(each => each.class === named && each.counted?.as === as).length // prettier-ignore
  return { trace: of('trace'), mixed: of('mixed'), result: of('result'), unknown: of('unknown') }
}
function entriesOf(materials: readonly MaterialRecord[]): Counts {
  const of = (key: keyof Counts): number => materials.reduce((sum, each) => sum + (each.counted?.entries?.[key] ?? 0), 0) // prettier-ignore
  return { trace: of('trace'), mixed: of('mixed'), result: of('result'), unknown: of('unknown') }
}
function again(counts: Counts): WhatIfShares {
  const { trace, mixed, result, unknown } = counts
  const known = trace + mixed + result
  const round = (value: number): number => Math.round(value * 10_000) / 10_000
  return { ...counts, share: known ? round((trace + mixed / 2) / known) : null, low: known + unknown ? round(trace / (known + unknown)) : null, high: known + unknown ? round((trace + mixed + unknown) / (known + unknown)) : null } // prettier-ignore
}
