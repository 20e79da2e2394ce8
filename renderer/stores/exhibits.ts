import { defineStore } from 'pinia'
import { bridge } from './bridge.ts'
import { usePackage } from './package.ts'

/** A picture asked for: the small one kept by the run, or a larger one made from the package. */
export type Asked = { sha256: string } | { no: number; size: number }

interface Held {
  url: Promise<string | undefined>
  users: number
}

/** Addresses kept after their last use, so that going back and forth between two findings asks nothing again. */
const KEPT = 48

/** Pictures as blob addresses. Whoever takes one gives it back; what nobody holds is revoked, the longest unused first. */
export const useExhibits = defineStore('exhibits', () => {
  const shown = usePackage()
  const held = new Map<string, Held>()
  const unused = new Set<string>()

  /** The key to give back, and the address; undefined when there is no such picture. */
  function take(asked: Asked): { key: string; url: Promise<string | undefined> } {
    const id = shown.id ?? ''
    const key = JSON.stringify([id, asked])
    const known = held.get(key) ?? { url: fetched(id, asked), users: 0 }
    known.users++
    held.set(key, known)
    unused.delete(key)
    return { key, url: known.url }
  }

  function give(key: string): void {
    const known = held.get(key)
    if (!known || --known.users > 0) return
    unused.add(key)
    for (const oldest of [...unused].slice(0, Math.max(0, unused.size - KEPT))) drop(oldest)
  }

  function drop(key: string): void {
    unused.delete(key)
    const known = held.get(key)
    held.delete(key)
    void known?.url.then(url => url && URL.revokeObjectURL(url))
  }

  async function fetched(id: string, asked: Asked): Promise<string | undefined> {
    try {
      const bytes =
        'sha256' in asked
          ? await bridge().exhibit({ package: id, sha256: asked.sha256 })
          : await bridge().preview({ package: id, no: asked.no, size: asked.size })
      // Copied: the bytes may stand in a buffer that is shared, which a blob does not take.
      return bytes.length > 0 ? URL.createObjectURL(new Blob([new Uint8Array(bytes)])) : undefined
    } catch {
      // A picture that cannot be had is a place without a picture, and is said so where it would stand.
      return undefined
    }
  }

  return { take, give }
})
