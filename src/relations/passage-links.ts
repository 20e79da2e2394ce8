import type { Runs } from './passage-runs.ts'
import type { Prose } from './passage-text.ts'

/** Two documents that carry the same text; `a` and `b` are positions in the prose. */
export interface Link {
  a: number
  b: number
  runs: Runs
  characters: number // in the one that has fewer of them, what is set aside left out
  shareA: number // of all prose of a
  shareB: number
  chain: number // characters of the longest chain of runs
  run: number // characters of the longest run
  pieces: number // runs of a sentence's length that follow each other in the same order
  firm: boolean // enough to make a group; else only to join one
}

/** Runs with a date, a place or a name swapped between them belong to one sentence. */
const SWAPPED = 8
/** A short sentence. */
const SENTENCE = 16

export function measure({ starts, aside }: Prose, a: number, b: number, runs: Runs): Link {
  const startA = starts[a]!
  const startB = starts[b]!
  const coveredA = new Uint8Array(starts[a + 1]! - startA)
  let charactersA = 0
  let charactersB = 0
  let longestRun = 0
  let longestChain = 0
  let chain = 0
  let pieces = 0
  let reached = -1 // in a, where the last piece in order ended
  for (let i = 0; i < runs.length; i += 3) {
    const [inA, inB, length] = [runs[i]!, runs[i + 1]!, runs[i + 2]!]
    let counted = 0
    for (let k = 0; k < length; k++) {
      if (aside[startA + inA + k] === 1 || aside[startB + inB + k] === 1) continue
      counted++
      if (coveredA[inA + k] === 0) {
        coveredA[inA + k] = 1
        charactersA++
      }
    }
    charactersB += counted
    chain = followsOn(runs, i) ? chain + counted : counted
    longestRun = Math.max(longestRun, counted)
    if (counted >= SENTENCE && inA > reached) {
      pieces++
      reached = inA + length
    }
    longestChain = Math.max(longestChain, chain)
  }
  return {
    a,
    b,
    runs,
    characters: Math.min(charactersA, charactersB),
    shareA: charactersA / Math.max(1, starts[a + 1]! - startA),
    shareB: charactersB / Math.max(1, starts[b + 1]! - startB),
    chain: longestChain,
    run: longestRun,
    pieces,
    firm: false
  }
}

function followsOn(runs: Runs, i: number): boolean {
  if (i === 0) return false
  const gapA = runs[i]! - (runs[i - 3]! + runs[i - 1]!)
  const gapB = runs[i + 1]! - (runs[i - 2]! + runs[i - 1]!)
  return gapA >= 0 && gapA <= SWAPPED && gapB >= 0 && gapB <= SWAPPED
}
