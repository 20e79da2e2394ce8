import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hasBytes, packFrame, unpackFrame } from '../../src/support/web/frame.ts'

const leaf = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null), fc.uint8Array())
const { value } = fc.letrec<{ value: unknown }>(tie => ({
  value: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc.array(tie('value')),
    fc.dictionary(
      fc.string().filter(key => key !== '$bytes' && key !== '__proto__'),
      tie('value')
    )
  )
}))

describe('a frame', () => {
  it('gives back what was put in', () => {
    fc.assert(
      fc.property(value, each => {
        expect(unpackFrame(packFrame(each))).toEqual(each)
      })
    )
  })

  it('is unpacked or refused whatever the bytes are, and never reaches past them', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), bytes => {
        try {
          unpackFrame(bytes)
        } catch (error) {
          expect(error instanceof TypeError || error instanceof SyntaxError).toBe(true)
        }
      })
    )
    const lying = (place: unknown): Uint8Array => {
      const head = new TextEncoder().encode(JSON.stringify({ bytes: { $bytes: place } }))
      return Uint8Array.of(0, 0, 0, head.length, ...head, 1, 2, 3)
    }
    expect(unpackFrame(lying([1, 2]))).toEqual({ bytes: Uint8Array.of(2, 3) })
    for (const place of [[0, 4], [3, 1], [-1, 1], [0, -1], [0.5, 1], [0], 'x', null, {}])
      expect(() => unpackFrame(lying(place))).toThrow(TypeError)
  })

  it('is needed only where there are bytes', () => {
    expect(hasBytes({ rows: [{ a: [1, 'x', null] }] })).toBe(false)
    expect(hasBytes({ rows: [{ a: [new Uint8Array(0)] }] })).toBe(true)
  })
})
