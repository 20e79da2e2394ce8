/** One part of a path as display text: control characters become their pictures, lone surrogates U+FFFD. */
export function shownName(part: string): string {
  return part
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/[\u0000-\u001f]/g, sign => String.fromCharCode(0x2400 + sign.charCodeAt(0)))
    .replace(/\u007f/g, '\u2421')
}

/** A folder's name as display text; a `!` at its end would read as the door of a container, so it is shown wide. */
export function shownFolder(part: string): string {
  return shownName(part).replace(/!$/, '！')
}

/** A path as display text; parts are separated by `/`. */
export function shownPath(parts: readonly string[]): string {
  return parts.map((part, i) => (i === parts.length - 1 ? shownName(part) : shownFolder(part))).join('/')
}

/** Hands out each path once: the second `a.txt` is `a (2).txt`. */
export class UniquePaths {
  private readonly taken = new Set<string>()
  private readonly next = new Map<string, number>()

  take(path: string): string {
    let unique = path
    for (let n = this.next.get(path) ?? 2; this.taken.has(unique); n++) {
      unique = numbered(path, n)
      this.next.set(path, n + 1)
    }
    this.taken.add(unique)
    return unique
  }
}

function numbered(path: string, n: number): string {
  const dot = path.lastIndexOf('.')
  return dot > path.lastIndexOf('/') + 1 ? `${path.slice(0, dot)} (${n})${path.slice(dot)}` : `${path} (${n})`
}

/** Lower-case extension without dot, '' when there is none or it is no plain word. */
export function extensionOf(name: string): string {
  const found = /\.([a-z0-9]{1,8})$/i.exec(name)
  return found && found.index > name.lastIndexOf('/') + 1 ? found[1]!.toLowerCase() : ''
}
