import type { Reader } from '../../isolation/protocol.ts'

/** xlsx and xlsm, streamed with yauzl and saxes. */
export default {
  formats: ['xlsx'],
  pool: 'documents',
  version: 1,
  async read(context) {
    const { readXlsx } = await import('./read-xlsx.ts')
    await readXlsx(context)
  }
} satisfies Reader
