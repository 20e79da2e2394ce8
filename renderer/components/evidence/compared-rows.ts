import { difference, type Part } from './difference.ts'
import type { DetailOf } from './pane.ts'

type Row = DetailOf<'rows'>['rows'][number]

export interface ComparedCell {
  parts: readonly Part[]
  differs: boolean
}

export interface ComparedRow {
  place: number
  cells: readonly ComparedCell[]
  /** Others are compared with it. */
  base: boolean
}

/** Less than this in common and the whole cell is marked: a sprinkle of chance agreements tells nothing. */
const LITTLE = 0.3

/**
 * Rows with what differs from their base marked inside each cell. A row without any difference begins a group; a base
 * that is compared once shows its own side of the difference too.
 */
export function comparedRows(rows: readonly Row[], spell: (text: string) => string): ComparedRow[] {
  const compared: ComparedRow[] = []
  let base: { row: Row; at: number } | undefined
  let followers = 0
  for (const [at, row] of rows.entries()) {
    if (!base || row.cells.every(({ differs }) => !differs)) {
      if (!base || followers > 0 || at === 0) {
        base = { row, at }
        followers = 0
        compared.push({
          place: row.place,
          base: true,
          cells: row.cells.map(({ text }) => whole(spell(text), false))
        })
        continue
      }
    }
    followers++
    const own = base
    const sides = row.cells.map((cell, column) => {
      const left = spell(own.row.cells[column]?.text ?? '')
      const right = spell(cell.text)
      return cell.differs ? marked(left, right) : { left: whole(left, false), right: whole(right, false) }
    })
    compared.push({ place: row.place, base: false, cells: sides.map(({ right }) => right) })
    const first = compared[own.at]!
    compared[own.at] = {
      ...first,
      cells: first.cells.map((cell, column) => {
        const side = sides[column]
        if (!side?.left.differs) return cell
        return followers === 1 ? side.left : whole(cell.parts.map(({ text }) => text).join(''), false)
      })
    }
  }
  return compared
}

function marked(left: string, right: string): { left: ComparedCell; right: ComparedCell } {
  const parts = difference(left, right)
  const shared = parts.right.filter(({ same }) => same).reduce((sum, { text }) => sum + text.length, 0)
  if (shared < LITTLE * Math.max(left.length, right.length))
    return { left: whole(left, true), right: whole(right, true) }
  return { left: { parts: parts.left, differs: true }, right: { parts: parts.right, differs: true } }
}

function whole(text: string, differs: boolean): ComparedCell {
  return { parts: text === '' ? [] : [{ text, same: !differs }], differs }
}
