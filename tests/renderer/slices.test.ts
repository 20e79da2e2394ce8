import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { useSlices } from '../../renderer/composables/useSlices.ts'

describe('a list of slices', () => {
  it('asks only for what comes into sight, each slice once', async () => {
    const asked: number[] = []
    const slices = useSlices(async (offset, limit) => {
      asked.push(offset)
      return { total: 1000, rows: Array.from({ length: limit }, (_, at) => offset + at) }
    }, 10)
    slices.ensure(0, 0)
    await flushPromises()
    slices.ensure(5, 24)
    slices.ensure(5, 24)
    await flushPromises()
    slices.ensure(990, 5000)
    await flushPromises()
    expect(asked).toEqual([0, 10, 20, 990])
    expect([slices.total.value, slices.rowAt(24), slices.rowAt(300), slices.rowAt(999)]).toEqual([1000, 24, undefined, 999]) // prettier-ignore
  })

  it('drops answers to a question nobody asks any more', async () => {
    let answer = 'old'
    const waiting: (() => void)[] = []
    const slices = useSlices(async () => {
      const rows = [answer]
      await new Promise<void>(done => waiting.push(done))
      return { total: 1, rows }
    }, 10)
    slices.ensure(0, 0)
    answer = 'new'
    void slices.reload()
    waiting[1]!()
    await flushPromises()
    waiting[0]!()
    await flushPromises()
    expect(slices.rowAt(0)).toBe('new')
  })

  it('says of a reload that a later one overtook it, so that nothing follows from it', async () => {
    const waiting: (() => void)[] = []
    const slices = useSlices(async () => {
      await new Promise<void>(done => waiting.push(done))
      return { total: 1, rows: ['row'] }
    }, 10)
    const outcomes = [slices.reload(), slices.reload()]
    for (const done of waiting) done()
    expect(await Promise.all(outcomes)).toEqual([false, true])
  })

  it('says why when the desk cannot answer', async () => {
    const slices = useSlices(() => Promise.reject(Object.assign(new Error(), { code: 'not-ready' })))
    slices.ensure(0, 0)
    await flushPromises()
    expect(slices.error.value).toEqual({ code: 'not-ready', detail: '' })
  })
})
