import { Buffer } from 'node:buffer'
import yazl from 'yazl'
import type { Audit, Masking } from '../model/audit.ts'
import type { Decision, Declaration } from '../model/decisions.ts'
import { byCodePoint } from '../support/order.ts'

export interface HenshiContent {
  audit: Audit
  decisions: readonly Decision[]
  declarations: readonly Declaration[]
}

/** JPEG bytes of a small picture by the sha256 of its material, or undefined. */
export type ExhibitOf = (sha256: string) => Promise<Uint8Array | undefined>

/** Dates in a zip have no zone; the same audit gives the same bytes. */
const STAMP = new Date(1980, 0, 1)

/**
 * A `.henshi` file as bytes: a zip of `audit.json`, `decisions.json`, `declarations.json` and the pictures findings
 * show, so that a colleague reviews without the package. Pictures of material with a secrecy mark never go in, nor
 * any where the audit is statistics.
 */
export async function writeHenshi(content: HenshiContent, exhibit: ExhibitOf): Promise<Uint8Array> {
  const zip = new yazl.ZipFile()
  const chunks: Buffer[] = []
  const ended = new Promise<void>((resolve, reject) => {
    zip.outputStream.on('data', (chunk: Buffer) => chunks.push(chunk))
    zip.outputStream.on('end', resolve).on('error', reject)
  })
  const json = (name: string, value: unknown): void => zip.addBuffer(Buffer.from(JSON.stringify(value)), name, { mtime: STAMP }) // prettier-ignore
  json('audit.json', content.audit)
  json('decisions.json', content.decisions)
  json('declarations.json', content.declarations)
  for (const sha256 of pictured(content.audit)) {
    const bytes = await exhibit(sha256)
    // JPEG does not shrink any further
    if (bytes) zip.addBuffer(Buffer.from(bytes), `exhibits/${sha256}.jpg`, { mtime: STAMP, compress: false })
  }
  zip.end()
  await ended
  return Buffer.concat(chunks)
}

/** Pictures of the audit that may be shown, each once. */
function pictured({ materials, settings }: Audit): string[] {
  if ((settings['masking'] as Masking | undefined) === 'statistics') return []
  const secret = new Set(materials.filter(each => each.secret).map(({ sha256 }) => sha256))
  const shown = materials.filter(({ kind, sha256 }) => kind === 'picture' && /^[0-9a-f]{64}$/.test(sha256) && !secret.has(sha256)) // prettier-ignore
  return [...new Set(shown.map(({ sha256 }) => sha256))].sort(byCodePoint)
}
