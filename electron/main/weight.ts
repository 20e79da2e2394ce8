/** Deeper than anything the contract knows. */
const DEEPEST = 40

/** Roughly the bytes a value takes on its way between processes; Infinity as soon as it is past the cap, or too deep. */
export function weightOf(value: unknown, cap: number): number {
  let weight = 0
  const weigh = (each: unknown, depth: number): boolean => {
    weight += own(each)
    if (weight > cap || depth > DEEPEST) return false
    if (typeof each !== 'object' || each === null || ArrayBuffer.isView(each)) return true
    return Object.entries(each).every(([key, inner]) => {
      weight += key.length
      return weigh(inner, depth + 1)
    })
  }
  return weigh(value, 0) ? weight : Infinity
}

function own(value: unknown): number {
  if (typeof value === 'string') return 2 * value.length + 4
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return value.byteLength + 8
  return 8
}
