// Runs every test and ends with one plain line that scripts can read.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'henshi-tests-'))
const outcome = join(folder, 'outcome.json')
const vitest = join(root, 'node_modules/vitest/vitest.mjs')

const { status } = spawnSync(
  process.execPath,
  [
    vitest,
    'run',
    '--config',
    'tests/vitest.config.ts',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${outcome}`
  ],
  { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] }
)

let line = '0 passed, 1 failed, 0 skipped'
try {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(
    readFileSync(outcome, 'utf8')
  )
  const skipped = testResults
    .flatMap(file => file.assertionResults)
    .filter(each => each.status === 'pending' || each.status === 'skipped')
  for (const { fullName } of skipped) console.log(`skipped: ${fullName}`)
  const broken = testResults.filter(
    file => file.status === 'failed' && file.assertionResults.length === 0
  ).length
  line = `${numPassedTests} passed, ${numFailedTests + broken} failed, ${numPendingTests + numTodoTests} skipped`
} catch (error) {
  console.error(`the test runner left no outcome: ${error.message}`)
}
rmSync(folder, { recursive: true, force: true })
console.log(line)
process.exitCode = status === 0 ? 0 : 1
