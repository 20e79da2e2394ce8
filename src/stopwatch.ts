/** Times the steps of one audit; `seconds` is what the steps took together, waits for a person left out. */
export interface Stopwatch {
  <T>(name: string, work: () => T | Promise<T>): Promise<T>
  timings: Record<string, number>
  seconds(): number
}

/** `before` carries on from an earlier one, so that a second presentation tells of the first reading. */
export function stopwatch(before: Readonly<Record<string, number>> = {}): Stopwatch {
  const timings: Record<string, number> = { ...before }
  const watch = async <T>(name: string, work: () => T | Promise<T>): Promise<T> => {
    const from = performance.now()
    const result = await work()
    timings[name] = Math.round(performance.now() - from) / 1000
    return result
  }
  const seconds = (): number => Math.round(Object.values(timings).reduce((sum, each) => sum + each, 0) * 1000) / 1000 // prettier-ignore
  return Object.assign(watch, { timings, seconds })
}
