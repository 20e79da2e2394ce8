import type { Reader } from '../../isolation/protocol.ts'

/** xls and et, xlsb, ods, and the XML that Excel 2003 wrote: read whole through @e965/xlsx, so bounded by size. */
export default {
  formats: ['xls', 'xlsb', 'ods', 'xml'],
  pool: 'documents',
  version: 1,
  async read(context) {
    const { readLegacy } = await import('./read-legacy.ts')
    await readLegacy(context)
  }
} satisfies Reader
