import { MEANINGS, type Meaning } from '../model/evidence.ts'
import type { EntryTable } from './entry-table.ts'

/** Links looked at for what agrees and differs; a group of more is no different. */
const MOST_LINKS = 300
/** Links whose longest run is measured: it grows with the square of the text. */
const MOST_RUNS = 20
const LONGEST_TEXT = 1_000

/** Meanings that agree in nearly every link and those that differ in some, whether agreeing texts are equal to the letter, and the longest run of identical characters. */
export function describe(
  table: EntryTable,
  links: readonly (readonly [number, number])[]
): { agree: Meaning[]; differ: Meaning[]; exact: boolean; run: number } {
  const same = new Map<Meaning, number>()
  const other = new Map<Meaning, number>()
  const count = (map: Map<Meaning, number>, meaning: Meaning) => map.set(meaning, (map.get(meaning) ?? 0) + 1)
  let exact = true
  let run = 0
  const step = Math.max(1, Math.ceil(links.length / MOST_LINKS))
  for (let at = 0; at < links.length; at += step) {
    const [a, b] = links[at]!
    const left = table.ledgers[table.of[a]!]!
    const right = table.ledgers[table.of[b]!]!
    left.compared.forEach(({ field, meaning }, ca) => {
      const cb = left === right ? ca : right.compared.findIndex(each => each.field === field)
      if (cb < 0) return
      const hashA = table.hashes[left.base + (a - left.start) * left.compared.length + ca]!
      const hashB = table.hashes[right.base + (b - right.start) * right.compared.length + cb]!
      if (hashA === 0 || hashB === 0) return
      const equal = meaning === 'date' ? table.days[a] === table.days[b] : hashA === hashB
      count(equal ? same : other, meaning)
      if (meaning !== 'content' && meaning !== 'topic' && meaning !== 'problem' && meaning !== 'measure')
        return
      if (!equal || table.text(a, ca) !== table.text(b, cb)) exact = false
      if (at < MOST_RUNS * step) run = Math.max(run, longestRun(table.text(a, ca), table.text(b, cb)))
    })
  }
  return {
    agree: MEANINGS.filter(each => (same.get(each) ?? 0) > 9 * (other.get(each) ?? 0)),
    differ: MEANINGS.filter(each => (other.get(each) ?? 0) * 9 >= (same.get(each) ?? 0) && other.has(each)),
    exact,
    run
  }
}

/** Length of the longest common run of characters. */
export function longestRun(a: string, b: string): number {
  if (a === b) return Math.min(a.length, LONGEST_TEXT)
  const left = a.slice(0, LONGEST_TEXT)
  const right = b.slice(0, LONGEST_TEXT)
  let longest = 0
  let last = new Uint16Array(right.length + 1)
  for (let i = 1; i <= left.length; i++) {
    const current = new Uint16Array(right.length + 1)
    for (let j = 1; j <= right.length; j++) {
      if (left[i - 1] !== right[j - 1]) continue
      current[j] = last[j - 1]! + 1
      if (current[j]! > longest) longest = current[j]!
    }
    last = current
  }
  return longest
}
