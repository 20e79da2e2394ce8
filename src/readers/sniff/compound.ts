import type { Format } from '../../model/kinds.ts'
import { ReadTrouble } from '../../isolation/trouble.ts'
import { promised } from './kinds.ts'
import { compoundNames } from '../office/compound.ts'

const ENCRYPTABLE = new Set<Format>(['xlsx', 'xlsb', 'docx', 'pptx'])

/** Old binary office files, and encrypted new ones, which hide in the same container. */
export async function sniffCompound(
  file: string,
  extension: string
): Promise<{ format: Format; trouble?: ReadTrouble }> {
  const names = new Set((await compoundNames(file)).map(name => name.toLowerCase()))
  if (names.has('encryptedpackage') || names.has('encryptioninfo')) {
    // What is inside cannot be told, so the name is believed as far as it names such a format.
    const format = promised(extension)?.find(promise => ENCRYPTABLE.has(promise)) ?? 'unknown'
    return { format, trouble: new ReadTrouble('E_ENCRYPTED', 'an office file with a password') }
  }
  if (names.has('workbook') || names.has('book')) return { format: 'xls' }
  if (names.has('worddocument')) return { format: 'doc' }
  if (names.has('powerpoint document')) return { format: 'ppt' }
  return { format: 'unknown' }
}
