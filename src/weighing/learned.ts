import learned from '../../resources/lexicon/learned-cues.json'
import type { Cue, LadderStep, MaterialClass } from '../model/audit.ts'
import { MOST_WHY, reasons, top, totals, type Decision } from './decision.ts'
import { emptyShare, featuresOf, volumeOf } from './learned-features.ts'
import { atLeast } from './ladder.ts'
import type { Seen } from './seen.ts'

/**
 * Cues whose weights were learned from labelled materials (tests/bench/train-cues.mjs) vote where no firm rule decided.
 * Chosen among .35 to .70 on packages of an author the weights were not learned from; .35 to .55 differ little.
 */
const SURE = 0.45
/** A rule that said nothing is more easily answered, a firm one hardly. */
const OF_SILENT = 0.25
const OF_FIRM = 0.3
/** The rules' own class must not be nearly as likely. */
const RIVAL = 0.35
/** Of the cells of a filled table hardly more are empty (remarks, signatures to come). */
const FILLED_IN = 0.2
const CLASSES = learned.classes as MaterialClass[]
const WEIGHTS = new Map(Object.entries(learned.cues).map(([cue, row]) => [cue, row.split(' ').map(weight => +weight / 100)])) // prettier-ignore
const MOST_SHOWN = 4
const PLACES: Readonly<Record<string, Cue['where']>> = { t: 'title', e: 'title', h: 'header', H: 'header', b: 'body', c: 'cell' } // prettier-ignore

/**
 * The class learned cues give, or the rules' own where they are not sure. A result stays verifiable or is none; what
 * the unit itself signed (`own`) is nobody else's.
 */
export function hearLearned(seen: Seen, cues: readonly Cue[], ruled: Decision, own: boolean): Decision {
  const features = [...featuresOf(seen, cues)].filter(feature => WEIGHTS.has(feature))
  const volume = Math.sqrt(10 / features.reduce((total, feature) => total + volumeOf(feature) ** 2, 1e-9))
  // A table that somebody filled in is no blank; what others sent of that kind is told by its make-up.
  const notIssued = own || emptyShare(seen) < FILLED_IN
  const sums = CLASSES.map((each, k) => notIssued && each === 'issued' ? -Infinity : features.reduce((total, feature) => total + WEIGHTS.get(feature)![k]!, 0) * volume) // prettier-ignore
  const highest = Math.max(...sums)
  const parts = sums.map(sum => Math.exp(sum - highest))
  const whole = parts.reduce((total, part) => total + part, 0)
  const best = parts.indexOf(Math.max(...parts))
  const named = CLASSES[best]!
  const firm = ruled.why.some(({ where, cue, class: id }) => (where === 'layout' && cue !== 'filled-record-form') || where === 'provenance' || (cue === 'told-doings' && (named === 'mixed' || named === 'result')) || (where === 'title' && id === 'T10')) || seen.natures.some(({ nature }) => nature === 'payment' || nature === 'signIn') // prettier-ignore
  // A scrap is none where its title says what it is a scrap of.
  const titled = named === 'unknown' && cues.some(({ where }) => where === 'title')
  const bar = ruled.class === 'unknown' ? SURE - OF_SILENT : firm || titled ? SURE + OF_FIRM : SURE
  const likely = (k: number): number => parts[k]! / whole
  if (named === ruled.class || likely(best) < bar || likely(CLASSES.indexOf(ruled.class)) >= RIVAL) return ruled // prettier-ignore
  const ladder = shown(seen, ruled.ladder)
  if (named === 'result' && !atLeast(ladder, 'E2')) return ruled
  const id = idOf(named, cues, seen)
  const why = features
    .filter(feature => PLACES[feature[0]!] !== undefined)
    .map((feature): Cue => ({
      cue: feature.slice(2),
      class: id ?? '',
      where: PLACES[feature[0]!]!,
      weight: Math.round(WEIGHTS.get(feature)![best]! * volume * 100) / 100
    })) // prettier-ignore
    .filter(({ cue, weight }) => cue !== '' && weight > 0)
    .sort((a, b) => b.weight - a.weight || (a.cue < b.cue ? -1 : 1))
    .slice(0, MOST_SHOWN)
  const sum: Cue = { cue: 'learned-cues', class: id ?? '', where: 'layout', weight: Math.round(likely(best) * 100) / 100 } // prettier-ignore
  return {
    class: named,
    ...(id ? { classId: id } : {}),
    why: [sum, ...reasons([...why, ...cues], id)].slice(0, MOST_WHY),
    ...(named === 'result' ? { ladder } : named === 'mixed' ? { ladder: atLeast(ruled.ladder, 'E1') ? ruled.ladder! : 'E1' } : {}), // prettier-ignore
    change: { code: named === 'result' ? 'outside-document' : named === 'mixed' ? 'show-what-carries' : named === 'unknown' ? 'say-more' : named === 'input' ? 'what-was-done-with-it' : named === 'issued' ? 'own-content' : 'result-of-occasion' } // prettier-ignore
  }
}

function idOf(named: MaterialClass, cues: readonly Cue[], { ledgers }: Seen): string | undefined {
  const sums = totals(cues)
  sums.delete('M08')
  if (named === 'trace') return top(sums, 'T') ?? (ledgers.length > 0 ? 'T05' : 'T08')
  if (named === 'result') return top(sums, 'R') ?? 'R01'
  if (named === 'mixed') return top(sums, 'M') ?? (ledgers.length > 0 ? 'M03' : 'M01')
  return named === 'input' ? 'M08' : undefined
}

/** Two quantities of things and a time can be looked up, however they are told; so can rows with a figure and a day. */
function shown({ body }: Seen, ladder: LadderStep | undefined): LadderStep {
  if (atLeast(ladder, 'E2')) return ladder!
  const counted = (body.match(/[\d一二两三四五六七八九十百千]+(?:\.\d+)?\s*(?:户|人|位|名|个|件|处|次|起|间|条|公里|千米|米|亩|吨|万|元|盏|座|株|套|台|%)|(?<!\d)\d+(?:\.\d+)?(?=\n|$)/gu) ?? []).length // prettier-ignore
  const timed = /\d{1,2}月|\d{4}年|[前去今]年|[一二三四五六七八九十]月|\d{1,2}\.\d{1,2}|\d{4}-\d{1,2}/u.test(body) // prettier-ignore
  return counted >= 2 && timed ? 'E2' : (ladder ?? 'E0')
}
