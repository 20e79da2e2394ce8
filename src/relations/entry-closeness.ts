import type { Meaning } from '../model/evidence.ts'

/** Longer texts are compared by their pieces; edit distance grows with the square. */
const LONGEST_EDITED = 60

const NAMES: ReadonlySet<Meaning> = new Set(['place', 'unit', 'address', 'person', 'topic', 'responsible'])

/**
 * How close two normalised values are, 0 … 1; above .4 they may be one value with a slip; −1 when the numbers in
 * them differ. Names of two or three
 * Han characters are never close: 张三 and 张山 are two people.
 */
export function closeness(a: string, b: string, meaning: Meaning): number {
  if (a === b) return 1
  if (numbersDiffer(a, b)) return -1
  const longest = Math.max(a.length, b.length)
  const shortest = Math.min(a.length, b.length)
  if (longest > LONGEST_EDITED) return pieces(a, b)
  // 香樟社区 and 香樟社区居委会, 杏桥村2组 and 杏桥2组, 张三 and 张三、李四: one with more said.
  if (shortest >= 2 && NAMES.has(meaning) && (a.includes(b) || b.includes(a) || abridged(a, b))) return 0.6
  const slips = allowedSlips(a, b, meaning)
  if (slips === 0) return 0
  if (longest - shortest > slips) return longest >= 8 ? Math.min(0.75, pieces(a, b)) : 0
  const distance = editDistance(a, b, slips)
  if (distance <= slips) return 1 - distance / (longest + 1)
  return longest >= 8 ? Math.min(0.75, pieces(a, b)) : 0
}

/** Every character of the shorter in the longer's order, at least two thirds of it. */
function abridged(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  if (short.length < 3 || short.length * 3 < long.length * 2) return false
  let at = 0
  for (let i = 0; i < long.length && at < short.length; i++) if (long[i] === short[at]) at++
  return at === short.length
}

/** K129+210 and K129+260, 3幢 and 5幢: a number inside a text is no slip. Numbers on their own may hold one. */
function numbersDiffer(a: string, b: string): boolean {
  let i = 0
  let j = 0
  let only = true // both texts are digits throughout
  for (;;) {
    const from = i
    while (i < a.length && !isDigit(a.charCodeAt(i))) i++
    const skipped = i - from
    const to = j
    while (j < b.length && !isDigit(b.charCodeAt(j))) j++
    if (skipped > 0 || j > to) only = false
    if (i >= a.length || j >= b.length) break
    const left = i
    const right = j
    while (i < a.length && isDigit(a.charCodeAt(i))) i++
    while (j < b.length && isDigit(b.charCodeAt(j))) j++
    if (i === a.length && j === b.length && only && left === 0 && right === 0) return false
    if (i - left !== j - right) return true
    for (let k = 0; k < i - left; k++) if (a.charCodeAt(left + k) !== b.charCodeAt(right + k)) return true
  }
  return i < a.length || j < b.length
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

/** Slips of the keyboard a value of this length and kind may hold. */
function allowedSlips(a: string, b: string, meaning: Meaning): number {
  const length = Math.min(a.length, b.length)
  const han = /\p{Script=Han}/u.test(a + b)
  if (meaning === 'quantity' || meaning === 'time' || meaning === 'date') return 0
  if (/^\d+$/u.test(a) && /^\d+$/u.test(b)) return length >= 6 ? 2 : length >= 4 ? 1 : 0
  if (han) return length >= 10 ? Math.floor(length / 5) : length >= 5 ? 1 : 0
  return length >= 6 ? Math.floor(length / 4) : length >= 4 ? 1 : 0
}

const ROWS = [0, 1, 2].map(() => new Uint8Array(LONGEST_EDITED + 2))

/** Damerau–Levenshtein (optimal string alignment) of texts of at most 60 characters, given up past `most`. Only the diagonal band that can stay within `most` is filled. */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let [before, last, current] = ROWS as [Uint8Array, Uint8Array, Uint8Array]
  const far = most + 1
  for (let j = 0; j <= b.length; j++) last[j] = Math.min(j, far)
  for (let i = 1; i <= a.length; i++) {
    const from = Math.max(1, i - most)
    const to = Math.min(b.length, i + most)
    current[from - 1] = from === 1 ? Math.min(i, far) : far
    let least = current[from - 1]!
    for (let j = from; j <= to; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1)
      let cost = Math.min(j === i + most ? far : last[j]! + 1, current[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1)) // prettier-ignore
      if (
        i > 1 &&
        j > 1 &&
        a.charCodeAt(i - 1) === b.charCodeAt(j - 2) &&
        a.charCodeAt(i - 2) === b.charCodeAt(j - 1)
      )
        cost = Math.min(cost, before[j - 2]! + 1)
      current[j] = Math.min(cost, far)
      if (cost < least) least = cost
    }
    if (least > most) return far
    const spare = before
    before = last
    last = current
    current = spare
  }
  return last[b.length]!
}

/** Dice coefficient of the two-character pieces. */
export function pieces(a: string, b: string): number {
  const left = codesOf(a)
  const right = codesOf(b)
  let shared = 0
  for (let i = 0, j = 0; i < left.length && j < right.length;) {
    if (left[i] === right[j]) {
      shared++
      i++
      j++
    } else if (left[i]! < right[j]!) i++
    else j++
  }
  return (2 * shared) / Math.max(1, a.length + b.length - 2)
}

function codesOf(text: string): Uint32Array {
  const codes = new Uint32Array(Math.max(0, text.length - 1))
  for (let i = 0; i < codes.length; i++) codes[i] = text.charCodeAt(i) * 65536 + text.charCodeAt(i + 1)
  return codes.sort()
}
