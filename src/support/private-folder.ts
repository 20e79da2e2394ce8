import { lstat, mkdtemp, readdir, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * Makes a folder for one run in the system's temporary folder, readable by the user only (mkdtemp gives 0700),
 * links resolved. Its name holds the process id, so that what a killed run left behind is removed by the next.
 */
export async function makePrivateFolder(kind: string): Promise<string> {
  const base = await realpath(tmpdir())
  await sweep(base, kind)
  return mkdtemp(join(base, `henshi-${kind}-${process.pid}-`))
}

/** Removes what ended runs left of every kind; folders of living runs are their own to remove. */
export async function sweepPrivateFolders(): Promise<void> {
  await sweep(await realpath(tmpdir()), '[a-z]+')
}

async function sweep(base: string, kind: string): Promise<void> {
  const ours = new RegExp(`^henshi-${kind}-(\\d+)-\\w{6}$`)
  for (const name of await readdir(base).catch(() => [])) {
    const pid = ours.exec(name)?.[1]
    if (pid === undefined || lives(Number(pid))) continue
    const folder = join(base, name)
    const status = await lstat(folder).catch(() => undefined)
    if (!status?.isDirectory() || (process.getuid && status.uid !== process.getuid())) continue
    await rm(folder, { recursive: true, force: true }).catch(() => {})
  }
}

function lives(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH'
  }
}
