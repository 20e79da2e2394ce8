/**
 * Peaks in bytes: of this process, of any child, and of children over the first and last third of all jobs of
 * their pool (of the pool that grew most): a child that gives back what it took stays level.
 */
export function memory(pools: readonly (readonly number[])[]): Record<string, number> {
  const most = (part: readonly number[]): number => part.reduce((highest, peak) => Math.max(highest, peak), 0)
  const thirds = pools.map(peaks => {
    const third = Math.ceil(peaks.length / 3)
    return { first: most(peaks.slice(0, third)), last: most(peaks.slice(-third)) }
  })
  const [grown] = thirds.sort((a, b) => b.last / b.first - a.last / a.first)
  return {
    peakParent: process.resourceUsage().maxRSS * 1024,
    peakChild: most(pools.flat()),
    peakChildFirstThird: grown?.first ?? 0,
    peakChildLastThird: grown?.last ?? 0
  }
}
