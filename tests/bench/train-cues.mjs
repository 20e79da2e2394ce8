// npm run build && node tests/bench/train-cues.mjs [--sample DIR]… [--validate]
//
// Learns the weights of cues (resources/lexicon/learned-cues.json) from the packages in tests/bench/independent and from
// generated samples (`henshi sample`), a generated package counting as much as a written one. Same input, same weights.
// `--validate`: how the cues alone do on authors and on packages they were not learned from; writes nothing.
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { runnerImport } from 'vite'
import { buildPackage } from './support/independent-files.mjs'
import { learn } from './support/softmax.mjs'
import { CLASSES, confusion, macroF1 } from './support/truth-score.mjs'

const { values } = parseArgs({
  options: { sample: { type: 'string', multiple: true, default: [] }, validate: { type: 'boolean' } }
})
const AUTHORS = {
  library: 2, 'police-station': 2, subdistrict: 2, 'town-government': 2,
  'civil-affairs': 3, 'development-zone': 3, 'middle-school': 3, 'township-health': 3, 'village-third': 3, 'water-conservancy': 3
} // prettier-ignore
const PER_PACKAGE = 45
/** Of the weights; part of the lexicon's version an audit names. Moves with every learning. */
const VERSION = '2026-11-27'
const root = resolve(import.meta.dirname, '../..')
const specifications = join(import.meta.dirname, 'independent')
const work = mkdtempSync(join(tmpdir(), 'henshi-cues-'))
const { module } = await runnerImport(join(import.meta.dirname, 'support/cue-samples.ts'), {
  logLevel: 'error'
})
const { module: features } = await runnerImport(join(root, 'src/weighing/learned-features.ts'), {
  logLevel: 'error'
})
const samples = []
try {
  for (const file of readdirSync(specifications).filter(name => name.endsWith('.json')).sort()) await addWritten(basename(file, '.json')) // prettier-ignore
  for (const folder of values.sample) await addGenerated(resolve(folder))
} finally {
  rmSync(work, { recursive: true, force: true })
}
if (values.validate) validate()
else save(learn(samples, features.volumeOf, CLASSES))

async function addWritten(name) {
  const specification = JSON.parse(readFileSync(join(specifications, `${name}.json`), 'utf8'))
  const at = join(work, name, specification.unit)
  mkdirSync(at, { recursive: true })
  await buildPackage(specification, at)
  const found = new Map((await module.cueSamples(at, join(work, 'data'), specification.unit)).map(each => [each.path, each])) // prettier-ignore
  for (const { path, class: truth, also = [] } of specification.materials) {
    const { features: own = [], given = 'unknown' } = found.get(path) ?? {}
    samples.push({
      name,
      author: specification.writer ?? AUTHORS[name] ?? 1,
      truth,
      also,
      given,
      features: own,
      share: 1
    })
  }
}

async function addGenerated(folder) {
  const { classes } = JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8'))
  const found = (await module.cueSamples(join(folder, 'package'), join(work, 'data'))).filter(({ path, features: own }) => classes[path] && own.length > 0) // prettier-ignore
  for (const { path, given, features: own } of found) samples.push({ name: folder, author: 0, truth: classes[path].class, also: [], given, features: own, share: Math.min(1, PER_PACKAGE / found.length) }) // prettier-ignore
}

function validate() {
  const written = samples.filter(({ author }) => author !== 0)
  for (const key of ['author', 'name']) {
    for (const out of new Set(written.map(sample => sample[key]))) {
      const model = learn(samples.filter(sample => sample[key] !== out), features.volumeOf, CLASSES) // prettier-ignore
      for (const sample of written.filter(each => each[key] === out)) sample.learned = sample.features.length > 0 ? model.classOf(sample.features) : sample.given // prettier-ignore
    }
    console.log(`cues alone, one ${key === 'name' ? 'package' : key} left out: all ${f1(written)}`)
    for (const author of new Set(written.map(sample => sample.author))) console.log(`  author ${author}: ${f1(written.filter(sample => sample.author === author))}`) // prettier-ignore
  }
}

function f1(list) {
  const pairs = list.map(({ truth, also, learned }) => ({ truth: also.includes(learned) ? learned : truth, given: learned })) // prettier-ignore
  return macroF1(confusion(pairs)).toFixed(3)
}

function save({ cues }) {
  const names = [...new Set(samples.map(({ name }) => name))].map(name => basename(name))
  const value = {
    version: VERSION,
    about:
      'Weights of cues in hundredths per class, learned by tests/bench/train-cues.mjs; not written by hand.',
    learnedFrom: names,
    materials: samples.length,
    classes: CLASSES,
    cues
  }
  writeFileSync(join(root, 'resources/lexicon/learned-cues.json'), `${JSON.stringify(value, null, 2)}\n`)
  console.log(`${Object.keys(cues).length} cues from ${samples.length} materials of ${names.length} packages`)
}
