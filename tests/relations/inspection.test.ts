import { describe, expect, it } from 'vitest'
import type { DocumentText } from '../../src/model/evidence.ts'
import { inspectionOf } from '../../src/relations/inspection.ts'

const notice = (text: string, part: Partial<DocumentText> = {}): DocumentText => ({
  material: 0, title: '关于开展年终考核的通知', characters: 100, issued: true, paragraphs: [{ text, label: false }], ...part
}) // prettier-ignore

describe('the inspection date', () => {
  it('is what was given', () => {
    expect(
      inspectionOf({ inspectedOn: '2024-12-01' }, [notice('定于2024年12月10日开展考核')]).inspectedOn
    ).toBe('2024-12-01')
  })

  it('is the day an issued notice appoints', () => {
    expect(inspectionOf({}, [notice('考核组定于2024年12月10日到各村开展年终考核。')]).inspectedOn).toBe(
      '2024-12-10'
    )
  })

  it('is open when the unit wrote it itself, when notices differ, or when nothing appoints a day', () => {
    expect(
      inspectionOf({}, [notice('定于2024年12月10日开展考核', { issued: false })]).inspectedOn
    ).toBeUndefined()
    expect(
      inspectionOf({}, [notice('定于2024年12月10日考核'), notice('定于2024年12月12日考核')]).inspectedOn
    ).toBeUndefined()
    expect(inspectionOf({}, [notice('2024年3月考核结果已公布')]).inspectedOn).toBeUndefined()
  })
})
