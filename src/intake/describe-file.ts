import { open, stat } from 'node:fs/promises'
import { createReadStream } from 'node:fs'
import { createHash } from 'node:crypto'
import type { Found } from '../model/found.ts'
import type { TroubleCode } from '../model/kinds.ts'
import { isOwnOutput, mayBeOwnOutput, OWN_HEAD, setAside } from '../support/set-aside.ts'
import { extensionOf } from '../support/shown-name.ts'
import type { Listed } from './list-folder.ts'

/** What is known of a listed file without opening more than its bytes for hashing. */
export async function describeFile({ path, file, rawFile, type }: Listed): Promise<Found> {
  const where = rawFile ?? file
  const base = { path, file, ...(rawFile && { rawFile }), bytes: 0, extension: extensionOf(path), sha256: '' }
  if (type === 'link') {
    const trouble = { code: 'E_LINK' as const, detail: 'a link, not followed' }
    return { ...base, status: 'listed', notes: [{ code: 'link' }], trouble }
  }
  if (type === 'special') {
    const trouble = { code: 'E_UNSUPPORTED' as const, detail: 'a pipe, socket or device' }
    return { ...base, status: 'listed', notes: [], trouble }
  }
  if (type !== 'file') {
    const code = type === 'gone' ? 'E_GONE' : 'E_DENIED'
    return { ...base, notes: [], trouble: { code, detail: 'a folder that cannot be listed' } }
  }
  const hashed = await hashStill(where)
  const aside = setAside(path)
  if (aside) return { ...base, ...withoutTrouble(hashed), status: 'listed', notes: [{ code: aside }] }
  if (await isOurs(path, where)) {
    return { ...base, ...withoutTrouble(hashed), status: 'listed', notes: [{ code: 'own-output' }] }
  }
  return { ...base, ...hashed, notes: [] }
}

interface Hashed {
  bytes: number
  sha256: string
  trouble?: { code: TroubleCode; detail: string }
}

/** Hashes a file that holds still meanwhile; one that changes is hashed once more, then told so. */
async function hashStill(file: string | Buffer): Promise<Hashed> {
  try {
    for (let again = 0; ; again++) {
      const before = await stat(file)
      const hashed = await hash(file)
      const after = await stat(file)
      const still =
        before.mtimeMs === after.mtimeMs && before.size === after.size && hashed.bytes === after.size
      if (still) return hashed
      if (again === 1)
        return { ...hashed, trouble: { code: 'E_CHANGED', detail: 'the file changed while it was read' } }
    }
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    const gone = code === 'ENOENT'
    const detail = gone ? 'the file is no longer there' : `the file cannot be read (${code ?? 'unknown'})`
    return { bytes: 0, sha256: '', trouble: { code: gone ? 'E_GONE' : 'E_DENIED', detail } }
  }
}

async function hash(file: string | Buffer): Promise<{ bytes: number; sha256: string }> {
  const digest = createHash('sha256')
  let bytes = 0
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    digest.update(chunk)
    bytes += chunk.length
  }
  return { bytes, sha256: digest.digest('hex') }
}

function withoutTrouble({ bytes, sha256 }: Hashed): Hashed {
  return { bytes, sha256 }
}

/** Our own reports lie beside packages, and inside the next one that is handed in. */
async function isOurs(path: string, file: string | Buffer): Promise<boolean> {
  const name = path.slice(path.lastIndexOf('/') + 1)
  if (!mayBeOwnOutput(name)) return false
  const handle = await open(file, 'r').catch(() => undefined)
  if (!handle) return false
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(OWN_HEAD), 0, OWN_HEAD, 0)
    return isOwnOutput(name, buffer.subarray(0, bytesRead))
  } finally {
    await handle.close()
  }
}
