/** A stretch of a text; `run` numbers the shared runs from 0 and is absent on what is not shared. */
export interface Piece {
  text: string
  run?: number
}

/**
 * A text cut at its shared runs. Runs that overlap are cut to what is left of them, runs past the end to what is
 * there, and empty ones are passed over: evidence is capped, so its texts may be shorter than its runs.
 */
export function pieces(text: string, runs: readonly (readonly [number, number])[]): Piece[] {
  const found: Piece[] = []
  let at = 0
  let run = 0
  for (const [from, to] of [...runs].sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const start = Math.max(at, Math.min(from, text.length))
    const end = Math.max(start, Math.min(to, text.length))
    if (end === start) continue
    if (start > at) found.push({ text: text.slice(at, start) })
    found.push({ text: text.slice(start, end), run: run++ })
    at = end
  }
  if (at < text.length) found.push({ text: text.slice(at) })
  return found
}

/** How many shared runs there are among the pieces, and what share of the characters they hold (0 to 1). */
export function sharedShare(all: readonly Piece[]): { runs: number; share: number } {
  const length = (some: readonly Piece[]): number => some.reduce((sum, { text }) => sum + text.length, 0)
  const shared = all.filter(({ run }) => run !== undefined)
  const whole = length(all)
  return { runs: shared.length, share: whole === 0 ? 0 : length(shared) / whole }
}

/** The run of the other text that says the same as this one; the run of the same number where none does word for word. */
export function partnerOf(own: readonly Piece[], other: readonly Piece[], run: number): number | undefined {
  const text = own.find(piece => piece.run === run)?.text
  const shared = other.filter(piece => piece.run !== undefined)
  const same = shared.filter(piece => piece.text === text)
  // The same words may stand several times: then the nearest in order.
  const nearest = same.sort((a, b) => Math.abs(a.run! - run) - Math.abs(b.run! - run))[0]
  return (nearest ?? shared.find(piece => piece.run === run) ?? shared[0])?.run
}
