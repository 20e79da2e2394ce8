import type { DeskEvent, Location } from '../../src/desk/contract.ts'
import type { ShellDesk } from '../../src/desk/shell-side.ts'

/** A desk that remembers what it was asked and answers what it is told to; for tests of the shells. */
export class DeskDouble implements ShellDesk {
  readonly calls: { method: string; input: unknown }[] = []
  readonly previews = new Map<string, string>()
  readonly listeners = new Set<(event: DeskEvent) => void>()
  ended = false
  answer: (method: string, input: unknown) => unknown = () => ({ ok: true })

  async call(method: string, input: unknown): Promise<unknown> {
    this.calls.push({ method, input })
    return this.answer(method, input)
  }

  on(listener: (event: DeskEvent) => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  emit(event: DeskEvent): void {
    for (const listener of this.listeners) listener(event)
  }

  async locate(path: string): Promise<Location> {
    return { location: `token-of-${path.length}`, name: path, shown: path, kind: 'folder' }
  }

  takePreview(token: string): string | undefined {
    const preview = this.previews.get(token)
    this.previews.delete(token)
    return preview
  }

  async end(): Promise<void> {
    this.ended = true
  }
}

/** What the desk rejects with. */
export function deskSays(code: string, detail = ''): Error {
  return Object.assign(new Error(code), { code, detail })
}
