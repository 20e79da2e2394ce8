// exceljs's streaming reader over one file, in a process of its own, so that its peak memory is its own.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** { seconds, peak } or undefined when it fails. */
export function exceljsStream(file) {
  const { status, stdout } = spawnSync(
    process.execPath,
    ['--max-old-space-size=8192', fileURLToPath(import.meta.url), file],
    { encoding: 'utf8' }
  )
  return status === 0 ? JSON.parse(stdout.trim().split('\n').at(-1)) : undefined
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { default: exceljs } = await import('exceljs')
  const start = performance.now()
  let cells = 0
  const reader = new exceljs.stream.xlsx.WorkbookReader(process.argv[2], {
    sharedStrings: 'cache',
    worksheets: 'emit',
    styles: 'cache'
  })
  for await (const sheet of reader) for await (const row of sheet) cells += row.cellCount
  console.log(
    JSON.stringify({
      seconds: (performance.now() - start) / 1000,
      peak: process.resourceUsage().maxRSS * 1024,
      cells
    })
  )
}
