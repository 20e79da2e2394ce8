import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, relative, resolve, sep, isAbsolute } from 'node:path'
import type { Audit, Masking } from '../../model/audit.ts'
import { renderHtml } from '../../reporting/html.ts'
import { viewOf } from '../../reporting/view.ts'
import { renderXlsx } from '../../reporting/xlsx.ts'
import { openExhibits } from '../../store/exhibits.ts'
import { saveAtomically } from '../../support/atomic-save.ts'
import { Cancelled } from '../../support/tick.ts'
import { wordsOf, type Language } from '../../words/index.ts'
import { progressLine } from '../progress-line.ts'
import { EngineFailure, runEngine } from '../../desk/engine/run-engine.ts'
import { EXIT, say, tell, type Shell } from '../shell.ts'
import { summaryOf } from '../summary.ts'

export interface AuditOptions {
  out?: string
  json?: string
  unit?: string
  from?: string
  to?: string
  inspected?: string
  issued: string[]
  reference: string[]
  indicators?: string
  passwordsFile?: string
  lang: Language
  unmasked?: boolean
  statistics?: boolean
  reason?: string
  jobs?: number
  cache: boolean
  quiet?: boolean
}

/** Audits each package by itself; resolves to the exit code. */
export async function auditCommand(
  packages: readonly string[],
  options: AuditOptions,
  shell: Shell
): Promise<number> {
  const complaint = await complaintAbout(packages, options)
  if (complaint) {
    tell(complaint)
    return EXIT.usage
  }
  const controller = new AbortController()
  const interrupt = (): void => controller.abort()
  process.on('SIGINT', interrupt)
  process.on('SIGTERM', interrupt)
  try {
    let worst: number = EXIT.ok
    for (const path of packages) {
      const code = await auditOne(path, packages.length > 1, options, shell, controller.signal)
      if (code === EXIT.cancelled) return code
      worst = Math.max(worst === EXIT.nothing ? 9 : worst, code === EXIT.nothing ? 9 : code)
    }
    return worst === 9 ? EXIT.nothing : worst
  } finally {
    process.off('SIGINT', interrupt)
    process.off('SIGTERM', interrupt)
  }
}

async function auditOne(
  path: string,
  several: boolean,
  options: AuditOptions,
  shell: Shell,
  signal: AbortSignal
): Promise<number> {
  const { lang, quiet } = options
  const folder = outputFolder(path, several, options)
  const line = progressLine(process.stderr, lang)
  let temporary = ''
  try {
    temporary = await writing(tmpdir(), () => mkdtemp(join(tmpdir(), 'henshi-exhibits-')))
    const { audit, names } = await runEngine(
      shell.engine,
      shell.paths,
      {
        cache: options.cache && !options.passwordsFile,
        exhibits: temporary,
        request: {
          package: resolve(path),
          issued: options.issued.map(each => resolve(each)),
          reference: options.reference.map(each => resolve(each)),
          indicators: options.indicators && resolve(options.indicators),
          inspection: {
            unit: options.unit,
            from: options.from,
            to: options.to,
            inspectedOn: options.inspected
          },
          passwords: options.passwordsFile ? await passwordsIn(options.passwordsFile) : [],
          masking: maskingOf(options),
          reason: options.reason?.trim(),
          jobs: options.jobs,
          paths: shell.paths
        }
      },
      signal,
      quiet ? () => {} : line.show
    )
    if (!quiet) line.show({ stage: 'report', done: 0, total: 0 })
    const files = await saveReports(audit, names, folder, temporary, options)
    line.end()
    if (!quiet) say(summaryOf(files, viewOf(audit, lang, { names })))
    // Said even when quiet: an audit without the list that was asked for is not what was asked for
    for (const { path: list, notes } of audit.materials)
      for (const note of notes ?? [])
        if (note.code === 'no-indicators') tell(`${list}: ${wordsOf(lang).note(note)}`)
    return codeOf(audit)
  } catch (error) {
    line.end()
    if (error instanceof Cancelled) {
      tell(lang === 'zh' ? '已停止，没有写出报告。' : 'Stopped; no report was written.')
      return EXIT.cancelled
    }
    if (error instanceof EngineFailure && error.intake) {
      tell(`${path}: ${rootText(error.intake, lang)}`)
      return EXIT.nothing
    }
    if (error instanceof OutputError) {
      tell(
        lang === 'zh'
          ? `不能写入 ${error.folder}（${error.reason}）。请检查磁盘空间与权限，或用 --out 指定别处。`
          : `Cannot write to ${error.folder} (${error.reason}). Check space and permission, or name another place with --out.`
      )
      return EXIT.nothing
    }
    tell(`${lang === 'zh' ? '程序自身出错（不是材料的问题）' : 'A fault of the program, not of the package'}: ${String((error as Error).stack ?? error)}`) // prettier-ignore
    return EXIT.nothing
  } finally {
    if (temporary !== '') await rm(temporary, { recursive: true, force: true })
  }
}

async function saveReports(
  audit: Audit,
  names: readonly string[],
  folder: string,
  exhibits: string,
  options: AuditOptions
): Promise<string[]> {
  await writing(folder, () => mkdir(folder, { recursive: true }))
  const json = `${JSON.stringify(audit, null, 1)}\n`
  const files: string[] = []
  const save = async (file: string, data: string | Uint8Array): Promise<void> => {
    await writing(dirname(file), () => saveAtomically(file, data))
    files.push(file)
  }
  const { lang } = options
  await save(
    join(folder, 'report.html'),
    renderHtml(audit, await exhibitsFor(audit, exhibits), lang, { names })
  )
  await save(join(folder, 'report.xlsx'), await renderXlsx(audit, lang, { names }))
  await save(join(folder, 'audit.json'), json)
  if (options.json) await save(resolve(options.json), json)
  return files
}

function maskingOf({ statistics, unmasked }: AuditOptions): Masking {
  return statistics ? 'statistics' : unmasked ? 'full' : 'masked'
}

/** The place for reports or temporary files cannot be written: the system's doing, not the package's nor ours. */
class OutputError extends Error {
  readonly reason: string

  constructor(
    readonly folder: string,
    cause: unknown
  ) {
    super(folder, { cause })
    this.reason = (cause as NodeJS.ErrnoException).code ?? String(cause)
  }
}

async function writing<T>(folder: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw new OutputError(folder, error)
  }
}

/** Thumbnails that findings show, loaded before the report is rendered. */
async function exhibitsFor({ findings }: Audit, folder: string): Promise<Map<string, Uint8Array>> {
  const store = await openExhibits(folder)
  const loaded = new Map<string, Uint8Array>()
  for (const { detail } of findings) {
    if (detail.kind !== 'pictures') continue
    for (const { sha256 } of detail.pictures) {
      const picture = loaded.has(sha256) ? undefined : await store.get(sha256)
      if (picture) loaded.set(sha256, picture)
    }
  }
  return loaded
}

/** Everything read is 0; something unread or only partly read is 3, each named in the summary. */
function codeOf({ accounting }: Audit): number {
  const { found, listed, unread, partly } = accounting
  if (found - listed === unread && found > listed) return EXIT.nothing
  return unread + partly > 0 ? EXIT.partly : EXIT.ok
}

function outputFolder(path: string, several: boolean, { out }: AuditOptions): string {
  const beside = `${resolve(path)}-henshi`
  if (!out) return beside
  return several ? join(resolve(out), relative(dirname(beside), beside)) : resolve(out)
}

async function complaintAbout(
  packages: readonly string[],
  options: AuditOptions
): Promise<string | undefined> {
  const zh = options.lang === 'zh'
  if (options.json && packages.length > 1) {
    return zh
      ? '--json 只能用于一个材料包；多个请用 --out'
      : '--json goes with one package; use --out for several'
  }
  if (options.statistics && options.unmasked) {
    return zh ? '--statistics 与 --unmasked 不能同时使用' : '--statistics and --unmasked do not go together'
  }
  if (options.reason !== undefined && !options.unmasked) {
    return zh ? '--reason 只与 --unmasked 同用' : '--reason goes with --unmasked'
  }
  if (options.from && options.to && options.from > options.to) {
    return zh ? '--from 晚于 --to' : '--from is later than --to'
  }
  if (options.indicators && !existsSync(options.indicators)) {
    return zh
      ? `没有这个指标清单文件：${options.indicators}`
      : `There is no such list of indicators: ${options.indicators}`
  }
  for (const path of packages) {
    for (const target of [
      outputFolder(path, packages.length > 1, options),
      ...(options.json ? [resolve(options.json)] : [])
    ]) {
      if (await isInside(target, path)) {
        return zh
          ? `输出位置在材料包里面，会改动材料包：${target}\n请用 --out 指定别处`
          : `The output would lie inside the package and change it: ${target}\nName another place with --out`
      }
    }
  }
  return undefined
}

async function isInside(target: string, root: string): Promise<boolean> {
  const [from, to] = await Promise.all([real(resolve(root)), real(resolve(target))])
  const way = relative(from, to)
  return way === '' || (!way.startsWith(`..${sep}`) && way !== '..' && !isAbsolute(way))
}

/** Links resolved as far as the path exists. */
async function real(path: string): Promise<string> {
  try {
    return await realpath(path)
  } catch {
    const above = dirname(path)
    return above === path ? path : join(await real(above), relative(above, path))
  }
}

function rootText(reason: keyof typeof ROOT_TEXTS, language: Language): string {
  return ROOT_TEXTS[reason][language]
}

const ROOT_TEXTS = {
  missing: { zh: '没有这个文件或文件夹。请检查路径；未生成任何报告。', en: 'There is no such file or folder. Check the path; no report was written.' },
  unreadable: { zh: '没有权限读取，或磁盘、网络盘已断开。未生成任何报告。', en: 'It cannot be read: no permission, or the drive is gone. No report was written.' },
  notAFile: { zh: '既不是文件也不是文件夹。', en: 'It is neither a file nor a folder.' },
  empty: { zh: '里面没有任何文件。请检查是否选对了文件夹。', en: 'There is no file in it. Check that this is the right folder.' }
} // prettier-ignore

async function passwordsIn(file: string): Promise<string[]> {
  return (await readFile(file, 'utf8')).split(/\r?\n/).filter(line => line !== '')
}
