import type { ActivityFact, Evidence } from '../model/evidence.ts'
import { lengthOf } from '../support/periods.ts'
import { sha256 } from '../support/hashing.ts'
import { byCodePoint } from '../support/order.ts'
import type { OwnClaims } from './activity-claims.ts'
import type { Draft } from './activity-drafts.ts'
import { coreOf, titleOf } from './activity-subjects.ts'

/** Joined drafts as activities, with ids from their claims, in order of date, title and id. */
export function settleActivities(
  { materials, names }: Pick<Evidence, 'materials' | 'names'>,
  drafts: readonly Draft[],
  draftOf: readonly (number | undefined)[],
  own: readonly OwnClaims[],
  rootOf: (draft: number) => number
): Pick<Evidence, 'activities' | 'activityOf'> {
  const members = new Map<number, { drafts: Set<Draft>; materials: number[]; indicators: Set<string> }>()
  materials.forEach((_, i) => {
    const at = draftOf[i]
    if (at === undefined) return
    const root = rootOf(at)
    const group = members.get(root) ?? { drafts: new Set(), materials: [], indicators: new Set() }
    members.set(root, group)
    group.drafts.add(drafts[at]!)
    group.materials.push(i)
    if (drafts[at]!.indicator !== '') group.indicators.add(drafts[at]!.indicator)
  })
  const facts = [...members].map(([root, group]) => {
    const drafted = [...group.drafts].sort(byWeight)
    // What is claimed comes before what a camera says
    const finest = drafted.flatMap(({ date }) => date ?? []).sort((a, b) => lengthOf(a) - lengthOf(b) || +(a.source === 'camera') - +(b.source === 'camera'))[0] // prettier-ignore
    const subject = drafted[0]!.subject
    const title = titleOf(subject) || finest?.text || names[group.materials[0]!]?.indicator || ''
    const indicators = [...group.indicators].sort(byCodePoint)
    const place = commonest(group.materials.flatMap(i => own[i]!.place ?? []))
    const content = ['activity', finest?.from ?? '', finest?.to ?? '', coreOf(subject) || title, finest ? '' : indicators.join(',')] // prettier-ignore
    return { root, content: content.join('\n'), title, date: finest, place, indicators, materials: group.materials } // prettier-ignore
  })
  facts.sort((a, b) => byCodePoint(a.content, b.content) || a.materials[0]! - b.materials[0]!)
  const seen = new Map<string, number>()
  const activityOfRoot = new Map<number, number>()
  const activities: ActivityFact[] = facts
    .sort(
      (a, b) =>
        byCodePoint(a.date?.from ?? '9', b.date?.from ?? '9') ||
        byCodePoint(a.title, b.title) ||
        byCodePoint(a.content, b.content) ||
        a.materials[0]! - b.materials[0]!
    ) // prettier-ignore
    .map(({ root, content, title, date, place, indicators, materials: own }, i) => {
      activityOfRoot.set(root, i)
      const times = seen.get(content) ?? 0
      seen.set(content, times + 1)
      const id = sha256(times === 0 ? content : `${content}\n#${times}`).slice(0, 12)
      return { id, title, ...(date && { date }), ...(place !== undefined && { place }), materials: own, indicators } // prettier-ignore
    })
  return {
    activities,
    activityOf: draftOf.map(at => (at === undefined ? undefined : activityOfRoot.get(rootOf(at))))
  }
}

/** The draft that names the activity: not a vague one, then the one most files claim, then the longer name. */
function byWeight(a: Draft, b: Draft): number {
  return (
    +a.vague - +b.vague ||
    b.materials.length - a.materials.length ||
    b.subject.length - a.subject.length ||
    byCodePoint(a.subject, b.subject)
  )
}

function commonest(texts: readonly string[]): string | undefined {
  const counts = new Map<string, number>()
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1] || byCodePoint(a[0], b[0]))[0]?.[0]
}
