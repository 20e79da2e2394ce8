/** Called often by long synchronous work: reports how far it is and throws `Cancelled` when it should stop. */
export type Tick = (done?: number, total?: number) => void

export const noTick: Tick = () => {}

export class Cancelled extends Error {
  constructor() {
    super('cancelled')
    this.name = 'Cancelled'
  }
}
