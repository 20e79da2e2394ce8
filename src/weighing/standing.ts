import type { Balance, Standing } from '../model/audit.ts'
import type { Evidence } from '../model/evidence.ts'
import type { Weight } from './classify.ts'
import { atLeast } from './ladder.ts'

/**
 * Per activity: `result` when one of its materials shows a result at E2 or above, `undetermined` when what could
 * show one was not read or says nothing, else `trace`.
 */
export function standings(
  { activities, materials }: Evidence,
  weights: readonly Weight[]
): { each: Standing[]; counts: Balance['activities'] } {
  const each = activities.map((activity): Standing => {
    const own = activity.materials.map(index => weights[index]!)
    if (
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
        materials[index]!.parent === undefined
    )
    const spoken = own.some(({ class: named }) => named === 'trace' || named === 'mixed')
    return spoken && !unknown ? 'trace' : 'undetermined'
  })
  const count = (standing: Standing): number => each.filter(one => one === standing).length
  return {
    each,
    counts: { result: count('result'), trace: count('trace'), undetermined: count('undetermined') }
  }
}
