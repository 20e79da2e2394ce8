import { computed, ref, shallowReactive, shallowRef, type Ref, type ShallowRef } from 'vue'
import type { DeskErrorValue } from '../../src/desk/contract.ts'
import { deskErrorOf } from '../stores/bridge.ts'

export interface Slice<T> {
  total: number
  rows: readonly T[]
}

export interface Slices<T> {
  /** Rows there are; undefined until the first slice arrived. */
  total: Readonly<Ref<number | undefined>>
  error: ShallowRef<DeskErrorValue | undefined>
  /** A row that has arrived; undefined is a placeholder. */
  rowAt(index: number): T | undefined
  /** Sees to it that rows `from` to `to` (inclusive) come. */
  ensure(from: number, to: number): void
  /** Forgets all and begins anew, showing what was there until the first slice comes. False when a later one overtook it. */
  reload(): Promise<boolean>
  /** Changes a row in place, without asking the desk. */
  patch(index: number, row: T): void
}

/** Slices kept in the window: 60 × 100 rows, far more than a screen, far less than a package. */
const KEPT = 60

/** A list of any length of which the window holds slices, fetched from the desk as they come into sight. */
export function useSlices<T>(
  fetch: (offset: number, limit: number) => Promise<Slice<T>>,
  size = 100
): Slices<T> {
  const slices = shallowReactive(new Map<number, readonly T[]>())
  const waiting = new Set<number>()
  const total = ref<number>()
  const error = shallowRef<DeskErrorValue>()
  let round = 0

  async function load(number: number, fresh = false): Promise<void> {
    const asked = round
    waiting.add(number)
    try {
      const { total: all, rows } = await fetch(number * size, size)
      if (asked !== round) return // an answer to a question nobody asks any more
      if (fresh) slices.clear()
      total.value = all
      slices.set(number, rows)
      error.value = undefined
      if (slices.size > KEPT) forgetFarthest(number)
    } catch (thrown) {
      if (asked === round) error.value = deskErrorOf(thrown)
    } finally {
      if (asked === round) waiting.delete(number)
    }
  }

  function forgetFarthest(from: number): void {
    const farthest = [...slices.keys()].reduce((a, b) => (Math.abs(b - from) > Math.abs(a - from) ? b : a))
    slices.delete(farthest)
  }

  return {
    total,
    error,
    rowAt: index => slices.get(Math.floor(index / size))?.[index % size],
    ensure(from, to) {
      const last = Math.floor(Math.min(to, (total.value ?? 1) - 1) / size)
      for (let number = Math.max(0, Math.floor(from / size)); number <= last; number++)
        if (!slices.has(number) && !waiting.has(number)) void load(number)
    },
    async reload() {
      const own = ++round
      waiting.clear()
      await load(0, true)
      return own === round
    },
    patch(index, row) {
      const number = Math.floor(index / size)
      const rows = slices.get(number)
      if (rows) slices.set(number, rows.map((each, at) => (at === index % size ? row : each))) // prettier-ignore
    }
  }
}

/** The same for a list that is here already, so that it can be shown by the same component. */
export function useLocalSlices<T>(rows: Ref<readonly T[]>): Slices<T> {
  return {
    total: computed(() => rows.value.length),
    error: shallowRef(),
    rowAt: index => rows.value[index],
    ensure: () => undefined,
    reload: () => Promise.resolve(true),
    patch: () => undefined
  }
}
