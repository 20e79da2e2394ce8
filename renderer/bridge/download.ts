import type { DeskFile } from '../../src/desk/contract.ts'

/** Long enough for the browser to begin reading, which is all it needs. */
const KEPT = 60_000

/** Saves by the browser's own download; the name it was offered under. */
export function download({ name, type, bytes }: DeskFile): Promise<string> {
  // A report is opened from the disk or not at all: as plain bytes the browser will not show it in this origin.
  const blob = new Blob([new Uint8Array(bytes)], {
    type: type.startsWith('text/html') ? 'application/octet-stream' : type
  })
  const address = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), KEPT)
  return Promise.resolve(name)
}
