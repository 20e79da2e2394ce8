/** A stretch of one text: shared with the other text, or its own. */
export interface Part {
  text: string
  same: boolean
}

/** Steps of the search before the middle is shown as different whole: two cells of a ledger need dozens, never thousands. */
const MOST_STEPS = 400

/**
 * The two texts as stretches that agree and stretches that do not, character by character (by code point, so that no
 * rare ideograph is cut in two). Joined again, each side gives its whole text.
 */
export function difference(left: string, right: string): { left: Part[]; right: Part[] } {
  const a = Array.from(left)
  const b = Array.from(right)
  let head = 0
  while (head < a.length && head < b.length && a[head] === b[head]) head++
  let tail = 0
  while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++

  const shared = sharedIn(a.slice(head, a.length - tail), b.slice(head, b.length - tail))
  const inLeft = new Set(shared.map(([x]) => x + head))
  const inRight = new Set(shared.map(([, y]) => y + head))
  return {
    left: parts(a, at => at < head || at >= a.length - tail || inLeft.has(at)),
    right: parts(b, at => at < head || at >= b.length - tail || inRight.has(at))
  }
}

function parts(characters: readonly string[], isSame: (at: number) => boolean): Part[] {
  const found: Part[] = []
  for (const [at, text] of characters.entries()) {
    const same = isSame(at)
    const last = found.at(-1)
    if (last?.same === same) last.text += text
    else found.push({ text, same })
  }
  return found
}

/**
 * Pairs of positions that a shortest edit script keeps (Myers 1986, greedy, with its trace); none when the texts are
 * too far apart for the search, which reads better than a sprinkle of chance agreements anyway.
 */
function sharedIn(a: readonly string[], b: readonly string[]): [number, number][] {
  if (a.length === 0 || b.length === 0) return []
  const most = Math.min(a.length + b.length, MOST_STEPS)
  const furthest = new Map<number, number>([[1, 0]])
  const trace: Map<number, number>[] = []
  for (let steps = 0; steps <= most; steps++) {
    trace.push(new Map(furthest))
    for (let k = -steps; k <= steps; k += 2) {
      const down = k === -steps || (k !== steps && (furthest.get(k - 1) ?? -1) < (furthest.get(k + 1) ?? -1))
      let x = down ? (furthest.get(k + 1) ?? 0) : (furthest.get(k - 1) ?? 0) + 1
      let y = x - k
      while (x < a.length && y < b.length && a[x] === b[y]) {
        x++
        y++
      }
      furthest.set(k, x)
      if (x >= a.length && y >= b.length) return walkBack(trace, a.length, b.length)
    }
  }
  return []
}

function walkBack(trace: readonly Map<number, number>[], width: number, height: number): [number, number][] {
  const kept: [number, number][] = []
  let x = width
  let y = height
  for (let steps = trace.length - 1; steps >= 0; steps--) {
    const furthest = trace[steps]!
    const k = x - y
    const down = k === -steps || (k !== steps && (furthest.get(k - 1) ?? -1) < (furthest.get(k + 1) ?? -1))
    const before = down ? k + 1 : k - 1
    const fromX = steps === 0 ? 0 : (furthest.get(before) ?? 0)
    const fromY = steps === 0 ? 0 : fromX - before
    while (x > fromX && y > fromY) kept.push([--x, --y])
    x = fromX
    y = fromY
  }
  return kept.reverse()
}
