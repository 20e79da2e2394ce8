import type { Gathered, GatherRequest } from './audit.ts'
import { readPreview } from './isolation/read-preview.ts'

/** A larger picture of material `no`, re-encoded in a child; undefined when there is none to be made, or none may be. */
export async function previewOf(
  { materials, found }: Gathered,
  no: number,
  side: number,
  options: Pick<GatherRequest, 'paths' | 'passwords' | 'fork' | 'signal'>
): Promise<Uint8Array | undefined> {
  const material = materials[no - 1]
  if (!material) return undefined
  const root = found.find(({ path }) => material.path === path || material.path.startsWith(`${path}!/`))
  return root && readPreview(root, material.path, side, options)
}
