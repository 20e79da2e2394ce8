import { open } from 'node:fs/promises'
import type { ReaderContext } from '../../isolation/protocol.ts'
import { ReadTrouble } from '../../isolation/trouble.ts'
import { compoundNames } from '../office/compound.ts'
import { withPackage } from '../office/package.ts'

/** A full xls sheet (65,536 rows) of thirty short texts is about 30 MB; parsed, the library holds several times the file. */
const MOST_BYTES = 64 * 1024 * 1024
/** The same for what a zipped format unpacks to, counted and not as declared. */
const MOST_UNPACKED = 256 * 1024 * 1024

/** Refuses, before the library holds it whole, what is too large, encrypted or no workbook. */
export async function refuseLegacy({ file, bytes, format, beat }: ReaderContext): Promise<void> {
  if (bytes > MOST_BYTES)
    throw new ReadTrouble('E_LIMIT_SIZE', `this format is read up to ${MOST_BYTES} bytes`)
  if (format === 'xml') await refuseOtherXml(file)
  else if (format === 'xls') await refuseEncryptedPackage(file)
  else await refuseUnpacked(file, beat)
}

/** A password-protected xlsx is a compound file too. */
async function refuseEncryptedPackage(file: string): Promise<void> {
  if ((await compoundNames(file)).includes('EncryptedPackage'))
    throw new ReadTrouble('E_ENCRYPTED', 'password-protected package')
}

async function refuseOtherXml(file: string): Promise<void> {
  const handle = await open(file, 'r')
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4096), 0, 4096, 0)
    if (!buffer.toString('latin1', 0, bytesRead).includes('urn:schemas-microsoft-com:office:spreadsheet'))
      throw new ReadTrouble('E_UNSUPPORTED', 'XML that is no workbook')
  } finally {
    await handle.close()
  }
}

async function refuseUnpacked(file: string, beat: () => void): Promise<void> {
  await withPackage(file, async pack => {
    let unpacked = 0
    for (const name of pack.names) {
      const manifest = name === 'META-INF/manifest.xml'
      let carried = ''
      for await (const chunk of pack.stream(name)) {
        beat()
        unpacked += chunk.length
        if (unpacked > MOST_UNPACKED)
          throw new ReadTrouble('E_LIMIT_SIZE', `unpacks to more than ${MOST_UNPACKED} bytes`)
        if (!manifest) continue
        carried = carried.slice(-40) + Buffer.from(chunk).toString('latin1')
        if (carried.includes('encryption-data'))
          throw new ReadTrouble('E_ENCRYPTED', 'password-protected workbook')
      }
    }
  })
}
