/** Pages in one .mht; Excel writes one per sheet. */
const MOST_PAGES = 500

/**
 * The HTML of a file: the file itself, or the pages inside when it is an .mht ("single file web page"), one
 * after another.
 */
export function pagesOf(bytes: Uint8Array, decode: (bytes: Uint8Array) => string): string {
  const head = Buffer.from(bytes.subarray(0, 8192)).toString('latin1')
  if (!/^\s{0,99}MIME-Version:/iu.test(head)) return decode(bytes)
  const boundary = /boundary="?([^"\r\n;]{1,200})/iu.exec(head)?.[1]
  if (boundary === undefined) return decode(bytes)
  const parts = Buffer.from(bytes).toString('latin1').split(`--${boundary}`, MOST_PAGES)
  return parts.flatMap(part => page(part, decode)).join('\n')
}

function page(part: string, decode: (bytes: Uint8Array) => string): string[] {
  const gap = /\r?\n\r?\n/u.exec(part)
  if (!gap) return []
  const header = part.slice(0, gap.index)
  if (!/content-type:\s{0,9}text\/html/iu.test(header)) return []
  const body = part.slice(gap.index + gap[0].length)
  const coding = /content-transfer-encoding:\s{0,9}([\w-]{1,40})/iu.exec(header)?.[1]?.toLowerCase()
  if (coding === 'base64') return [decode(Buffer.from(body, 'base64'))]
  if (coding === 'quoted-printable') return [decode(quotedPrintable(body))]
  return [decode(Buffer.from(body, 'latin1'))]
}

function quotedPrintable(body: string): Uint8Array {
  const joined = body.replace(/=\r?\n/gu, '')
  const plain = joined.replace(/=([0-9A-F]{2})/giu, (_, hex: string) =>
    String.fromCharCode(parseInt(hex, 16))
  )
  return Buffer.from(plain, 'latin1')
}
