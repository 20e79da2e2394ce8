import type { GatherRequest } from './audit.ts'
import { readPreview } from './isolation/read-preview.ts'
import type { Found } from './model/found.ts'
import { walkAll, type Roots } from './walk-all.ts'

/** A larger picture of the material at `path`, re-encoded in a child; undefined when there is none to be made. */
export async function previewOf(
  found: readonly Found[],
  path: string,
  side: number,
  options: Pick<GatherRequest, 'paths' | 'passwords' | 'fork' | 'signal'>
): Promise<Uint8Array | undefined> {
  const root = found.find(each => path === each.path || path.startsWith(`${each.path}!/`))
  return root && readPreview(root, path, side, options)
}

/** The files of a package, to make previews of when it is not being audited. */
export async function foundIn(roots: Roots, signal?: AbortSignal): Promise<readonly Found[]> {
  const { package: root, issued, reference, indicators } = roots
  return (await walkAll({ package: root, issued, reference, indicators, signal })).found
}
