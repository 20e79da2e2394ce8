import type { Detail, Indication, Place } from '../../model/audit.ts'
import type { DocumentText, Evidence, PassageGroup } from '../../model/evidence.ts'
import type { FindingDraft } from '../../model/finding.ts'
import { defineCheck, judged, notApplicable, undecided } from '../define.ts'

/** Shorter documents have nothing to carry over (the least characters two documents must share). */
const LEAST_CHARACTERS = 120
/** Record forms that say when or about whom are looked at from this many (those alike throughout). */
const LEAST_OF_FORM = 60
/** When more of all that is written stands in documents too short to compare, the rest is not the whole (the same three tenths as in `settle.ts`; in the sample packages it is under one tenth). */
const MOST_IN_SHORT = 0.3
/** Records of three or more, each under a page, that are alike nearly throughout. */
const RECORD = { members: 3, characters: 1_000, share: 0.7 }
/** Members quoted, and characters quoted of each, around its longest runs. */
const MOST_QUOTED = 6
const MOST_TEXT = 1_200
/** Unmarked text shown before the first and between runs. */
const CONTEXT = 40

/** Text carried over between documents of different occasions. */
export default defineCheck({
  id: 'reused-passages',
  family: 'duplicates',
  stage: '办理',
  reads: 'text',
  messages: ['carriedOver', 'sameRecord'],
  reasons: ['tooFew', 'noOccasions', 'mostlyShort'],
  examine(evidence) {
    const forms = new Set(evidence.forms.flatMap(({ material, occasion }) => (occasion ? [material] : [])))
    const written = evidence.documents.filter(
      ({ material, issued }) => !issued && evidence.materials[material]!.origin === 'package'
    )
    const own = written.filter(
      ({ material, characters }) => characters >= (forms.has(material) ? LEAST_OF_FORM : LEAST_CHARACTERS)
    )
    const inShort = size(written) - size(own)
    if (evidence.passageGroups.length === 0 && inShort > MOST_IN_SHORT * size(written))
      return written.length < 2
        ? notApplicable('tooFew')
        : undecided('mostlyShort', { looked: own.length, lookable: written.length })
    if (own.length < 2) return notApplicable('tooFew')
    const placed = own.filter(
      ({ material }) => forms.has(material) || occasionOf(evidence, material) !== ''
    ).length
    const coverage = { looked: placed, lookable: own.length }
    if (placed < 2 && evidence.passageGroups.length === 0) return undecided('noOccasions', coverage)
    return judged(
      evidence.passageGroups.map(group => toFinding(evidence, group)),
      coverage
    )
  }
})

function size(documents: readonly DocumentText[]): number {
  return documents.reduce((sum, { characters }) => sum + characters, 0)
}

function toFinding(evidence: Evidence, group: PassageGroup): FindingDraft {
  const members = group.members.map(({ document }) => evidence.documents[document]!)
  const share = middle(group.members.map(member => member.share))
  const isRecord =
    members.length >= RECORD.members &&
    share >= RECORD.share &&
    middle(members.map(({ characters }) => characters)) <= RECORD.characters
  return {
    message: isRecord ? 'sameRecord' : 'carriedOver',
    words: { documents: members.length, share: Math.round(100 * share), run: group.run },
    owner: 'unit',
    places: group.members.map(member => placeOf(evidence, member)),
    members: members.map(({ material }) => evidence.materials[material]!.sha256),
    indications: indicationsOf(evidence, group, share),
    detail: detailOf(evidence, group)
  }
}

/**
 * Weight of the share carried over, log10: priors between what measured as the template of honest minutes (up to
 * .4 of a short record) and what no two occasions are told in (from .8). A share near the limit stays weak.
 */
const SHARE_WEIGHTS: readonly (readonly [share: number, weight: number])[] = [
  [0.3, 0.4],
  [0.45, 0.8],
  [0.5, 1],
  [0.7, 1.5],
  [0.9, 1.9]
]
/** Most of a page in one piece is no template any more; a few sentences leave something to chance. */
const LONG_RUN = 400
const SHORT_TEXT = 200
/** Nothing longer than two sentences in one piece: set phrases and the sentences of a skeleton come to that. */
const SCATTERED_RUN = 80
/** Single sentences, however many: a hint. */
const SENTENCES = 50

function indicationsOf(evidence: Evidence, group: PassageGroup, share: number): Indication[] {
  const indications: Indication[] = [
    {
      code: 'share',
      family: 'text',
      weight: round(weightOf(share) - doubt(group)),
      words: { share: Math.round(100 * share), characters: group.characters }
    }
  ]
  if (group.run >= LONG_RUN)
    indications.push({ code: 'longRun', family: 'text', weight: 0.8, words: { run: group.run } })
  const materials = group.members.map(({ document }) => evidence.documents[document]!.material)
  const stated = new Map(evidence.forms.map(({ material, occasion }) => [material, occasion]))
  const days = new Set(
    materials
      .map(material => stated.get(material)?.from ?? evidence.claimedDateOf[material]?.from)
      .filter(Boolean)
  )
  if (days.size > 1)
    indications.push({ code: 'datesDiffer', family: 'claims', weight: 0.3, words: { dates: days.size } })
  const subjects = new Set(materials.map(material => stated.get(material)?.subject).filter(Boolean))
  if (days.size <= 1 && subjects.size > 1)
    indications.push({
      code: 'subjectsDiffer',
      family: 'claims',
      weight: 0.3,
      words: { subjects: subjects.size }
    })
  const activities = new Set(
    materials.map(material => evidence.activityOf[material]).filter(activity => activity !== undefined)
  )
  if (activities.size > 1)
    indications.push({
      code: 'activitiesDiffer',
      family: 'claims',
      weight: 0.3,
      words: { activities: activities.size }
    })
  return indications
}

/** Short records alike throughout: a few sentences never come near strong, one or two are a hint. */
const SHORT_RECORD = 90

function doubt({ characters, run }: PassageGroup): number {
  if (characters < SHORT_RECORD) return 1.2
  if (characters < LEAST_CHARACTERS) return 0.8
  return (characters < SHORT_TEXT ? 0.3 : 0) + (run < SENTENCES ? 0.9 : run < SCATTERED_RUN ? 0.3 : 0)
}

function weightOf(share: number): number {
  const above = SHARE_WEIGHTS.findIndex(([limit]) => share < limit)
  if (above === 0) return SHARE_WEIGHTS[0]![1]
  if (above < 0) return SHARE_WEIGHTS.at(-1)![1]
  const [from, low] = SHARE_WEIGHTS[above - 1]!
  const [to, high] = SHARE_WEIGHTS[above]!
  return low + ((high - low) * (share - from)) / (to - from)
}

type Member = PassageGroup['members'][number]

/** The longest run's place; its paragraph, row and page where they are known. */
function placeOf(evidence: Evidence, { document, spans }: Member): Place {
  const { material, paragraphs } = evidence.documents[document]!
  const place: Place = { path: evidence.materials[material]!.path }
  const longest = [...spans].sort((a, b) => b.to - b.from - (a.to - a.from))[0]
  if (!longest) return place
  const { page, table, row, column } = paragraphs[longest.paragraph]!
  if (page !== undefined) place.page = page
  if (table !== undefined) place.table = table
  if (row !== undefined) place.row = row
  if (column !== undefined) place.column = column
  place.span = [longest.from, longest.to]
  return place
}

function detailOf(evidence: Evidence, group: PassageGroup): Detail {
  return {
    kind: 'texts',
    texts: group.members
      .slice(0, MOST_QUOTED)
      .map((member, place) => ({ place, ...quote(evidence, member) })),
    total: group.members.length
  }
}

/** The paragraphs with the longest runs, in reading order, clipped; runs are offsets in the text shown. */
function quote(evidence: Evidence, { document, spans }: Member): { text: string; runs: [number, number][] } {
  const { paragraphs } = evidence.documents[document]!
  const byParagraph = new Map<number, [number, number][]>()
  for (const { paragraph, from, to } of spans) {
    const own = byParagraph.get(paragraph)
    if (own) own.push([from, to])
    else byParagraph.set(paragraph, [[from, to]])
  }
  const heaviest = [...byParagraph].sort((a, b) => length(b[1]) - length(a[1]) || a[0] - b[0])
  const chosen: { paragraph: number; text: string; runs: [number, number][] }[] = []
  let room = MOST_TEXT
  for (const [paragraph, runs] of heaviest) {
    if (room < 2 * CONTEXT) break
    const piece = excerpt(paragraphs[paragraph]!.text, runs, room)
    room -= piece.text.length + 1
    chosen.push({ paragraph, ...piece })
  }
  const shown = { text: '', runs: [] as [number, number][] }
  for (const { text, runs } of chosen.sort((a, b) => a.paragraph - b.paragraph)) {
    if (shown.text !== '') shown.text += '\n'
    const start = shown.text.length
    for (const [from, to] of runs) shown.runs.push([from + start, to + start])
    shown.text += text
  }
  return shown
}

/** One stretch of a paragraph that begins shortly before its first run. */
function excerpt(text: string, runs: [number, number][], room: number) {
  let start = Math.max(0, runs[0]![0] - CONTEXT)
  if (isLowSurrogate(text, start)) start--
  let end = Math.min(text.length, start + room, runs.at(-1)![1] + CONTEXT)
  if (isLowSurrogate(text, end)) end--
  return {
    text: text.slice(start, end),
    runs: runs
      .filter(([from]) => from < end)
      .map(([from, to]): [number, number] => [from - start, Math.min(to, end) - start])
  }
}

function isLowSurrogate(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code >= 0xdc00 && code <= 0xdfff
}

function occasionOf({ activityOf, claimedDateOf }: Evidence, material: number): string {
  return `${activityOf[material] ?? ''}${claimedDateOf[material]?.from ?? ''}`
}

function length(runs: readonly (readonly [number, number])[]): number {
  return runs.reduce((sum, [from, to]) => sum + to - from, 0)
}

function middle(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const half = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2
}

function round(value: number): number {
  return Math.round(100 * value) / 100
}
