import { mkdir, readFile, rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { z } from 'zod'
import { saveAtomically } from '../support/atomic-save.ts'

/** Lists kept here are short; anything larger is not ours. */
const LARGEST = 64 << 20

/**
 * A small file of ours, checked by its schema. One that is damaged or not ours is set aside as `.bad` (a person may
 * still want it), and is as if it were not there. A file that is not there, or may not be read, is undefined too.
 */
export async function readJson<S extends z.ZodType>(
  file: string,
  schema: S
): Promise<z.output<S> | undefined> {
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch {
    return undefined
  }
  try {
    if (text.length > LARGEST) throw new Error('too large')
    return schema.parse(JSON.parse(text))
  } catch {
    await rename(file, `${file}.bad`).catch(() => {})
    return undefined
  }
}

/** Whole or not at all, readable by the user only. Rejects with the system's error. */
export async function saveJson(file: string, value: unknown): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  await saveAtomically(file, `${JSON.stringify(value, null, 1)}\n`)
}
