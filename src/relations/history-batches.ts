import type { LedgerHistory } from '../model/evidence.ts'
import type { Material } from '../model/material.ts'
import { wallSeconds } from '../support/dates.ts'
import { groupBy } from '../support/grouping.ts'
import { byCodePoint } from '../support/order.ts'

/** The next file is begun at most so long after the last was begun or saved (field notes: gaps to ten minutes). */
const GAP = 10 * 60
/** Files made in one go, and the different months they must tell of: fewer are two papers of one morning. */
const LEAST_FILES = 3
const LEAST_MONTHS = 3

/** Numbers the files that one editor made one right after the other and that tell of different months. */
export function batchesOf(
  histories: readonly LedgerHistory[],
  materials: readonly Material[]
): LedgerHistory[] {
  const editor = ({ material }: LedgerHistory): string => {
    const { lastModifiedBy, author } = materials[material]!.reading!.claims
    return lastModifiedBy ?? author ?? ''
  }
  const batchOf = new Map<LedgerHistory, number>()
  let batches = 0
  for (const [name, files] of groupBy(histories, editor)) {
    if (name === '') continue
    for (const run of runsOf(files, materials)) {
      const months = new Set(run.map(({ middle }) => middle.slice(0, 7)))
      if (run.length < LEAST_FILES || months.size < LEAST_MONTHS) continue
      for (const file of run) batchOf.set(file, batches)
      batches++
    }
  }
  return histories.map(history => {
    const batch = batchOf.get(history)
    return batch === undefined ? history : { ...history, batch }
  })
}

function runsOf(files: readonly LedgerHistory[], materials: readonly Material[]): LedgerHistory[][] {
  const timed = files.filter(({ created }) => created.length > 10)
  const sorted = timed.sort((a, b) => byCodePoint(a.created, b.created) || byCodePoint(materials[a.material]!.sha256, materials[b.material]!.sha256)) // prettier-ignore
  const runs: LedgerHistory[][] = []
  let end = -Infinity
  for (const file of sorted) {
    const begun = wallSeconds(file.created)
    if (begun - end > GAP) runs.push([])
    runs.at(-1)!.push(file)
    // A file left open for days does not stretch the sitting it was made in.
    const saved = begun + Math.min(file.sitting ?? 0, 60) * 60
    end = Math.max(end === -Infinity ? begun : end, begun, saved)
  }
  return runs
}
