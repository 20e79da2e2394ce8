#!/usr/bin/env node
// A committed shim: package managers link a bin when they install, before anything is built.
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const built = new URL('../../out/main/cli.js', import.meta.url)
if (existsSync(fileURLToPath(built))) {
  await import(built.href)
} else {
  process.stderr.write('痕实尚未构建，请先运行：npm run build\nHenshi is not built yet; run: npm run build\n')
  process.exitCode = 2
}
