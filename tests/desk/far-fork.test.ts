import { fork } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { farFork, hostForks } from '../../src/desk/engine/far-fork.ts'
import type { FromHost, ToHost } from '../../src/desk/engine/protocol.ts'
import type { Fork } from '../../src/index.ts'
import { readAll } from '../../src/isolation/read-all.ts'
import { walk } from '../../src/intake/walk.ts'
import { StringPool } from '../../src/support/string-pool.ts'
import { testPaths } from '../support/paths.ts'
import { smallPackage } from '../support/small-package.ts'

describe('children started by another process', () => {
  it('read the same as one’s own', { timeout: 120_000 }, async () => {
    const found = await walk(smallPackage())
    const options = { paths: testPaths(), exhibits: { put: () => Promise.resolve() }, jobs: 1 }
    // Both ends here; what crosses is cloned, as between threads
    const across: { toHost: (message: ToHost) => void; toThread: (message: FromHost) => void } = { toHost: () => {}, toThread: () => {} } // prettier-ignore
    const far = farFork(message => setImmediate(() => across.toHost(structuredClone(message))))
    const host = hostForks(fork as unknown as Fork, message => setImmediate(() => across.toThread(structuredClone(message)))) // prettier-ignore
    across.toHost = host.hear
    across.toThread = far.hear
    const there = await readAll(found, { ...options, texts: new StringPool(), fork: far.fork })
    const here = await readAll(found, { ...options, texts: new StringPool() })
    const told = ({ materials }: typeof here) => materials.map(({ path, status, trouble, format }) => ({ path, status, trouble, format })) // prettier-ignore
    expect(told(there)).toEqual(told(here))
    host.end()
  })
})
