/** One sheet as data: plain texts and numbers under headers. Nothing here is ever a formula. */
export interface Sheet {
  name: string
  columns: readonly Column[]
  rows: readonly (readonly Cell[])[]
  /** A line of instructions above the header, over all columns. */
  lead?: string
}

export interface Column {
  header: string
  width: number // in characters of the sheet's font
  /** How numbers of the column show; whole numbers when not given. */
  format?: 'percent' | 'decimal'
  /** Figures stand at the end of their cells also where they are texts: 70 %. */
  figures?: true
  /** To be filled in by a person: stands out, and may offer a list of answers (with what to say when none is chosen). */
  fill?: { choices?: readonly string[]; help?: string }
}

export type Cell = string | number | undefined

/** A number that shows as a share, whatever its column's format. */
export const PERCENT = '0.0%'
export const DECIMAL = '0.0'
