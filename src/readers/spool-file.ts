import { createHash } from 'node:crypto'
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { SpoolFile } from '../isolation/protocol.ts'
import { ReadTrouble } from '../isolation/trouble.ts'

/** Opens files `m1`, `m2` … in a job's private folder, made with the first of them; together they never hold more than `most` bytes. */
export function spoolIn(folder: string, most: number): () => SpoolFile {
  let number = 0
  let total = 0
  return () => {
    if (number === 0) mkdirSync(folder, { mode: 0o700 })
    const name = `m${++number}`
    const file = join(folder, name)
    const fd = openSync(file, 'wx', 0o600)
    const hash = createHash('sha256')
    let bytes = 0
    let open = true
    const close = () => {
      if (open) closeSync(fd)
      open = false
    }
    return {
      name,
      write(chunk) {
        total += chunk.length
        if (total > most) throw new ReadTrouble('E_LIMIT_SIZE', 'unpacks to more than there is room for')
        hash.update(chunk)
        bytes += chunk.length
        for (let at = 0; at < chunk.length;) at += writeSync(fd, chunk, at)
      },
      close() {
        close()
        return { sha256: hash.digest('hex'), bytes }
      },
      discard() {
        close()
        rmSync(file, { force: true })
        total -= bytes
      }
    }
  }
}
