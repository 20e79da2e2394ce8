import type { AuditOutcome, Paths, Progress } from '../../index.ts'
import { Engine, EngineFailure } from './engine.ts'
import type { Questions } from './protocol.ts'

export { EngineFailure }

/** A cancelled run of the command line that does not answer in this time is ended; its children leave with it. */
const PATIENCE = 4000

/** One audit in an engine of its own. Rejects with `Cancelled` when stopped, with `EngineFailure` for anything else. */
export async function runEngine(
  entry: string,
  paths: Paths,
  task: Questions['audit']['ask'],
  signal: AbortSignal,
  progress: (progress: Progress) => void
): Promise<AuditOutcome> {
  const engine = new Engine({ entry, paths }, event => event.type === 'progress' && progress(event.progress))
  try {
    return await engine.ask('audit', task, signal, PATIENCE)
  } finally {
    await engine.end()
  }
}
