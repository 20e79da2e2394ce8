import { join } from 'node:path'
import { settings, type Settings } from '../model/settings.ts'
import { readJson, saveJson } from './json-file.ts'

const FILE = 'settings.json'

/** The settings of this data folder; defaults where there are none, or where they are damaged (then kept as `.bad`). */
export async function readSettings(data: string): Promise<Settings> {
  return (await readJson(join(data, FILE), settings)) ?? settings.parse({})
}

/** Changes what is given, keeps the rest, and returns all. Rejects when what is given is no setting, or on the system's error. */
export async function saveSettings(data: string, change: Partial<Settings>): Promise<Settings> {
  const next = settings.parse({ ...(await readSettings(data)), ...change })
  await saveJson(join(data, FILE), next)
  return next
}
