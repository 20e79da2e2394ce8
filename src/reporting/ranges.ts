/** 3, 5–9, 12 */
export function ranges(numbers: readonly number[]): string {
  const sorted = [...new Set(numbers)].sort((a, b) => a - b)
  const parts: string[] = []
  for (let from = 0; from < sorted.length;) {
    let to = from
    while (sorted[to + 1] === sorted[to]! + 1) to++
    parts.push(to > from ? `${sorted[from]}–${sorted[to]}` : String(sorted[from]))
    from = to + 1
  }
  return parts.join(', ')
}

const MOST_RANGES = 24

/** №3, 5–9, 12 …; cut after so many ranges that a cell stays readable. */
export function numbersText(numbers: readonly number[]): string {
  if (numbers.length === 0) return ''
  const parts = ranges(numbers).split(', ')
  return `№${parts.slice(0, MOST_RANGES).join(', ')}${parts.length > MOST_RANGES ? ' …' : ''}`
}
