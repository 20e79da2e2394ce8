import { readdirSync } from 'node:fs'
import { join } from 'node:path'

/** One file of the built window. */
export interface Asset {
  file: string // absolute
  type: string
}

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  webp: 'image/webp',
  woff2: 'font/woff2',
  wasm: 'application/wasm'
}

/**
 * The names that exist, once and for all: an address is looked up as it is and never joined to a folder. `/` is the
 * page. Files of no known type are left out. Undefined when the window is not built.
 */
export function assetsIn(folder: string): ReadonlyMap<string, Asset> | undefined {
  const assets = new Map<string, Asset>()
  let names: string[]
  try {
    names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  } catch {
    return undefined
  }
  for (const name of names.map(each => each.replaceAll('\\', '/')).sort()) {
    const type = TYPES[/\.([a-z0-9]+)$/.exec(name)?.[1] ?? '']
    if (type) assets.set(`/${name}`, { file: join(folder, name), type })
  }
  const page = assets.get('/index.html')
  if (!page) return undefined
  assets.set('/', page)
  return assets
}
