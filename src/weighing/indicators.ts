import type { Balance, Indicator, Standing } from '../model/audit.ts'
import type { Evidence, IndicatorFact } from '../model/evidence.ts'
import { barredAsk, barredTitle } from './barred.ts'
import type { Weight } from './classify.ts'
import { atLeast } from './ladder.ts'

/** Every indicator with what is filed under it and how far that goes; undefined when none is known. */
export function weighIndicators(
  evidence: Evidence,
  weights: readonly Weight[],
  titles: readonly string[]
): { indicators: Indicator[]; counts: NonNullable<Balance['indicators']> } | undefined {
  const { indicators, materials, activities } = evidence
  if (indicators.length === 0) return undefined
  const found = indicators.map((fact): Indicator => {
    const { code, source, ask, materials: own } = fact
    const files = own.filter(i => materials[i]!.status !== 'listed')
    const touched = activities.flatMap((activity, at) => (activity.indicators.includes(code) && activity.materials.some(i => evidence.indicatorOf[i] === code) ? [at] : [])) // prettier-ignore
    const barred = files.filter(i => titles[i] !== undefined && barredTitle(titles[i]) !== undefined)
    const asked = ask && barredAsk(`${ask.name}\n${ask.asks ?? ''}`)
    return {
      code,
      ...(ask && { name: ask.name }),
      ...(ask?.asks !== undefined && { asks: ask.asks }),
      ...(ask?.points !== undefined && { points: ask.points }),
      ...(ask?.asker !== undefined && { asker: ask.asker }),
      source,
      standing: standingOf(evidence, weights, fact, touched),
      materials: files.map(i => materials[i]!.no),
      activities: touched.map(at => activities[at]!.id),
      ...(ask && ask.media.length > 0 && { media: [...ask.media] }),
      ...(barred.length > 0 && { barred: barred.map(i => materials[i]!.no) }),
      ...(asked !== undefined && { barredAsk: asked })
    }
  })
  const count = (standing: Indicator['standing']): number => found.filter(each => each.standing === standing).length // prettier-ignore
  return {
    indicators: found,
    counts: { result: count('result'), trace: count('trace'), undetermined: count('undetermined'), missing: count('missing') } // prettier-ignore
  }
}

/** As with activities: a verifiable result, else trace, unless something that was not read could say more. */
function standingOf(
  { activities, materials }: Evidence,
  weights: readonly Weight[],
  { materials: own, unsure }: IndicatorFact,
  touched: readonly number[]
): Standing | 'missing' {
  const files = own.filter(i => weights[i]!.counted)
  if (files.length === 0) return unsure ? 'undetermined' : 'missing'
  const shown = files.some(i => {
    const { class: named, ladder } = weights[i]!
    return (named === 'result' || named === 'mixed') && atLeast(ladder, 'E2')
  })
  if (shown || touched.some(at => (activities[at]!.entries?.length ?? 0) > 0)) return 'result'
  const unknown = files.some(i => weights[i]!.class === 'unknown' && materials[i]!.parent === undefined)
  const spoken = files.some(i => weights[i]!.class === 'trace' || weights[i]!.class === 'mixed')
  return spoken && !unknown ? 'trace' : 'undetermined'
}
