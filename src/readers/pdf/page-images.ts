import { inflateSync } from 'node:zlib'
import type { RawFile } from './raw-file.ts'
import type { RawObjects } from './raw-objects.ts'
import { isDict, nameOf, Ref, type Dict, type Value } from './syntax.ts'

/** As many pages as the text reader looks at. */
const MOST_PAGES = 50_000
/** Levels of the page tree; balanced trees of 50,000 pages have 5. */
const MOST_LEVELS = 64
/** Drawings within drawings on one page. */
const MOST_FORM_DEPTH = 8
/** Look-ups of pictures by pages altogether: 50,000 pages that each name 40. */
const MOST_LOOKUPS = 2_000_000
/** A page's own drawing, inflated: to see which of the pictures it may use it does use. */
const MOST_CONTENT = 8 * 1024 ** 2

/** On which page (from 1) each picture object is first drawn. Pictures no page draws are absent. */
export function pagesOfImages(objects: RawObjects, file: RawFile, beat: () => void): Map<number, number> {
  const pages = new Map<number, number>()
  let lookups = 0
  let number = 0
  for (const { page, resources } of pagesOf(objects)) {
    number++
    beat()
    const walk = (owner: Dict, inherited: Value | undefined, depth: number, seen: Set<number>): void => {
      const own = objects.resolve(owner.get('Resources') ?? inherited)
      const entries = isDict(own) ? objects.resolve(own.get('XObject')) : undefined
      if (!isDict(entries)) return
      const drawn = entries.size > 1 ? drawnNames(owner, objects, file) : undefined
      for (const [name, value] of entries) {
        if (++lookups > MOST_LOOKUPS) return
        if (!(value instanceof Ref) || (drawn && !drawn.has(name)) || pages.has(value.number)) continue
        const dict = objects.get(value.number)
        if (!isDict(dict)) continue
        const kind = nameOf(dict.get('Subtype'))
        if (kind === 'Image') pages.set(value.number, number)
        else if (kind === 'Form' && depth < MOST_FORM_DEPTH && !seen.has(value.number)) {
          seen.add(value.number)
          walk(formWithStream(dict, value), undefined, depth + 1, seen)
        }
      }
    }
    walk(page, resources, 0, new Set())
  }
  return pages
}

/** Pages in order with the resources they inherit; loops and shared branches are visited once. */
function* pagesOf(objects: RawObjects): Generator<{ page: Dict; resources: Value | undefined }> {
  const root = objects.resolve(objects.trailer.get('Root'))
  const top = isDict(root) ? root.get('Pages') : undefined
  const seen = new Set<number>()
  const stack: { node: Value | undefined; resources: Value | undefined; level: number }[] = [
    { node: top, resources: undefined, level: 0 }
  ]
  let count = 0
  while (stack.length > 0 && count < MOST_PAGES) {
    const { node, resources, level } = stack.pop()!
    if (node instanceof Ref) {
      if (seen.has(node.number)) continue
      seen.add(node.number)
    }
    const dict = objects.resolve(node)
    if (!isDict(dict) || level > MOST_LEVELS) continue
    const own = dict.get('Resources') ?? resources
    const kids = objects.resolve(dict.get('Kids'))
    if (Array.isArray(kids)) {
      for (const kid of kids.slice(0, MOST_PAGES).reverse())
        stack.push({ node: kid, resources: own, level: level + 1 })
    } else {
      count++
      yield { page: dict, resources: own }
    }
  }
}

/** A form's drawing is its own stream; a page's is named by Contents. */
function formWithStream(dict: Dict, ref: Ref): Dict {
  return new Map([...dict, ['Contents', ref]])
}

/** Names after which `Do` stands in a page's drawing; undefined when the drawing cannot be read here. */
function drawnNames(owner: Dict, objects: RawObjects, file: RawFile): Set<string> | undefined {
  const contents = owner.get('Contents')
  const list = contents instanceof Ref ? objects.get(contents.number) : contents
  const refs = Array.isArray(list) ? list : [contents]
  const names = new Set<string>()
  let room = MOST_CONTENT
  for (const ref of refs.slice(0, 100)) {
    const text = ref instanceof Ref ? contentOf(ref.number, objects, file, room) : undefined
    if (text === undefined) return undefined
    room -= text.length
    for (const match of text.matchAll(/\/([^\0\t\n\f\r ()<>[\]{}/%]{1,127})[\0\t\n\f\r ]+Do\b/gu))
      names.add(match[1]!)
  }
  return names
}

function contentOf(number: number, objects: RawObjects, file: RawFile, room: number): string | undefined {
  const stream = objects.stream(number)
  const dict = objects.get(number)
  if (!stream || !isDict(dict) || stream.length > room || room <= 0) return undefined
  const filter = objects.resolve(dict.get('Filter'))
  const names = (Array.isArray(filter) ? filter : filter == null ? [] : [filter]).map(nameOf)
  const bytes = file.read(stream.at, stream.length)
  if (names.length === 0) return bytes.toString('latin1')
  if (names.length !== 1 || names[0] !== 'FlateDecode') return undefined
  try {
    return inflateSync(bytes, { maxOutputLength: room }).toString('latin1')
  } catch {
    return undefined
  }
}
