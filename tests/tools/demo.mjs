// The README's first command: a sample package, its audit, and where the reports lie.
import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../..')
const demo = join(root, 'demo')
const henshi = (...args) =>
  spawnSync(process.execPath, [join(root, 'src/cli/henshi.mjs'), ...args], { cwd: root, stdio: 'inherit' })
    .status

rmSync(demo, { recursive: true, force: true })
const made = henshi('sample', demo, '--seed', '1')
if (made !== 0) process.exit(made ?? 1)
const code = henshi('audit', join(demo, 'package'), '--out', join(demo, 'report'))
// 3 says that some files could not be read: the sample holds a truncated and an empty one on purpose.
process.exitCode = code === 3 ? 0 : (code ?? 1)
