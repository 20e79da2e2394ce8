import { createHash } from 'node:crypto'

/** Hashes (sha256, base64) of the style elements of a page we wrote ourselves, for its policy. */
export function styleHashes(html: string): string[] {
  return [...html.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(([, style]) =>
    createHash('sha256').update(style!, 'utf8').digest('base64')
  )
}
