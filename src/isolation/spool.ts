import { rm, statfs, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { makePrivateFolder } from '../support/private-folder.ts'

/** A private folder for what containers unpack; only generated names, gone when the run is over. */
export interface Spool {
  root: string
  /** Where a job may unpack; its child makes the folder when it has something to put there. */
  folder(): string
  /** Another name for a file whose own name is no valid text. */
  alias(file: Uint8Array): Promise<string>
  /** Bytes free on its disk. */
  free(): Promise<number>
  remove(): Promise<void>
}

export async function openSpool(): Promise<Spool> {
  const root = await makePrivateFolder('spool')
  let number = 0
  return {
    root,
    folder: () => join(root, `j${++number}`),
    async alias(file) {
      const link = join(root, `a${++number}`)
      await symlink(Buffer.from(file) as unknown as string, link)
      return link
    },
    async free() {
      const { bavail, bsize } = await statfs(root)
      return bavail * bsize
    },
    remove: () => rm(root, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  }
}
