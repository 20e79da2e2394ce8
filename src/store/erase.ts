import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { sweepPrivateFolders } from '../support/private-folder.ts'

/** Everything of packages that any part of the program may have put into the data folder, and the settings. */
const NAMES = [
  'readings',
  'journals',
  'exhibits',
  'samples',
  'temporary',
  'packages',
  'recents.json',
  'queue.json',
  'settings.json'
]
/** A saved file’s half-written self, or one set aside because it was damaged. */
const LEFT_OVER = /^\.?(?:recents|queue|settings)\.json(?:\.bad|\.[0-9a-f]{12}\.tmp)$/u

/**
 * Removes all that Henshi keeps of packages in its data folder: readings, decisions, recents, the queue, exhibits,
 * samples, what was temporary; settings go back to defaults. What is not ours in the folder (the shell's own window
 * state) stays. Also removes private temporary folders of runs that have ended. Rejects with the system's error when
 * something of ours could not be removed.
 */
export async function eraseData(data: string): Promise<void> {
  for (const name of await readdir(data).catch(() => []))
    if (NAMES.includes(name) || LEFT_OVER.test(name)) await rm(join(data, name), { recursive: true, force: true, maxRetries: 5 }) // prettier-ignore
  await sweepPrivateFolders()
}
