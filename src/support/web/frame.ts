/**
 * A value with bytes in it as one block: length of the head (4 bytes, big-endian), the head as JSON, the bytes. Where
 * bytes stand in the value, the head says `{"$bytes":[offset, length]}`. Used by both ends of the served window.
 */

/** The media type of such a block. */
export const FRAME = 'application/x-henshi-frame'

/** Values come from outside: nothing the contract knows nests deeper than about ten. */
const DEEPEST = 40

export function hasBytes(value: unknown, depth = 0): boolean {
  if (value instanceof Uint8Array) return true
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return false
  return Object.values(value).some(each => hasBytes(each, depth + 1))
}

export function packFrame(value: unknown): Uint8Array<ArrayBuffer> {
  const chunks: Uint8Array[] = []
  let length = 0
  const head = new TextEncoder().encode(
    JSON.stringify(
      replaced(value, bytes => {
        chunks.push(bytes)
        length += bytes.length
        return { $bytes: [length - bytes.length, bytes.length] }
      })
    )
  )
  const block = new Uint8Array(4 + head.length + length)
  new DataView(block.buffer).setUint32(0, head.length)
  block.set(head, 4)
  let at = 4 + head.length
  for (const chunk of chunks) {
    block.set(chunk, at)
    at += chunk.length
  }
  return block
}

/** Throws `TypeError` or `SyntaxError` when the block is not one. */
export function unpackFrame(block: Uint8Array): unknown {
  if (block.length < 4) throw new TypeError('a frame has a head')
  const length = new DataView(block.buffer, block.byteOffset, block.byteLength).getUint32(0)
  if (length > block.length - 4) throw new TypeError('the head is longer than the frame')
  const body = block.subarray(4 + length)
  const head: unknown = JSON.parse(
    new TextDecoder('utf-8', { fatal: true }).decode(block.subarray(4, 4 + length))
  )
  return restored(head, body, 0)
}

function replaced(value: unknown, put: (bytes: Uint8Array) => unknown): unknown {
  if (value instanceof Uint8Array) return put(value)
  if (Array.isArray(value)) return value.map(each => replaced(each, put))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, replaced(each, put)]))
}

function restored(value: unknown, body: Uint8Array, depth: number): unknown {
  if (depth > DEEPEST) throw new TypeError('the head nests too deep')
  if (Array.isArray(value)) return value.map(each => restored(each, body, depth + 1))
  if (typeof value !== 'object' || value === null) return value
  const place = (value as { $bytes?: unknown }).$bytes
  if (place !== undefined) return taken(place, body)
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, restored(each, body, depth + 1)])
  )
}

function taken(place: unknown, body: Uint8Array): Uint8Array {
  const [offset, length] = Array.isArray(place) ? (place as unknown[]) : []
  if (!isCount(offset) || !isCount(length) || offset + length > body.length)
    throw new TypeError('bytes that are not in the frame')
  return new Uint8Array(body.subarray(offset, offset + length))
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0
}
