import { isAbsolute, resolve } from 'node:path'

/**
 * Paths among the words the program was started with, or started again with. A word is a path or it is nothing:
 * whatever looks like a switch or an address is left out.
 *
 * @param skip how many words stand before them: the program, and unpacked the app's folder
 */
export function pathsIn(argv: readonly string[], folder: string, skip: number): string[] {
  return argv
    .slice(skip)
    .filter(word => word !== '' && !word.startsWith('-') && !/^[a-z][a-z0-9+.-]+:/i.test(word))
    .map(word => (isAbsolute(word) ? word : resolve(folder, word)))
    .slice(0, 200)
}
