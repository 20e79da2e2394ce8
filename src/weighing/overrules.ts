import type { MaterialClass } from '../model/audit.ts'
import type { Papers } from '../model/evidence.ts'
import type { Weight } from './classify.ts'
import type { LedgerClass } from './entry-class.ts'
import { atLeast } from './ladder.ts'

/**
 * A person's word on a class: for one material (by content, so that it survives renames, or by path), for all under a
 * folder, or for all that one rule decided (a class of the lexicon, or the cue that weighed most).
 */
export type Overrule = { class: MaterialClass; note?: string } & (
  | { by: 'material'; sha256: string }
  | { by: 'material'; path: string }
  | { by: 'folder'; path: string }
  | { by: 'rule'; classId: string }
  | { by: 'rule'; cue: string }
)

/** The narrower word stands: a material's before a folder's before a rule's; of equals the inner folder's, else the later. */
const RANK: Record<Overrule['by'], number> = { rule: 1, folder: 2, material: 3 }

export function overrule(
  evidence: Papers,
  weights: readonly Weight[],
  overrules: readonly Overrule[]
): Weight[] {
  if (overrules.length === 0) return [...weights]
  return weights.map((weight, index) => {
    let chosen: Overrule | undefined
    for (const each of overrules) {
      if (!applies(each, evidence, index, weight)) continue
      if (chosen === undefined || rankOf(each) >= rankOf(chosen)) chosen = each
    }
    return chosen ? given(weight, chosen) : weight
  })
}

/** A person's class. What it rested on before stays readable; a class id that belongs to another class goes. */
function given(weight: Weight, { by, class: wanted, note }: Overrule): Weight {
  const { classId, change: _, ladder, ...rest } = weight
  const step = wanted === 'result' ? (atLeast(ladder, 'E2') ? ladder! : 'E2') : (ladder ?? 'E1')
  return {
    ...rest,
    class: wanted,
    ...(wanted === weight.class && classId ? { classId } : {}),
    // Whoever says that something is a result vouches for it: it counts in the first line.
    ...(wanted === 'result' || wanted === 'mixed' ? { ladder: step } : {}),
    ledgers: weight.ledgers.map(ledger => entriesFollow(ledger, wanted)),
    overruled: { by, from: weight.class, ...(note ? { note } : {}) }
  }
}

/** All entries of what is a result, or trace, as a whole; a mixed ledger's keep their own. */
function entriesFollow(ledger: LedgerClass, wanted: MaterialClass): LedgerClass {
  if (wanted !== 'result' && wanted !== 'trace') return ledger
  const nature = ledger.nature === 'roster' ? 'record' : ledger.nature
  const [result, trace] = wanted === 'result' ? [ledger.entries, 0] : [0, ledger.entries]
  return { ...ledger, nature, result, trace }
}

function applies(each: Overrule, evidence: Papers, index: number, weight: Weight): boolean {
  const { materials } = evidence
  const own = materials[index]!
  // A word on a volume is a word on each of its papers
  const { path, sha256 } = own.paper === undefined ? own : materials[own.parent!]!
  switch (each.by) {
    case 'material':
      return 'sha256' in each ? each.sha256 !== '' && each.sha256 === sha256 : each.path === path
    case 'folder':
      return isUnder(path, each.path)
    case 'rule':
      return 'classId' in each ? weight.classId === each.classId : weight.why[0]?.cue === each.cue
  }
}

/** A folder, an archive, or a document that holds others. */
function isUnder(path: string, folder: string): boolean {
  const bare = folder.replace(/\/+$/u, '')
  return path.startsWith(`${bare}/`) || path.startsWith(`${bare}!/`)
}

function rankOf(each: Overrule): number {
  return RANK[each.by] * 10_000 + (each.by === 'folder' ? Math.min(9_999, each.path.length) : 0)
}
