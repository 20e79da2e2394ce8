/** Compares the audit of a transformed package with that of the original. Plain functions over plain values. */

const STANDINGS = ['result', 'trace', 'undetermined']

/** Shares of activities by standing, in points, and how far the furthest of them moved. */
export function firstLine(before, after) {
  const [was, is] = [points(before.balance.activities), points(after.balance.activities)]
  return { was, is, moved: furthest(was, is), counts: after.balance.activities }
}

export function points(counts) {
  const all = STANDINGS.reduce((sum, each) => sum + counts[each], 0)
  return Object.fromEntries(STANDINGS.map(each => [each, all === 0 ? 0 : (100 * counts[each]) / all]))
}

function furthest(was, is) {
  return Math.max(...STANDINGS.map(each => Math.abs(was[each] - is[each])))
}

/**
 * Materials by the class they had and have. One that came from several keeps the class when it has that of all of
 * them, or `mixed` where they differ.
 */
export function classesKept(before, after, origins) {
  const classOf = new Map(before.materials.filter(counts).map(({ path, class: named }) => [path, named]))
  let all = 0
  const changed = []
  for (const material of after.materials.filter(counts)) {
    const from = origins(material.path).filter(path => classOf.has(path))
    if (from.length === 0) continue
    const were = [...new Set(from.map(path => classOf.get(path)))]
    all++
    const kept = were.length === 1 ? were[0] === material.class : material.class === 'mixed' || were.includes(material.class) // prettier-ignore
    if (!kept) changed.push({ from, to: material.path, were, is: material.class, why: material.why })
  }
  return { all, kept: all - changed.length, changed }
}

function counts({ kind, status }) {
  return kind !== 'archive' && status !== 'listed' && status !== 'unread'
}

/**
 * How each check's verdict moved. `evaded`: something was found, and now the check says all is clear or that there
 * is nothing to look at; `undecided` owns up to what cannot be seen.
 */
export function verdictsMoved(before, after) {
  const now = new Map(after.verdicts.map(verdict => [verdict.check, verdict]))
  return before.verdicts.map(({ check, answer, findings, coverage }) => {
    const other = now.get(check)
    return {
      check,
      was: answer,
      is: other?.answer ?? 'missing',
      because: other?.because,
      findings: [findings, other?.findings ?? 0],
      coverage: [coverage, other?.coverage ?? { looked: 0, lookable: 0 }],
      evaded: answer === 'found' && !['found', 'undecided'].includes(other?.answer)
    }
  })
}

/** Share by files and by entries, with their ranges. */
export function sharesMoved(before, after) {
  return Object.fromEntries(['files', 'entries'].map(unit => [unit, [range(before.balance[unit]), range(after.balance[unit])]])) // prettier-ignore
}

function range({ share, low, high }) {
  return { share, low, high }
}
