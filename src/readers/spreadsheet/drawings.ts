import { ReadTrouble } from '../../isolation/trouble.ts'
import type { OfficePackage } from '../office/package.ts'
import { relationshipsOf } from '../office/relationships.ts'
import { attribute, readXml } from '../office/xml.ts'
import { MOST_ROWS } from './limits.ts'
import { rowNumber } from './references.ts'

/** Anchors on one sheet; a photo ledger of twenty thousand pictures is past what Excel opens. */
const MOST_ANCHORS = 20_000

export interface AnchoredPicture {
  part: string
  /** Row of the anchor's upper left corner, from 1. */
  row?: number
}

/** Pictures a sheet's drawing places, in the drawing's order. A broken drawing gives what came before. */
export async function picturesOfSheet(
  pack: OfficePackage,
  sheet: string,
  drawing: string
): Promise<AnchoredPicture[]> {
  const found: AnchoredPicture[] = []
  try {
    const part = (await relationshipsOf(pack, sheet)).find(link => link.id === drawing)?.target
    if (part === undefined || pack.find(part) === undefined) return found
    const images = await imagesOf(pack, part)
    let row: number | undefined
    let inFrom = false
    let digits: string | undefined
    await readXml(pack.stream(part), {
      open(name, attributes) {
        if (name.endsWith('Anchor')) row = undefined
        else if (name === 'from') inFrom = true
        else if (name === 'row' && inFrom) digits = ''
        else if (name === 'blip' && found.length < MOST_ANCHORS) {
          const image = images.get(attribute(attributes, 'embed') ?? '')
          if (image !== undefined) found.push(row === undefined ? { part: image } : { part: image, row })
        }
      },
      text: piece => void (digits !== undefined && (digits += piece)),
      close(name) {
        if (name === 'row' && digits !== undefined) {
          const fromZero = digits.trim()
          const number = /^\d+$/u.test(fromZero) ? rowNumber(fromZero) + 1 : 0
          if (number > 0 && number <= MOST_ROWS) row = number
          digits = undefined
        } else if (name === 'from') inFrom = false
      }
    })
  } catch (error) {
    if (!(error instanceof ReadTrouble)) throw error
  }
  return found
}

/** Pictures living in cells, as WPS keeps them: part by the id that `DISPIMG` names. */
export async function cellPictures(
  pack: OfficePackage,
  part: string | undefined
): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  if (part === undefined) return found
  try {
    const images = await imagesOf(pack, part)
    let id = ''
    await readXml(pack.stream(part), {
      open(name, attributes) {
        if (name === 'cNvPr') id = attribute(attributes, 'name') ?? ''
        else if (name === 'blip' && id !== '' && found.size < MOST_ANCHORS) {
          const image = images.get(attribute(attributes, 'embed') ?? '')
          if (image !== undefined) found.set(id, image)
        }
      }
    })
  } catch (error) {
    if (!(error instanceof ReadTrouble)) throw error
  }
  return found
}

async function imagesOf(pack: OfficePackage, part: string): Promise<Map<string, string>> {
  const links = await relationshipsOf(pack, part)
  return new Map(
    links.filter(link => link.type === 'image' && pack.find(link.target)).map(link => [link.id, link.target])
  )
}
