import type { DeskEvent } from '../../src/desk/contract.ts'

/** Events for the window. Of what happens while nobody listens, only what was opened is kept: the rest is asked for anew. */
export class EventQueue {
  private listening = false
  private kept: DeskEvent[] = []

  constructor(private readonly post: (event: DeskEvent) => void) {}

  send(event: DeskEvent): void {
    if (this.listening) this.post(event)
    else if (event.type === 'open') this.kept.push(event)
  }

  open(): void {
    this.listening = true
    for (const event of this.kept.splice(0)) this.post(event)
  }

  close(): void {
    this.listening = false
  }
}
