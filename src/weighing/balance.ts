import type { Balance, MaterialClass, Share } from '../model/audit.ts'
import type { Evidence } from '../model/evidence.ts'
import { additions } from './additions.ts'
import type { Weight } from './classify.ts'
import { standings } from './standing.ts'

/** Above this share of unknown files the balance is not determinable (design, "The balance"). */
const MOST_UNKNOWN = 0.3

type Counts = Record<MaterialClass, number>

/**
 * The balance: activities first (`activities`, as they stand; by bound papers where there are any), then shares by files,
 * entries and characters, every one with its counts.
 */
export function weigh(
  evidence: Evidence,
  weights: readonly Weight[],
  activities = standings(evidence, weights).counts
): Balance {
  const files = none()
  const embedded = none()
  const letters = none()
  const entries = none()
  const added = additions(evidence, weights)
  added.forEach(({ counted }, index) => {
    if (!counted) return
    const named = weights[index]!.class
    if (counted.as === 'file') files[named]++
    else if (counted.as === 'embedded') embedded[named]++
    letters[named] += counted.characters
    for (const key of ['trace', 'mixed', 'result', 'unknown'] as const)
      entries[key] += counted.entries?.[key] ?? 0
    entries.input += counted.entries?.outside ?? 0
  })
  const byFiles = shareOf(files)
  const known = files.trace + files.result + files.mixed
  const determinable = known > 0 && files.unknown <= MOST_UNKNOWN * (known + files.unknown)
  return {
    activities,
    determinable,
    because: determinable ? undefined : known === 0 ? 'nothing-classed' : 'too-much-unknown',
    files: byFiles,
    entries: shareOf(entries),
    characters: shareOf(letters),
    embeddedPictures: shareOf(embedded),
    repeated: {
      files: added.filter(({ repeats }) => repeats !== undefined).length,
      entries: repeatedEntries(evidence)
    }
  }
}

function repeatedEntries(evidence: Evidence): number {
  return evidence.entryGroups.reduce((total, group) => total + group.members.length - 1, 0)
}

/** The design's formulas; null where nothing can be divided. */
export function shareOf({ trace, mixed, result, unknown, input, issued }: Counts): Share {
  const known = trace + result + mixed
  const all = known + unknown
  return {
    trace,
    mixed,
    result,
    unknown,
    outside: input + issued,
    share: known === 0 ? null : round((trace + mixed / 2) / known),
    low: all === 0 ? null : round(trace / all),
    high: all === 0 ? null : round((trace + mixed + unknown) / all)
  }
}

function none(): Counts {
  return { trace: 0, result: 0, mixed: 0, input: 0, issued: 0, unknown: 0 }
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000
}
