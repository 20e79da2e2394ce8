import { join, resolve } from 'node:path'
import { fingerprint } from '../../../src/fingerprints/index.ts'
import { walk } from '../../../src/intake/walk.ts'
import { readAll } from '../../../src/isolation/read-all.ts'
import type { Evidence } from '../../../src/model/evidence.ts'
import { relate } from '../../../src/relations/index.ts'
import { inspectionOf } from '../../../src/relations/inspection.ts'
import { openReadings } from '../../../src/store/readings.ts'
import { StringPool } from '../../../src/support/string-pool.ts'
import { noTick } from '../../../src/support/tick.ts'

const root = resolve(import.meta.dirname, '../../..')

/** Reads a package and computes what classes rest on. */
export async function evidenceOfPackage(folder: string, data: string): Promise<Evidence> {
  const texts = new StringPool()
  const { materials } = await readAll(await walk(folder, { prefix: '' }), {
    paths: {
      child: join(root, 'out/main/child.js'),
      watchdog: join(root, 'out/main/watchdog.js'),
      resources: join(root, 'resources'),
      packages: join(root, 'node_modules'),
      data
    },
    texts,
    exhibits: { put: async () => {} },
    cache: await openReadings(data)
  })
  const facts = fingerprint(materials, texts, {}, noTick)
  return relate({ ...facts, inspection: inspectionOf({}, facts.documents), texts, materials }, noTick)
}
