import { crc32 } from 'node:zlib'

/**
 * A zip whose only entry is the zip itself, byte for byte (the construction of Russ Cox, "Zip Files All The Way
 * Down", 2010): deflate instructions of five bytes each that print themselves, and a checksum that solves the
 * linear equations it takes part in.
 */
export function quineZip(): Buffer {
  const plan = build(0)
  // The checksum of the whole is linear in the checksum field, wherever copies of it stand.
  const constant = crc32(plan)
  const columns = Array.from({ length: 32 }, (_, bit) => (crc32(build((1 << bit) >>> 0)) ^ constant ^ (1 << bit)) >>> 0) // prettier-ignore
  const quine = build(solve(columns, constant))
  if (crc32(quine) !== quine.readUInt32LE(14)) throw new Error('no checksum solves this layout')
  return quine
}

const UNIT = 5
const HEAD = 12 // units
const TAIL = 15
const NAME = Buffer.from('qui.zip')

function build(checksum: number): Buffer {
  const layout = (packed: number, size: number) => {
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(8, 4)
    common.writeUInt16LE(0x21, 8)
    common.writeUInt32LE(checksum, 10)
    common.writeUInt32LE(packed, 14)
    common.writeUInt32LE(size, 18)
    common.writeUInt16LE(NAME.length, 22)
    const extra = Buffer.alloc(HEAD * UNIT - 30 - NAME.length)
    extra.writeUInt16LE(0xcafe, 0)
    extra.writeUInt16LE(extra.length - 4, 2)
    const local = Buffer.from(common)
    local.writeUInt16LE(extra.length, 24)
    const head = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), local, NAME, extra])
    const entry = Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, Buffer.alloc(14), NAME])
    const end = Buffer.alloc(22)
    end.write('PK\x05\x06', 'latin1')
    end.writeUInt16LE(1, 8)
    end.writeUInt16LE(1, 10)
    end.writeUInt32LE(entry.length, 12)
    end.writeUInt32LE(head.length + packed, 16)
    return { head, tail: Buffer.concat([entry, end]) }
  }
  const assemble = ({ head, tail }: ReturnType<typeof layout>) => {
    const again = Array.from({ length: (TAIL + 1) / 2 }, () => [repeat4, literal(TAIL + 1)]).flat()
    return [
      ...[literal(HEAD + 1), head, literal(HEAD + 1), repeat13, literal(1), repeat13, literal(1), literal(1)],
      ...[literal(4), repeat13, literal(1), literal(1), literal(4), repeat4, literal(TAIL + 1), ...again],
      ...[repeat4, literal(TAIL + 1), repeat16, tail, repeat16]
    ]
  }
  const size = (parts: Buffer[]) => parts.reduce((sum, part) => sum + part.length, 0)
  const packed = size(assemble(layout(0, 0)))
  const whole = packed + (HEAD + TAIL) * UNIT
  const made = layout(packed, whole)
  return Buffer.concat([made.head, ...assemble(made), made.tail])
}

/** A stored block that prints the next `units` units. */
function literal(units: number): Buffer {
  const block = Buffer.alloc(UNIT)
  block.writeUInt16LE(units * UNIT, 1)
  block.writeUInt16LE(0xffff ^ (units * UNIT), 3)
  return block
}

// Blocks of fixed Huffman codes that print the last units once more, each filling five bytes.
const repeat4 = bits('0', '10', ...match(10, 20), ...match(10, 20), '0000000')
const repeat13 = bits('0', '10', '0000000', '0', '10', ...match(65, 65), '0000000')
const repeat16 = bits('1', '10', ...match(80, 80), '0000000')

/** Codes of a match: Huffman codes as read, extra bits lowest first. */
function match(length: number, distance: number): string[] {
  const lengths: Record<number, [code: number, from: number, extra: number]> = { 10: [264, 10, 0], 65: [276, 59, 3], 80: [277, 67, 4] } // prettier-ignore
  const distances: Record<number, [code: number, from: number, extra: number]> = { 20: [8, 17, 3], 65: [12, 65, 5], 80: [12, 65, 5] } // prettier-ignore
  const [code, from, extra] = lengths[length]!
  const [far, near, more] = distances[distance]!
  return [
    (code - 256).toString(2).padStart(7, '0'),
    lowestFirst(length - from, extra),
    far.toString(2).padStart(5, '0'),
    lowestFirst(distance - near, more)
  ]
}

function lowestFirst(value: number, count: number): string {
  return Array.from({ length: count }, (_, bit) => (value >> bit) & 1).join('')
}

function bits(...codes: string[]): Buffer {
  const block = Buffer.alloc(UNIT)
  ;[...codes.join('')].forEach((bit, at) => {
    block[at >> 3]! |= +bit << (at & 7)
  })
  return block
}

/** The x for which the columns picked by its bits add up to `target` (over GF(2)). */
function solve(columns: readonly number[], target: number): number {
  const rows = columns.map((value, bit) => ({ value, picked: (1 << bit) >>> 0 }))
  let rest = { value: target, picked: 0 }
  const add = (a: typeof rest, b: typeof rest) => ({ value: (a.value ^ b.value) >>> 0, picked: (a.picked ^ b.picked) >>> 0 }) // prettier-ignore
  for (let bit = 31; bit >= 0; bit--) {
    const has = ({ value }: typeof rest) => ((value >>> bit) & 1) === 1
    const at = rows.findIndex(has)
    if (at < 0) continue
    const [pivot] = rows.splice(at, 1)
    for (let i = 0; i < rows.length; i++) if (has(rows[i]!)) rows[i] = add(rows[i]!, pivot!)
    if (has(rest)) rest = add(rest, pivot!)
  }
  return rest.picked
}
