import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { walk } from '../../src/intake/walk.ts'
import { readAll, type ReadOptions, type ReadResult } from '../../src/isolation/read-all.ts'
import type { Material } from '../../src/model/material.ts'
import type { Paths } from '../../src/model/paths.ts'
import { StringPool } from '../../src/support/string-pool.ts'
import { extraReaders, temporaryFolder } from './paths.ts'

/** Writes a package of these files and returns its folder. */
export function packageOf(files: Record<string, string | Uint8Array>): string {
  const folder = temporaryFolder()
  for (const [path, data] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), data)
  }
  return folder
}

/** Walks and reads a package, with the misbehaving readers in reach. */
export async function readPackage(
  root: string,
  paths: Paths,
  options: Partial<ReadOptions> = {}
): Promise<ReadResult & { by: (path: string) => Material | undefined; exhibits: Map<string, Uint8Array> }> {
  const exhibits = new Map<string, Uint8Array>()
  const result = await readAll(await walk(root), {
    paths,
    jobs: 2,
    texts: new StringPool(),
    exhibits: { put: async (sha256, jpeg) => void exhibits.set(sha256, jpeg) },
    extraReaders,
    ...options
  })
  return { ...result, exhibits, by: path => result.materials.find(material => material.path === path) }
}

/** What one material came to, in a line: `partly E_CORRUPT`. */
export function outcome(material: Material | undefined): string {
  return material ? [material.status, material.trouble?.code].filter(Boolean).join(' ') : 'absent'
}

/** Materials as they compare between runs: cells and texts spelled out, ids of the pool left out. */
export function spelled(materials: readonly Material[]): unknown {
  return materials.map(({ reading, ...rest }) => ({
    ...rest,
    ...(reading && {
      reading: {
        ...reading,
        tables: reading.tables.map(({ head, cells, formulas }) => ({
          head,
          formulas,
          rows: [...cells.rows],
          starts: [...cells.starts],
          columns: [...cells.columns],
          kinds: [...cells.kinds],
          texts: Array.from(cells.texts, id => cells.pool.text(id))
        }))
      }
    })
  }))
}
