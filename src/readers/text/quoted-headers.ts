/** A line that looks like a header, as met in the file. */
export interface Candidate {
  section: number
  seconds: number
  hash: number // of the whole line
  afterBlank: boolean // a blank line, a rule or the beginning stands above it
  numbered: boolean // carries an id, or is the system's
}

/** An export is in order of time to within this; the server's clock and a phone's disagree by seconds, a night's delayed delivery by hours. */
const TOLERANCE = 86_400
/** A quotation ends and the conversation goes on within so many header-like lines; a second export pasted below runs longer. */
const LONGEST_QUOTATION = 30
/** Habits of a section are read from at least so many candidates, … */
const ENOUGH = 5
/** … when this share of them keeps the habit. */
const HABIT = 0.8

/**
 * Which candidates begin a message: 1 for those. People copy messages into messages, so a header-like line may be
 * part of a body. What tells them apart: a quotation points back in time and afterwards the conversation goes on
 * where it was; it repeats a line seen before, or stands where this export never puts a header.
 */
export function trueHeaders(candidates: readonly Candidate[]): Uint8Array {
  const accepted = new Uint8Array(candidates.length)
  for (let first = 0; first < candidates.length;) {
    let end = first
    while (end < candidates.length && candidates[end]!.section === candidates[first]!.section) end++
    judgeSection(candidates.slice(first, end), accepted.subarray(first, end))
    first = end
  }
  return accepted
}

function judgeSection(candidates: readonly Candidate[], accepted: Uint8Array): void {
  const direction = runsBackwards(candidates) ? -1 : 1
  const times = candidates.map(each => direction * each.seconds)
  const separated = habit(candidates, each => each.afterBlank)
  const numbered = candidates.length >= ENOUGH && habit(candidates, each => each.numbered)
  const seen = new Set<number>()
  let last = -Infinity
  candidates.forEach((candidate, i) => {
    const nameless = numbered && !candidate.numbered
    if (nameless && !candidate.afterBlank) return
    const oddPlace = nameless || (separated && !candidate.afterBlank)
    const back = last - times[i]!
    const quoted =
      back > 0
        ? (oddPlace || back > TOLERANCE || seen.has(candidate.hash)) && goesOn(times, i, last)
        : back === 0 && separated && !candidate.afterBlank
    if (quoted) return
    accepted[i] = 1
    last = times[i]!
    seen.add(candidate.hash)
  })
}

/** The conversation reaches `last` again soon after candidate `i`, or ends before that could be told. */
function goesOn(times: readonly number[], i: number, last: number): boolean {
  for (let next = i + 1; next <= i + LONGEST_QUOTATION; next++) {
    if (next >= times.length || times[next]! >= last) return true
  }
  return false
}

function habit(candidates: readonly Candidate[], has: (candidate: Candidate) => boolean): boolean {
  return candidates.filter(has).length >= HABIT * candidates.length
}

/** Some programs write the newest message first. */
function runsBackwards(candidates: readonly Candidate[]): boolean {
  let balance = 0
  for (let i = 1; i < candidates.length; i++)
    balance += Math.sign(candidates[i]!.seconds - candidates[i - 1]!.seconds)
  return balance < 0 && candidates.length >= ENOUGH
}
