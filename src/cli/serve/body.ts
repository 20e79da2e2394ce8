import type { IncomingMessage } from 'node:http'

/** Ceilings of what a window may send, in bytes. */
export const CAPS = {
  token: 1024,
  /** The largest question, 100,000 material numbers to leave out, is below 700 KiB. */
  call: 2 ** 20,
  /** A verification sheet that came back; ours are below 5 MiB. */
  bytes: 32 * 2 ** 20
} as const

/** More was sent than is taken. */
export class TooBig extends Error {}

/** The whole body; rejects with `TooBig` as soon as it is known to be over the cap, without reading on. */
export async function bodyOf(request: IncomingMessage, cap: number): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > cap) throw new TooBig()
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length > cap) throw new TooBig()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
