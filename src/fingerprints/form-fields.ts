import type {
  AskerClaim,
  DocumentText,
  FormFields,
  LabelledForm,
  Ledger,
  NameClaims
} from '../model/evidence.ts'
import type { Material } from '../model/material.ts'
import type { Tick } from '../support/tick.ts'
import { statedAsker, statedNumbers } from './form-askers.ts'
import { datumOf } from './form-dictionary.ts'
import { attachedBy } from './form-notices.ts'

interface Facts {
  materials: readonly Material[]
  names: readonly NameClaims[]
  ledgers: readonly Ledger[]
  forms: readonly LabelledForm[]
  documents: readonly DocumentText[]
}

/** Fewer data about a person than this are a list that names people, not a form that asks for them. */
const LEAST_DATA = 3
/** Rows above the header and below the last entry where a form states whose it is. */
const EDGE_ROWS = 8
/** Lines of a document before its table and after it. */
const EDGE_LINES = 8
const LONGEST_LINE = 160

/**
 * Rosters, ledgers and label forms that ask for data about someone, aligned to the dictionary of fields, with who
 * asks as the paper, its name, its folder or the notice it is attached to claims. `own` tells the package's own unit.
 */
export function formFieldsOf(facts: Facts, own: (name: string) => boolean, tick: Tick): FormFields[] {
  const notices = facts.documents.filter(({ issued, issuer }) => issued && issuer !== undefined)
  const tables = tablesOf(facts)
  return tables.map((draft, at) => {
    tick(at, tables.length)
    const material = facts.materials[draft.material]!
    const lines = edgeLines(draft, material)
    const asker = pick(own, [
      statedAsker(lines, draft.title),
      attachedBy(draft.title, draft.material, notices),
      ...namedAskers(material, facts.names[draft.material])
    ])
    return { ...draft, ...statedNumbers(lines), ...(asker && { asker }) }
  })
}

type Draft = Omit<FormFields, 'asker' | 'number' | 'approval'>

function tablesOf({ ledgers, forms, documents }: Facts): Draft[] {
  const titleOf = new Map(documents.map(({ material, title }) => [material, title]))
  const rosters = ledgers.flatMap((ledger): Draft[] => {
    const all = ledger.columns.flatMap(({ header, filled }, at) => {
      const datum = filled > 0 ? datumOf(header) : undefined
      return datum ? [{ ...datum, at }] : []
    })
    const data = ownOnly(all, at => ledger.columns[at]!.header)
    const { material, table, title, index } = ledger
    return asks(data) ? [{ material, table: table.head.index, ledger: index, title, data }] : []
  })
  const labelled = forms.flatMap(({ fields, material, table, title }, form): Draft[] => {
    const all = fields.flatMap(({ label }, at) => {
      const datum = datumOf(label)
      return datum ? [{ ...datum, at }] : []
    })
    const data = ownOnly(all, at => fields[at]!.label)
    return asks(data) ? [{ material, table, form, title: title || (titleOf.get(material) ?? ''), data }] : []
  })
  return [...rosters, ...labelled]
}

/** Where a person's own name and number stand beside those of the head of the household, the person is meant. */
function ownOnly(data: FormFields['data'], label: (at: number) => string): FormFields['data'] {
  const heads = ({ at }: { at: number }): boolean => /户主/u.test(label(at))
  return data.filter(each => each.kind !== 'identity' || !heads(each) || !data.some(other => other.field === each.field && !heads(other))) // prettier-ignore
}

function asks(data: FormFields['data']): boolean {
  return new Set(data.flatMap(({ datum, kind }) => (kind === 'data' ? [datum] : []))).size >= LEAST_DATA
}

/** Lines around the entries: title rows, remarks, feet, and a document's text next to the table. */
function edgeLines({ table, ledger }: Draft, { kind, reading }: Material): string[] {
  const lines: string[] = []
  const cells = reading?.tables.find(({ head }) => head.index === table)?.cells
  if (cells) {
    const count = cells.rowCount
    for (let row = 0; row < count; row++) {
      if (row >= EDGE_ROWS && row < count - EDGE_ROWS) continue
      const filled = cells.starts[row + 1]! - cells.starts[row]!
      if (ledger !== undefined && filled > 4) continue
      for (let at = cells.starts[row]!; at < cells.starts[row + 1]!; at++)
        lines.push(cells.pool.text(cells.texts[at]!))
      // 制表单位 | 县民政局 in neighbouring cells
      if (filled >= 2 && filled <= 4)
        for (let at = cells.starts[row]!; at + 1 < cells.starts[row + 1]!; at++)
          lines.push(`${cells.pool.text(cells.texts[at]!)}：${cells.pool.text(cells.texts[at + 1]!)}`)
    }
  }
  if (kind === 'document' && reading) {
    const texts = reading.blocks.map(({ text }) => text)
    const at = reading.blocks.findIndex(block => block.style === 'table' && block.table === table)
    const from = at < 0 ? 0 : Math.max(0, at - EDGE_LINES)
    lines.push(...texts.slice(from, from + 2 * EDGE_LINES + 1))
  }
  return lines.filter(line => line.trim() !== '' && line.length <= LONGEST_LINE)
}

/** 县民政局：困难家庭采集表.xlsx, or a folder of the asker's name. Names are claims like the rest. */
function namedAskers(material: Material, names: NameClaims | undefined): (AskerClaim | undefined)[] {
  const own = statedAsker([], names?.subject ?? material.name)
  const folders = [...(names?.folders ?? [])].reverse().map(({ subject }) => statedAsker([], subject))
  return [
    own && { ...own, where: 'name' },
    ...folders.map(each => each && { ...each, where: 'folder' as const })
  ]
}

function pick(
  own: (name: string) => boolean,
  claims: readonly (AskerClaim | undefined)[]
): AskerClaim | undefined {
  return claims.find(claim => claim !== undefined && !own(claim.name))
}
