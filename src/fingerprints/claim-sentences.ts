import type { ClaimPlace, ResultClaim } from '../model/evidence.ts'
import { narrow, quantitiesIn, rangeOf, type Quantity } from '../support/quantities.ts'
import { objectWords, placesIn, titleWords } from '../model/claim-objects.ts'
import { periodIn, type Period } from '../support/periods.ts'
import { ACTIONS, CUMULATIVE, NO_CLAIM, OF_OTHERS, RATE, THEN_DONE, TRACE_OBJECT } from './claim-words.ts'

export interface SentenceContext {
  material: number
  title: string
  place: ClaimPlace
  period: Period | undefined
  year: number | undefined
  paragraph: string
  writtenOn?: string
}

/** Longer ones are lists without stops; what stands far back in them is no context. */
const LONGEST_SENTENCE = 600
const COUNTS = /[\d一二三四五六七八九十百千]\s*(?:余|多)?\s*(?:份|人|户|件|起|处|条|名|个|例|次|宗)/u

/** Sentences of a paragraph, as written. */
export function sentencesOf(paragraph: string): string[] {
  return paragraph
    .split(/(?<=[。；;！!？?\n])/u)
    .map(sentence => sentence.slice(0, LONGEST_SENTENCE))
    .filter(sentence => /[\d一二三四五六七八九十百]/u.test(narrow(sentence)))
}

/** The achievements one sentence claims with a quantity. */
export function claimsInSentence(sentence: string, context: SentenceContext): ResultClaim[] {
  if (OF_OTHERS.test(sentence) || (/全县|县里/u.test(sentence) && !/县/u.test(context.title))) return []
  const clauses = clausesOf(sentence)
  const claims: ResultClaim[] = []
  for (const quantity of quantitiesIn(sentence)) {
    const at = clauses.findIndex(({ from, to }) => from <= quantity.from && quantity.to <= to)
    const clause = clauses[at]
    if (!clause || NO_CLAIM.test(clause.text)) continue
    const told = toldBy(clause, quantity) ?? toldAfter(clauses[at + 1], quantity)
    if (!told || TRACE_OBJECT.test(clause.text)) continue
    const [low, high] = rangeOf(quantity)
    const before = clauses.slice(0, at).map(({ text }) => objectIn(text)).filter(words => words !== '').join(' ') // prettier-ignore
    claims.push({
      material: context.material,
      place: context.place,
      sentence,
      span: [quantity.from, quantity.to],
      ...told,
      object: objectIn(clause.text),
      context: before,
      topic: titleWords(context.title),
      places: placesIn(`${context.title}，${sentence}`),
      value: quantity.value,
      low,
      high,
      unit: quantity.unit,
      dimension: quantity.dimension,
      exact: quantity.bound === undefined,
      ...spoken(sentence, context),
      ...(told.action === 'rate' ? { hasBase: COUNTS.test(narrow(context.paragraph)) } : {}),
      ...(context.writtenOn === undefined ? {} : { writtenOn: context.writtenOn })
    })
  }
  return claims
}

interface Clause {
  from: number
  to: number
  text: string
}

/** Parted by commas; by 、 only behind a quantity, where it parts figures and not words. */
function clausesOf(sentence: string): Clause[] {
  const clauses: Clause[] = []
  let from = 0
  const plain = narrow(sentence)
  for (const match of plain.matchAll(/[,;。!?](?!\d{3})|(?<=[件起宗例项条处个人名户次元米亩%里])、/gu)) {
    clauses.push({ from, to: match.index, text: plain.slice(from, match.index) })
    from = match.index + 1
  }
  clauses.push({ from, to: plain.length, text: plain.slice(from) })
  return clauses
}

/** The verb next before the quantity in its clause, else the next behind it. */
function toldBy(
  { text, from }: Clause,
  quantity: Quantity
): Pick<ResultClaim, 'action' | 'verb'> | undefined {
  const start = quantity.from - from
  if (quantity.dimension === 'share') {
    const rate = RATE.exec(text.slice(0, start))
    return rate ? { action: 'rate', verb: rate[1]! } : undefined
  }
  for (const { action, verbs, dimensions } of ACTIONS) {
    if (!dimensions.includes(quantity.dimension)) continue
    const found = [...text.matchAll(verbs)]
    const verb = found.filter(each => each.index < start).at(-1) ?? found.find(each => each.index >= start)
    if (verb) return { action, verb: verb[0] }
  }
  return undefined
}

function toldAfter(
  next: Clause | undefined,
  { dimension }: Quantity
): Pick<ResultClaim, 'action' | 'verb'> | undefined {
  if (!next || dimension === 'share' || !THEN_DONE.test(next.text) || quantitiesIn(next.text).length > 0) return undefined // prettier-ignore
  for (const { action, verbs, dimensions } of ACTIONS) {
    const verb = dimensions.includes(dimension) ? [...next.text.matchAll(verbs)][0] : undefined
    if (verb) return { action, verb: verb[0] }
  }
  return undefined
}

/** What is left of a clause when figures, verbs, time, places and fillers are set aside. */
export function objectIn(clause: string): string {
  let text = clause
  for (const { from, to } of quantitiesIn(text).reverse()) text = `${text.slice(0, from)} ${text.slice(to)}`
  return objectWords(text)
}

/** The time a sentence speaks of, its document's when it names none. */
function spoken(
  sentence: string,
  { period, year, title }: SentenceContext
): Pick<ResultClaim, 'period' | 'cumulative'> {
  const own = periodIn(sentence, year)
  const cumulative = CUMULATIVE.test(sentence) || CUMULATIVE.test(title)
  // a day inside a summary's sentence is when it was done, as a rule; it narrows what is counted
  const chosen = own ?? period
  return { cumulative, ...(chosen ? { period: chosen } : {}) }
}
