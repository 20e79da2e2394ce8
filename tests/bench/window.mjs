// npm run bench:window [-- --findings 20000 --materials 100000 --rows 1000000]
// How fast the window answers with a very large audit, and how soon a very large run stops. A benchmark, never a test.
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { runnerImport } from 'vite'
import { makeXlsx } from './support/make-xlsx.mjs'

const { values } = parseArgs({
  options: {
    findings: { type: 'string', default: '20000' },
    materials: { type: 'string', default: '100000' },
    rows: { type: 'string', default: '1000000' }
  }
})
const { module } = await runnerImport(resolve(import.meta.dirname, 'support/window-figures.ts'), {
  configFile: false,
  logLevel: 'error'
})
const lines = [['what', 'measured', 'goal', '']]
const figure = ({ what, value, goal, unit }) =>
  lines.push([what, `${Math.round(value)} ${unit}`, `≤ ${goal} ${unit}`, value <= goal ? 'met' : 'MISSED'])
for (const each of await module.listFigures(Number(values.materials), Number(values.findings))) figure(each)
if (Number(values.rows) > 0)
  for (const each of await module.cancelFigures(Number(values.rows), makeXlsx)) figure(each)
const widths = lines[0].map((_, column) => Math.max(...lines.map(line => line[column].length)))
for (const line of lines) console.log(line.map((cell, column) => cell.padEnd(widths[column])).join('  '))
process.exit(0)
