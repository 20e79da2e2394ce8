import { eachGram, GRAM } from './passage-grams.ts'
import type { Prose } from './passage-text.ts'

/** Runs of identical units two documents share: [unit in a, unit in b, length] flat, rising in b; positions are inside each document. */
export type Runs = Uint32Array

/** Places of one repeated run that are tried; a text of nothing but one repeated line would be quadratic otherwise. */
const MOST_TRIES = 16

/** Holds one document ready, and finds what others share with it in time linear in their length. */
export class RunFinder {
  private heads = new Int32Array(0)
  private next = new Int32Array(0)
  private from = 0
  private to = 0
  private held = -1

  constructor(private readonly prose: Prose) {}

  shared(a: number, b: number): Runs {
    if (this.held !== a) this.hold(a)
    const { units, starts } = this.prose
    const start = starts[b]!
    const end = starts[b + 1]!
    const runs: number[] = []
    let free = start // first unit not yet in a run
    eachGram(units, start, end, (hash, at) => {
      if (at < free) return
      let best = 0
      let where = -1
      let tries = 0
      for (
        let p = this.heads[hash & (this.heads.length - 1)]!;
        p >= 0 && tries < MOST_TRIES;
        p = this.next[p]!
      ) {
        tries++
        let length = 0
        const left = this.from + p
        while (left + length < this.to && at + length < end && units[left + length] === units[at + length])
          length++
        if (length > best) {
          best = length
          where = p
        }
      }
      if (best < GRAM) return
      runs.push(where, at - start, best)
      free = at + best
    })
    return Uint32Array.from(runs)
  }

  private hold(a: number): void {
    const { units, starts } = this.prose
    this.held = a
    this.from = starts[a]!
    this.to = starts[a + 1]!
    const length = this.to - this.from
    let slots = 64
    while (slots < 2 * length) slots *= 2
    if (this.heads.length === slots) this.heads.fill(-1)
    else this.heads = new Int32Array(slots).fill(-1)
    if (this.next.length < length) this.next = new Int32Array(length)
    const last = new Int32Array(slots).fill(-1)
    eachGram(units, this.from, this.to, (hash, at) => {
      const slot = hash & (slots - 1)
      const place = at - this.from
      this.next[place] = -1
      if (last[slot]! < 0) this.heads[slot] = place
      else this.next[last[slot]!] = place
      last[slot] = place
    })
  }
}
