/** The largest sheet Excel and WPS know; a row or column past it is no place in any spreadsheet. */
export const MOST_ROWS = 1_048_576
export const MOST_COLUMNS = 16_384
/** Two and a half full sheets of eight columns: minutes of reading, and some 400 MB in the parent (field notes, trust a.4). */
export const MOST_CELLS = 20_000_000
/** Characters of one cell, as Excel has it. */
export const LONGEST_TEXT = 32_767
/** A sheet a day for eleven years. */
export const MOST_SHEETS = 4_096
/** A form of a thousand merged blocks is real; a table of a hundred thousand is none a person laid out. */
export const MOST_MERGES = 100_000
/** Formulas are kept to see what makes figures up; that shows in far fewer. */
export const MOST_FORMULAS = 200_000
export const LONGEST_FORMULA = 1_000
/** Rows per part: large enough that crossing the process boundary is cheap, small enough to keep memory flat. */
export const ROWS_PER_PART = 1_000
/** Cells per part, so that a thousand rows of 16,384 cells do not go as one. */
export const CELLS_PER_PART = 50_000
