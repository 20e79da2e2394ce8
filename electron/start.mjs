// npm start: the desktop app where Electron is on this machine, else one sentence on what is missing.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { electronBinary } from './binary.mjs'

const root = resolve(import.meta.dirname, '..')
const binary = electronBinary(root)

if (!binary) {
  console.error(
    '本机没有 Electron 程序（npm 只装了它的外壳；可运行 npx install-electron 下载，或用 ELECTRON_EXEC_PATH 指定），同一窗口可在浏览器中使用：npx henshi serve\n' +
      'Electron’s program is not on this machine (npm installs only its shell; npx install-electron downloads it, ELECTRON_EXEC_PATH names one); the same window opens in a browser with: npx henshi serve'
  )
  process.exitCode = 2
} else if (!existsSync(join(root, 'out/main/main.js'))) {
  console.error('尚未构建，请先运行：npm run build\nNot built yet; run: npm run build')
  process.exitCode = 2
} else {
  const app = spawn(binary, [root, ...process.argv.slice(2)], { stdio: 'inherit' })
  app.on('exit', code => (process.exitCode = code ?? 1))
}
