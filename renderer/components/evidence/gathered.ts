import type { Place } from '../../../src/model/audit.ts'

/** Places of one table, page or conversation in one line: whose, and the rows or messages as ranges (`3–7, 9`). */
export interface GatheredPlace {
  place: Place
  /** Index of the first of them in the finding's places. */
  first: number
  count: number
  rows: string
}

export function gathered(places: readonly Place[]): GatheredPlace[] {
  const groups = new Map<string, { first: number; places: Place[] }>()
  for (const [first, place] of places.entries()) {
    const { path, table, sheet, page, row, message } = place
    const key = JSON.stringify([path, table, sheet, page, row === undefined, message === undefined])
    const group = groups.get(key)
    if (group) group.places.push(place)
    else groups.set(key, { first, places: [place] })
  }
  return [...groups.values()].map(({ first, places: own }) => {
    const numbers = own.map(({ row, message }) => row ?? message).filter(each => each !== undefined)
    return { place: own[0]!, first, count: own.length, rows: numbers.length > 1 ? ranges(numbers) : '' }
  })
}

function ranges(numbers: readonly number[]): string {
  const found: [number, number][] = []
  for (const number of [...new Set(numbers)].sort((a, b) => a - b)) {
    const last = found.at(-1)
    if (last && number === last[1] + 1) last[1] = number
    else found.push([number, number])
  }
  return found.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ')
}
