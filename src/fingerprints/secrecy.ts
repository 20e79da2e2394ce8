import type { Material } from '../model/material.ts'

/**
 * Marks of secrecy as they stand in the head of a Chinese document (绝密★启用前, 机密★10年, 秘密★, 内部资料) and in
 * file names. A sentence about secrecy (商业秘密, 保守国家秘密, 通信秘密) carries no mark: a mark stands alone in its line.
 */
const HEAD =
  /^[\s〔【[(（]*((?:绝密|机密|秘密)(?:[★☆*✩\s]*(?:(?:\d+|[一二三四五六七八九十]+)\s*(?:年|个?月)|长期|启用前)?)?|内部(?:资料|文件|材料|刊物)?(?:[,，·\s]*(?:注意保存|不得外传|严禁外传|请勿外传))?)[\s〕】\])）]*$/u
const NAME =
  /(?:^|[\s〔【[(（_-])((?:绝密|机密|秘密)(?:[★☆*])?|内部(?:资料|文件|材料))(?:[\s〕】\])）_\-.]|$)/u
/** A mark stands above the title: among the first lines of a document or the first cells of a sheet. */
const HEAD_BLOCKS = 8
const HEAD_CELLS = 12

/** Per material the mark found, or that of what it lies in. */
export function secrecyMarks(materials: readonly Material[]): (string | undefined)[] {
  const marks: (string | undefined)[] = []
  const markOf = (index: number): string | undefined => {
    if (!(index in marks)) {
      const { parent } = materials[index]!
      marks[index] = ownMark(materials[index]!) ?? (parent === undefined ? undefined : markOf(parent))
    }
    return marks[index]
  }
  return materials.map((_, index) => markOf(index))
}

function ownMark({ path, reading }: Material): string | undefined {
  for (const part of path.split('/')) {
    const named = NAME.exec(part)?.[1]
    if (named) return named
  }
  const lines = [
    ...(reading?.blocks.slice(0, HEAD_BLOCKS).flatMap(({ text }) => text.split('\n')) ?? []),
    ...(reading?.tables.flatMap(({ cells }) =>
      Array.from(cells.texts.subarray(0, HEAD_CELLS), id => cells.pool.text(id))
    ) ?? [])
  ]
  for (const line of lines) {
    const mark = HEAD.exec(line)?.[1]
    if (mark) return mark.trim()
  }
  return undefined
}
