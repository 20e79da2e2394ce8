import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../..')
// Both come with electron-builder, which reads its configuration by them.
const need = createRequire(join(root, 'node_modules/app-builder-lib/package.json'))
const { load } = need('js-yaml') as { load(text: string): unknown }
const { minimatch } = need('minimatch') as {
  minimatch(path: string, pattern: string, options: object): boolean
}

export interface Builder {
  files: string[]
  electronFuses: Record<string, boolean>
  publish: null
  [key: string]: unknown
}

export function builder(): Builder {
  return load(readFileSync(join(root, 'electron/builder.yml'), 'utf8')) as Builder
}

/** Files of the project that get packed, by the rules of `files`: the last one that fits decides. */
export function packedFiles(): string[] {
  const rules = builder().files
  const skipped = new Set(['node_modules', '.git', 'dist', 'demo'])
  const files: string[] = []
  const walk = (folder: string): void => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (entry.isDirectory()) {
        if (!skipped.has(path)) walk(path)
      } else if (isIn(path, rules)) files.push(path)
    }
  }
  walk('')
  return files.sort()
}

function isIn(path: string, rules: readonly string[]): boolean {
  return rules.reduce((kept, rule) => {
    const out = rule.startsWith('!')
    return minimatch(path, out ? rule.slice(1) : rule, { dot: true }) ? !out : kept
  }, false)
}

/** Packages that go along: runtime dependencies and what they need, optional ones as far as they are installed. */
export function packedPackages(): string[] {
  const found = new Map<string, string>()
  const visit = (names: readonly string[], from: string): void => {
    for (const name of names) {
      const folder = folderOf(name, from)
      if (!folder || found.has(folder)) continue
      found.set(folder, name)
      const { dependencies = {}, optionalDependencies = {} } = manifest(folder)
      visit([...Object.keys(dependencies), ...Object.keys(optionalDependencies)], folder)
    }
  }
  visit(Object.keys(manifest(root).dependencies ?? {}), root)
  const out = builder().files.filter(rule => rule.startsWith('!node_modules/'))
  const isOut = (name: string): boolean =>
    out.some(rule => minimatch(`node_modules/${name}/package.json`, rule.slice(1), { dot: true }))
  return [...new Set(found.values())].filter(name => !isOut(name)).sort()
}

interface Manifest {
  dependencies?: Record<string, string>
  optionalDependencies?: Record<string, string>
}

function manifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest
}

function folderOf(name: string, from: string): string | undefined {
  for (let at = from; at.length >= root.length; at = resolve(at, '..')) {
    const folder = join(at, 'node_modules', name)
    try {
      manifest(folder)
      return folder
    } catch {
      // one level up
    }
  }
  return undefined
}
