/** A picture's neighbours in the text. */
export interface Neighbours {
  before?: string
  after?: string
}

/** A caption is a line; longer texts are what the picture illustrates. */
const LONGEST_CAPTION = 80
const LABELLED =
  /^(?:[图照附]|图片|照片|附图|附件图)[片图]?\s*[\d一二三四五六七八九十]+|^(?:figure|fig\.|photo)\s*\d/iu

/**
 * The captions of a document's pictures, in order. Documents put captions below or above, and hold to it: a
 * picture with a short text on one side only says which. A wrong caption would lend a picture another's date, so
 * where neither the picture nor the document tells, there is none.
 */
export function captionsOf(pictures: readonly Neighbours[]): (string | undefined)[] {
  let below = 0
  let above = 0
  const sides = pictures.map(({ before, after }) => ({ before: fitting(before), after: fitting(after) }))
  for (const { before, after } of sides) {
    if (after && LABELLED.test(after)) below += 2
    if (before && LABELLED.test(before)) above += 2
    if (after && !before) below++
    if (before && !after) above++
  }
  return sides.map(({ before, after }) => {
    if (!before || !after) return before ?? after
    if (LABELLED.test(after) !== LABELLED.test(before)) return LABELLED.test(after) ? after : before
    if (below === above) return undefined
    return below > above ? after : before
  })
}

/** The text when it is short and no sentence that goes on. */
export function fitting(text: string | undefined): string | undefined {
  if (text === undefined || text === '' || text.length > LONGEST_CAPTION) return undefined
  if (LABELLED.test(text)) return text
  return /[。；;，,：:]$/u.test(text) ? undefined : text
}
