/** Waiting, handed in so that tests need not wait. */
export interface Clock {
  /** Calls once after so many milliseconds, unless taken back by what is returned. */
  after(milliseconds: number, act: () => void): () => void
  /** Calls again and again until taken back. */
  every(milliseconds: number, act: () => void): () => void
}

export const systemClock: Clock = {
  after(milliseconds, act) {
    const timer = setTimeout(act, milliseconds)
    return () => clearTimeout(timer)
  },
  every(milliseconds, act) {
    const timer = setInterval(act, milliseconds)
    return () => clearInterval(timer)
  }
}
