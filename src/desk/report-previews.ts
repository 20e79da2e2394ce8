import { randomBytes } from 'node:crypto'

/** A report waits for its frame; one that nobody fetched gives way to newer ones. */
const MOST = 8

/** Reports that the window may frame, each once, by a random token. */
export class ReportPreviews {
  private readonly waiting = new Map<string, string>()

  put(html: string): string {
    const token = randomBytes(24).toString('base64url')
    this.waiting.set(token, html)
    for (const old of [...this.waiting.keys()].slice(0, -MOST)) this.waiting.delete(old)
    return token
  }

  take(token: string): string | undefined {
    const html = this.waiting.get(token)
    this.waiting.delete(token)
    return html
  }

  clear(): void {
    this.waiting.clear()
  }
}
