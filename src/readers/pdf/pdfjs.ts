import { open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type * as Pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { PDFDocumentLoadingTask, PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { ReadTrouble } from '../../isolation/trouble.ts'

type Library = typeof Pdfjs

/** Larger files are read in ranges as pdfjs asks for them, so that what no page uses is never held. Pictures that pages name it does ask for, whole. */
const WHOLE = 16 * 1024 ** 2
const RANGE = 1 << 16
/** pdfjs's PasswordResponses */
const INCORRECT_PASSWORD = 2

export interface OpenPdf {
  document: PDFDocumentProxy
  close(): Promise<void>
}

/**
 * Opens a pdf with pdfjs in this process. `packages` is the node_modules that holds pdfjs-dist, whose character
 * maps and fonts are read from there; without them Chinese text that embeds no font vanishes silently. Throws
 * `ReadTrouble`: `E_ENCRYPTED`, `E_CORRUPT`.
 */
export async function openPdf(
  file: string,
  bytes: number,
  packages: string,
  passwords: readonly string[]
): Promise<OpenPdf> {
  const library = await loadLibrary()
  const source = await sourceOf(library, file, bytes)
  const task = library.getDocument({
    ...source.from,
    BinaryDataFactory: dataFactory(join(packages, 'pdfjs-dist')),
    cMapUrl: 'cmaps/',
    cMapPacked: true,
    standardFontDataUrl: 'standard_fonts/',
    wasmUrl: 'wasm/',
    isEvalSupported: false,
    enableXfa: false,
    disableFontFace: true,
    useSystemFonts: false,
    stopAtErrors: false,
    verbosity: 0
  })
  givePasswords(task, passwords)
  const close = async (): Promise<void> => {
    await task.destroy().catch(() => undefined)
    await source.close()
  }
  try {
    return { document: await Promise.race([task.promise, source.failed]), close }
  } catch (error) {
    await close()
    throw troubleOf(error)
  }
}

let library: Promise<Library> | undefined

/**
 * Text and metadata need no drawing, but the library wants these names to exist, and otherwise looks for a native
 * canvas, which a child of the documents pool may not load: while it is imported it finds no way to require one.
 */
function loadLibrary(): Promise<Library> {
  library ??= (async () => {
    const world = globalThis as unknown as Record<string, unknown>
    for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) world[name] ??= class {}
    const builtin = process.getBuiltinModule
    process.getBuiltinModule = (() => undefined) as unknown as typeof builtin
    try {
      const loaded = await import('pdfjs-dist/legacy/build/pdf.mjs')
      // the worker's code runs here, in this child; named ahead so that it is not looked up by address
      world.pdfjsWorker = await import('pdfjs-dist/legacy/build/pdf.worker.mjs' as string)
      return loaded
    } finally {
      process.getBuiltinModule = builtin
    }
  })()
  return library
}

/** In Electron's utility process pdfjs takes itself to be in a browser and would fetch; so we hand it the bytes. */
function dataFactory(folder: string): new (urls: Record<string, string | null>) => object {
  return class {
    constructor(private readonly urls: Record<string, string | null>) {}

    async fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
      const inside = this.urls[kind]
      // names of character maps come from the pdf
      if (!inside || !/^[\w.+-]{1,100}$/u.test(filename)) throw new Error('no such data')
      return new Uint8Array(await readFile(join(folder, inside, filename)))
    }
  }
}

function givePasswords(task: PDFDocumentLoadingTask, passwords: readonly string[]): void {
  const left = [...passwords]
  task.onPassword = (answer: (password: string | Error) => void): void => {
    const next = left.shift()
    answer(next ?? new ReadTrouble('E_ENCRYPTED', 'opens with a password only'))
  }
}

interface Source {
  from: object
  failed: Promise<never>
  close(): Promise<void>
}

async function sourceOf({ PDFDataRangeTransport }: Library, file: string, bytes: number): Promise<Source> {
  const never = new Promise<never>(() => {})
  if (bytes <= WHOLE) {
    return { from: { data: new Uint8Array(await readFile(file)) }, failed: never, close: async () => {} }
  }
  const handle = await open(file, 'r')
  let fail: (error: unknown) => void = () => {}
  const failed = new Promise<never>((_, reject) => (fail = reject))
  failed.catch(() => undefined)
  const read = async (begin: number, end: number): Promise<Uint8Array> => {
    const buffer = new Uint8Array(end - begin)
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, begin)
    return buffer.subarray(0, bytesRead)
  }
  class FileRanges extends PDFDataRangeTransport {
    override requestDataRange(begin: number, end: number): void {
      read(begin, end).then(chunk => this.onDataRange(begin, chunk), fail)
    }
  }
  const range = new FileRanges(bytes, await read(0, RANGE))
  const from = { range, rangeChunkSize: RANGE, disableAutoFetch: true, disableStream: true }
  return { from, failed, close: () => handle.close() }
}

function troubleOf(error: unknown): unknown {
  if (error instanceof ReadTrouble) return error
  const { name, code } = error as { name?: string; code?: number }
  if (name === 'PasswordException' || code === INCORRECT_PASSWORD) {
    return new ReadTrouble('E_ENCRYPTED', 'opens with a password only', { cause: error })
  }
  return new ReadTrouble('E_CORRUPT', 'not a readable pdf', { cause: error })
}
