/** A piece of a line: plain text, strong, or code. Links keep their words only: help goes nowhere. */
export type Span = { kind: 'text' | 'strong' | 'code'; text: string }

export type Block =
  | { kind: 'heading'; level: 1 | 2 | 3; spans: Span[] }
  | { kind: 'paragraph'; spans: Span[] }
  | { kind: 'list'; ordered: boolean; items: Span[][] }

/** Our own help pages are short; whatever is longer is none of them. */
const MOST_CHARACTERS = 200_000

/** The little Markdown our help pages use, as data. Nothing becomes markup: what is not understood stays text. */
export function readMarkdown(source: string): Block[] {
  const blocks: Block[] = []
  let paragraph: string[] = []
  let list: { ordered: boolean; items: string[] } | undefined

  const close = (): void => {
    if (paragraph.length > 0) blocks.push({ kind: 'paragraph', spans: readSpans(joined(paragraph)) })
    if (list) blocks.push({ kind: 'list', ordered: list.ordered, items: list.items.map(readSpans) })
    paragraph = []
    list = undefined
  }

  for (const line of source.slice(0, MOST_CHARACTERS).split(/\r?\n/)) {
    const heading = /^(#{1,6})\s+(.*)$/.exec(line)
    const item = /^\s*(?:([-*])|\d{1,3}[.)])\s+(.*)$/.exec(line)
    if (heading) {
      close()
      const level = Math.min(3, heading[1]!.length) as 1 | 2 | 3
      blocks.push({ kind: 'heading', level, spans: readSpans(heading[2]!) })
    } else if (item) {
      const ordered = item[1] === undefined
      if (!list || list.ordered !== ordered) close()
      list ??= { ordered, items: [] }
      list.items.push(item[2]!)
    } else if (line.trim() === '') close()
    else if (list && /^\s/.test(line)) list.items.push(joined([list.items.pop()!, line.trim()]))
    else {
      if (list) close()
      paragraph.push(line.trim())
    }
  }
  close()
  return blocks
}

/** Lines of one paragraph: a space between Latin words, none between Chinese characters. */
function joined(lines: readonly string[]): string {
  return lines.reduce((text, line) =>
    /[\u3000-\u9fff\uff00-\uffef]$/.test(text) && /^[\u3000-\u9fff\uff00-\uffef]/.test(line)
      ? text + line
      : `${text} ${line}`
  )
}

function readSpans(text: string): Span[] {
  const plain = text.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
  return plain
    .split(/(\*\*[^*]+\*\*|`[^`]+`)/)
    .filter(part => part !== '')
    .map((part): Span => {
      if (part.length > 4 && part.startsWith('**') && part.endsWith('**'))
        return { kind: 'strong', text: part.slice(2, -2) }
      if (part.length > 2 && part.startsWith('`') && part.endsWith('`'))
        return { kind: 'code', text: part.slice(1, -1) }
      return { kind: 'text', text: part }
    })
}
