import type { Reader, ReaderContext } from '../../isolation/protocol.ts'
import { BlockSender } from './block-sender.ts'
import { detectEncoding, type Detected } from './encoding.ts'
import { linesOf } from './lines.ts'

/** Plain text: a paragraph per line, blank lines separate and are not kept. */
export default {
  formats: ['txt'],
  pool: 'documents',
  version: 1,
  async read(context) {
    await readPlainText(context, await detectEncoding(context.file))
  }
} satisfies Reader

/** Sends a text file as paragraphs, with its encoding as an observed fact. */
export async function readPlainText(context: ReaderContext, detected: Detected): Promise<void> {
  await context.send({ part: 'facts', observed: { encoding: detected.encoding } })
  const sender = new BlockSender(context)
  reading: for await (const lines of linesOf(context.file, detected.encoding)) {
    context.beat()
    for (const line of lines) {
      const text = line.trim()
      if (text !== '' && !(await sender.add({ text, style: 'paragraph' }))) break reading
    }
  }
  await sender.finish()
  if (detected.damaged > 0) {
    await context.send({ part: 'trouble', code: 'E_CORRUPT', detail: 'some bytes fit no known encoding' })
  }
}
