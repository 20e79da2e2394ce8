import { describe, expect, it } from 'vitest'
import { gather, type Gathered } from '../../src/audit.ts'
import { examineKeeping, presentKeeping } from '../../src/partial.ts'
import { testPaths } from '../support/paths.ts'
import { smallPackage } from '../support/small-package.ts'

const gathered = (): Promise<Gathered> =>
  gather({ package: smallPackage(), paths: testPaths(), exhibits: { put: () => Promise.resolve() }, jobs: 1 })

/** Stops once it was looked at so often. */
function stopsAfter(times: number): { readonly aborted: boolean } {
  let left = times
  return {
    get aborted() {
      return left-- <= 0
    }
  }
}

describe('a stopped run', { timeout: 240_000 }, () => {
  it('keeps the checks that were done and leaves the others open', async () => {
    const signal = { aborted: false }
    let done = 0
    const examined = await examineKeeping(
      await gathered(),
      { signal, checked: () => (signal.aborted = ++done === 2) },
      false
    )
    const { audit } = await presentKeeping(examined, {})
    expect(audit.partial).toBe('check')
    expect(audit.verdicts[0]).toMatchObject({ check: 'duplicate-files', answer: 'found' })
    expect(audit.verdicts.slice(2).every(({ because }) => because === 'stopped')).toBe(true)
    expect(audit.findings.every(({ check }) => check === 'duplicate-files')).toBe(true)
    expect(audit.materials.some(({ class: named }) => named !== 'unknown')).toBe(true)
  })

  it('while weighing keeps every finding, and gives no class', async () => {
    const examined = await examineKeeping(await gathered(), {}, false)
    const whole = await presentKeeping(examined, {})
    const { audit } = await presentKeeping(examined, { signal: stopsAfter(1) })
    expect(audit.partial).toBe('weigh')
    expect(audit.findings.map(({ id }) => id)).toEqual(whole.audit.findings.map(({ id }) => id))
    expect(new Set(audit.materials.map(({ class: named }) => named))).toEqual(new Set(['unknown']))
    expect(audit.balance.determinable).toBe(false)
  })

  it('at any tick accounts for every material, and never quotes what carries a mark of secrecy', async () => {
    const taken = await gathered()
    for (const ticks of [0, 1, 3, 10, 30, 100, 300]) {
      const signal = stopsAfter(ticks)
      const { audit } = await presentKeeping(await examineKeeping(taken, { signal }, false), { signal })
      expect(audit.accounting.found).toBe(taken.materials.length)
      expect(audit.materials.filter(({ secret }) => secret)).toHaveLength(1)
      expect(JSON.stringify(audit)).not.toContain('不宜公开')
    }
  })

  it('presents the same audit again, and another with another wish', async () => {
    const examined = await examineKeeping(await gathered(), {}, false)
    const once = async (shown: Parameters<typeof presentKeeping>[1]): Promise<string> => {
      const { run: _, ...rest } = (await presentKeeping(examined, shown)).audit
      return JSON.stringify(rest)
    }
    const first = await once({})
    const overruled = await once({ overrules: [{ by: 'folder', path: '1-走访', class: 'result' }] })
    expect(overruled).not.toBe(first)
    expect(await once({})).toBe(first)
  })
})
