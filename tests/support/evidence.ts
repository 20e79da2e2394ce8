import { StringPool } from '../../src/support/string-pool.ts'
import { CELL, type Claims, type Observed } from '../../src/model/reading.ts'
import type { Material, Table } from '../../src/model/material.ts'
import type { Evidence, NameClaims } from '../../src/model/evidence.ts'
import { sha256 } from '../../src/support/hashing.ts'
import { dayNumber } from '../../src/support/dates.ts'

/** A table as readers and the parent leave it, from plain rows; row numbers count from 1. Blank strings are no cells. */
export function tableOf(
  rows: readonly (readonly string[])[],
  pool = new StringPool(),
  name = 'Sheet1',
  index = 0
): Table {
  const kept = rows
    .map((row, i) => ({ row, number: i + 1 }))
    .filter(({ row }) => row.some(text => text !== ''))
  const columns: number[] = []
  const texts: number[] = []
  const kinds: number[] = []
  const starts = [0]
  for (const { row } of kept) {
    row.forEach((text, column) => {
      if (text === '') return
      columns.push(column)
      texts.push(pool.id(text))
      kinds.push(
        /^\d{4}-\d\d-\d\d/.test(text) && dayNumber(text) > 0
          ? CELL.date
          : /^-?\d+(\.\d+)?$/.test(text)
            ? CELL.number
            : CELL.text
      )
    })
    starts.push(texts.length)
  }
  return {
    head: { index, name, hidden: false, merges: [] },
    formulas: [],
    cells: {
      pool,
      rowCount: kept.length,
      rows: Uint32Array.from(kept, ({ number }) => number),
      starts: Uint32Array.from(starts),
      columns: Uint16Array.from(columns),
      texts: Uint32Array.from(texts),
      kinds: Uint8Array.from(kinds)
    }
  }
}

type Loose = Partial<Omit<Material, 'reading'>> & {
  tables?: Table[]
  paragraphs?: string[]
  claims?: Partial<Claims>
  observed?: Partial<Observed>
  reading?: Partial<NonNullable<Material['reading']>>
}

/** A material that was read, with just what a test is about. */
export function materialOf(
  path: string,
  { tables, paragraphs, claims, observed, reading, ...rest }: Loose = {}
): Material {
  return {
    no: 1,
    path,
    name: path.split('/').at(-1)!,
    origin: 'package',
    format: 'unknown',
    kind: 'other',
    bytes: 1,
    sha256: sha256(path),
    status: 'read',
    notes: [],
    reading: {
      observed: observed ?? {},
      claims: claims ?? {},
      blocks: (paragraphs ?? []).map(text => ({ text, style: 'paragraph' as const })),
      tables: tables ?? [],
      messages: [],
      ...reading
    },
    ...rest
  }
}

export const noNameClaims: NameClaims = { dates: [], copySuffix: false, subject: '' }

/** Evidence with nothing in it but what is given. */
export function evidenceOf(given: Partial<Evidence> = {}): Evidence {
  const materials = given.materials ?? []
  return {
    inspection: {},
    texts: new StringPool(),
    materials,
    names: materials.map(() => noNameClaims),
    ledgers: [],
    forms: [],
    formFields: [],
    documents: [],
    pictures: [],
    conversations: [],
    resultClaims: [],
    unevenFigures: [],
    claimSupports: [],
    activities: [],
    activityOf: materials.map(() => undefined),
    indicatorOf: materials.map(() => undefined),
    claimedDateOf: materials.map(() => undefined),
    secrecyOf: materials.map(() => undefined),
    indicatorLists: [],
    indicators: [],
    sameContent: [],
    entryGroups: [],
    passageGroups: [],
    pictureGroups: [],
    sessions: [],
    replyBursts: [],
    dataForms: [],
    fieldFamilies: [],
    ledgerHistories: [],
    ledgerPieces: [],
    ...given
  }
}
