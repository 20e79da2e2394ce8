import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { leavable, leavableSums } from '../../src/model/advice.ts'
import type { Activity, Audit, Finding, Indicator, MaterialRecord } from '../../src/model/audit.ts'

function record(no: number, given: Partial<MaterialRecord> = {}): MaterialRecord {
  return {
    no,
    path: `${no}.docx`,
    kind: 'document',
    format: 'docx',
    bytes: 10,
    sha256: '',
    class: 'trace',
    why: [],
    purpose: 'avoidable',
    status: 'read',
    amount: { entries: 1, pages: 1, characters: 100, pictures: 0, messages: 0 },
    ...given
  }
}

function finding(check: string, paths: readonly string[], owner: Finding['owner'] = 'unit'): Finding {
  return { id: '0'.repeat(16), check, message: 'm', words: {}, owner, places: paths.map(path => ({ path })), firmness: 1, strength: 'strong', indications: [], detail: { kind: 'files', files: [], total: 0 } } // prettier-ignore
}

function auditOf(
  materials: MaterialRecord[],
  findings: Finding[] = [],
  activities: Activity[] = [],
  indicators: Indicator[] = []
): Audit {
  return { materials, findings, activities, indicators } as unknown as Audit
}

const activity = (id: string, materials: number[]): Activity => ({ id, title: id, materials, indicators: [], standing: 'trace' }) // prettier-ignore
const keep = { basis: '《某法》', rule: 'r', binds: 'every-unit' }

describe('what could be left out', () => {
  it('is trace nobody requires or asked for', () => {
    const audit = auditOf([
      record(1),
      record(2, { purpose: 'required', keep }),
      record(3, { purpose: 'demanded', demandedBy: '1-1' }),
      record(4, { mayKeep: 'duty-log' }),
      record(5, { class: 'result', purpose: undefined }),
      record(6, { class: 'mixed' }),
      record(7, { class: 'unknown', purpose: undefined }),
      record(8, { secret: true }),
      record(9, { status: 'partly' })
    ])
    expect(leavable(audit)).toEqual([1])
  })

  it('leaves the written account of an activity standing, pictures first', () => {
    const own = [record(1, { activity: 'a' }), record(2, { activity: 'a', kind: 'picture' }), record(3, { activity: 'a', kind: 'conversation' })] // prettier-ignore
    expect(leavable(auditOf(own, [], [activity('a', [1, 2, 3])]))).toEqual([2, 3])
  })

  it('is never the last evidence of an indicator, though the activity has more', () => {
    const own = [record(1, { activity: 'a', indicators: ['1-1'] }), record(2, { activity: 'a', indicators: ['1-2'] })] // prettier-ignore
    expect(leavable(auditOf(own, [], [activity('a', [1, 2])]))).toEqual([])
  })

  it('counts a picture inside a document as that document’s', () => {
    const own = [
      record(1, { activity: 'a' }),
      record(2, { activity: 'a', kind: 'picture', path: '1.docx!/word/media/image1.jpg' })
    ]
    expect(leavable(auditOf(own, [], [activity('a', [1, 2])]))).toEqual([])
    const holding = [record(1), record(2, { class: 'result', path: '1.docx!/附件/1.xlsx' })]
    expect(leavable(auditOf(holding))).toEqual([])
  })

  it('may be one member of an archive, never the archive', () => {
    const own = [
      record(1, { kind: 'archive', class: 'unknown', path: 'a.zip', purpose: undefined }),
      record(2, { path: 'a.zip!/x.docx' })
    ]
    expect(leavable(auditOf(own))).toEqual([2])
  })

  it('is a copy that the same asker has already, not one another asker was promised', () => {
    const copies = [finding('duplicate-files', ['1.docx', '2.docx', '3.docx'])]
    const demanded = (no: number, by: string) => record(no, { purpose: 'demanded', demandedBy: by })
    expect(leavable(auditOf([demanded(1, '1-1'), demanded(2, '1-1'), demanded(3, '1-2')], copies))).toEqual([2]) // prettier-ignore
  })

  it('is nothing a doubt of the unit’s rests on', () => {
    const doubts = [finding('recycled-entries', ['1.docx']), finding('repeated-fields', ['2.docx'], 'asker')]
    expect(leavable(auditOf([record(1), record(2)], doubts))).toEqual([2])
  })

  it('does not leave an activity standing on doubted pictures alone', () => {
    const own = [record(1, { activity: 'a' }), record(2, { activity: 'a' }), record(3, { activity: 'a', kind: 'picture', path: '3.jpg' })] // prettier-ignore
    expect(leavable(auditOf(own, [finding('reused-pictures', ['3.jpg'])], [activity('a', [1, 2, 3])]))).toEqual([2]) // prettier-ignore
  })

  it('sums before and after over what was handed in', () => {
    const { leave, before, after } = leavableSums(auditOf([record(1), record(2, { keep })]))
    expect(leave).toEqual([1])
    expect(before).toEqual({ files: 2, entries: 2, pages: 2, characters: 200, bytes: 20 })
    expect(after).toEqual({ files: 1, entries: 1, pages: 1, characters: 100, bytes: 10 })
  })
})

describe('no advice, whatever the package,', () => {
  const material = fc.record({
    class: fc.constantFrom('trace', 'trace', 'trace', 'result', 'mixed', 'input', 'issued', 'unknown'),
    kind: fc.constantFrom('document', 'picture', 'table', 'conversation', 'archive'),
    purpose: fc.constantFrom('required', 'demanded', 'avoidable', 'avoidable'),
    mayKeep: fc.boolean(),
    secret: fc.boolean(),
    inside: fc.option(fc.nat(8), { nil: undefined }),
    activity: fc.option(fc.constantFrom('a', 'b', 'c'), { nil: undefined }),
    indicators: fc.subarray(['1-1', '1-2', '2-1'])
  })
  const packages = fc
    .record({
      all: fc.array(material, { minLength: 1, maxLength: 25 }),
      copies: fc.array(fc.array(fc.nat(24), { minLength: 2, maxLength: 5 }), { maxLength: 4 }),
      doubts: fc.array(fc.nat(24), { maxLength: 3 })
    })
    .map(({ all, copies, doubts }) => {
      const paths: string[] = []
      const materials = all.map((each, i) => {
        const parent = each.inside !== undefined && each.inside < i ? paths[each.inside] : undefined
        paths.push(parent ? `${parent}!/${i}` : `${i}`)
        const traced = each.class === 'trace' || each.class === 'mixed'
        return record(i + 1, {
          path: paths[i]!,
          class: each.class as MaterialRecord['class'],
          kind: each.kind as MaterialRecord['kind'],
          purpose: traced ? (each.purpose as MaterialRecord['purpose']) : undefined,
          ...(each.purpose === 'required' ? { keep } : {}),
          ...(each.purpose === 'demanded' && traced ? { demandedBy: '1-1' } : {}),
          ...(each.mayKeep && i % 3 === 0 ? { mayKeep: 'duty-log' } : {}),
          ...(each.secret && i % 5 === 0 ? { secret: true } : {}),
          ...(each.activity ? { activity: each.activity } : {}),
          indicators: each.indicators
        })
      })
      const known = (numbers: readonly number[]): string[] => numbers.filter(n => n < paths.length).map(n => paths[n]!) // prettier-ignore
      const findings = [
        ...copies.map(group => finding('duplicate-files', known(group))),
        ...doubts.map(n => finding('picture-dates', known([n])))
      ].filter(({ places }) => places.length > 0)
      const activities = ['a', 'b', 'c'].map(id => activity(id, materials.filter(each => each.activity === id).map(({ no }) => no))) // prettier-ignore
      return auditOf(materials, findings, activities)
    })
  const goesWith = (audit: Audit, left: ReadonlySet<number>): MaterialRecord[] =>
    audit.materials.filter(({ path }) =>
      audit.materials.some(
        root => left.has(root.no) && (path === root.path || path.startsWith(`${root.path}!/`))
      )
    )

  it('drops what must or may have to be kept, results, secrets or doubts, not even inside something else', () => {
    fc.assert(
      fc.property(packages, audit => {
        const doubted = new Set(audit.findings.filter(({ check }) => check !== 'duplicate-files').flatMap(({ places }) => places.map(({ path }) => path))) // prettier-ignore
        for (const each of goesWith(audit, new Set(leavable(audit)))) {
          expect(each.keep ?? each.mayKeep).toBeUndefined()
          expect(['result', 'mixed']).not.toContain(each.class)
          expect(each.secret ?? doubted.has(each.path)).toBe(false)
        }
      }),
      { numRuns: 500 }
    )
  })

  it('drops the only evidence of an indicator or activity', () => {
    fc.assert(
      fc.property(packages, audit => {
        const gone = new Set(goesWith(audit, new Set(leavable(audit))).map(({ no }) => no))
        const speaks = ({ class: named, kind }: MaterialRecord): boolean =>
          ['trace', 'mixed', 'result'].includes(named) && kind !== 'archive'
        const groups = new Map<string, MaterialRecord[]>()
        for (const each of audit.materials.filter(speaks)) {
          for (const group of [...(each.indicators ?? []), ...(each.activity ? [each.activity] : [])])
            groups.set(group, [...(groups.get(group) ?? []), each])
        }
        for (const members of groups.values()) expect(members.some(({ no }) => !gone.has(no))).toBe(true)
      }),
      { numRuns: 500 }
    )
  })

  it('counts a kept record as saved, and it is the same however often asked', () => {
    fc.assert(
      fc.property(packages, audit => {
        const { leave, before, after } = leavableSums(audit)
        expect(leavable(audit)).toEqual(leave)
        expect(before.files - after.files).toBe(leave.length)
        const left = audit.materials.filter(({ no }) => leave.includes(no))
        expect(before.characters - after.characters).toBe(left.reduce((sum, { amount }) => sum + amount.characters, 0)) // prettier-ignore
        expect(left.filter(each => each.keep)).toEqual([])
      })
    )
  })

  it('is empty only because there was nothing to leave: some packages have something', () => {
    const sizes = fc.sample(packages, { numRuns: 200, seed: 7 }).map(audit => leavable(audit).length)
    expect(sizes.filter(size => size > 0).length).toBeGreaterThan(20)
  })
})
