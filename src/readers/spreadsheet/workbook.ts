import { ReadTrouble } from '../../isolation/trouble.ts'
import type { OfficePackage } from '../office/package.ts'
import { mainPart, relationshipsOf } from '../office/relationships.ts'
import { attribute, prefixedAttribute, readXml } from '../office/xml.ts'
import type { DateSystem } from './date-serials.ts'
import { MOST_SHEETS } from './limits.ts'

export interface Workbook {
  sheets: readonly { name: string; hidden: boolean; part: string }[]
  sharedStrings?: string
  styles?: string
  /** WPS keeps pictures that live in cells here. */
  cellImages?: string
  dateSystem: DateSystem
  /** Folder it was last saved in by desktop Excel. */
  savedPath?: string
  trouble?: ReadTrouble
}

/**
 * The workbook part: sheets in their order, found by relationship; chart, dialog and macro sheets left out. A
 * workbook without relationships falls back on the usual names. Throws `E_CORRUPT` when there is no workbook.
 */
export async function readWorkbook(pack: OfficePackage): Promise<Workbook> {
  const part = await mainPart(pack, 'workbook')
  const links = await relationshipsOf(pack, part)
  const targets = new Map(links.map(link => [link.id, link]))
  const stated: { name: string; hidden: boolean; id: string }[] = []
  const book: { dateSystem: DateSystem; savedPath?: string } = { dateSystem: '1900' }
  let trouble: ReadTrouble | undefined
  const reading = readXml(pack.stream(part), {
    open(name, attributes) {
      if (name === 'sheet') {
        if (stated.length >= MOST_SHEETS)
          throw new ReadTrouble('E_LIMIT_COUNT', `more than ${MOST_SHEETS} sheets`)
        const state = attribute(attributes, 'state')
        stated.push({
          name: (attribute(attributes, 'name') ?? '').slice(0, 255),
          hidden: state === 'hidden' || state === 'veryHidden',
          id: prefixedAttribute(attributes, 'id') ?? ''
        })
      } else if (name === 'workbookPr') {
        const flag = attribute(attributes, 'date1904')
        if (flag === '1' || flag === 'true') book.dateSystem = '1904'
      } else if (name === 'absPath') book.savedPath = attribute(attributes, 'url')?.trim().slice(0, 500)
    }
  })
  await reading.catch((error: unknown) => {
    if (!(error instanceof ReadTrouble) || stated.length === 0) throw error
    trouble = error
  })
  const usual = usualSheets(pack)
  const sheets = stated.flatMap(({ name, hidden, id }, i) => {
    const link = targets.get(id)
    if (link && link.type !== 'worksheet') return []
    const found = pack.find(link?.target ?? '') ?? (link ? undefined : usual[i])
    if (found !== undefined) return [{ name, hidden, part: found }]
    trouble ??= new ReadTrouble('E_CORRUPT', 'a sheet of the workbook is missing')
    return []
  })
  const folder = part.slice(0, part.lastIndexOf('/') + 1)
  const partOf = (type: string, name: string): string | undefined =>
    links.find(link => link.type.toLowerCase() === type && pack.find(link.target))?.target ??
    pack.find(folder + name)
  return {
    ...book,
    sheets:
      stated.length > 0 ? sheets : usual.map((part, i) => ({ name: `Sheet${i + 1}`, hidden: false, part })),
    sharedStrings: partOf('sharedstrings', 'sharedStrings.xml'),
    styles: partOf('styles', 'styles.xml'),
    cellImages: partOf('cellimage', 'cellimages.xml'),
    ...(trouble ? { trouble } : {})
  }
}

/** Worksheets by their usual names, in the order of their numbers. */
function usualSheets(pack: OfficePackage): string[] {
  return pack.names
    .map(name => ({
      name,
      number: Number(/(?:^|\/)worksheets\/sheet(\d{1,6})\.xml$/iu.exec(name)?.[1] ?? NaN)
    }))
    .filter(({ number }) => !Number.isNaN(number))
    .sort((a, b) => a.number - b.number)
    .map(({ name }) => name)
    .slice(0, MOST_SHEETS)
}
