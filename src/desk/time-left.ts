import type { Progress } from '../index.ts'
import type { DeskProgress } from './contract.ts'

/** A remaining time guessed from less than this jumps about. */
const SETTLED = 10_000
const LEAST_SHARE = 0.02

/** Adds the seconds that the stage may still take, once it has gone on long enough to tell. */
export function timeLeft(now: () => number = () => performance.now()): (progress: Progress) => DeskProgress {
  let stage = ''
  let since = 0
  return progress => {
    if (progress.stage !== stage) {
      stage = progress.stage
      since = now()
    }
    const { done, total, bytes, bytesTotal } = progress
    const share = bytesTotal ? (bytes ?? 0) / bytesTotal : total > 0 ? done / total : 0
    const elapsed = now() - since
    if (elapsed < SETTLED || share < LEAST_SHARE || share > 1) return { ...progress }
    return { ...progress, secondsLeft: Math.round((elapsed / share - elapsed) / 1000) }
  }
}
