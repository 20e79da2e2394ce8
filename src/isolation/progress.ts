import type { Found } from '../model/found.ts'
import type { ReadProgress } from './read-all.ts'

/** Counts files and bytes as they are announced and read. */
export class Progress {
  private readonly state: ReadProgress = { files: 0, filesTotal: 0, bytes: 0, bytesTotal: 0 }

  constructor(private readonly report: ((progress: ReadProgress) => void) | undefined) {}

  expect(found: readonly Found[]): void {
    for (const { bytes } of found) this.announce(bytes)
  }

  announce(bytes: number): void {
    this.state.filesTotal++
    this.state.bytesTotal += bytes
  }

  done(path: string, bytes: number): void {
    this.state.files++
    this.state.bytes += bytes
    this.report?.({ ...this.state, path })
  }
}
