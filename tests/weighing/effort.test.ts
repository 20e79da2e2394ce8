import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tariffs as schema } from '../../src/model/rules.ts'
import { noTick } from '../../src/support/tick.ts'
import type { Weight } from '../../src/weighing/classify.ts'
import { effortOf, TARIFFS, versionOf } from '../../src/weighing/effort.ts'
import type { Mark } from '../../src/weighing/purposes.ts'
import { evidenceOf, materialOf } from '../support/evidence.ts'
import type { Material } from '../../src/model/material.ts'

const trace = (classId: string, entries = 0): Weight => ({
  class: 'trace',
  classId,
  why: [],
  counted: true,
  ledgers: entries > 0 ? [{ nature: 'record', entries, trace: entries, result: 0, ladder: 'E0', confirmed: false, because: [] }] : [] // prettier-ignore
})
const avoidable: Mark = { purpose: 'avoidable' }

function effort(
  given: readonly (readonly [Material, Weight, Mark])[],
  more: Parameters<typeof evidenceOf>[0] = {}
) {
  const evidence = evidenceOf({ materials: given.map(([material]) => material), ...more })
  return effortOf(
    evidence,
    given.map(([, weight]) => weight),
    given.map(([, , mark]) => mark),
    noTick
  )
}

const photo = materialOf('a.jpg', { kind: 'picture' })
const ledger = materialOf('b.xlsx', { kind: 'table' })
const essay = materialOf('c.docx', { kind: 'document', paragraphs: ['字'.repeat(700)] })

describe('the tariff table', () => {
  it('is of its shape, each line with a range, a source and an id of its own', () => {
    expect(schema.safeParse(TARIFFS).error).toBeUndefined()
    expect(new Set(TARIFFS.lines.map(({ id }) => id)).size).toBe(TARIFFS.lines.length)
    const estimates = TARIFFS.lines.filter(({ basis }) => basis === 'estimate')
    expect(estimates.filter(({ source }) => !/估算.*estimate/.test(source))).toEqual([])
  })

  it('takes no point for a range', () => {
    const lines = [{ ...TARIFFS.lines[0]!, minutes: [3, 3] }]
    expect(schema.safeParse({ ...TARIFFS, lines }).success).toBe(false)
  })

  it('is told apart once edited, even under its old version', () => {
    const edited = { ...TARIFFS, charactersPerPage: 500 }
    expect(versionOf(edited)).not.toBe(versionOf(TARIFFS))
    expect(versionOf(TARIFFS).startsWith(`${TARIFFS.version}#`)).toBe(true)
  })
})

describe('effort', () => {
  it('counts pictures, entries and pages begun, by purpose', () => {
    const found = effort([
      [photo, trace('T06'), avoidable],
      [ledger, trace('T05', 30), { purpose: 'required' }],
      [essay, trace('T08'), { purpose: 'demanded' }]
    ])!
    expect(found.lines.map(({ tariff, amount, purpose }) => [tariff, amount, purpose])).toEqual([
      ['photo', 1, 'avoidable'],
      ['entry', 30, 'required'],
      ['page', 2, 'demanded']
    ])
  })

  it('counts a meeting’s paper once and a sheet to sign as a sheet', () => {
    const signed = { ...trace('T01'), ledgers: [{ nature: 'roster' as const, entries: 40, trace: 0, result: 0, ladder: 'E0' as const, confirmed: false, because: [] }] } // prettier-ignore
    const found = effort([
      [essay, trace('T01', 3), avoidable],
      [ledger, signed, avoidable]
    ])!
    expect(found.lines.map(({ tariff, amount }) => [tariff, amount])).toEqual([
      ['minutes', 1],
      ['sign-in', 1]
    ])
  })

  it('counts a copy as filing it once more', () => {
    const found = effort([[photo, trace('T06'), avoidable], [{ ...photo, path: 'b.jpg' }, trace('T06'), avoidable]], { sameContent: [{ members: [0, 1], by: 'bytes' }] })! // prettier-ignore
    expect(found.lines.map(({ tariff, amount }) => [tariff, amount])).toEqual([
      ['photo', 1],
      ['copy', 1]
    ])
  })

  it('costs nothing for results and base data, and is left out where nothing was counted', () => {
    expect(effort([[ledger, { ...trace('R01', 30), class: 'result' }, {}]])).toBeUndefined()
    expect(effort([])).toBeUndefined()
  })

  it('is a range in every line and total, and the total of its lines', () => {
    const kinds = fc.constantFrom('picture' as const, 'table' as const, 'document' as const)
    const one = fc.record({
      kind: kinds,
      classId: fc.constantFrom('T01', 'T02', 'T05', 'T08', 'T09'),
      entries: fc.nat(400),
      letters: fc.nat(9000),
      purpose: fc.constantFrom('required' as const, 'demanded' as const, 'avoidable' as const)
    })
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 12 }), all => {
        const given = all.map(({ kind, classId, entries, letters, purpose }, i) => {
          const material = materialOf(`${i}`, { kind, paragraphs: ['字'.repeat(letters)] })
          return [material, trace(classId, entries), { purpose }] as const
        })
        const found = effort(given)
        expect(effort(given)).toEqual(found)
        if (!found) return
        const { perHour } = TARIFFS.wage
        for (const { hours, minutes, amount } of found.lines) {
          expect(hours[0]).toBeLessThan(hours[1])
          expect(hours[0]).toBeCloseTo((minutes[0] * amount) / 60, 1)
        }
        for (const bound of [0, 1] as const) {
          const sum = found.lines.reduce((total, { hours }) => total + hours[bound], 0)
          expect(found.hours[bound]).toBeCloseTo(sum, 6)
          expect(found.money![bound]).toBeCloseTo(found.hours[bound] * perHour[bound], 1)
        }
        expect(found.hours[0]).toBeLessThan(found.hours[1])
        expect(found.money![0]).toBeLessThan(found.money![1])
      })
    )
  })
})
