import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { readJson, saveJson } from './json-file.ts'

/** More than fit a screen are no longer recent. */
const MOST = 30
const FILE = 'recents.json'

const count = z.number().int().nonnegative()
const entry = z.object({
  path: z.string().max(8192),
  name: z.string().max(1024),
  kind: z.enum(['folder', 'archive', 'saved', 'file']),
  openedAt: z.string().max(40),
  findings: count.optional(),
  decided: count.optional()
})
const recents = z.array(entry).max(1000)
/** A package that was opened here: its path, which never leaves the desk, and how far its review went. */
export type RecentEntry = z.infer<typeof entry>

/** Latest first; `gone` says that nothing is at its path now. */
export async function listRecents(data: string): Promise<(RecentEntry & { gone: boolean })[]> {
  const all = (await readJson(join(data, FILE), recents)) ?? []
  return Promise.all(
    all.map(async each => ({ ...each, gone: await access(each.path).then(() => false, () => true) })) // prettier-ignore
  )
}

/** Puts it first; what was known of the same path and is not given anew (findings, decided) is kept. */
export async function rememberRecent(data: string, recent: RecentEntry): Promise<void> {
  const all = (await readJson(join(data, FILE), recents)) ?? []
  const before = all.find(({ path }) => path === recent.path)
  const others = all.filter(({ path }) => path !== recent.path)
  await saveJson(join(data, FILE), [{ ...before, ...recent }, ...others].slice(0, MOST))
}

/** Forgets one, or all when no path is given. */
export async function forgetRecents(data: string, path?: string): Promise<void> {
  const all = (await readJson(join(data, FILE), recents)) ?? []
  await saveJson(join(data, FILE), path === undefined ? [] : all.filter(each => each.path !== path))
}
