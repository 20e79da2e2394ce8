import { walk } from './intake/walk.ts'
import type { Found } from './model/found.ts'
import type { Progress } from './model/progress.ts'

export interface Roots {
  package: string // folder or archive
  issued?: readonly string[]
  reference?: readonly string[]
  /** A list of indicators: taken as one even when it looks odd; one in which none is found is noted. */
  indicators?: string
  signal?: AbortSignal
  progress?: (progress: Progress) => void
}

/** Every file of the package and of what was given beside it; `lists` are paths of indicator lists. */
export async function walkAll({
  package: root,
  issued = [],
  reference = [],
  indicators,
  signal,
  progress
}: Roots): Promise<{ found: Found[]; lists: ReadonlySet<string> }> {
  const found = await walk(root, {
    prefix: '',
    signal,
    progress: at => progress?.({ stage: 'walk', done: at.files, total: 0 })
  })
  for (const path of issued) found.push(...(await walk(path, { prefix: 'issued:/', signal })))
  for (const path of reference) found.push(...(await walk(path, { prefix: 'reference:/', signal })))
  const lists = indicators === undefined ? [] : await walk(indicators, { prefix: 'issued:/', signal })
  // The same file may have been given with --issued too
  const known = new Map(found.map(each => [each.path, each]))
  for (const each of lists) {
    const same = known.get(each.path)
    if (same && same.sha256 !== each.sha256)
      each.path = each.path.replace(/^issued:\//u, 'issued:/--indicators/')
    if (!same || same.sha256 !== each.sha256) found.push(each)
  }
  return { found, lists: new Set(lists.map(({ path }) => path)) }
}
