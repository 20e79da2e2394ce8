import { ReadTrouble } from '../../isolation/trouble.ts'
import { cleanName, type OfficePackage } from './package.ts'
import { attribute, readXml } from './xml.ts'

/** A document with ten thousand pictures has as many; past this nothing is lost but what nobody can look at. */
const MOST_RELATIONSHIPS = 65_535

export interface Relationship {
  id: string
  /** Last segment of the type: `worksheet`, `image`, `styles`, `officeDocument` … */
  type: string
  /** Stored name of the part it leads to, '' when it leads outside or nowhere. */
  target: string
  external: boolean
}

/** Relationships of a part ('' for the package itself); none when it states none. */
export async function relationshipsOf(pack: OfficePackage, part: string): Promise<Relationship[]> {
  const slash = part.lastIndexOf('/')
  const folder = part.slice(0, slash + 1)
  const source = pack.find(`${folder}_rels/${part.slice(slash + 1)}.rels`)
  if (source === undefined) return []
  const found: Relationship[] = []
  await readXml(pack.stream(source), {
    open(name, attributes) {
      if (name !== 'Relationship' || found.length >= MOST_RELATIONSHIPS) return
      const target = attribute(attributes, 'Target') ?? ''
      const external = attribute(attributes, 'TargetMode') === 'External'
      found.push({
        id: attribute(attributes, 'Id') ?? '',
        type: (attribute(attributes, 'Type') ?? '').split('/').at(-1)!,
        target: external ? '' : resolve(pack, folder, target),
        external
      })
    }
  })
  return found
}

/**
 * The main part: by the package's relationship, else by content type, else by its usual name. Throws
 * `E_CORRUPT` when the package has none.
 */
export async function mainPart(pack: OfficePackage, kind: 'workbook' | 'document'): Promise<string> {
  const stated = (await relationshipsOf(pack, '')).find(each => each.type === 'officeDocument' && each.target)
  if (stated) return stated.target
  const usual = pack.find(kind === 'workbook' ? 'xl/workbook.xml' : 'word/document.xml')
  const main = (await partOfType(pack, kind)) ?? usual
  if (main === undefined) throw new ReadTrouble('E_CORRUPT', `the package has no ${kind}`)
  return main
}

/** Targets are relative to the part's folder, or absolute with a leading slash; some writers leave the folder out or write it twice. */
function resolve(pack: OfficePackage, folder: string, target: string): string {
  const decoded = decodePercent(target.replaceAll('\\', '/').replace(/#.*$/su, ''))
  if (decoded === '') return ''
  const absolute = decoded.startsWith('/')
  return (
    pack.find(absolute ? decoded : folder + decoded) ??
    pack.find(absolute ? folder + decoded : decoded) ??
    cleanName(absolute ? decoded : folder + decoded)
  )
}

function decodePercent(target: string): string {
  if (!target.includes('%')) return target
  try {
    return decodeURIComponent(target)
  } catch {
    return target
  }
}

async function partOfType(pack: OfficePackage, kind: 'workbook' | 'document'): Promise<string | undefined> {
  const source = pack.find('[Content_Types].xml')
  if (source === undefined) return undefined
  const wanted = kind === 'workbook' ? /sheet\.(?:macroEnabled\.)?main\+xml$/iu : /document\.(?:macroEnabled\.)?main\+xml$/iu // prettier-ignore
  let found: string | undefined
  await readXml(pack.stream(source), {
    open(name, attributes) {
      if (name !== 'Override' || found !== undefined) return
      if (wanted.test(attribute(attributes, 'ContentType') ?? ''))
        found = pack.find(attribute(attributes, 'PartName') ?? '')
    }
  })
  return found
}
