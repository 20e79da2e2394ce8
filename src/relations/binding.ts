import type { ActivityFact, Unbound } from '../model/evidence.ts'
import type { Belonging } from './activities.ts'

type View = Pick<Unbound, 'materials' | 'materialOf' | keyof Belonging>

/**
 * What was found of papers, said of the files they are bound into. A volume speaks for the activities of all its
 * papers; where only one can be named (`activityOf`, `claimedDateOf`) it is the first.
 */
export function bound(view: View): Belonging {
  const { materials, materialOf, activities, activityOf, indicatorOf, claimedDateOf } = view
  const first = <T>(of: readonly (T | undefined)[]): (T | undefined)[] => {
    const found: (T | undefined)[] = []
    // What a paper says goes before what the volume's folder does
    materialOf.forEach((i, k) => (found[i] ??= materials[k]!.paper === undefined ? undefined : of[k]))
    materialOf.forEach((i, k) => (found[i] ??= of[k]))
    return found
  }
  return {
    activities: activities.map(activity => boundActivity(view, activity)),
    activityOf: first(activityOf),
    indicatorOf: first(indicatorOf),
    claimedDateOf: first(claimedDateOf)
  }
}

function boundActivity({ materials, materialOf }: View, activity: ActivityFact): ActivityFact {
  const own = [...new Set(activity.materials.map(k => materialOf[k]!))]
  const papers = activity.materials.flatMap(k => {
    const { paper } = materials[k]!
    return paper === undefined ? [] : [{ material: materialOf[k]!, paper }]
  })
  return { ...activity, materials: own, ...(papers.length > 0 && { papers }) }
}
