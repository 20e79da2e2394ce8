// npm run bench:evasion [-- --seeds 20 --first 1 --only TRANSFORM --keep DIR --samples DIR --rows FILE --details]
//
// With --rows what was measured is kept, a line of JSON each, and not measured again: twenty seeds take hours, and may be
// done in pieces. --seeds 0 --rows A,B shows what was measured so far.
//
// Makes samples, does to each what a clerk may do before an inspection, audits both, and shows what moved.
import { execFileSync } from 'node:child_process'
import { appendFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { changedOf, loadPackage, originsOf, savePackage } from './support/evasion-package.mjs'
import { classesKept, firstLine, sharesMoved, verdictsMoved } from './support/evasion-score.mjs'
import { loadTools } from './support/evasion-tools.mjs'
import { TRANSFORMS } from './support/evasion-transforms.mjs'

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '20' },
    first: { type: 'string', default: '1' },
    only: { type: 'string' },
    keep: { type: 'string' },
    samples: { type: 'string' }, // ready-made samples as seed-1, seed-2 …
    rows: { type: 'string' }, // the first is written to
    details: { type: 'boolean', default: false }
  }
})
const transforms = TRANSFORMS.filter(({ id }) => !values.only || values.only.split(',').includes(id))
if (transforms.length === 0) throw new Error(`no such transform; there are ${TRANSFORMS.map(({ id }) => id).join(', ')}`) // prettier-ignore

const root = resolve(import.meta.dirname, '../..')
const cli = join(root, 'src/cli/henshi.mjs')
const folder = values.keep ? resolve(values.keep) : mkdtempSync(join(tmpdir(), 'henshi-evasion-'))
mkdirSync(folder, { recursive: true })
// readings are kept by content: what a transform leaves alone is read once for all of them
const environment = { ...process.env, HENSHI_HOME: join(folder, 'home') }
const seeds = Array.from({ length: Number(values.seeds) }, (_, i) => Number(values.first) + i)
const tools = await loadTools(root)
const stored = values.rows?.split(',') ?? []
const rows = stored.filter(path => existsSync(path)).flatMap(path => readFileSync(path, 'utf8').trim().split('\n').map(line => JSON.parse(line))) // prettier-ignore
const missed = []

try {
  for (const seed of seeds) await runSeed(seed)
} finally {
  if (!values.keep) rmSync(folder, { recursive: true, force: true })
}
report()
process.exit(missed.length ? 1 : 0)

async function runSeed(seed) {
  const left = transforms.filter(({ id }) => !rows.some(row => row.seed === seed && row.id === id))
  if (left.length === 0) return
  const at = join(folder, `seed-${seed}`)
  const sample = values.samples ? join(resolve(values.samples), `seed-${seed}`) : at
  if (!existsSync(join(sample, 'truth.json')))
    execFileSync(process.execPath, [cli, 'sample', sample, '--seed', String(seed)], { stdio: ['ignore', 'ignore', 'inherit'] }) // prettier-ignore
  const truth = JSON.parse(readFileSync(join(sample, 'truth.json'), 'utf8'))
  const files = await loadPackage(join(sample, 'package'))
  // an archive opened and packed again is the original of what is compared
  const original = join(at, 'original')
  rmSync(original, { recursive: true, force: true })
  await savePackage(original, files)
  const base = runAudit(original, join(at, 'audit-original'))
  console.log(`seed ${seed}: ${files.length} files, ${base.activities.length} activities, first line ${line(base.balance.activities)}`) // prettier-ignore
  for (const transform of left) await runTransform(seed, at, files, base, truth, transform)
}

async function runTransform(seed, at, files, base, truth, { id, apply, ...goals }) {
  const path = join(at, id)
  rmSync(path, { recursive: true, force: true })
  const started = Date.now()
  const { files: after, eligible } = await apply(files, { truth, seed, ...tools })
  await savePackage(path, after)
  const changed = changedOf(files, after).length
  const made = Date.now()
  const audit = runAudit(path, join(at, `audit-${id}`))
  const origins = originsOf(after)
  const row = {
    seed, id, eligible, changed, goals,
    raw: firstLine(base, audit),
    classes: classesKept(base, audit, origins),
    verdicts: verdictsMoved(base, audit),
    shares: sharesMoved(base, audit)
  } // prettier-ignore
  rows.push(row)
  if (stored.length > 0) appendFileSync(stored[0], `${JSON.stringify(keepable(row))}\n`)
  console.log(`  ${id}: ${changed} of ${eligible} eligible changed, ${after.length} files; first line ${line(row.raw.counts)}, moved ${row.raw.moved.toFixed(1)}; classes ${row.classes.kept}/${row.classes.all}; ${((made - started) / 1000).toFixed(0)} + ${((Date.now() - made) / 1000).toFixed(0)} s`) // prettier-ignore
  for (const { check, was, is, because, findings, coverage } of row.verdicts) {
    if (was === is && !values.details) continue
    const [before, now] = coverage
    console.log(`    ${check}: ${was} (${findings[0]}; ${before.looked}/${before.lookable}) → ${is}${because ? ` ${because}` : ''} (${findings[1]}; ${now.looked}/${now.lookable})`) // prettier-ignore
  }
  if (values.details)
    for (const { from, to, were, is, why } of row.classes.changed)
      console.log(`    class ${from[0]}${from.length > 1 ? ` +${from.length - 1}` : ''} → ${to}: ${were.join('/')} → ${is} by ${why.slice(0, 4).map(each => `${each.cue}@${each.where} ${each.class} ${each.weight}`).join(', ')}`) // prettier-ignore
  if (!values.keep) rmSync(path, { recursive: true, force: true })
}

/** Without the materials whose class changed: their names are many, and are shown with --details. */
function keepable({ classes: { all, kept }, ...row }) {
  return { ...row, classes: { all, kept } }
}

function judge({ seed, id, eligible, changed, goals, raw, classes, verdicts }) {
  if (eligible === 0 || changed < eligible) missed.push(`seed ${seed}, ${id}: changed ${changed} of ${eligible} eligible files`) // prettier-ignore
  if (raw.moved > goals.firstLine)
    missed.push(`seed ${seed}, ${id}: first line moved ${raw.moved.toFixed(1)} points`)
  if (classes.kept < goals.classes * classes.all) missed.push(`seed ${seed}, ${id}: ${classes.kept} of ${classes.all} classes kept`) // prettier-ignore
  for (const { check, was, is } of verdicts.filter(({ evaded }) => evaded)) missed.push(`seed ${seed}, ${id}: ${check} ${was} → ${is}`) // prettier-ignore
}

function runAudit(path, out) {
  const json = `${out}.json`
  rmSync(json, { force: true })
  try {
    execFileSync(process.execPath, [cli, 'audit', path, '--json', json, '--out', out, '--quiet'], { env: environment, encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] }) // prettier-ignore
  } catch (error) {
    if (error.status !== 3) throw new Error(`audit of ${path} ended with ${error.status}: ${error.stderr}`, { cause: error }) // prettier-ignore
  }
  return JSON.parse(readFileSync(json, 'utf8'))
}

function report() {
  const measured = new Set(rows.map(({ seed }) => seed))
  for (const row of rows) judge(row)
  console.log(`\n${measured.size} seeds; points are shares of activities, means over seeds with the worst in brackets`) // prettier-ignore
  console.log('transform        seeds changed/eligible  first line moved   classes kept   found→undecided  found→clear or gone  share of files (range)') // prettier-ignore
  for (const { id } of transforms) {
    const own = rows.filter(row => row.id === id)
    if (own.length === 0) continue
    const sum = pick => own.reduce((total, row) => total + pick(row), 0)
    const moved = pick => `${(sum(pick) / own.length).toFixed(1)} (${Math.max(...own.map(pick)).toFixed(1)})`
    const verdicts = own.flatMap(row => row.verdicts)
    const undecided = verdicts.filter(({ was, is }) => was === 'found' && is === 'undecided').length
    const evaded = verdicts.filter(each => each.evaded).length
    const kept = `${((100 * sum(row => row.classes.kept)) / sum(row => row.classes.all)).toFixed(1)} %`
    const shares = at => [mean(own, row => row.shares.files[at].share), mean(own, row => row.shares.files[at].low), mean(own, row => row.shares.files[at].high)] // prettier-ignore
    const [was, is] = [shares(0), shares(1)].map(([share, low, high]) => `${share} (${low}–${high})`)
    console.log([id.padEnd(16), String(own.length).padEnd(5), `${sum(row => row.changed)}/${sum(row => row.eligible)}`.padEnd(17), moved(row => row.raw.moved).padEnd(18), kept.padEnd(14), String(undecided).padEnd(16), String(evaded).padEnd(20), `${was} → ${is}`].join(' ')) // prettier-ignore
  }
  console.log(missed.length ? `goals missed:\n  ${missed.join('\n  ')}` : 'every goal met')
}

function mean(own, pick) {
  const known = own.map(pick).filter(value => value !== null)
  return known.length === 0 ? '–' : (known.reduce((a, b) => a + b, 0) / known.length).toFixed(3)
}

function line({ result, trace, undetermined }) {
  return `${result} result, ${trace} trace, ${undetermined} undetermined`
}
