import { mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { audit as auditSchema } from '../model/audit.ts'
import { decision, declaration } from '../model/decisions.ts'
import { saveAtomically } from '../support/atomic-save.ts'
import type { Kept } from './package.ts'

/** Beside the audit; names are personal data like the readings, private to the user, and erased with them. */
const beside = z.object({ names: z.array(z.string()), decisions: z.array(decision), declarations: z.array(declaration) }) // prettier-ignore

/** Where the desk keeps what belongs to one package, so that a restart opens it without reading again. */
export function folderOf(data: string, id: string): string {
  return join(data, 'packages', id)
}

export function exhibitsOf(data: string, id: string): string {
  return join(folderOf(data, id), 'exhibits')
}

export async function keepAudit(data: string, id: string, { audit, names, unit }: Kept): Promise<void> {
  const folder = folderOf(data, id)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await saveAtomically(join(folder, 'beside.json'), JSON.stringify({ names, ...unit }))
  await saveAtomically(join(folder, 'audit.json'), JSON.stringify(audit))
}

/** What was kept, or undefined when there is nothing that can be read. */
export async function keptAudit(data: string, id: string): Promise<Kept | undefined> {
  const folder = folderOf(data, id)
  try {
    const audit = auditSchema.parse(JSON.parse(await readFile(join(folder, 'audit.json'), 'utf8')))
    const { names, ...unit } = beside.parse(JSON.parse(await readFile(join(folder, 'beside.json'), 'utf8')))
    return { audit, names, unit }
  } catch {
    return undefined
  }
}

export async function dropKept(data: string, id: string): Promise<void> {
  await rm(folderOf(data, id), { recursive: true, force: true, maxRetries: 5 })
}
