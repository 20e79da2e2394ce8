/**
 * Addresses of the window: `#/<page>?query` and, within a package, `#/p/<package>/<page>?query`. They live in the
 * fragment, so the same build runs from a file, from `app://` and from the loopback server, and “back” works.
 */

/** Pages that need no package. */
export const DESK_PAGES = ['open', 'queue', 'settings', 'help'] as const
/** Pages of the package that is shown. */
export const PACKAGE_PAGES = ['check', 'progress', 'overview', 'findings', 'materials', 'indicators', 'pictures', 'report', 'submit', 'inspect'] as const // prettier-ignore

export type DeskPage = (typeof DESK_PAGES)[number]
export type PackagePage = (typeof PACKAGE_PAGES)[number]
export type PageName = DeskPage | PackagePage
/** What an address asks of its page: filters, an id, a scroll position. Always text. */
export type Query = Readonly<Record<string, string>>

export interface Route {
  page: PageName
  package?: string
  query: Query
}

export const START: Route = { page: 'open', query: {} }

/** Reads a fragment; anything unknown leads to the start. */
export function readAddress(fragment: string): Route {
  const [path = '', search = ''] = fragment.replace(/^#?\/?/, '').split('?', 2)
  const parts = path.split('/').map(decoded)
  const query = Object.fromEntries(new URLSearchParams(search))
  if (parts[0] === 'p' && parts[1] && isPackagePage(parts[2]))
    return { page: parts[2], package: parts[1], query }
  if (parts.length === 1 && isDeskPage(parts[0])) return { page: parts[0], query }
  return START
}

/** The fragment of a route, with its `#`. Empty values are left out. */
export function writeAddress({ page, package: id, query }: Route): string {
  const kept = Object.entries(query).filter(([, value]) => value !== '')
  const search = kept.length > 0 ? `?${new URLSearchParams(kept).toString()}` : ''
  return id !== undefined && isPackagePage(page)
    ? `#/p/${encodeURIComponent(id)}/${page}${search}`
    : `#/${page}${search}`
}

export function isPackagePage(name: string | undefined): name is PackagePage {
  return PACKAGE_PAGES.some(page => page === name)
}

function isDeskPage(name: string | undefined): name is DeskPage {
  return DESK_PAGES.some(page => page === name)
}

/** A stranger's fragment may hold a broken escape; it is then no address of ours. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return ''
  }
}

/** Where a package is best looked at in its present state. */
export function homeOf(
  state: 'waiting' | 'surveying' | 'surveyed' | 'running' | 'done' | 'stopped' | 'failed'
): PackagePage {
  if (state === 'done' || state === 'stopped') return 'overview'
  return state === 'running' ? 'progress' : 'check'
}
