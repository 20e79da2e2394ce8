import { ReadTrouble } from '../../isolation/trouble.ts'
import type { OfficePackage } from '../office/package.ts'
import { attribute, Enough, readXml } from '../office/xml.ts'

/** The first editing session's number: documents made from one another share it. Undefined when not stated. */
export async function readRsidRoot(
  pack: OfficePackage,
  part: string | undefined
): Promise<string | undefined> {
  const source = pack.find(part ?? 'word/settings.xml')
  if (source === undefined) return undefined
  let root: string | undefined
  try {
    await readXml(pack.stream(source), {
      open(name, attributes) {
        if (name !== 'rsidRoot') return
        const value = attribute(attributes, 'val')?.toUpperCase()
        // zero is what programs write that keep no sessions
        if (value && /^[0-9A-F]{8}$/u.test(value) && value !== '00000000') root = value
        throw new Enough()
      }
    })
  } catch (error) {
    if (!(error instanceof ReadTrouble)) throw error
  }
  return root
}
