import type { Merge } from '../../model/reading.ts'
import { ReadTrouble } from '../../isolation/trouble.ts'
import type { OfficePackage } from '../office/package.ts'
import { attribute, Enough, readXml } from '../office/xml.ts'
import { MOST_MERGES } from './limits.ts'
import { mergeOf } from './references.ts'

const MARK = Buffer.from('mergeCells')

/**
 * Merged cells of a sheet. They stand after the rows but are announced before them, so the part is inflated
 * once more and searched as bytes (`<` is never bare in text, so the word in a tag is the tag); only what
 * follows it is parsed. A million rows cost about a second. Trouble is left for the reading of the rows.
 */
export async function readMerges(pack: OfficePackage, part: string, beat: () => void): Promise<Merge[]> {
  const merges: Merge[] = []
  try {
    await readXml(fromMergeCells(pack.stream(part), beat), {
      open(name, attributes) {
        if (name !== 'mergeCell') return
        if (merges.length >= MOST_MERGES) throw new Enough()
        const merge = mergeOf(attribute(attributes, 'ref') ?? '')
        if (merge) merges.push(merge)
      },
      close(name) {
        if (name === 'mergeCells') throw new Enough()
      }
    })
  } catch (error) {
    if (!(error instanceof ReadTrouble)) throw error
  }
  return merges
}

/** The part's bytes from the opening tag of `mergeCells` on; nothing when there is none. */
async function* fromMergeCells(
  bytes: AsyncIterable<Uint8Array>,
  beat: () => void
): AsyncIterable<Uint8Array> {
  let carried: Buffer = Buffer.alloc(0)
  let found = false
  for await (const chunk of bytes) {
    beat()
    if (found) {
      yield chunk
      continue
    }
    const window = Buffer.concat([carried, chunk])
    const tag = openingTag(window)
    if (tag >= 0) {
      found = true
      yield window.subarray(tag)
    }
    carried = Buffer.from(window.subarray(-64)) // long enough for `<prefix:mergeCells`
  }
}

function openingTag(window: Buffer): number {
  for (let at = window.indexOf(MARK); at >= 0; at = window.indexOf(MARK, at + 1)) {
    for (let i = at - 1; i >= 0 && i >= at - 40; i--) {
      if (window[i] === 0x3c) return i
      // Only a prefix may stand between `<` and the name.
      if (window[i] === 0x2f || window[i] === 0x20 || window[i] === 0x3e) break
    }
  }
  return -1
}
