import { spawn } from 'node:child_process'
import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { henshi, readAudit, root, samplePackage, withoutRun } from './sample.ts'

const work = mkdtempSync(join(tmpdir(), 'henshi-cli-'))
let folder = ''
beforeAll(() => {
  folder = samplePackage().folder
}, 120_000)
afterAll(() => rmSync(work, { recursive: true, force: true }))

describe('henshi audit', () => {
  /** The sample is read three times for all that is asked of it: a whole audit takes its time. */
  const first = { out: join(work, 'first'), home: mkdtempSync(join(work, 'home-')) }

  it('writes both reports, adds up, names what it could not read and ends with 3', async () => {
    const { code, out: said } = await henshi(['audit', folder, '--out', first.out, '--jobs', '4'], { TZ: 'Asia/Shanghai', HENSHI_HOME: first.home }) // prettier-ignore
    expect(code).toBe(3)
    const audit = readAudit(join(first.out, 'audit.json'))
    const { found, read, partly, unread, listed } = audit.accounting
    expect(found).toBe(audit.materials.length)
    expect(read + partly + unread + listed).toBe(found)
    for (const { path, code: trouble } of audit.troubles) {
      expect(said).toContain(path)
      expect(said).toContain(trouble)
    }
    expect(said).toContain('不用于单位之间排名')
    expect(readFileSync(join(first.out, 'report.html'), 'utf8')).toMatch(/^<!doctype html>/)
  }, 120_000)

  it('gives the same audit with one job and four, cached and not, in any zone', async () => {
    const run = async (name: string, args: string[], env: NodeJS.ProcessEnv): Promise<string> => {
      await henshi(['audit', folder, '--out', join(work, name), '--quiet', ...args], env)
      return withoutRun(join(work, name, 'audit.json'))
    }
    const four = withoutRun(join(first.out, 'audit.json'))
    expect(await run('one', ['--jobs', '1', '--no-cache'], { TZ: 'UTC' })).toBe(four)
    expect(await run('cached', ['--jobs', '4'], { TZ: 'Pacific/Apia', HENSHI_HOME: first.home })).toBe(four)
    const erased = await henshi(['erase'], { HENSHI_HOME: first.home })
    expect(erased.code).toBe(0)
    expect(existsSync(first.home) ? readdirSync(first.home) : []).toEqual([])
  }, 300_000)

  it('leaves the package as it was', () => {
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    expect(names.filter(name => /henshi|audit\.json|report\.html/.test(name))).toEqual([])
  })

  it('refuses to write into the package, and says what to do', async () => {
    const { code, err } = await henshi(['audit', folder, '--out', join(folder, '报告')])
    expect(code).toBe(2)
    expect(err).toContain('--out')
    expect(existsSync(join(folder, '报告'))).toBe(false)
  })

  it('ends with 1 when nothing can be audited: a root that is not there is no empty package', async () => {
    const { code, err } = await henshi(['audit', join(work, '没有这个包'), '--out', join(work, 'none')])
    expect(code).toBe(1)
    expect(err).toContain('没有这个包')
    expect(existsSync(join(work, 'none'))).toBe(false)
  })

  it.skipIf(process.getuid?.() === 0)('ends with 1 when the root may not be read', async () => {
    const locked = join(work, 'locked')
    mkdirSync(locked)
    chmodSync(locked, 0o000)
    expect((await henshi(['audit', locked, '--out', join(work, 'locked-out')])).code).toBe(1)
    chmodSync(locked, 0o700)
  })

  it.each([
    [['audit']],
    [['audit', 'x', '--from', '2024-13-01']],
    [['audit', 'x', '--lang', 'fr']],
    [['audit', 'x', '--jobs', '0']],
    [['audit', 'x', 'y', '--json', 'a.json']],
    [['audit', 'x', '--from', '2024-05-01', '--to', '2024-04-01']],
    [['nothing-of-the-kind']]
  ])('ends with 2 on wrong usage: %j', async args => {
    expect((await henshi(args)).code).toBe(2)
  })

  it('reads a small package whole and ends with 0, in English', async () => {
    const small = join(work, 'small')
    mkdirSync(small)
    writeFileSync(join(small, '说明.txt'), '3月5日在东河村走访12户，帮助2户申请低保，3月20日获批。')
    const { code, out } = await henshi(['audit', small, '--lang', 'en', '--json', join(work, 'small.json')])
    expect(code).toBe(0)
    expect(out).toContain('not a score')
    expect(readAudit(join(work, 'small.json')).accounting).toMatchObject({ found: 1, read: 1 })
    expect(existsSync(`${small}-henshi/report.html`)).toBe(true)
  })

  it('says in one sentence where it cannot write', async () => {
    const file = join(work, 'occupied')
    writeFileSync(file, '占位')
    const small = join(work, 'unwritable')
    mkdirSync(small)
    writeFileSync(join(small, '说明.txt'), '本月完成路灯维修12盏。')
    const { code, err } = await henshi(['audit', small, '--out', join(file, '报告'), '--quiet'])
    expect(code).toBe(1)
    expect(err).toContain('--out')
    expect(err).not.toContain(' at ')
  })

  it('lists its own outputs and audits the rest', async () => {
    const again = join(work, 'again')
    mkdirSync(join(again, '甲'), { recursive: true })
    writeFileSync(join(again, '甲', '说明.txt'), '本月完成路灯维修12盏。')
    await henshi(['audit', join(again, '甲'), '--quiet'])
    const { code } = await henshi(['audit', again, '--out', join(work, 'again-out'), '--quiet'])
    expect(code).toBe(0)
    const audit = readAudit(join(work, 'again-out', 'audit.json'))
    expect(audit.accounting).toMatchObject({ found: 4, read: 1, listed: 3 })
  })

  it.skipIf(process.platform === 'win32')(
    'leaves no child and no half file on Ctrl-C',
    async () => {
      const many = join(work, 'many')
      mkdirSync(many)
      for (let i = 0; i < 4; i++) cpSync(folder, join(many, String(i)), { recursive: true })
      const out = join(work, 'stopped')
      const home = mkdtempSync(join(work, 'home-'))
      const child = spawn(process.execPath, [join(root, 'src/cli/henshi.mjs'), 'audit', many, '--out', out, '--no-cache'], { env: { ...process.env, HENSHI_HOME: home }, stdio: 'ignore' }) // prettier-ignore
      const children = await appearing(() => descendants(child.pid!))
      expect(children.length).toBeGreaterThan(0)
      const ended = new Promise(resolve => child.on('exit', resolve))
      child.kill('SIGINT')
      expect(await ended).toBe(130)
      await new Promise(resolve => setTimeout(resolve, 1000))
      expect(children.filter(isAlive)).toEqual([])
      expect(existsSync(out) ? readdirSync(out) : []).toEqual([])
    },
    60_000
  )
})

describe('henshi checks', () => {
  it('lists the checks and shows a help page in each language', async () => {
    expect((await henshi(['checks'])).out).toContain('duplicate-files')
    expect((await henshi(['checks', 'duplicate-files'])).out).toContain('什么可以说明清楚')
    expect((await henshi(['checks', 'duplicate-files', '--lang', 'en'])).out).toContain('What would clear it')
    expect((await henshi(['checks', 'nothing'])).code).toBe(2)
  })
})

function descendants(pid: number): number[] {
  const table = execFileSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map(line => line.trim().split(/\s+/).map(Number) as [number, number])
  const own = table.filter(([, parent]) => parent === pid).map(([child]) => child)
  return own.flatMap(child => [child, ...descendants(child)])
}

/** Waits until there is something to see, twenty seconds at most. */
async function appearing(look: () => number[]): Promise<number[]> {
  for (let i = 0; i < 100; i++) {
    const seen = look()
    if (seen.length > 0) return seen
    await new Promise(resolve => setTimeout(resolve, 200))
  }
  return []
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
