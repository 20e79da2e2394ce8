import { crc32, createDeflate } from 'node:zlib'

/** A grey PNG of this many pixels, all of one tone: a few hundred kilobytes that unpack to hundreds of megabytes. */
export async function flatPng(width: number, height: number): Promise<Buffer> {
  const deflate = createDeflate({ level: 9 })
  const packed: Buffer[] = []
  deflate.on('data', (chunk: Buffer) => packed.push(chunk))
  const rows = Math.max(1, Math.floor(2 ** 20 / (width + 1)))
  const block = Buffer.alloc((width + 1) * rows)
  for (let y = 0; y < height; y += rows) {
    const some = block.subarray(0, (width + 1) * Math.min(rows, height - y))
    if (!deflate.write(some)) await new Promise(done => deflate.once('drain', done))
  }
  await new Promise(done => deflate.end(() => done(undefined)))
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head[8] = 8
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('IDAT', Buffer.concat(packed)),
    chunk('IEND', Buffer.alloc(0))
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const out = Buffer.alloc(body.length + 8)
  out.writeUInt32BE(data.length, 0)
  body.copy(out, 4)
  out.writeUInt32BE(crc32(body), body.length + 4)
  return out
}
