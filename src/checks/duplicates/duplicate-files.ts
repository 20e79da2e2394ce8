import type { Indication, Owner } from '../../model/audit.ts'
import type { Evidence } from '../../model/evidence.ts'
import type { FindingDraft } from '../../model/finding.ts'
import { isInsideDocument } from '../../model/material.ts'
import { isOccasion } from '../../support/periods.ts'
import { groupBy } from '../../support/grouping.ts'
import { sha256 } from '../../support/hashing.ts'
import { byCodePoint } from '../../support/order.ts'
import { bare } from '../../support/text.ts'
import { UnionFind } from '../../support/union-find.ts'
import { defineCheck, judged, notApplicable, undecided } from '../define.ts'
import { nearCopies } from '../near-copies.ts'
import {
  claimOutside,
  contentSpan,
  disjoint,
  filedUnder,
  filesDetail,
  folderOf,
  isOthers,
  isPaper,
  meets,
  natureOf,
  papersOf,
  type Papers,
  type Span
} from '../filings.ts'

/** Smaller pictures are marks, seals, emoticons. */
const LEAST_PICTURE_BYTES = 5 * 1024

/** Log10 likelihood ratios: the same bytes twice are one file twice; what that says about the filing depends on the rest. Priors, to be calibrated on labelled packages. */
const AGAIN = { loose: 1.9, inArchives: 1.2, otherBytes: 1.4, aside: 1.2, together: 0.4, copyName: 0.2 }
const ASKED = { same: 1, each: 0.1, others: 0.9, keptTwice: 1.2 }
const DIFFERENT = {
  record: { same: 1.9, dates: 1, activities: 0.5 },
  plain: { same: 1.2, dates: 0.5, activities: 0.3 },
  standing: { same: 0.7, dates: 0.2, activities: 0.1 },
  ownDate: 0.6
}
const PICTURE = { same: 1.5, together: 0.3 }
const PACKED = { same: 1.3, packed: 0.2 }

export default defineCheck({
  id: 'duplicate-files',
  family: 'duplicates',
  stage: '考核',
  messages: ['again', 'againElsewhere', 'askedAgain', 'askedInMedia', 'sameForDifferent', 'packedAgain'],
  reasons: ['tooFew', 'unread', 'nearCopies'],
  examine(evidence, tick) {
    const lookable = evidence.materials.filter(
      ({ status, origin }) => status !== 'listed' && origin !== 'reference'
    )
    const looked = lookable.filter(material => material.sha256 !== '').length
    const coverage = { looked, lookable: lookable.length }
    if (lookable.length < 2) return notApplicable('tooFew')
    if (looked < 2) return undecided('unread', coverage)
    const papers = papersOf(evidence)
    const marks = new Set(
      evidence.pictures.filter(({ nature }) => nature === 'mark').map(({ material }) => material)
    )
    const findings: FindingDraft[] = []
    for (const members of samePapers(papers)) {
      tick()
      findings.push(...examinePapers(papers, members))
    }
    for (const { by, members } of evidence.sameContent) {
      if (by === 'members') findings.push(packedAgain(evidence, members))
      if (by === 'bytes') findings.push(...samePictures(evidence, members, marks))
    }
    if (findings.length > 0) return judged(findings, coverage)
    const near = nearCopies(evidence)
    return near.size > 0
      ? undecided('nearCopies', { looked: looked - near.size, lookable: lookable.length })
      : judged(findings, coverage)
  }
})

/** Papers that are the same by bytes, text or cells, joined: two copies of a docx and its pdf are three of one. */
function samePapers(papers: Papers): number[][] {
  const { materials, sameContent } = papers.evidence
  const sets = new UnionFind(materials.length)
  for (const { by, members } of sameContent) {
    if (by === 'members') continue
    const [first, ...rest] = members.filter(i => isPaper(papers, i))
    for (const i of rest) sets.join(first!, i)
  }
  return sets.groups()
}

function examinePapers(papers: Papers, members: readonly number[]): FindingDraft[] {
  const { evidence } = papers
  const { materials, activityOf, indicatorOf, names } = evidence
  const same = likeness(evidence, members)
  const spans = members.flatMap(i => claimOutside(papers, i) ?? [])
  const activities = new Set(members.map(i => activityOf[i]))
  const [only] = activities
  // Papers of one dated occasion carry dates of their own making; in an undated folder their names tell occasions apart
  const date = activities.size === 1 && only !== undefined ? evidence.activities[only]!.date : undefined
  const dates = date && isOccasion(date) ? 1 : disjoint(spans)
  activities.delete(undefined)
  const indicators = new Set(members.flatMap(i => indicatorOf[i] ?? [])).size
  const together = new Set(members.map(i => filedUnder(evidence, i))).size < members.length
  const words = { files: members.length, indicators, dates, activities: activities.size }
  const draft = (message: string, owner: Owner, indications: Indication[]): FindingDraft[] => [
    finding(evidence, members, message, owner, words, indications)
  ]

  if (isOthers(papers, members)) {
    // A notice or an empty form: who must file it where is the asker's doing, and one handed in beside its issued original is none
    const folders = new Set(members.map(i => folderOf(evidence, i))).size
    const own = members.filter(i => materials[i]!.origin === 'package').length
    if (own < 2) return []
    if (folders < 2) return draft('again', 'unit', [{ ...same, weight: ASKED.keptTwice }, { code: 'filedTogether', family: 'claims', weight: AGAIN.together, words: {} }]) // prettier-ignore
    return draft('askedAgain', 'asker', [{ ...same, weight: ASKED.others }])
  }
  if (dates > 1 || (activities.size > 1 && !together)) {
    const nature = natureOf(papers, members, spans)
    const weight = DIFFERENT[nature]
    const claims: Indication =
      dates > 1
        ? { code: 'differentDates', family: 'claims', weight: weight.dates, words: { dates } }
        : { code: 'differentActivities', family: 'claims', weight: weight.activities, words: { activities: activities.size } } // prettier-ignore
    const own = dates > 1 && nature !== 'standing' ? ownDateElsewhere(papers, members, spans) : []
    return draft('sameForDifferent', 'unit', [{ ...same, weight: weight.same }, claims, ...own])
  }
  if (isAskedInMedia(evidence, members)) {
    return draft('askedInMedia', 'asker', [
      { ...same, weight: ASKED.same },
      { code: 'severalMedia', family: 'claims', weight: -ASKED.each, words: { files: members.length } }
    ])
  }
  if (together || indicators < 2) {
    const claims: Indication[] = []
    if (together) claims.push({ code: 'filedTogether', family: 'claims', weight: AGAIN.together, words: {} })
    if (members.some(i => names[i]?.copySuffix)) claims.push({ code: 'copyName', family: 'claims', weight: AGAIN.copyName, words: {} }) // prettier-ignore
    const apart = new Set(members.map(i => filedUnder(evidence, i))).size > 1
    return draft(apart ? 'againElsewhere' : 'again', 'unit', [same, ...claims])
  }
  const each = ASKED.each * (indicators - 1)
  return draft('askedAgain', 'asker', [
    { ...same, weight: ASKED.same },
    { code: 'severalIndicators', family: 'claims', weight: each, words: { indicators } }
  ])
}

/** Once to edit and once as a print, under an indicator whose list asks for both paper and electronic: handed in as asked. */
function isAskedInMedia(
  { materials, indicators, indicatorOf }: Evidence,
  members: readonly number[]
): boolean {
  const codes = new Set(members.map(i => indicatorOf[i]))
  const [code] = codes
  const media = indicators.find(each => each.code === code)?.ask?.media ?? []
  if (codes.size !== 1 || !media.includes('paper') || !media.includes('electronic')) return false
  const prints = members.filter(i => materials[i]!.format === 'pdf' || materials[i]!.format === 'ofd').length
  return members.length === 2 && prints === 1
}

function likeness({ materials, sameContent }: Evidence, members: readonly number[]): Indication {
  const words = { files: members.length }
  if (new Set(members.map(i => materials[i]!.sha256)).size === 1) {
    // One of them lies in an archive beside the other: packed for sending, perhaps
    const apart = new Set(members.map(i => materials[i]!.parent)).size > 1
    return { code: 'sameBytes', family: 'bytes', weight: apart ? AGAIN.inArchives : AGAIN.loose, words }
  }
  const cells = materials[members[0]!]!.kind === 'table' && sameContent.some(({ by }) => by === 'cells')
  const own = new Set(members)
  const aside = sameContent.some(group => group.aside && group.members.some(i => own.has(i)))
  const code = `${cells ? 'sameCells' : 'sameText'}${aside ? 'Aside' : ''}`
  return { code, family: 'text', weight: aside ? AGAIN.aside : AGAIN.otherBytes, words }
}

/** The content names a time of its own, and some of its places claim another. */
function ownDateElsewhere(papers: Papers, members: readonly number[], spans: readonly Span[]): Indication[] {
  const inside = contentSpan(papers, members)
  const files = inside ? spans.filter(span => !meets(span, inside)).length : 0
  if (files === 0) return []
  return [{ code: 'ownDateElsewhere', family: 'text', weight: DIFFERENT.ownDate, words: { files } }]
}

/** The same picture twice in one activity's folder of one indicator. Anything wider is for reused-pictures. */
function samePictures(
  evidence: Evidence,
  members: readonly number[],
  marks: ReadonlySet<number>
): FindingDraft[] {
  const { materials, activityOf } = evidence
  const loose = members.filter(i => {
    const { kind, bytes } = materials[i]!
    return (
      kind === 'picture' &&
      bytes >= LEAST_PICTURE_BYTES &&
      !isInsideDocument(evidence.materials, evidence.materials[i]!) &&
      !marks.has(i)
    )
  })
  if (new Set(loose.map(i => activityOf[i])).size > 1) return []
  return [...groupBy(loose, i => filedUnder(evidence, i)).values()]
    .filter(group => group.length > 1)
    .map(group => {
      const words = { files: group.length, indicators: 1, dates: 1, activities: 1 }
      return finding(evidence, group, 'again', 'unit', words, [
        { code: 'sameBytes', family: 'bytes', weight: PICTURE.same, words: { files: group.length } },
        { code: 'filedTogether', family: 'claims', weight: PICTURE.together, words: {} }
      ])
    })
}

function packedAgain(evidence: Evidence, members: readonly number[]): FindingDraft {
  const archives = members.filter(i => evidence.materials[i]!.kind === 'archive').length
  const words = { archives, files: members.length - archives }
  return finding(evidence, members, 'packedAgain', 'unit', words, [
    { code: 'sameMembers', family: 'bytes', weight: PACKED.same, words },
    { code: 'packed', family: 'claims', weight: PACKED.packed, words: {} }
  ])
}

function finding(
  evidence: Evidence,
  members: readonly number[],
  message: string,
  owner: Owner,
  words: FindingDraft['words'],
  indications: Indication[]
): FindingDraft {
  const { materials } = evidence
  return {
    message,
    owner,
    words,
    places: members.map(i => ({ path: materials[i]!.path })),
    members: [...members.map(i => materials[i]!.sha256), ...commonText(evidence, members)],
    indications,
    detail: filesDetail(evidence, members)
  }
}

/** Files that differ in bytes are held together by their text. */
function commonText({ materials, documents }: Evidence, members: readonly number[]): string[] {
  if (new Set(members.map(i => materials[i]!.sha256)).size === 1) return []
  const [first] = [...members].sort((a, b) => byCodePoint(materials[a]!.sha256, materials[b]!.sha256))
  const document = documents.find(({ material }) => material === first)
  return document ? [sha256(bare(document.paragraphs.map(({ text }) => text).join('')))] : []
}
