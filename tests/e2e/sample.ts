import { spawn, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { audit as schema, type Audit } from '../../src/model/audit.ts'

export const root = resolve(import.meta.dirname, '../..')
const shim = join(root, 'src/cli/henshi.mjs')

export interface Outcome {
  code: number | null
  out: string
  err: string
}

/** The built command line, as a person would run it; its data folder is private to the test. */
export function henshi(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Outcome> {
  return new Promise(done => {
    const child = spawn(process.execPath, [shim, ...args], {
      env: { ...process.env, HENSHI_HOME: home(), ...env }
    })
    let [out, err] = ['', '']
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()))
    child.on('close', code => done({ code, out, err }))
  })
}

/** The sample of a seed, made once for all tests. */
export function samplePackage(seed = 1): { folder: string; truth: string } {
  const made = join(tmpdir(), `henshi-e2e-${process.getuid?.() ?? 0}`)
  mkdirSync(made, { recursive: true })
  const folder = join(made, `sample-${seed}-${newestSource()}`)
  if (!existsSync(folder)) {
    const half = mkdtempSync(join(made, 'half-'))
    const { status, stderr } = spawnSync(process.execPath, [shim, 'sample', half, '--seed', String(seed)], {
      encoding: 'utf8'
    })
    if (status !== 0) throw new Error(`the sample could not be made: ${stderr}`)
    if (!existsSync(folder)) renameSync(half, folder)
  }
  return { folder: join(folder, 'package'), truth: join(folder, 'truth.json') }
}

/**
 * Puts the readings of the sample into a data folder, read once for all tests: most of an audit's time is reading, and
 * most tests are about what comes after. What is not about reading may start from here; nothing else differs.
 */
export function warmReadings(data: string): void {
  const { folder } = samplePackage()
  const kept = `${resolve(folder, '..')}-readings`
  if (!existsSync(kept)) {
    const half = mkdtempSync(join(folder, '../..', 'readings-'))
    const { status, stderr } = spawnSync(process.execPath, [shim, 'audit', folder, '--out', join(half, 'out'), '--quiet'], { encoding: 'utf8', env: { ...process.env, HENSHI_HOME: half } }) // prettier-ignore
    if (status !== 3) throw new Error(`the sample could not be read: ${stderr}`)
    // Two test files at once may both have read it; the first to come stays, and whole.
    if (!existsSync(kept)) renameSync(join(half, 'readings'), kept)
  }
  cpSync(kept, join(data, 'readings'), { recursive: true })
}

export function readAudit(file: string): Audit {
  return schema.parse(JSON.parse(readFileSync(file, 'utf8')))
}

/** An audit but for `run`, which alone may differ. */
export function withoutRun(file: string): string {
  const { run: _, ...rest } = JSON.parse(readFileSync(file, 'utf8')) as Audit
  return JSON.stringify(rest)
}

let ownHome: string | undefined
/** The data folder of this test file. */
export function home(): string {
  return (ownHome ??= mkdtempSync(join(tmpdir(), 'henshi-home-')))
}

/** A sample made by another build is another sample. */
function newestSource(): string {
  return Math.round(statSync(join(root, 'out/main/cli.js')).mtimeMs).toString(36)
}
