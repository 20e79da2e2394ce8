import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { dirname, join, relative, resolve } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { ENTRIES, ROOMS } from './rooms.ts'

const root = resolve(import.meta.dirname, '../..')
const source = join(root, 'src')
const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .map(name => name.replaceAll('\\', '/'))
  .filter(name => name.endsWith('.ts'))

/** Root files compose the stages; they may import any room. */
const inRoom = files.filter(name => name.includes('/'))

describe('the rooms', () => {
  it('are those of the design, each with a README', () => {
    const rooms = readdirSync(source, { withFileTypes: true }).filter(entry => entry.isDirectory())
    expect(rooms.map(({ name }) => name).sort()).toEqual(Object.keys(ROOMS).sort())
    const missing = [
      ...rooms.map(({ name }) => `src/${name}`),
      'electron',
      'renderer',
      'resources',
      'tests'
    ].filter(room => !existsSync(join(root, room, 'README.md')))
    expect(missing).toEqual([])
  })

  it('import only what their line in the table allows', () => {
    const strays = inRoom.flatMap(name => importsOf(name).flatMap(target => stray(name, target)))
    expect(strays).toEqual([])
  })

  it('leave the place of the program to the entries', () => {
    const knowing = files
      .filter(name => /import\.meta\.(?:url|dirname|filename)|__dirname/.test(withoutComments(read(name))))
      .map(name => `src/${name}`)
    expect(knowing.filter(name => !ENTRIES.includes(name))).toEqual([])
  })

  it('hold no check that imports another', () => {
    const checks = inRoom.filter(name => /^checks\/[^/]+\//.test(name))
    const crossing = checks.filter(name => importsOf(name).some(target => /^checks\/[^/]+\//.test(target)))
    expect(crossing).toEqual([])
  })

  it('use no locale in the engine', () => {
    const engine = [
      'fingerprints',
      'relations',
      'checks',
      'weighing',
      'intake',
      'isolation',
      'readers',
      'support'
    ]
    const local = inRoom
      .filter(name => engine.includes(name.split('/')[0]!))
      .filter(name => /\.localeCompare\(|\.toLocale\w+\(|\bIntl\./.test(withoutComments(read(name))))
    expect(local).toEqual([])
  })
})

function stray(name: string, target: string): string[] {
  const room = name.split('/')[0]!
  const { rooms, packages } = ROOMS[room] ?? { rooms: [], packages: [] }
  if (target.startsWith('package:')) {
    const named = target.slice('package:'.length)
    return packages.includes(named) ? [] : [`${name} imports ${named}`]
  }
  if (target.startsWith('resources/')) return []
  const allowed =
    target.split('/')[0] === room || rooms.some(each => target === each || target.startsWith(`${each}/`))
  return allowed ? [] : [`${name} imports ${target}`]
}

/** Paths under src/, `resources/…`, or `package:name`; node's own modules left out. */
function importsOf(name: string): string[] {
  const specifiers = ts.preProcessFile(read(name), true, true).importedFiles.map(({ fileName }) => fileName)
  return specifiers.flatMap(specifier => {
    if (specifier.startsWith('node:') || builtinModules.includes(specifier)) return []
    if (!specifier.startsWith('.')) {
      const parts = specifier.split('/')
      return [`package:${specifier.startsWith('@') ? parts.slice(0, 2).join('/') : parts[0]}`]
    }
    const target = relative(source, resolve(source, dirname(name), specifier)).replaceAll('\\', '/')
    return [target.startsWith('../resources/') ? target.slice(3) : target]
  })
}

function read(name: string): string {
  return readFileSync(join(source, name), 'utf8')
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1')
}
