import { ReadTrouble } from '../../isolation/trouble.ts'
import type { OfficePackage } from '../office/package.ts'
import { attribute, readXml } from '../office/xml.ts'

export type Rank = 'title' | 'heading'

interface Style {
  name: string
  basedOn?: string
  outline?: number
}

/** Word's own templates define some 400 styles. */
const MOST_STYLES = 10_000
/** Styles rest on styles a few steps deep; a loop would go on for ever. */
const MOST_STEPS = 10

/**
 * Which paragraph styles are titles and headings, by id: told by the style's name (Word keeps English names in
 * Chinese documents, WPS and others write 标题), its outline level, or the style it rests on. Broken styles
 * never cost a document its text.
 */
export async function ranksOf(pack: OfficePackage, part: string | undefined): Promise<Map<string, Rank>> {
  const styles = new Map<string, Style>()
  if (part !== undefined && pack.find(part) !== undefined) {
    await readStyles(pack, part, styles).catch(error => {
      if (!(error instanceof ReadTrouble)) throw error
    })
  }
  const ranks = new Map<string, Rank>()
  for (const id of styles.keys()) {
    const rank = rankOf(id, styles)
    if (rank) ranks.set(id, rank)
  }
  return ranks
}

/** Rank of a style by its name, or by its id when the document does not define it. */
export function rankByName(name: string): Rank | undefined {
  const plain = name.replace(/[\s_-]+/gu, '').toLowerCase()
  if (plain === 'title' || plain === '标题' || plain === '大标题' || plain === '文档标题') return 'title'
  if (/^(?:heading|标题|h)[1-9]$/u.test(plain)) return 'heading'
  if (/^[一二三四五六1-6]级标题$/u.test(plain)) return 'heading'
  return plain === 'subtitle' || plain === '副标题' ? 'heading' : undefined
}

function rankOf(id: string, styles: Map<string, Style>): Rank | undefined {
  let style = styles.get(id)
  for (let step = 0; style && step < MOST_STEPS; step++) {
    const rank = rankByName(style.name)
    if (rank) return rank
    if (style.outline !== undefined) return style.outline < 9 ? 'heading' : undefined
    style = style.basedOn === undefined ? undefined : styles.get(style.basedOn)
  }
  return undefined
}

async function readStyles(pack: OfficePackage, part: string, styles: Map<string, Style>): Promise<void> {
  let style: Style | undefined
  await readXml(pack.stream(part), {
    open(name, attributes) {
      const value = attribute(attributes, 'val') ?? ''
      if (name === 'style') {
        style = { name: '' }
        const id = attribute(attributes, 'styleId')
        const kind = attribute(attributes, 'type') ?? 'paragraph'
        if (id !== undefined && kind === 'paragraph' && styles.size < MOST_STYLES) styles.set(id, style)
      } else if (style && name === 'name') style.name = value
      else if (style && name === 'basedOn') style.basedOn = value
      else if (style && name === 'outlineLvl' && /^\d$/u.test(value)) style.outline = Number(value)
    },
    close(name) {
      if (name === 'style') style = undefined
    }
  })
}
