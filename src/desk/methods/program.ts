import { access, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { CHECKS, VERSION } from '../../index.ts'
import { eraseData } from '../../store/erase.ts'
import { forgetRecents, listRecents } from '../../store/recents.ts'
import { readSettings, saveSettings } from '../../store/settings.ts'
import { wordsOf } from '../../words/index.ts'
import { browse } from '../browse.ts'
import { DeskError } from '../desk-error.ts'
import type { DeskState } from '../desk.ts'
import type { Methods } from './table.ts'

type Names = 'hello' | 'configure' | 'recents' | 'forget' | 'browse' | 'choose' | 'sample' | 'help' | 'erase'

/** The one sample of the program; the same on every computer. */
const SEED = 1

export function programMethods(desk: DeskState): Methods<Names> {
  const { options, locations, shelf, data } = desk
  return {
    hello: async () => ({
      version: VERSION,
      platform: process.platform,
      shell: options.shell,
      can: options.can,
      settings: desk.settings,
      checks: CHECKS.map(({ id, family, stage }) => ({ id, family, stage })),
      packages: shelf.all().map(each => shelf.stateOf(each))
    }),
    configure: async change => (desk.settings = await saveSettings(data, given(change))),
    recents: async () =>
      (await listRecents(data)).map(({ path, name, kind, openedAt, gone, findings, decided }) => ({
        ...locations.named(path, kind, name),
        openedAt,
        gone,
        ...(findings !== undefined && { findings }),
        ...(decided !== undefined && { decided })
      })),
    forget: async ({ location }) => {
      await forgetRecents(data, location === undefined ? undefined : locations.pathOf(location))
      return { ok: true }
    },
    browse: ({ location }) => browse(locations, location),
    choose: async ({ what }) => {
      if (!options.choose) throw new DeskError('not-here')
      return Promise.all((await options.choose(what)).map(path => locations.at(path)))
    },
    sample: async () => {
      const folder = join(data, 'samples', String(SEED))
      const there = await access(join(folder, 'truth.json')).then(() => true, () => false) // prettier-ignore
      if (!there) await desk.engines.aside(engine => engine.ask('sample', { folder, seed: SEED }))
      return locations.at(join(folder, 'package'))
    },
    help: async ({ check, language }) => {
      if (check !== undefined && !CHECKS.some(({ id }) => id === check)) throw new DeskError('bad-input', 'no such check') // prettier-ignore
      if (check !== undefined) return { markdown: await readFile(join(options.paths.resources, 'help', language, `${check}.md`), 'utf8') } // prettier-ignore
      const words = wordsOf(language)
      return { markdown: CHECKS.map(({ id }) => `- ${words.check(id).title}`).join('\n') }
    },
    erase: async () => {
      for (const each of shelf.all()) {
        each.closed = true
        each.stop?.abort()
        await desk.engines.drop(each.id)
      }
      shelf.clear()
      await shelf.saved()
      await desk.engines.idle()
      desk.previews.clear()
      await eraseData(data)
      desk.settings = await readSettings(data)
      desk.emit({ type: 'queue' })
      return { ok: true }
    }
  }
}

/** What was left out stays as it is. */
function given<T extends object>(change: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as { [K in keyof T]: Exclude<T[K], undefined> } // prettier-ignore
}
