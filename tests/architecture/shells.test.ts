import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { dirname, join, relative, resolve } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { SHELL_ENTRIES, SHELLS } from './rooms.ts'

const root = resolve(import.meta.dirname, '../..')
const rooms = Object.entries(SHELLS)

describe('the shells and the window', () => {
  it.each(rooms)(
    '%s imports only what its line in the table allows',
    (room, { rooms: allowed, packages }) => {
      const strays = filesOf(room).flatMap(file =>
        importsOf(file)
          .filter(target =>
            target.startsWith('package:')
              ? !packages.includes(target.slice('package:'.length))
              : ![room, 'resources', ...allowed].some(
                  each => target === each || target.startsWith(`${each}/`)
                )
          )
          .map(target => `${file} imports ${target}`)
      )
      expect(strays).toEqual([])
    }
  )

  it('use nothing of node in the page and its preload', () => {
    const strays = [...filesOf('renderer'), ...filesOf('electron/preload')].filter(file =>
      specifiersOf(file).some(each => each.startsWith('node:') || builtinModules.includes(each))
    )
    expect(strays).toEqual([])
  })

  it('leave the place of the program to the entries', () => {
    const knowing = [...filesOf('electron'), ...filesOf('renderer')].filter(file =>
      /import\.meta\.(?:url|dirname|filename)|__dirname/.test(read(file))
    )
    expect(knowing.filter(file => !SHELL_ENTRIES.includes(file))).toEqual([])
  })

  it('keep their files to one idea each', () => {
    const long = filesOf('electron').filter(file => read(file).split('\n').length > 300)
    expect(long).toEqual([])
  })
})

function filesOf(room: string): string[] {
  if (!existsSync(join(root, room))) return []
  return readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
    .map(name => `${room}/${name.replaceAll('\\', '/')}`)
    .filter(name => /\.(?:ts|vue)$/.test(name))
}

function specifiersOf(file: string): string[] {
  const text = file.endsWith('.vue') ? scriptsOf(read(file)) : read(file)
  return ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName)
}

function scriptsOf(component: string): string {
  return [...component.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)]
    .map(([, script]) => script)
    .join('\n')
}

/** Paths from the top, or `package:name`; node's own modules, styles and virtual modules left out. */
function importsOf(file: string): string[] {
  return specifiersOf(file).flatMap(specifier => {
    if (specifier.startsWith('node:') || builtinModules.includes(specifier)) return []
    if (!specifier.startsWith('.')) {
      const parts = specifier.split('/')
      return [`package:${specifier.startsWith('@') ? parts.slice(0, 2).join('/') : parts[0]}`]
    }
    return [relative(root, resolve(root, dirname(file), specifier)).replaceAll('\\', '/')]
  })
}

function read(file: string): string {
  return readFileSync(join(root, file), 'utf8')
}
