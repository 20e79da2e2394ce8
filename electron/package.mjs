// Packs the built app: node electron/package.mjs win|linux|mac [x64|arm64]. ELECTRON_DIST may name a folder with
// Electron's program unpacked, or with its archives, where it cannot be downloaded.
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build, Arch, Platform } from 'electron-builder'

const root = resolve(import.meta.dirname, '..')
const [system = '', ...wanted] = process.argv.slice(2)
const platform = { win: Platform.WINDOWS, linux: Platform.LINUX, mac: Platform.MAC }[system]
const natives = { win: 'win32', linux: 'linux', mac: 'darwin' }

if (!platform) {
  console.error('node electron/package.mjs win|linux|mac [x64|arm64]')
  process.exitCode = 2
} else {
  for (const arch of wanted.length > 0 ? wanted : ['x64', 'arm64']) {
    const native = `@img/sharp-${natives[system]}-${arch}`
    // The pictures' library is native: packed for another system it would be missing, and found out by a user.
    if (!existsSync(join(root, 'node_modules', native))) {
      console.error(
        `${native} is not installed; run: npm install --no-save --os=${natives[system]} --cpu=${arch} sharp`
      )
      process.exitCode = 2
      break
    }
    await build({
      projectDir: root,
      targets: platform.createTarget(undefined, Arch[arch]),
      config: {
        extends: join(root, 'electron/builder.yml'),
        ...(process.env.ELECTRON_DIST && { electronDist: process.env.ELECTRON_DIST })
      }
    })
  }
}
