import { describe, expect, it } from 'vitest'
import { CHECKS } from '../../src/checks/catalogue.ts'
import type { Audit, Finding } from '../../src/model/audit.ts'
import { FAMILY_OF } from '../../src/reporting/families.ts'
import { lookFirst } from '../../src/reporting/look-first.ts'
import { fullAudit } from '../support/full-audit.ts'
import { CATALOGUE } from '../architecture/catalogue.ts'

/** An audit with these findings and nothing else changed. */
function having(findings: readonly (Partial<Finding> & { id: string })[]): Audit {
  const audit = fullAudit()
  const base = audit.findings[1]!
  audit.findings = findings.map(each => ({ ...base, ...each }))
  return audit
}

const id = (n: number): string => String(n).padStart(16, '0')

describe('where to look first', () => {
  it('knows the family of every check of the catalogue as the checks say it', () => {
    expect(Object.keys(FAMILY_OF).sort()).toEqual([...CATALOGUE].sort())
    for (const check of CHECKS) expect([check.id, FAMILY_OF[check.id]]).toEqual([check.id, check.family])
  })

  it('puts what an activity’s only result rests on before what nothing depends on', () => {
    const looks = lookFirst(
      having([
        { id: id(1), firmness: 0.8, places: [{ path: '基础报表.xlsx' }] },
        { id: id(2), firmness: 0.8, places: [{ path: '1-2/办理台账.xlsx', table: 0, row: 4 }, { path: '1-2/办理台账.xlsx', table: 0, row: 5 }] }
      ]) // prettier-ignore
    )
    expect(looks.map(({ finding }) => finding.id)).toEqual([id(2), id(1)])
    expect(looks[0]).toMatchObject({ activities: 1, indicators: 1, entries: 2, results: 1, only: 1, aboutResults: true }) // prettier-ignore
    expect(looks[1]).toMatchObject({ activities: 0, indicators: 0, entries: 0, results: 0, only: 0, aboutResults: false }) // prettier-ignore
  })

  it('puts the firmer of two alike first', () => {
    const looks = lookFirst(having([{ id: id(1), firmness: 0.6 }, { id: id(2), firmness: 0.9 }])) // prettier-ignore
    expect(looks.map(({ finding }) => finding.id)).toEqual([id(2), id(1)])
  })

  it('mixes families: thirty of one kind leave room for the others', () => {
    const many = Array.from({ length: 30 }, (_, i) => ({ id: id(i), check: 'reused-pictures', firmness: 0.99, places: [{ path: '1-1/会议记录.docx' }] })) // prettier-ignore
    const looks = lookFirst(having([...many, { id: id(90), check: 'lined-up-replies', firmness: 0.7, places: [{ path: '基础报表.xlsx' }] }])) // prettier-ignore
    expect(looks.slice(0, 10).map(({ finding }) => finding.id)).toContain(id(90))
    expect(looks).toHaveLength(31)
  })

  it('has three about results among the first ten where there are three, and keeps all', () => {
    const heavy = Array.from({ length: 20 }, (_, i) => ({ id: id(i), check: ['reused-pictures', 'duplicate-files', 'lined-up-replies'][i % 3]!, firmness: 0.99, places: [{ path: '1-1/会议记录.docx' }, { path: '1-1/活动照片.jpg' }, { path: '2-1/学习笔记.docx' }] })) // prettier-ignore
    const about = Array.from({ length: 4 }, (_, i) => ({ id: id(50 + i), check: 'duplicate-entries', firmness: 0.2, places: [{ path: '1-2/年度总结.docx' }] })) // prettier-ignore
    const looks = lookFirst(having([...heavy, ...about]))
    expect(looks.slice(0, 10).filter(({ aboutResults }) => aboutResults)).toHaveLength(3)
    expect(new Set(looks.map(({ finding }) => finding.id)).size).toBe(24)
  })

  it('leaves out what is nobody’s to mend and says nothing of an audit without findings', () => {
    expect(lookFirst(having([{ id: id(1), owner: 'nobody' }]))).toEqual([])
    expect(lookFirst(having([]))).toEqual([])
  })
})
