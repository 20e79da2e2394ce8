// npm run bench [-- --rows 1000000 --pictures 2000 --pdf 500 --docx 500 --keep]
// Speed and memory of a whole audit, beside peers where they are installed. A benchmark, never a test.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { makeXlsx } from './support/make-xlsx.mjs'
import { makeDocx, makePdf, makePictures } from './support/make-package.mjs'
import { exceljsStream } from './support/peers.mjs'

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '1000000' },
    pictures: { type: 'string', default: '2000' },
    pdf: { type: 'string', default: '500' },
    docx: { type: 'string', default: '500' },
    keep: { type: 'boolean', default: false }
  }
})
const root = resolve(import.meta.dirname, '../..')
const work = mkdtempSync(join(tmpdir(), 'henshi-bench-'))
const lines = [['what', 'henshi', 'peer', 'ratio']]
const MiB = 2 ** 20

const rows = Number(values.rows)
if (rows > 0) {
  const folder = join(work, 'xlsx')
  mkdirSync(folder)
  await makeXlsx(join(folder, '台账.xlsx'), rows, 8)
  const run = audit(folder)
  const peer = exceljsStream(join(folder, '台账.xlsx'))
  report(
    `xlsx ${rows} × 8, reading`,
    rows / run.timings.read,
    'rows/s',
    peer && ['exceljs stream', rows / peer.seconds]
  )
  report(`xlsx ${rows} × 8, whole audit`, rows / run.seconds, 'rows/s')
  memory(`xlsx ${rows} × 8`, run, peer && ['exceljs stream', peer.peak])
}
const pictures = Number(values.pictures)
if (pictures > 0) {
  const folder = join(work, 'pictures')
  await makePictures(folder, pictures)
  const run = audit(folder)
  report(
    `${pictures} pictures 1440 × 1080, reading`,
    pictures / run.timings.read,
    'pictures/s',
    tool('exiftool', ['-q', '-r', '-json', folder], pictures)
  )
  report(
    `${pictures} pictures, comparing`,
    pictures / run.timings.relate,
    'pictures/s',
    tool('jdupes', ['-q', '-r', folder], pictures)
  )
  memory(`${pictures} pictures`, run)
}
const pdfs = Number(values.pdf)
if (pdfs > 0) {
  const folder = join(work, 'pdf')
  makePdf(folder, pdfs, 4)
  const run = audit(folder)
  const peer = tool(
    'sh',
    ['-c', `for f in "${folder}"/*.pdf; do pdftotext "$f" - >/dev/null; done`],
    pdfs * 4,
    'pdftotext'
  )
  report(`${pdfs} pdf of 4 pages, reading`, (pdfs * 4) / run.timings.read, 'pages/s', peer)
  memory(`${pdfs} pdf`, run)
}
const docx = Number(values.docx)
if (docx > 0) {
  const folder = join(work, 'docx')
  await makeDocx(folder, docx)
  const run = audit(folder)
  report(`${docx} docx with a picture each, reading`, docx / run.timings.read, 'files/s')
  memory(`${docx} docx`, run)
}
if (pictures > 0 && pdfs > 0 && docx > 0) {
  const folder = join(work, 'all')
  mkdirSync(folder)
  for (const part of ['pictures', 'pdf', 'docx']) spawnSync('cp', ['-r', join(work, part), folder])
  memory('all of them together', audit(folder))
}
if (!values.keep) rmSync(work, { recursive: true, force: true })
const widths = lines[0].map((_, column) => Math.max(...lines.map(line => line[column].length)))
for (const line of lines) console.log(line.map((cell, column) => cell.padEnd(widths[column])).join('  '))

function audit(folder) {
  const out = join(work, 'out')
  const args = [join(root, 'src/cli/henshi.mjs'), 'audit', folder, '--out', out, '--no-cache', '--quiet']
  const { status, stderr } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    env: { ...process.env, HENSHI_HOME: join(work, 'home') }
  })
  if (!existsSync(join(out, 'audit.json'))) throw new Error(`audit ended with ${status}: ${stderr}`)
  const { run, accounting } = JSON.parse(readFileSync(join(out, 'audit.json'), 'utf8'))
  console.error(`${folder}: ${JSON.stringify({ ...run, accounting })}`)
  rmSync(out, { recursive: true })
  return run
}

function report(what, figure, unit, peer) {
  const shown = value => (value >= 100 ? Math.round(value).toLocaleString('en') : value.toFixed(1))
  lines.push([
    what,
    `${shown(figure)} ${unit}`,
    peer ? `${peer[0]} ${shown(peer[1])}` : '—',
    peer ? (figure / peer[1]).toFixed(2) : '—'
  ])
}

function memory(what, { timings }, peer) {
  const third = timings.peakChildLastThird / Math.max(1, timings.peakChildFirstThird)
  lines.push([
    `${what}, peak memory`,
    `parent ${Math.round(timings.peakParent / MiB)} MiB, child ${Math.round(timings.peakChild / MiB)} MiB (last third ÷ first, worst pool ${third.toFixed(2)})`,
    peer ? `${peer[0]} ${Math.round(peer[1] / MiB)} MiB` : '—',
    peer ? (timings.peakParent / peer[1]).toFixed(2) : '—'
  ])
}

/** A peer's rate, undefined when it is not installed. */
function tool(command, args, amount, name = command) {
  if (spawnSync('sh', ['-c', `command -v ${name}`]).status !== 0) return undefined
  const start = performance.now()
  spawnSync(command, args, { stdio: 'ignore' })
  return [name, amount / ((performance.now() - start) / 1000)]
}
