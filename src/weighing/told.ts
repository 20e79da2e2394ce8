import words from '../../resources/lexicon/told.json'
import type { Cue } from '../model/audit.ts'

/**
 * What sentences tell, without a telling title or a stock phrase: that something changed for someone (管子换了 310 米，
 * 38 户没有再进水), or that something was held, said and required (召开会议 12 次). Told by grammar: a verb of completion
 * with a quantity or a day beside it, not wished for, ordered or announced. The verbs are data (told.json).
 */

/** Verbs of completion by what they complete; ids of the lexicon. */
const COMPLETED = Object.entries(words.completed).map(
  ([id, patterns]) => [id, new RegExp(patterns.join('|'), 'u')] as const
)
/** Things handed out that are words, and installations that are counted. */
const MEDIA = new RegExp(words.media, 'iu')
/** Clicks, fans, check-ins: counted, and no outcome (lexicon, T07). */
const METRICS = new RegExp(words.metrics, 'iu')
/** Not done yet, or for others to do. */
const WISHED = new RegExp(words.wished, 'u')
/** Held, said, required, written: what shows that one was at work. */
const HELD = new RegExp(words.held, 'u')
/** A quantity, or a day. */
const COUNTED =
  /\d+(?:\.\d+)?\s*(?:余|多)?(?:户|人|名|件|个|处|公里|千米|米|平方|立方|亩|吨|公斤|斤|万|亿|元|台|盏|座|口|起|宗|株|套|条|根|块|间|栋|幢|头|只|批|份|度|毫米|厘米|项|家|笔|辆|例|部|艘|所|张|本|天|小时|工作日|个百分点|mg|kg|m|%|％)|[一二两三四五六七八九十百]+(?:户|人|处|盏|座|间|台|根|口)/u
const DAY = /\d{1,2}月\d{1,2}日|\d{4}年\d{1,2}月|\d{1,2}月(?:份|底|初|中旬)?/u

export interface Told {
  /** Sentences of eight characters and more. */
  sentences: number
  /** Of them, those that tell an outcome, and those that tell only of doings. */
  outcomes: number
  held: number
  /** Clauses that tell an outcome. */
  clauses: number
  /** Sentences that count clicks, fans and check-ins. */
  metrics: number
  /** The kind of completion most clauses tell. */
  kind?: string
}

const SHORTEST = 8

/** Counts what the sentences of a text tell. Text in NFKC; `sentences` as split at their ends. */
export function toldBy(sentences: readonly string[]): Told {
  const kinds = new Map<string, number>()
  const told: Told = { sentences: 0, outcomes: 0, held: 0, clauses: 0, metrics: 0 }
  for (const sentence of sentences) {
    if (sentence.length < SHORTEST) continue
    told.sentences++
    const found = outcomesOf(sentence)
    for (const kind of found) kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
    told.clauses += found.length
    if (found.length > 0) told.outcomes++
    else if (METRICS.test(sentence)) told.metrics++
    else if (HELD.test(sentence)) told.held++
  }
  const [first] = [...kinds].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  return first ? { ...told, kind: first[0] } : told
}

/** The kinds of completion a sentence tells, clause by clause, with a quantity or a day in the same sentence. */
function outcomesOf(sentence: string): string[] {
  const counted = COUNTED.test(sentence)
  if (!counted && !DAY.test(sentence)) return []
  return sentence.split(/[,、:]/u).flatMap(clause => {
    if (clause.length < 3 || MEDIA.test(clause) || METRICS.test(clause)) return []
    for (const [id, pattern] of COMPLETED) {
      const found = pattern.exec(clause)
      if (found && !WISHED.test(clause.slice(0, found.index))) return [id]
    }
    return []
  })
}

/** Whether a cell tells that something was completed; in a table the column gives quantity and day. */
export function completes(text: string): boolean {
  return text.split(/[,、;:]/u).some(
    clause =>
      !MEDIA.test(clause) &&
      COMPLETED.some(([, pattern]) => {
        const found = pattern.exec(clause)
        return found !== null && !WISHED.test(clause.slice(0, found.index))
      })
  )
}

/** 教育提醒 is a stock phrase; longer clauses say what was arranged with whom. */
const STOCK_CLAUSE = 6

/** Told, taught, arranged, and nothing that came of it: 教育提醒，统一本子. */
export function onlyDoings(text: string): boolean {
  return (
    !/\d/u.test(text) &&
    !completes(text) &&
    text
      .split(/[,，、。;；]/u)
      .every(clause => clause.length <= STOCK_CLAUSE && (clause === '' || HELD.test(clause)))
  )
}

/** From so many clauses, and so large a part of the sentences, a text is about what came of it. */
const ENOUGH = 2
const MOSTLY = 0.4
/** Beside accounts of what was held, so large a part makes both. */
const PARTLY = 0.2
const MOST_WEIGHT = 8

/** Cues of what the sentences tell; none when they tell too little. */
export function toldCues({ sentences, outcomes, clauses, held, metrics, kind }: Told): Cue[] {
  const doings: Cue[] = held + metrics === 0 ? [] : [{ cue: 'told-doings', class: metrics > held ? 'T07' : 'T08', where: 'body', weight: Math.min(MOST_WEIGHT, 2 * (held + metrics)) }] // prettier-ignore
  if (!kind || clauses < ENOUGH) return []
  const share = outcomes / sentences
  const outcome: Cue = { cue: 'told-outcomes', class: kind, where: 'body', weight: Math.min(MOST_WEIGHT, 2 * clauses) } // prettier-ignore
  if (share >= MOSTLY && outcomes > held + metrics) return [outcome]
  return share < PARTLY ? [] : [outcome, ...doings]
}
