import type { z } from 'zod'
import { type inspection as inspectionSchema, type PackageState, type Survey } from '../contract.ts'
import { DeskError } from '../desk-error.ts'
import type { DeskState } from '../desk.ts'
import { dropKept } from '../kept.ts'
import { kindOf } from '../locations.ts'
import type { DeskPackage } from '../package.ts'
import type { Methods } from './table.ts'

type Names = 'open' | 'close' | 'queue' | 'survey' | 'surveyed' | 'run' | 'runAll' | 'cancel' | 'state'
type Inspection = z.output<typeof inspectionSchema>

export function packageMethods(desk: DeskState): Methods<Names> {
  const { shelf, runs, locations } = desk
  const stateOf = (each: DeskPackage): PackageState => shelf.stateOf(each)
  return {
    open: async ({ locations: tokens }) => {
      const paths = [...new Set(tokens.map(token => locations.pathOf(token)))]
      const opened: PackageState[] = []
      for (const path of paths) opened.push(stateOf(await put(desk, path)))
      desk.emit({ type: 'queue' })
      return opened
    },
    close: async ({ package: id }) => {
      const each = shelf.get(id)
      each.closed = true
      each.stop?.abort()
      shelf.remove(id)
      await desk.engines.drop(id)
      await dropKept(desk.data, id)
      desk.emit({ type: 'queue' })
      return { ok: true }
    },
    queue: async () => shelf.all().map(stateOf),
    survey: async ({ package: id }) => {
      const each = runnable(desk, id)
      runs.survey(each)
      return stateOf(each)
    },
    surveyed: async ({ package: id }): Promise<Survey> => {
      const { survey } = shelf.get(id)
      if (!survey) throw new DeskError('not-ready')
      return survey
    },
    run: async ({ package: id, inspection }) => {
      const each = runnable(desk, id)
      if (inspection) tell(desk, each, inspection)
      runs.run(each)
      return stateOf(each)
    },
    runAll: async ({ inspection }) => {
      for (const each of shelf.all()) {
        if (
          each.saved ||
          (each.state !== 'waiting' && each.state !== 'surveyed' && each.state !== 'surveying')
        )
          continue
        if (inspection) tell(desk, each, { ...inspection, passwords: each.passwords })
        runs.run(each)
      }
      return shelf.all().map(stateOf)
    },
    cancel: async ({ package: id }) => {
      const each = shelf.get(id)
      runs.cancel(each)
      return stateOf(each)
    },
    state: async ({ package: id }) => stateOf(shelf.get(id))
  }
}

/** A saved audit is opened by reading it; a package waits for its turn. */
async function put(desk: DeskState, path: string): Promise<DeskPackage> {
  const each = desk.shelf.put(path, await kindOf(path))
  if (desk.settings.keepRecents) await desk.remember(each)
  if (!each.saved || each.hasAudit) return each
  try {
    await desk.opened(each)
    each.state = 'done'
    await desk.recount(each)
  } catch (error) {
    each.state = 'failed'
    each.because = error instanceof DeskError ? error.code : 'crashed'
    each.reason = error instanceof DeskError ? error.detail : undefined
    desk.changed(each)
  }
  return each
}

/** A saved audit cannot be run: the package itself is not here. */
function runnable(desk: DeskState, id: string): DeskPackage {
  const each = desk.shelf.get(id)
  if (each.saved) throw new DeskError('not-here')
  return each
}

/** Places become paths here; a token that leads nowhere is refused before anything starts. */
function tell({ locations, shelf }: DeskState, each: DeskPackage, inspection: Inspection): void {
  const { unit, from, to, inspectedOn, indicators, issued, reference, passwords } = inspection
  each.told = {
    unit, from, to, inspectedOn,
    indicators: indicators === undefined ? undefined : locations.pathOf(indicators),
    issued: issued.map(token => locations.pathOf(token)),
    reference: reference.map(token => locations.pathOf(token))
  } // prettier-ignore
  each.passwords = passwords.filter(password => password !== '')
  shelf.save()
}
