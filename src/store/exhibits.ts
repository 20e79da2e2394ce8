import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { makePrivateFolder } from '../support/private-folder.ts'

/** Re-encoded small pictures of one run, on disk, by the sha256 of the material they show. */
export interface ExhibitStore {
  put(sha256: string, jpeg: Uint8Array): Promise<void>
  /** The picture, or undefined when there is none. */
  get(sha256: string): Promise<Uint8Array | undefined>
  /** Hashes that have a picture, in order. */
  list(): string[]
  remove(): Promise<void>
}

/** Opens a store in `folder`, or in a private temporary folder. `remove` deletes it with all it holds. */
export async function openExhibits(folder?: string): Promise<ExhibitStore> {
  const root = folder ?? (await makePrivateFolder('exhibits'))
  await mkdir(root, { recursive: true, mode: 0o700 })
  const kept = new Set<string>()
  const fileOf = (sha256: string) => join(root, `${sha256}.jpg`)
  return {
    async put(sha256, jpeg) {
      if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error(`not a sha256: ${sha256}`)
      if (kept.has(sha256)) return
      kept.add(sha256)
      try {
        await writeFile(fileOf(sha256), jpeg, { mode: 0o600 })
      } catch {
        // A full disk costs the small picture, not the audit.
        kept.delete(sha256)
      }
    },
    async get(sha256) {
      // Another thread or process may have put it: the folder is the truth, `kept` only saves writing twice.
      if (!/^[0-9a-f]{64}$/.test(sha256)) return undefined
      return readFile(fileOf(sha256)).catch(() => undefined)
    },
    list: () => [...kept].sort(),
    remove: () => rm(root, { recursive: true, force: true })
  }
}
