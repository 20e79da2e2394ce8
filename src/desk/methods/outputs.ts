import { randomBytes } from 'node:crypto'
import { mkdir, rm, stat, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { answersOf } from '../../reporting/answers.ts'
import { markOf } from '../../store/decided.ts'
import { DeskError } from '../desk-error.ts'
import type { DeskState } from '../desk.ts'
import { exportFile } from '../export.ts'
import type { Methods } from './table.ts'

type Names = 'export' | 'previewReport' | 'importAnswers'

/** A sheet of 20,000 rows is near 3 MB. */
const LARGEST_SHEET = 50 << 20

export function outputMethods(desk: DeskState): Methods<Names> {
  return {
    export: request => exportFile(desk, request),
    previewReport: async request => {
      const { bytes } = await exportFile(desk, request)
      return { url: `/preview/${desk.previews.put(new TextDecoder().decode(bytes))}` }
    },
    importAnswers: async ({ package: id, location, bytes }) => {
      const { each, opened } = await desk.ready(id)
      const { name, rows } = await sheetRows(desk, location, bytes)
      const { index, journal } = opened
      const read = answersOf(rows, new Set(index.findingAt.keys()), desk.now())
      if (read.missing.includes('code')) throw new DeskError('bad-file', 'not a verification sheet')
      const answers = read.answers.map(({ finding, ...said }) => ({
        ...said,
        finding: markOf(index.audit.findings[index.findingAt.get(finding)!]!)
      }))
      if (answers.length > 0) await journal.add({ what: 'import', answers, ...(name && { name }) })
      desk.emit({ type: 'changed', package: id, what: 'decisions' })
      await desk.recount(each)
      return { answered: read.answered, unknown: read.unknown, empty: read.empty, history: journal.history() }
    }
  }
}

/** What came back is a stranger's file, and is read where strangers' files are read. */
async function sheetRows(
  desk: DeskState,
  location: string | undefined,
  bytes: Uint8Array | undefined
): Promise<{ name?: string; rows: string[][] }> {
  const read = (file: string) => desk.engines.aside(engine => engine.ask('rows', { file }))
  if (location !== undefined) {
    const path = desk.locations.pathOf(location)
    const size = await stat(path).then(status => status.size, () => { throw new DeskError('missing') }) // prettier-ignore
    if (size > LARGEST_SHEET) throw new DeskError('bad-file', 'too large')
    return { name: basename(path).slice(0, 300), rows: await read(path) }
  }
  if (!bytes) throw new DeskError('bad-input', 'no sheet')
  if (bytes.length > LARGEST_SHEET) throw new DeskError('bad-file', 'too large')
  const folder = join(desk.data, 'temporary')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, `${randomBytes(8).toString('hex')}.xlsx`)
  try {
    await writeFile(file, bytes, { flag: 'wx', mode: 0o600 })
    return { rows: await read(file) }
  } finally {
    await rm(file, { force: true })
  }
}
