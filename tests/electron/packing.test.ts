import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { builder, packedFiles, packedPackages } from '../support/packed.ts'

const root = resolve(import.meta.dirname, '../..')
const { dependencies, devDependencies, main } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  dependencies: Record<string, string>
  devDependencies: Record<string, string>
  main: string
} // prettier-ignore

describe('what gets packed', () => {
  let files: string[]
  let packages: string[]
  beforeAll(() => {
    files = packedFiles()
    packages = packedPackages()
  })

  it('is the build, what it reads, and nothing else of the project', () => {
    expect([...new Set(files.map(file => file.split('/')[0]))].sort()).toEqual(
      ['LICENSE', 'NOTICE', 'out', 'package.json', 'resources']
    ) // prettier-ignore
    expect(files.filter(file => /\.(?:ts|mts|vue|map)$|(?:^|\/)(?:tests?|corpus|fixtures|golden|bench)(?:\/|$)/.test(file))).toEqual([]) // prettier-ignore
  })

  it('holds every part the program starts', () => {
    const parts = ['main', 'worker', 'engine', 'reader', 'watchdog'].map(name => `out/main/${name}.js`)
    for (const part of [main.replace('./', ''), ...parts, 'out/preload/index.cjs', 'out/renderer/index.html', 'resources/icons/512x512.png'])
      expect([part, files.includes(part)]).toEqual([part, true]) // prettier-ignore
  })

  it('holds every resource: word lists, rules, tariffs, and each help page in both languages', () => {
    for (const folder of ['lexicon', 'rules', 'tariffs', 'help/zh', 'help/en']) {
      const names = readdirSync(join(root, 'resources', folder)).filter(name => /\.(?:json|md)$/.test(name))
      expect(names.length).toBeGreaterThan(0)
      for (const name of names) expect(files).toContain(`resources/${folder}/${name}`)
    }
  })

  it('holds every library of the engine, and none that only builds or tests', () => {
    for (const name of Object.keys(dependencies)) expect(packages).toContain(name)
    const building = ['electron', 'electron-builder', 'vite', 'vitest', 'typescript', 'eslint', 'prettier', 'playwright-core', 'happy-dom', 'vue', 'element-plus', 'echarts'] // prettier-ignore
    expect(packages.filter(name => building.includes(name))).toEqual([])
    expect(Object.keys(devDependencies)).toEqual(expect.arrayContaining(building))
  })

  it('holds what the built engine imports by name', () => {
    const wanted = new Set<string>()
    for (const file of files.filter(each => /^out\/main\/.*\.js$/.test(each)))
      for (const [, name] of readFileSync(join(root, file), 'utf8').matchAll(/(?:from|import\()\s*["']([a-z@][^"'./:]*(?:\/[^"'/]+)?)/g))
        wanted.add(name!.startsWith('@') ? name!.split('/').slice(0, 2).join('/') : name!.split('/')[0]!) // prettier-ignore
    const here = (name: string): boolean => packages.includes(name) || name === 'electron' || name === 'node'
    expect([...wanted].filter(name => !here(name))).toEqual([])
    expect(wanted.size).toBeGreaterThan(5)
  })

  it('leaves native libraries outside the archive, where they can be loaded', () => {
    expect(builder()['asarUnpack']).toEqual(['node_modules/sharp/**', 'node_modules/@img/**'])
    const natives = packages.filter(name => {
      const folder = join(root, 'node_modules', name)
      return existsSync(folder) && readdirSync(folder, { recursive: true, encoding: 'utf8' }).some(file => file.endsWith('.node')) // prettier-ignore
    })
    expect(natives.filter(name => name !== 'sharp' && !name.startsWith('@img/'))).toEqual([])
  })
})

describe('the packaging file', () => {
  it('is one that electron-builder takes', async () => {
    const need = createRequire(join(root, 'package.json'))
    const { validateConfiguration } = need('app-builder-lib/out/util/config/config') as { validateConfiguration(config: object, log: object): Promise<void> } // prettier-ignore
    await validateConfiguration(builder(), { isEnabled: false, add: () => {} })
  })

  it('turns every fuse the safe way', () => {
    expect(builder().electronFuses).toEqual({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
      resetAdHocDarwinSignature: true
    })
    expect(builder()['asar']).toBe(true)
  })

  it('publishes nothing, registers no protocol, and opens .henshi files', () => {
    const config = builder()
    expect(config.publish).toBe(null)
    expect(config['protocols']).toBeUndefined()
    expect(config['fileAssociations']).toMatchObject([{ ext: 'henshi' }])
  })

  it('makes an installer and a portable program for Windows and a package for Debian, no AppImage', () => {
    const { win, linux } = builder() as unknown as Record<string, { target: string[] }>
    expect(win!.target).toEqual(['nsis', 'portable'])
    expect(linux!.target).toEqual(['deb'])
  })

  it('sets up the sandbox’s helper for all, and never goes without the sandbox', () => {
    const script = readFileSync(join(root, 'electron/linux/after-install.sh'), 'utf8')
    expect(script).toContain("chmod 4755 '/opt/${sanitizedProductName}/chrome-sandbox'")
    expect(script.indexOf('chmod 4755')).toBeGreaterThan(script.indexOf('chmod -R'))
    for (const file of ['electron/linux/after-install.sh', 'electron/builder.yml', 'electron/start.mjs'])
      expect(readFileSync(join(root, file), 'utf8')).not.toContain('--no-sandbox')
  })
})
