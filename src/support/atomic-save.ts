import { randomBytes } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/** Windows refuses a rename while a scanner or WPS holds the target; the waits sum to about five seconds. */
const WAITS = [10, 20, 40, 80, 160, 320, 640, 1280, 2500]
const BUSY = new Set(['EPERM', 'EACCES', 'EBUSY'])

/** Saves whole or not at all: temporary file beside the target, flushed, renamed. Rejects with the system's error, nothing left behind. */
export async function saveAtomically(file: string, data: string | Uint8Array): Promise<void> {
  const temporary = join(dirname(file), `.${basename(file)}.${randomBytes(6).toString('hex')}.tmp`)
  try {
    const handle = await open(temporary, 'wx')
    try {
      await handle.writeFile(data)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await renamePatiently(temporary, file)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
}

async function renamePatiently(from: string, to: string): Promise<void> {
  for (const wait of [...WAITS, undefined]) {
    try {
      return await rename(from, to)
    } catch (error) {
      if (wait === undefined || !BUSY.has((error as NodeJS.ErrnoException).code ?? '')) throw error
      await new Promise(resolve => setTimeout(resolve, wait))
    }
  }
}
