/** Bits two hashes may differ in (of 256) to be looked at more closely; at 31 PDQ’s authors call them the same picture. */
const NEAR = 60
const SLOTS = 16
const MOST_IN_SLOT = 24
const MOST_FOUND = 8

export interface Near {
  picture: number
  /** How the asking picture is turned to meet it: bit 0 mirrors x, bit 1 mirrors y, bit 2 swaps the sides. */
  turn: number
}

/**
 * Multi-index hashing over 16 slots of 16 bits: two hashes that differ in few bits agree wholly in some slot. A
 * picture asks in all eight turns, so each is stored once.
 */
export function createHashIndex(): {
  ask(hash: Uint32Array): Near[]
  add(picture: number, hash: Uint32Array): void
} {
  const slots = Array.from({ length: SLOTS }, () => new Map<number, number[]>())
  const stored = new Map<number, Uint32Array>()
  return {
    ask(hash) {
      const found = new Map<number, { turn: number; distance: number }>()
      for (let turn = 0; turn < 8; turn++) {
        const turned = turn === 0 ? hash : turnHash(hash, turn)
        const met = new Set<number>()
        for (let slot = 0; slot < SLOTS; slot++)
          for (const picture of slots[slot]!.get(slotOf(turned, slot)) ?? []) met.add(picture)
        for (const picture of met) {
          const distance = differing(turned, stored.get(picture)!)
          if (distance <= NEAR && distance < (found.get(picture)?.distance ?? Infinity))
            found.set(picture, { turn, distance })
        }
      }
      return [...found]
        .sort(([a, left], [b, right]) => left.distance - right.distance || a - b)
        .slice(0, MOST_FOUND)
        .map(([picture, { turn }]) => ({ picture, turn }))
    },
    add(picture, hash) {
      stored.set(picture, hash)
      for (let slot = 0; slot < SLOTS; slot++) {
        const key = slotOf(hash, slot)
        const list = slots[slot]!.get(key)
        if (!list) slots[slot]!.set(key, [picture])
        else {
          if (list.length === MOST_IN_SLOT) list.shift() // latest stay: every copy still meets the copy before it
          list.push(picture)
        }
      }
    }
  }
}

function slotOf(hash: Uint32Array, slot: number): number {
  return (hash[slot >> 1]! >>> ((slot & 1) * 16)) & 0xffff
}

function differing(a: Uint32Array, b: Uint32Array): number {
  let count = 0
  for (let i = 0; i < 8; i++) {
    let bits = a[i]! ^ b[i]!
    bits -= (bits >>> 1) & 0x55555555
    bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333)
    count += Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
  }
  return count
}

/** Hash of the mirrored or turned picture: odd frequencies change sign under mirroring, rows and columns swap. Exact but for the median, which the signs may move by a few bits. */
function turnHash(hash: Uint32Array, turn: number): Uint32Array {
  const turned = new Uint32Array(8)
  for (let bit = 0; bit < 256; bit++) {
    const [y, x] = (turn & 4) !== 0 ? [bit & 15, bit >> 4] : [bit >> 4, bit & 15]
    const source = y * 16 + x
    // frequency number is index + 1: even indices are odd frequencies
    const [fy, fx] = [bit >> 4, bit & 15]
    const changes = ((turn & 1) !== 0 && (fx & 1) === 0) !== ((turn & 2) !== 0 && (fy & 1) === 0)
    const value = ((hash[source >> 5]! >>> (source & 31)) & 1) === 1
    if (value !== changes) turned[bit >> 5]! |= 1 << (bit & 31)
  }
  return turned
}
