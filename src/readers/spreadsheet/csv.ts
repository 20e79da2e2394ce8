import type { Reader } from '../../isolation/protocol.ts'

/** csv, tsv and their kin: text with one record a line. */
export default {
  formats: ['csv'],
  pool: 'documents',
  version: 1,
  async read(context) {
    const { readCsv } = await import('./read-csv.ts')
    await readCsv(context)
  }
} satisfies Reader
