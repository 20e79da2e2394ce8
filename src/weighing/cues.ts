import lexicon from '../../resources/lexicon/cues.json'
import genres from '../../resources/lexicon/genres.json'
import learned from '../../resources/lexicon/learned-cues.json'
import type { Cue } from '../model/audit.ts'

/** Version of the cue lists and of what was learned, the latest of them; part of every audit. */
export const LEXICON_VERSION = [lexicon.version, genres.version, learned.version].sort().at(-1)!

export type Where = Cue['where']

/**
 * How much a cue counts by where it stands (lexicon, scoring; a body twice as much as there, since an account
 * without a telling title would stay silent). Names are claims: a third of a title, and
 * `classify` never lets them decide for a result.
 */
const MULTIPLIER: Record<Where, number> = {
  title: 3,
  sheet: 2.5,
  header: 2,
  cell: 0.5,
  body: 0.4,
  file: 1,
  folder: 0.5,
  layout: 1,
  provenance: 1
}
/** Places a cue of the lexicon may stand in, by the place we look at: a heading counts as a title would, a cell as body. */
const ADMITS: Record<Where, readonly string[]> = {
  title: ['title', 'sheet', 'file'],
  sheet: ['sheet', 'title', 'file'],
  header: ['header'],
  cell: ['cell', 'header', 'body'],
  body: ['body', 'cell'],
  file: ['file', 'title'],
  folder: ['file', 'title'],
  layout: [],
  provenance: []
}
/** More of the same word adds little; a body is searched up to this many occurrences. */
const MOST_COUNTED = 20

interface Compiled {
  text: string
  class: string
  where: readonly string[]
  weight: number
  pattern?: RegExp
}

/** Phrases that a paper of a class carries in its text (genres.json); a lone one says less than a cue of the lexicon. */
const PHRASE = 1.5
const phrases = Object.entries(genres.body).flatMap(([cls, words]) =>
  words.map(zh => ({ zh, cls, where: ['body'], weight: PHRASE }))
)

const CUES: readonly Compiled[] = [...lexicon.trace, ...lexicon.result, ...lexicon.mixed, ...phrases].map(
  cue => ({
    text: cue.zh.normalize('NFKC'),
    class: cue.cls,
    where: cue.where,
    weight: cue.weight,
    pattern: cue.zh.includes('…')
      ? new RegExp(
          cue.zh
            .normalize('NFKC')
            .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
            .replace(/…|\\\.\\\.\\\./g, '.{0,30}?'),
          'gu'
        )
      : undefined
  })
)

const byPlace = new Map<Where, readonly Compiled[]>()

/** Cues that may stand at a place, found once. */
function admitted(where: Where): readonly Compiled[] {
  const known = byPlace.get(where)
  if (known) return known
  const list = CUES.filter(cue => cue.where.some(place => ADMITS[where].includes(place)))
  byPlace.set(where, list)
  return list
}

/** Cues that stand in a text, with their weight at that place. Text in NFKC. */
export function cuesIn(text: string, where: Where): Cue[] {
  if (text === '') return []
  const found: Cue[] = []
  for (const cue of admitted(where)) {
    const times = cue.pattern ? countMatches(text, cue.pattern) : countText(text, cue.text)
    if (times === 0) continue
    const repeated = where === 'body' || where === 'cell' ? Math.log2(1 + times) : 1
    found.push({
      cue: cue.text,
      class: cue.class,
      where,
      weight: round(cue.weight * MULTIPLIER[where] * repeated)
    })
  }
  return withoutParts(found)
}

/** A header names its column whole; short words count only so (满意 is an answer counted, 满意度 is not). */
const HEADER = 3
const SHORTEST_PART = 3
const HEADERS = Object.entries(genres.headers).flatMap(([cls, words]) =>
  words.map(word => ({ word: word.normalize('NFKC'), cls }))
)

/** Cues in the headers of columns, or in the labels of a form. Headers as written. */
export function headerCues(headers: readonly string[]): Cue[] {
  const named = headers.map(header => header.normalize('NFKC').replace(/\([^)]*\)|[\s*:]/gu, ''))
  const found = new Map<string, Cue>()
  for (const { word, cls } of HEADERS) {
    const at = named.findIndex(name => name === word || (word.length >= SHORTEST_PART && name.includes(word)))
    if (at < 0) continue
    const key = `${cls} ${at}`
    const known = found.get(key)
    if (!known || known.cue.length < word.length) found.set(key, { cue: word, class: cls, where: 'header', weight: HEADER }) // prettier-ignore
  }
  for (const cue of cuesIn(named.join('\n'), 'header'))
    if (![...found.values()].some(other => other.class === cue.class && (other.cue.includes(cue.cue) || cue.cue.includes(other.cue)))) found.set(`${cue.class} ${cue.cue}`, cue) // prettier-ignore
  return [...found.values()]
}

/** A cue inside a longer cue of the same place (台账 in 整改台账) says nothing of its own. */
function withoutParts(cues: Cue[]): Cue[] {
  return cues.filter(
    cue =>
      !cues.some(other => other !== cue && other.cue.length > cue.cue.length && other.cue.includes(cue.cue))
  )
}

function countText(text: string, part: string): number {
  let times = 0
  for (
    let at = text.indexOf(part);
    at >= 0 && times < MOST_COUNTED;
    at = text.indexOf(part, at + part.length)
  )
    times++
  return times
}

function countMatches(text: string, pattern: RegExp): number {
  let times = 0
  for (const _ of text.matchAll(pattern)) if (++times >= MOST_COUNTED) break
  return times
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
