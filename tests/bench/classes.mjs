// npm run build && node tests/bench/classes.mjs DIR… [--data DIR] [--quiet]
//
// Classes, entries and shares of ready-made packages against their truth. DIR holds `package/` and `truth.json`
// (as `henshi sample` leaves them), or is a package with `DIR.truth.json` beside it, whose classes may allow
// several (`trace|mixed`).
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { runnerImport } from 'vite'
import { CLASSES, classScores, confusion, entryScore, macroF1 } from './support/truth-score.mjs'

const MACRO_F1 = 0.92
const CLASS_F1 = 0.8
const ENTRY_F1 = 0.95
const SHARE_OFF = 0.03

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { data: { type: 'string' }, quiet: { type: 'boolean', default: false } }
})
const { module } = await runnerImport(resolve(import.meta.dirname, 'support/weigh-against.ts'), {
  logLevel: 'error'
})
const data = values.data ? resolve(values.data) : mkdtempSync(join(tmpdir(), 'henshi-classes-'))
const pairs = []
const entries = { hit: 0, missed: 0, extra: 0 }
const furthest = { files: 0, entries: 0, characters: 0 }
const failures = []

for (const given of positionals) {
  const sample = existsSync(join(given, 'truth.json'))
  const truth = JSON.parse(readFileSync(sample ? join(given, 'truth.json') : `${given}.truth.json`, 'utf8'))
  const { materials, entryClasses, shares } = await module.weighAgainst(sample ? join(given, 'package') : given, truth, data) // prettier-ignore
  const found = materials.flatMap(({ path, given: named, classId, why }) => {
    const wanted = typeof truth.classes[path] === 'string' ? truth.classes[path] : truth.classes[path]?.class
    if (!wanted) return []
    const allowed = wanted.split('|')
    return [{ path, truth: allowed.includes(named) ? named : allowed[0], given: named, classId, why }]
  })
  pairs.push(...found)
  const score = entryScore(entryClasses, sample ? (truth.entries ?? {}) : {})
  for (const key of Object.keys(entries)) entries[key] += score[key]
  for (const [key, { truth: wanted, given: have }] of Object.entries(shares ?? {})) {
    const off = Math.abs((wanted ?? 0) - (have ?? 0))
    furthest[key] = Math.max(furthest[key], off)
    if (off > SHARE_OFF) failures.push(`${given}: share of ${key} ${have} instead of ${wanted}`)
  }
  if (values.quiet) continue
  for (const { path, truth: wanted, given: named, classId, why } of found.filter(pair => pair.truth !== pair.given)) {
    console.log(`${given.split('/').at(-1)}  ${path}: ${wanted} given as ${named} ${classId ?? ''} [${why.map(cue => `${cue.class} ${cue.cue}@${cue.where} ${cue.weight}`).join(', ')}]`)
  } // prettier-ignore
  for (const miss of score.wrong) console.log(`${given.split('/').at(-1)}  entries ${miss}`)
}
if (!values.data) rmSync(data, { recursive: true, force: true })

const table = confusion(pairs)
const f1 = macroF1(table)
console.log(`classes: macro-F1 ${f1.toFixed(3)} over ${pairs.length} materials (rows: truth, columns: given)`)
console.log(`${''.padEnd(9)}${CLASSES.map(name => name.padStart(9)).join('')}`)
for (const row of CLASSES) console.log(`${row.padEnd(9)}${CLASSES.map(name => String(table[row][name]).padStart(9)).join('')}`) // prettier-ignore
if (f1 < MACRO_F1) failures.push(`macro-F1 ${f1.toFixed(3)}`)
for (const [name, each] of Object.entries(classScores(table))) {
  console.log(`${name.padEnd(9)} F1 ${each.toFixed(3)}`)
  if (each < CLASS_F1) failures.push(`F1 of ${name} ${each.toFixed(3)}`)
}
const { hit, missed, extra } = entries
if (hit + missed + extra > 0) {
  const entryF1 = (2 * hit) / (2 * hit + missed + extra)
  console.log(
    `entries with an outcome: F1 ${entryF1.toFixed(3)} (${hit} right, ${missed} missed, ${extra} extra)`
  )
  if (entryF1 < ENTRY_F1) failures.push(`F1 of entries ${entryF1.toFixed(3)}`)
}
console.log(`shares, furthest from the truth: ${Object.entries(furthest).map(([key, off]) => `${key} ${off.toFixed(3)}`).join(', ')}`) // prettier-ignore
console.log(failures.length ? `goals missed:\n  ${failures.join('\n  ')}` : 'every goal met')
process.exit(failures.length ? 1 : 0)
