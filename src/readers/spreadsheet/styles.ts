import { ReadTrouble } from '../../isolation/trouble.ts'
import type { OfficePackage } from '../office/package.ts'
import { attribute, readXml } from '../office/xml.ts'
import { builtinFormat, formatOfCode, type NumberFormat } from './number-formats.ts'

/** Excel allows 65,490 cell formats and fewer codes. */
const MOST_STYLES = 65_536

/** Number format of each cell style, by its index (`s`); empty when the workbook states none. */
export async function readStyles(pack: OfficePackage, part: string | undefined): Promise<Uint8Array> {
  if (part === undefined) return new Uint8Array(0)
  const codes = new Map<number, NumberFormat>()
  const styles: number[] = []
  let inCellFormats = false
  const reading = readXml(pack.stream(part), {
    open(name, attributes) {
      if (name === 'numFmt' && codes.size < MOST_STYLES)
        codes.set(
          Number(attribute(attributes, 'numFmtId')),
          formatOfCode(attribute(attributes, 'formatCode') ?? '')
        )
      else if (name === 'cellXfs') inCellFormats = true
      else if (name === 'xf' && inCellFormats && styles.length < MOST_STYLES)
        styles.push(Number(attribute(attributes, 'numFmtId') ?? 0))
    },
    close(name) {
      if (name === 'cellXfs') inCellFormats = false
    }
  })
  try {
    await reading
  } catch (error) {
    // Broken styles cost dates their look, not the sheet its cells.
    if (!(error instanceof ReadTrouble)) throw error
  }
  return Uint8Array.from(styles, id => codes.get(id) ?? builtinFormat(id))
}
