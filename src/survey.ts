import type { Gathered } from './audit.ts'
import { unitOf } from './fingerprints/document-issuers.ts'
import { documentText } from './fingerprints/documents.ts'
import { indicatorListsOf } from './fingerprints/indicator-lists.ts'
import { secrecyMarks } from './fingerprints/secrecy.ts'
import type { DocumentText } from './model/evidence.ts'
import type { Kind, TroubleCode } from './model/kinds.ts'
import { isInsideDocument, type Material } from './model/material.ts'
import { inspectionOf } from './relations/inspection.ts'
import { periodIn } from './support/periods.ts'
import { Cancelled, type Tick } from './support/tick.ts'

export interface Guess {
  value: string
  from: string // path it was found at
}

/** What is in a package, told before anything is judged; guesses are shown as guesses. */
export interface SurveyFacts {
  files: number // handed in: what lies inside archives included, pictures inside documents not
  bytes: number
  complete: boolean
  kinds: { kind: Kind; files: number; bytes: number }[]
  noText: number
  encrypted: number
  unreadable: number
  secret: number
  troubles: { no: number; path: string; code: TroubleCode }[]
  guesses: Partial<Record<'unit' | 'from' | 'to' | 'inspectedOn' | 'indicators', Guess>>
}

const MOST_TROUBLES = 200
const PERIOD = /考核|检查|督查|评估|验收|自查/u

export function surveyOf({ materials, lists }: Gathered, complete: boolean, tick: Tick): SurveyFacts {
  const secret = secrecyMarks(materials)
  const handed = materials.filter(each => isHandedIn(each, materials))
  const count = (is: (material: Material) => boolean): number => materials.filter(is).length
  return {
    files: handed.length,
    bytes: materials.reduce((sum, { parent, bytes }) => (parent === undefined ? sum + bytes : sum), 0),
    complete,
    kinds: kindsOf(handed),
    noText: count(hasNoText),
    encrypted: count(({ trouble }) => trouble?.code === 'E_ENCRYPTED'),
    unreadable: count(({ status, trouble }) => status === 'unread' && trouble?.code !== 'E_ENCRYPTED'),
    secret: secret.filter(mark => mark !== undefined).length,
    troubles: materials
      .flatMap(({ no, path, trouble }) => (trouble ? [{ no, path, code: trouble.code }] : []))
      .slice(0, MOST_TROUBLES),
    guesses: complete ? guessesOf(materials, lists, secret, tick) : {}
  }
}

/** A file by itself or in an archive; archives are their contents, and a picture in a document is part of it. */
function isHandedIn(material: Material, materials: readonly Material[]): boolean {
  return material.kind !== 'archive' && material.status !== 'listed' && !isInsideDocument(materials, material)
}

function kindsOf(handed: readonly Material[]): SurveyFacts['kinds'] {
  const sums = new Map<Kind, { files: number; bytes: number }>()
  for (const { kind, bytes } of handed) {
    const sum = sums.get(kind) ?? { files: 0, bytes: 0 }
    sums.set(kind, { files: sum.files + 1, bytes: sum.bytes + bytes })
  }
  return [...sums].map(([kind, sum]) => ({ kind, ...sum })).sort((a, b) => b.files - a.files)
}

/** A document that was read and has no letter of its own: a scan. */
function hasNoText({ kind, reading, notes, status }: Material): boolean {
  if (kind !== 'document' || status === 'unread' || !reading) return false
  if (notes.some(({ code }) => code === 'no-text-layer')) return true
  return reading.tables.length === 0 && !reading.blocks.some(({ text }) => /[\p{L}\p{N}]/u.test(text))
}

/** Nothing is guessed from material with a mark of secrecy: a guess quotes. */
function guessesOf(
  materials: readonly Material[],
  lists: ReadonlySet<string>,
  secret: readonly (string | undefined)[],
  tick: Tick
): SurveyFacts['guesses'] {
  const documents: DocumentText[] = []
  materials.forEach((material, index) => {
    tick(index, materials.length)
    const document = secret[index] ? undefined : documentText(material, index)
    if (document) documents.push(document)
  })
  const pathOf = (index: number): string => materials[index]!.path
  const unit = unitOf(documents)
  const list = openly(() => indicatorListsOf(materials, lists, tick)).find(
    ({ material }) => !secret[material]
  )
  return {
    ...(unit && { unit: { value: unit.name, from: pathOf(unit.material) } }),
    ...periodGuess(documents, pathOf),
    ...dayGuess(documents, pathOf),
    ...(list && { indicators: { value: pathOf(list.material), from: pathOf(list.material) } })
  }
}

/** A guess that cannot be made costs the guess; a stop stays a stop. */
function openly<T>(work: () => readonly T[]): readonly T[] {
  try {
    return work()
  } catch (error) {
    if (error instanceof Cancelled) throw error
    return []
  }
}

/** The time a title speaks of that also speaks of an inspection; nothing where two titles differ. */
function periodGuess(
  documents: readonly DocumentText[],
  pathOf: (index: number) => string
): SurveyFacts['guesses'] {
  const found = new Map<string, { from: string; to: string; path: string }>()
  for (const { title, material } of documents) {
    const year = /(20\d\d)\s*年/u.exec(title)?.[1]
    const period = PERIOD.test(title)
      ? periodIn(title, year === undefined ? undefined : Number(year))
      : undefined
    if (period && period.from !== period.to)
      found.set(`${period.from} ${period.to}`, { ...period, path: pathOf(material) })
  }
  const [only, other] = found.values()
  if (!only || other) return {}
  return { from: { value: only.from, from: only.path }, to: { value: only.to, from: only.path } }
}

function dayGuess(
  documents: readonly DocumentText[],
  pathOf: (index: number) => string
): SurveyFacts['guesses'] {
  const { inspectedOn } = inspectionOf({}, documents)
  if (!inspectedOn) return {}
  const notice = documents.find(document => inspectionOf({}, [document]).inspectedOn === inspectedOn)
  return { inspectedOn: { value: inspectedOn, from: notice ? pathOf(notice.material) : '' } }
}
