// node tests/bench/labels.mjs [FILE]
//
// Macro-F1 over a labelled set of material descriptors kept outside this repository (by default labels/dev.json in
// the folder shared beside it). Nothing of it is copied here.
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { runnerImport } from 'vite'
import { CLASSES, classScores, confusion, macroF1 } from './support/truth-score.mjs'

const GOAL = 0.85
const root = resolve(import.meta.dirname, '../..')
const file = resolve(process.argv[2] ?? resolve(root, '../shared/labels/dev.json'))
if (!existsSync(file)) {
  console.log(`no labelled set at ${file}`)
  process.exit(0)
}
const load = async path => (await runnerImport(resolve(root, path), { logLevel: 'error' })).module
const { readLabels } = await load('tests/support/labels.ts')
const { classOfDescriptor } = await load('tests/support/descriptor.ts')
const { items, all } = readLabels(file)
const pairs = items.map(item => ({ truth: item.class, given: classOfDescriptor(item).class }))
const table = confusion(pairs)
const f1 = macroF1(table)
console.log(`macro-F1 ${f1.toFixed(3)} over ${items.length} of ${all} (rows: truth, columns: given)`)
console.log(`${''.padEnd(9)}${CLASSES.map(name => name.padStart(9)).join('')}`)
for (const row of CLASSES) console.log(`${row.padEnd(9)}${CLASSES.map(name => String(table[row][name]).padStart(9)).join('')}`) // prettier-ignore
for (const [name, each] of Object.entries(classScores(table)))
  console.log(`${name.padEnd(9)} F1 ${each.toFixed(3)}`)
process.exit(f1 < GOAL ? 1 : 0)
