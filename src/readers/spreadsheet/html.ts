import type { Reader } from '../../isolation/protocol.ts'

/** HTML, under whatever name: systems export "Excel" files that are web pages with a table. */
export default {
  formats: ['html'],
  pool: 'documents',
  version: 1,
  async read(context) {
    const { readHtml } = await import('./read-html.ts')
    await readHtml(context)
  }
} satisfies Reader
