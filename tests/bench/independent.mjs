// npm run bench:independent [-- --from DIR --only village --keep DIR --cues 4]
// `--from`: packages of the same make elsewhere, as long as they must stay unseen.
//
// How the classifier does on made-up packages by writers who had not seen the rules: builds them, audits each with the
// built command line and compares the classes. A benchmark, never a test; for development since 2026-11-26.
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { buildPackage } from './support/independent-files.mjs'
import { CLASSES, confusion, macroF1 } from './support/truth-score.mjs'

const MACRO_F1 = 0.85

const { values } = parseArgs({
  options: {
    from: { type: 'string' },
    only: { type: 'string' },
    keep: { type: 'string' },
    cues: { type: 'string', default: '3' }
  }
})
const root = resolve(import.meta.dirname, '../..')
const cli = join(root, 'src/cli/henshi.mjs')
const specifications = values.from ? resolve(values.from) : join(import.meta.dirname, 'independent')
const folder = values.keep ? resolve(values.keep) : mkdtempSync(join(tmpdir(), 'henshi-independent-'))
const names = readdirSync(specifications)
  .filter(name => name.endsWith('.json'))
  .map(name => basename(name, '.json'))
  .filter(name => !values.only || values.only === name)
  .sort()

const pairs = []
try {
  for (const name of names) pairs.push(...(await measure(name)))
} finally {
  if (!values.keep) rmSync(folder, { recursive: true, force: true })
}
process.exit(report() >= MACRO_F1 ? 0 : 1)

async function measure(name) {
  const specification = JSON.parse(readFileSync(join(specifications, `${name}.json`), 'utf8'))
  const at = join(folder, name, specification.unit)
  rmSync(at, { recursive: true, force: true })
  mkdirSync(at, { recursive: true })
  await buildPackage(specification, at)
  const audit = auditOf(at, join(folder, name, 'audit'), specification.unit)
  const given = new Map(audit.materials.map(material => [material.path, material]))
  return specification.materials.map(truth => pairOf(name, truth, given.get(truth.path)))
}

/** A material the audit does not know at all counts as unknown; either answer is right where two readers would differ. */
function pairOf(name, truth, material) {
  const given = material?.class ?? 'unknown'
  return {
    name,
    path: truth.path,
    truth: truth.also?.includes(given) ? given : truth.class,
    truthId: truth.classId,
    ids: [truth.classId, ...(truth.alsoIds ?? [])],
    given,
    givenId: material?.classId,
    status: material?.status ?? 'missing',
    cues: (material?.why ?? []).slice(0, Number(values.cues))
  }
}

function auditOf(path, out, unit) {
  const json = `${out}.json`
  rmSync(json, { force: true })
  const args = [cli, 'audit', path, '--unit', unit, '--json', json, '--out', out, '--no-cache', '--quiet']
  try {
    execFileSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, HENSHI_HOME: join(folder, 'home') } }) // prettier-ignore
  } catch (error) {
    if (error.status !== 3) throw new Error(`audit of ${path} ended with ${error.status}: ${error.stderr}`, { cause: error }) // prettier-ignore
  }
  return JSON.parse(readFileSync(json, 'utf8'))
}

function report() {
  const misses = pairs.filter(pair => pair.truth !== pair.given)
  console.log(`misses (package, path: truth → given; first cues)`)
  for (const { name, path, truth, truthId, given, givenId, status, cues } of misses) {
    const why = cues.map(cue => `${cue.cue} ${cue.class} ${cue.where} ${Number(cue.weight.toFixed(2))}`)
    console.log(`  ${name} ${path}: ${truth} ${truthId ?? ''} → ${given} ${givenId ?? ''}${status === 'read' ? '' : ` (${status})`}; ${why.join(', ') || 'no cues'}`) // prettier-ignore
  }

  console.log(`\nby package`)
  for (const name of names) {
    const mine = pairs.filter(pair => pair.name === name)
    console.log(`${name.padEnd(20)} ${share(mine, right)}, macro-F1 ${macroF1(confusion(mine)).toFixed(3)}`)
  }
  console.log(`\nby true class of the lexicon: right class; same id`)
  for (const id of [...new Set(pairs.map(pair => pair.truthId ?? ''))].sort()) {
    const mine = pairs.filter(pair => (pair.truthId ?? '') === id)
    console.log(
      `${(id || 'none').padEnd(6)} ${share(mine, right).padEnd(18)} ${id ? share(mine, sameId) : ''}`
    )
  }

  const table = confusion(pairs)
  const f1 = macroF1(table)
  const labelled = pairs.filter(pair => pair.truthId)
  console.log(`\n${pairs.length} materials of ${names.length} packages (rows: truth, columns: given)`)
  console.log(`${''.padEnd(9)}${CLASSES.map(name => name.padStart(9)).join('')}   recall precision`)
  for (const row of CLASSES) {
    const hit = table[row][row]
    const recall = hit / CLASSES.reduce((sum, column) => sum + table[row][column], 0)
    const precision = hit / CLASSES.reduce((sum, other) => sum + table[other][row], 0)
    console.log(`${row.padEnd(9)}${CLASSES.map(name => String(table[row][name]).padStart(9)).join('')}${figure(recall)}${figure(precision)}`) // prettier-ignore
  }
  console.log(`right class ${share(pairs, right)}; same lexicon id ${share(labelled, sameId)}`)
  console.log(`macro-F1 ${f1.toFixed(3)}, goal ${MACRO_F1}: ${f1 >= MACRO_F1 ? 'met' : 'missed'}`)
  return f1
}

function right(pair) {
  return pair.truth === pair.given
}

function sameId(pair) {
  return pair.ids.includes(pair.givenId)
}

function share(list, test) {
  const hits = list.filter(test).length
  return `${hits}/${list.length} (${((100 * hits) / list.length).toFixed(1)} %)`
}

function figure(value) {
  return (Number.isFinite(value) ? value.toFixed(3) : '—').padStart(9)
}
