import type { Balance, Standing } from '../model/audit.ts'
import type { Papers } from '../model/evidence.ts'
import type { Material } from '../model/material.ts'
import { isSeen } from '../model/sight.ts'
import type { Weight } from './classify.ts'
import { atLeast } from './ladder.ts'

/**
 * Per activity: `result` when one of its materials shows a result at E2 or above, `undetermined` when what could
 * show one could not be looked at, else `trace`. A file that was read and says nothing shows none: a note dropped
 * beside an activity must not make it undetermined.
 */
export function standings(
  { activities, materials, pictures }: Papers,
  weights: readonly Weight[]
): { each: Standing[]; counts: Balance['activities'] } {
  const pages = new Set(pictures.filter(({ nature }) => nature === 'page').map(({ material }) => material))
  const holdsPages = new Set([...pages].flatMap(page => materials[page]!.parent ?? []))
  const isOpen = (index: number): boolean => materials[index]!.kind === 'picture' ? pages.has(index) : !isSeen(materials[index]!, holdsPages.has(index)) // prettier-ignore
  const each = activities.map((activity): Standing => {
    const own = activity.materials.map(index => weights[index]!)
    if (
      // Rows of a ledger that are of this day and subject or place and show an outcome
      (activity.entries?.length ?? 0) > 0 ||
      own.some(
        ({ class: named, ladder }) => (named === 'result' || named === 'mixed') && atLeast(ladder, 'E2')
      )
    ) {
      return 'result'
    }
    // Logos and scans inside a document that was read do not make the activity unknown; files of its own do.
    const unknown = activity.materials.some(
      index =>
        weights[index]!.class === 'unknown' &&
        weights[index]!.counted &&
        isHandedIn(materials[index]!) &&
        isOpen(index)
    )
    // A filled form of an occasion tells that it took place, and no more
    const spoken = own.some(({ class: named }) => named === 'trace' || named === 'mixed' || (named === 'input' && activity.date !== undefined)) // prettier-ignore
    return spoken && !unknown ? 'trace' : 'undetermined'
  })
  const count = (standing: Standing): number => each.filter(one => one === standing).length
  return {
    each,
    counts: { result: count('result'), trace: count('trace'), undetermined: count('undetermined') }
  }
}

/** By itself, or bound with others. */
function isHandedIn({ parent, paper }: Material): boolean {
  return parent === undefined || paper !== undefined
}
