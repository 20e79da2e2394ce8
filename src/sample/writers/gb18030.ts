/** Two-byte part of gb18030, turned round from the decoder every Node has. */
let table: Map<string, number> | undefined

/** Text as gb18030 bytes; a character without a two-byte code becomes a question mark. */
export function encodeGb18030(text: string): Buffer {
  const codes = (table ??= turnRound())
  const bytes: number[] = []
  for (const character of text) {
    const code = character.codePointAt(0)!
    if (code < 0x80) bytes.push(code)
    else {
      const pair = codes.get(character)
      if (pair === undefined) bytes.push(0x3f)
      else bytes.push(pair >> 8, pair & 0xff)
    }
  }
  return Buffer.from(bytes)
}

function turnRound(): Map<string, number> {
  const decoder = new TextDecoder('gb18030')
  const codes = new Map<string, number>()
  for (let first = 0x81; first <= 0xfe; first++) {
    for (let second = 0x40; second <= 0xfe; second++) {
      if (second === 0x7f) continue
      const text = decoder.decode(Uint8Array.of(first, second))
      if ([...text].length === 1 && text !== '\ufffd' && !codes.has(text))
        codes.set(text, (first << 8) | second)
    }
  }
  return codes
}
