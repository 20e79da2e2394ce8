/** Compares one audit with the truth of its sample. Plain functions over plain values. */

const CHECKS = [
  'duplicate-files', 'duplicate-entries', 'recycled-entries', 'reused-passages',
  'reused-pictures', 'one-session-pictures', 'picture-dates', 'lined-up-replies',
  'repeated-fields', 'backfilled-ledgers', 'unsupported-results'
] // prettier-ignore

export { CHECKS }

/** Does a place of the audit stand in a member of the truth? A member without row or message is the whole file. */
function within(place, member) {
  if (place.path !== member.path) return false
  if (member.row !== undefined && (place.row !== member.row || (member.sheet && place.sheet !== member.sheet))) return false // prettier-ignore
  return member.message === undefined || place.message === member.message
}

/** Places of a finding, several spans of one file counted once where the truth speaks of files. */
function distinct(places, members) {
  const fine = members.some(member => member.row !== undefined || member.message !== undefined)
  const keys = new Map()
  for (const place of places) {
    const key = fine
      ? JSON.stringify([place.path, place.sheet ?? '', place.row ?? 0, place.message ?? 0])
      : place.path
    keys.set(key, place)
  }
  return [...keys.values()]
}

/** How much of `members` a finding names, and how much of the finding stands in them; both 0…1. */
function overlap(finding, members) {
  const places = distinct(finding.places, members)
  const inside = places.filter(place => members.some(member => within(place, member))).length
  const named = members.filter(member => places.some(place => within(place, member))).length
  return { named: named / members.length, inside: places.length ? inside / places.length : 0, count: inside }
}

const ENOUGH = 0.8 // of members named, and of places that belong; the figures of issue 2

export function score(audit, truth) {
  const perCheck = Object.fromEntries(CHECKS.map(check => [check, { planted: 0, found: 0, firm: 0, right: 0, weak: 0, weakRight: 0 }])) // prettier-ignore
  const misses = []
  const wrong = []
  const onLookalikes = []

  for (const group of truth.groups) {
    const tally = perCheck[group.check]
    tally.planted++
    const mine = audit.findings.filter(finding => finding.check === group.check)
    const best = mine
      .map(finding => ({ finding, ...overlap(finding, group.members) }))
      .sort((a, b) => Math.min(b.named, b.inside) - Math.min(a.named, a.inside))[0]
    if (best && best.named >= ENOUGH && best.inside >= ENOUGH) tally.found++
    else misses.push({ group, best })
  }

  const sets = [...truth.groups, ...truth.alsoTrue]
  for (const finding of audit.findings) {
    const tally = perCheck[finding.check]
    if (!tally) continue
    const right = sets.some(
      set => set.check === finding.check && overlap(finding, set.members).inside >= ENOUGH
    )
    if (finding.strength === 'weak') {
      tally.weak++
      if (right) tally.weakRight++
    } else {
      tally.firm++
      if (right) tally.right++
      else wrong.push(finding)
    }
    for (const lookalike of truth.lookalikes) {
      if (!lookalike.quiet.includes(finding.check)) continue
      const { inside, count } = overlap(finding, lookalike.members)
      if (!right && (inside >= 0.5 || count >= 2)) onLookalikes.push({ finding, lookalike })
    }
  }
  return { perCheck, misses, wrong, onLookalikes, classes: compareClasses(audit, truth) }
}

/** Pairs of true and given class of every material that was read; archives and listed files have none. */
function compareClasses(audit, truth) {
  return audit.materials.flatMap(material => {
    const true_ = truth.classes[material.path]
    if (!true_ || material.kind === 'archive' || material.status === 'listed' || material.status === 'unread')
      return []
    return [
      {
        path: material.path,
        truth: true_.class,
        truthId: true_.classId,
        given: material.class,
        givenId: material.classId
      }
    ]
  })
}

export const CLASSES = ['trace', 'result', 'mixed', 'input', 'issued', 'unknown']

export function confusion(pairs) {
  const table = Object.fromEntries(
    CLASSES.map(row => [row, Object.fromEntries(CLASSES.map(column => [column, 0]))])
  )
  for (const { truth, given } of pairs) table[truth][given]++
  return table
}

export function macroF1(table) {
  const scores = Object.values(classScores(table))
  return scores.reduce((a, b) => a + b, 0) / scores.length
}

/**
 * Entries of which the truth says whether they tell an outcome, against the classes given, row by row; an entry that
 * was not recognised as one, or was taken for base data, tells nothing. `given`: { path, row, class }[].
 */
export function entryScore(given, truth) {
  const score = { hit: 0, missed: 0, extra: 0, wrong: [] }
  const byPlace = new Map()
  for (const { path, row, class: named } of given) {
    if (!truth[path]) continue
    const key = `${path}\n${row}`
    byPlace.set(key, [...(byPlace.get(key) ?? []), named])
  }
  for (const [path, rows] of Object.entries(truth)) {
    const tally = { hit: 0, missed: 0, extra: 0 }
    const next = row => byPlace.get(`${path}\n${row}`)?.shift()
    for (const row of rows.result) tally[next(row) === 'result' ? 'hit' : 'missed']++
    for (const row of rows.trace) if (next(row) === 'result') tally.extra++
    if (tally.missed + tally.extra > 0) score.wrong.push(`${path}: ${tally.missed} missed, ${tally.extra} extra of ${rows.result.length} and ${rows.trace.length}`) // prettier-ignore
    for (const key of Object.keys(tally)) score[key] += tally[key]
  }
  return score
}

/** F1 of every class that occurs in the truth. */
export function classScores(table) {
  const scores = CLASSES.filter(name => Object.values(table[name]).some(Boolean)).map(name => {
    const hit = table[name][name]
    const missed = Object.values(table[name]).reduce((a, b) => a + b, 0) - hit
    const extra = CLASSES.reduce((sum, row) => sum + table[row][name], 0) - hit
    return [name, (2 * hit) / (2 * hit + missed + extra)]
  })
  return Object.fromEntries(scores)
}

/** Findings that come and go between two audits of the same content; those resting on file names alone set aside. */
export function differences(base, other, truth, originalPath) {
  const byName = truth.groups.filter(group => group.nameOnly)
  const exempt = (finding, path) =>
    byName.some(
      group => group.check === finding.check && finding.places.some(place => group.members.some(member => member.path === path(place.path))) // prettier-ignore
    )
  const key = finding => `${finding.check} ${finding.message} ${finding.id}`
  const before = new Set(base.findings.map(key))
  const after = new Set(other.findings.map(key))
  return {
    gone: base.findings.filter(finding => !after.has(key(finding)) && !exempt(finding, path => path)),
    come: other.findings.filter(finding => !before.has(key(finding)) && !exempt(finding, originalPath))
  }
}

/** The file handed in: what stands in a document is of the document, what lies in an archive stands for itself. */
function outermost(path) {
  const at = path.search(/\.(?:docx|pdf|xlsx|xls|pptx)!\//u)
  return at < 0 ? path : path.slice(0, path.indexOf('!/', at))
}

/**
 * The first line against the truth: an activity is exact when the audit has one whose materials are the same (at
 * least 80 % named, at most 20 % others) and which stands the same; indicators by code and standing.
 */
export function scoreFirstLine(audit, truth) {
  const byNo = new Map(audit.materials.map(material => [material.no, material]))
  const told = audit.activities.map(activity => ({
    ...activity,
    files: new Set(activity.materials.map(no => byNo.get(no)).filter(({ kind }) => kind !== 'archive').map(({ path }) => outermost(path)))
  })) // prettier-ignore
  const used = new Set()
  const misses = []
  for (const activity of truth.activities ?? []) {
    const best = told
      .map(each => {
        const common = activity.members.filter(path => each.files.has(path)).length
        return { each, named: common / activity.members.length, others: each.files.size ? 1 - common / each.files.size : 1 } // prettier-ignore
      })
      .filter(({ named }) => named > 0)
      .sort((a, b) => b.named - b.others - (a.named - a.others))[0]
    const same = best && best.named >= ENOUGH && best.others <= 1 - ENOUGH + 1e-9
    if (same) used.add(best.each)
    if (!same || best.each.standing !== activity.standing)
      misses.push({ activity, best, why: same ? `stands ${best.each.standing}` : best ? 'other members' : 'not there' }) // prettier-ignore
  }
  const indicators = (truth.indicators ?? []).map(indicator => ({
    indicator,
    given: audit.indicators?.find(({ code }) => code === indicator.code)
  }))
  return {
    activities: { all: truth.activities?.length ?? 0, exact: (truth.activities?.length ?? 0) - misses.length, misses, extra: told.filter(each => !used.has(each)) },
    indicators: {
      all: indicators.length,
      exact: indicators.filter(({ indicator, given }) => given?.standing === indicator.standing && Boolean(given.barredAsk) === Boolean(indicator.barred)).length,
      misses: indicators.filter(({ indicator, given }) => given?.standing !== indicator.standing || Boolean(given?.barredAsk) !== Boolean(indicator.barred))
    }
  } // prettier-ignore
}
