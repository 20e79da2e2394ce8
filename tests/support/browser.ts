import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { chromium, type Browser } from 'playwright-core'

const SYSTEM = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/opt/google/chrome/chrome'
]

/** The system's Chromium, else the one from the npm package; web security on, sandbox off only for root. */
export async function openBrowser(): Promise<Browser> {
  const args = [
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--disable-gpu',
    '--disable-quic',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync'
  ]
  const system = [process.env['HENSHI_BROWSER'], ...SYSTEM].find(path => path && existsSync(path))
  if (system && process.env['HENSHI_BROWSER'] !== 'npm')
    return chromium.launch({ executablePath: system, args, headless: true })
  return chromium.launch({ executablePath: await unpacked(), args: [...args, '--single-process', '--no-zygote'], headless: true }) // prettier-ignore
}

/** The npm browser and the shared libraries a bare machine lacks, unpacked into the system's temporary folder. */
async function unpacked(): Promise<string> {
  const { default: packaged, inflate, setupLambdaEnvironment } = await import('@sparticuz/chromium')
  const bin = resolve(import.meta.dirname, '../../node_modules/@sparticuz/chromium/bin')
  await inflate(join(bin, 'al2023.tar.br'))
  setupLambdaEnvironment(join(tmpdir(), 'al2023', 'lib'))
  return packaged.executablePath(bin)
}
