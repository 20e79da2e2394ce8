import type { FromEngine } from './protocol.ts'

/** Ticks come by the thousand a second; a person sees ten. */
const EVERY = 100
/** A package of ten thousand broken files tells of these while it runs; all stand in the audit. */
const MOST_TROUBLES = 500

/** Passes everything on but most of the progress: the first of each stage, then ten a second. */
export function thinned(post: (message: FromEngine) => void): (message: FromEngine) => void {
  let stage = ''
  let last = -Infinity
  let troubles = 0
  return message => {
    if (message.type === 'trouble' && ++troubles > MOST_TROUBLES) return
    if (message.type === 'progress') {
      const now = performance.now()
      const fresh = message.progress.stage !== stage
      if (!fresh && now - last < EVERY) return
      stage = message.progress.stage
      last = now
    }
    post(message)
  }
}
