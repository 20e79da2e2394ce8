import { describe, expect, it } from 'vitest'
import check from '../../../src/checks/imagery/reused-pictures.ts'
import { runChecks } from '../../../src/checks/run.ts'
import type { ClaimedDate, Evidence, Picture, PictureGroup } from '../../../src/model/evidence.ts'
import type { Material } from '../../../src/model/material.ts'
import type { PictureClaims } from '../../../src/model/reading.ts'
import { noTick } from '../../../src/support/tick.ts'
import { evidenceOf } from '../../support/evidence.ts'
import { pictureMaterial, plainFacts } from '../../support/pictures.ts'

interface Use {
  path: string
  claim?: [from: string, to?: string]
  activity?: number
  claims?: PictureClaims
  nature?: Picture['nature']
  rest?: Partial<Material>
}

const TITLES = ['入户走访', '清理河道', '义务植树', '安全生产宣传']

/** Pictures that all show one shot unless `group` says otherwise. */
function evidence(uses: readonly Use[], group: Partial<PictureGroup> | undefined = {}): Evidence {
  const materials = uses.map(({ path, claims = {}, rest }) => pictureMaterial(path, plainFacts(claims), rest))
  return evidenceOf({
    materials,
    pictures: uses.map(({ nature = 'photo' }, i) => ({
      material: i,
      hash: new Uint32Array(8),
      detail: 1,
      nature
    })),
    activities: TITLES.map((title, i) => ({ id: `${i}`, title, materials: [], indicators: [] })),
    activityOf: uses.map(({ activity }) => activity),
    claimedDateOf: uses.map(({ claim }) => claim && dateOf(...claim)),
    pictureGroups: group
      ? [{ members: uses.map((_, i) => i), by: 'bytes', agreement: 1, changes: [], ...group }]
      : []
  })
}

function dateOf(from: string, to = from): ClaimedDate {
  return { from, to, source: 'folder', text: from }
}

const look = (given: Evidence) => runChecks([check], given, noTick)
const twoEvents: Use[] = [
  { path: '走访/1.jpg', claim: ['2024-03-05'], activity: 0 },
  { path: '河道/2.jpg', claim: ['2024-06-18'], activity: 1 }
]

describe('one picture for several activities', () => {
  it('is one finding that names every place', () => {
    const { findings, verdicts } = look(evidence([...twoEvents, { path: '植树/3.jpg', claim: ['2024-09-02'], activity: 2 }])) // prettier-ignore
    expect(verdicts[0]).toMatchObject({ answer: 'found', findings: 1, coverage: { looked: 3, lookable: 3 } })
    expect(findings[0]).toMatchObject({ message: 'reused', owner: 'unit', strength: 'strong', words: { pictures: 3, activities: 3, dates: 3 } }) // prettier-ignore
    expect(findings[0]!.places.map(({ path }) => path)).toEqual(['走访/1.jpg', '河道/2.jpg', '植树/3.jpg'])
    expect(findings[0]!.detail).toMatchObject({ kind: 'pictures', total: 3, pictures: [{ claims: [{ label: 'claimed', value: '2024-03-05', differs: true }, { label: 'activity', differs: true }] }, {}, {}] }) // prettier-ignore
  })

  it('is told from the look alone, and from a record that fits only one place', () => {
    const taken = evidence(twoEvents.map(use => ({ ...use, claims: { takenAt: '2024-03-05T09:00:00' } })), { by: 'look', agreement: 0.99, changes: ['reencoded', 'cropped'] }) // prettier-ignore
    const [finding] = look(taken).findings
    expect(finding!.indications.map(({ code, family }) => `${code} ${family}`)).toEqual(['sameLook pixels', 'cropped pixels', 'datesApart claims', 'takenElsewhen metadata']) // prettier-ignore
    expect(finding!.strength).toBe('strong')
  })

  it('is named without the copies that a summary shows again', () => {
    const { findings } = look(evidence([...twoEvents, { path: '总结.docx!/1.jpg', claim: ['2024-01-01', '2024-12-31'], activity: 3 }])) // prettier-ignore
    expect(findings[0]!.places.map(({ path }) => path)).toEqual(['走访/1.jpg', '河道/2.jpg'])
  })

  it('shows nothing of what is marked secret', () => {
    const given = { ...evidence(twoEvents), secrecyOf: ['秘密', undefined] }
    expect(look(given).findings[0]!.detail).toMatchObject({ total: 2, pictures: [{ place: 1 }] })
  })

  it('stays weak between two differently named events of one day', () => {
    const { findings } = look(evidence(twoEvents.map(use => ({ ...use, claim: ['2024-03-05'] }))))
    expect(findings.map(({ message, strength }) => [message, strength])).toEqual([['reusedSameDay', 'weak']])
  })
})

describe('stays quiet', () => {
  it.each<[string, readonly Use[]]>([
    ['when one activity is filed under two indicators', twoEvents.map(use => ({ ...use, activity: 0 }))],
    ['when a yearly summary shows the year’s picture', [twoEvents[0]!, { path: '总结.docx!/1.jpg', claim: ['2024-01-01', '2024-12-31'], activity: 3 }]], // prettier-ignore
    ['when a month’s report shows the month’s picture', [twoEvents[0]!, { path: '月报.docx!/1.jpg', claim: ['2024-03-01', '2024-03-31'], activity: 3 }]], // prettier-ignore
    ['before and after mending', [twoEvents[0]!, { ...twoEvents[1]!, path: '整改前后对比/1.jpg' }]],
    ['for an account of the same event written two days later', [twoEvents[0]!, { path: '简报.docx!/1.jpg', claim: ['2024-03-07'], activity: 0 }, { ...twoEvents[0]!, path: 'b.jpg' }]], // prettier-ignore
    ['for decoration that many documents share', Array.from({ length: 9 }, (_, i): Use => ({ path: `${i}.docx!/word/media/image1.jpg`, claim: [`2024-0${i + 1}-05`], activity: i % 4, rest: { parent: i } }))] // prettier-ignore
  ])('%s', (_, uses) => {
    expect(look(evidence(uses)).verdicts[0]).toMatchObject({ answer: 'clear', findings: 0 })
  })
})

it.each(['mark', 'page'] as const)('leaves out what is a %s', nature => {
  const given = evidence([...twoEvents.map(use => ({ ...use, nature })), { path: '植树/3.jpg', claim: ['2024-09-02'], activity: 2 }], { members: [0, 1] }) // prettier-ignore
  expect(look(given).verdicts[0]).toMatchObject({ answer: 'clear', coverage: { looked: 1, lookable: 1 } })
})

describe('does not judge', () => {
  it('when one of two places claims no date: half of the pictures is not looked at', () => {
    expect(look(evidence([twoEvents[0]!, { path: '散/2.jpg', activity: 1 }])).verdicts[0]).toMatchObject({ answer: 'undecided', because: 'mostUnseen', findings: 0, coverage: { looked: 1, lookable: 2 } }) // prettier-ignore
  })

  it('without photographs', () => {
    expect(look(evidence([{ path: 'a.jpg', nature: 'page' }])).verdicts[0]).toMatchObject({ answer: 'notApplicable', because: 'noPictures' }) // prettier-ignore
  })

  it('when no picture claims an activity', () => {
    expect(look(evidence([{ path: 'a.jpg' }])).verdicts[0]).toMatchObject({ answer: 'undecided', because: 'nothingClaimed', coverage: { looked: 0, lookable: 1 } }) // prettier-ignore
  })
})
