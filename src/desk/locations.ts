import { randomBytes } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { homedir } from 'node:os'
import { basename, resolve, sep } from 'node:path'
import type { Location } from './contract.ts'
import { DeskError } from './desk-error.ts'

/**
 * Paths never reach the window: it gets a token for each place the desk has shown it, and can name no other. Tokens
 * are random and live as long as the desk, so one that was made up, or kept from yesterday, leads nowhere.
 */
export class Locations {
  private readonly paths = new Map<string, string>()
  private readonly tokens = new Map<string, string>()

  /** Rejects with `no-location` for a token that was not handed out. */
  pathOf(token: string): string {
    const path = this.paths.get(token)
    if (path === undefined) throw new DeskError('no-location')
    return path
  }

  /** The place itself, with its token. Rejects with `missing` or `unreadable`. */
  async at(path: string): Promise<Location> {
    const file = resolve(path)
    return this.named(file, await kindOf(file))
  }

  /** One whose kind is known, whether or not it is still there. */
  named(path: string, kind: Location['kind'], name = basename(path) || path): Location {
    return { location: this.token(path), name, shown: shownPath(path), kind }
  }

  private token(path: string): string {
    const known = this.tokens.get(path)
    if (known !== undefined) return known
    const token = randomBytes(18).toString('base64url')
    this.tokens.set(path, token)
    this.paths.set(token, path)
    return token
  }
}

export async function kindOf(path: string): Promise<Location['kind']> {
  const status = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw new DeskError(error.code === 'ENOENT' ? 'missing' : 'unreadable')
  })
  if (status.isDirectory()) return 'folder'
  if (!status.isFile()) throw new DeskError('notAFile')
  return kindOfName(path) ?? 'file'
}

/** What a file is to the desk, by its name alone; what it really is is found out in a child. */
export function kindOfName(name: string): Location['kind'] | undefined {
  if (/\.zip$/iu.test(name)) return 'archive'
  return /\.henshi$/iu.test(name) ? 'saved' : undefined
}

function shownPath(path: string): string {
  const home = homedir()
  return path === home || path.startsWith(home + sep) ? `~${path.slice(home.length)}` : path
}
