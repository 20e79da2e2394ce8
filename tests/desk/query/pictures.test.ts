import { describe, expect, it } from 'vitest'
import type { Audit, MaterialRecord } from '../../../src/model/audit.ts'
import { indexAudit } from '../../../src/desk/query/index-audit.ts'
import { picturesPage } from '../../../src/desk/query/pictures.ts'
import { fullAudit } from '../../support/full-audit.ts'

/** Two people's cameras, at work at the same time; a picture of that hour by neither; one of another day; one without a time. */
const AT = ['2024-03-05T09:00:00', '2024-03-05T09:01:00', '2024-03-05T09:02:00', '2024-03-05T09:03:00', '2024-03-05T09:02:30', '2024-04-01T08:00:00', undefined] // prettier-ignore

function wall(by: 'session' | 'activity'): [title: string, numbers: number[]][] {
  const audit = fullAudit()
  const [picture] = audit.materials.filter(({ kind }) => kind === 'picture')
  const materials = AT.map((_, i): MaterialRecord => ({ ...picture!, no: i + 1, path: `照片/${i}.jpg`, sha256: String(i).repeat(64) })) // prettier-ignore
  const changed: Audit = {
    ...audit,
    findings: [],
    materials,
    facts: {
      timeline: AT.flatMap((file, i) => (file ? [{ no: i + 1, file }] : [])),
      sessions: [
        { device: '甲机', from: AT[0]!, to: AT[2]!, pictures: 2, members: [1, 3] },
        { device: '乙机', from: AT[1]!, to: AT[3]!, pictures: 2, members: [2, 4] }
      ]
    }
  }
  const { groups } = picturesPage(indexAudit(changed), { by, offset: 0, limit: 50 })
  return groups.map(({ title, from, pictures }) => [title || (from ?? ''), pictures.map(({ no }) => no)])
}

describe('the wall of pictures', () => {
  it('keeps two cameras apart that worked at the same time, and gives a session nothing that is not its own', () => {
    expect(wall('session')).toEqual([
      ['2024-03-05', [5]],
      ['甲机', [1, 3]],
      ['乙机', [2, 4]],
      ['2024-04-01', [6]],
      ['', [7]]
    ])
  })

  it('loses no picture, whatever it is arranged by', () => {
    for (const by of ['session', 'activity'] as const)
      expect(
        wall(by)
          .flatMap(([, numbers]) => numbers)
          .sort()
      ).toEqual([1, 2, 3, 4, 5, 6, 7])
  })
})
