import type { DeskEvent, Location } from './contract.ts'

/** The desk as a shell holds it: what `henshi serve` and Electron's utility process are written against. */
export interface ShellDesk {
  /** Any method of the contract; rejects with an error that has `code` and `detail` of `deskError`. */
  call(method: string, input: unknown): Promise<unknown>
  on(listener: (event: DeskEvent) => void): () => void
  /** A token for a path that a person chose: by a native dialog, a drop, the command line. */
  locate(path: string): Promise<Location>
  /** The report behind an address of `previewReport`, once. */
  takePreview(token: string): string | Uint8Array | undefined
  /** Stops what runs and lets go of everything. */
  end(): Promise<void>
}
