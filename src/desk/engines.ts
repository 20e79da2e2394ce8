import { Cancelled } from '../index.ts'
import { Engine, type EngineEvent, type EngineOptions } from './engine/engine.ts'

/**
 * The engines of the desk. One package is worked on at a time: its engine stays after the work, so that the package
 * can be presented again, until another package's turn comes. Small tasks of no package get an engine of their own.
 */
export class Engines {
  private current: { id: string; engine: Engine } | undefined
  private turn: Promise<unknown> = Promise.resolve()
  private ended = false

  constructor(
    private readonly options: EngineOptions,
    private readonly hear: (id: string, event: EngineEvent) => void
  ) {}

  /** Does it when everything asked for before is done. `signal`: not at all when stopped while waiting. */
  inTurn<T>(id: string, work: (engine: Engine) => Promise<T>): Promise<T> {
    const next = this.turn.then(async () => work(await this.engineOf(id)))
    this.turn = next.catch(() => {})
    return next
  }

  /** The engine that still holds this package, if it does. */
  live(id: string): Engine | undefined {
    return this.current?.id === id && !this.current.engine.ended ? this.current.engine : undefined
  }

  /** An engine for one task. */
  async aside<T>(
    work: (engine: Engine) => Promise<T>,
    hear: (event: EngineEvent) => void = () => {}
  ): Promise<T> {
    // prettier-ignore
    const engine = new Engine(this.options, hear)
    try {
      return await work(engine)
    } finally {
      await engine.end()
    }
  }

  async drop(id: string): Promise<void> {
    if (this.current?.id !== id) return
    const { engine } = this.current
    this.current = undefined
    await engine.end()
  }

  /** When nothing waits for its turn any more. */
  async idle(): Promise<void> {
    await this.turn
  }

  /** Ends whatever engine there is; what still waits for its turn is refused. */
  async end(): Promise<void> {
    this.ended = true
    const { current } = this
    this.current = undefined
    await current?.engine.end()
    await this.turn
  }

  private async engineOf(id: string): Promise<Engine> {
    const live = this.live(id)
    if (live) return live
    if (this.ended) throw new Cancelled()
    await this.current?.engine.end()
    const engine = new Engine(this.options, event => this.hear(id, event))
    this.current = { id, engine }
    return engine
  }
}
