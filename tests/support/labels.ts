import { readFileSync } from 'node:fs'
import { CLASSES, type MaterialClass } from '../../src/model/audit.ts'
import type { Descriptor, Labelled } from './descriptor.ts'

type Loose = Record<string, unknown>

/**
 * A labelled set of descriptors kept outside this repository: a list, or an object that holds one. Names of fields
 * differ between hands, so several are understood; an item without a class we know is left out and counted by the
 * caller.
 */
export function readLabels(file: string): { items: Labelled[]; all: number } {
  const value: unknown = JSON.parse(readFileSync(file, 'utf8'))
  const list = Array.isArray(value) ? value : (Object.values(value as Loose).find(Array.isArray) ?? [])
  const items = (list as Loose[]).flatMap(item => {
    const label = labelOf(item)
    const inner =
      typeof item.descriptor === 'object' && item.descriptor !== null ? (item.descriptor as Loose) : item
    return label ? [{ ...descriptorOf(inner), ...label }] : []
  })
  return { items, all: list.length }
}

function labelOf(item: Loose): { class: MaterialClass; classId?: string } | undefined {
  const said = ['class', 'label', 'truth', 'expected', 'y'].map(key => item[key]).find(each => typeof each === 'string' || (typeof each === 'object' && each !== null)) // prettier-ignore
  const name = typeof said === 'object' && said !== null ? (said as Loose).class : said
  const named = CLASSES.find(each => each === String(name).toLowerCase())
  const classId = [item.classId, item.class_id, item.id_class].find(each => typeof each === 'string')
  return named ? { class: named, ...(typeof classId === 'string' ? { classId } : {}) } : undefined
}

function descriptorOf(item: Loose): Descriptor {
  const text = (...keys: string[]): string =>
    keys.map(key => item[key]).map(each => (Array.isArray(each) ? each.map(String).join('\n') : each)).find((each): each is string => typeof each === 'string' && each !== '') ?? '' // prettier-ignore
  const columns = strings(first(item, 'columns', 'headers', 'header', 'cols'))
  const rows = rowsOf(
    first(item, 'rows', 'sampleRows', 'sample_rows', 'sample rows', 'sample', 'samples'),
    columns
  )
  const headings = strings(first(item, 'headings', 'sections'))
  const path = text('path', 'file', 'filename', 'name')
  return {
    title: text('title'),
    body: text('body', 'bodyExcerpt', 'body_excerpt', 'excerpt', 'text', 'content'),
    format: text('format', 'kind', 'ext', 'extension', 'type'),
    ...(headings.length > 0 ? { headings } : {}),
    ...(columns.length > 0 ? { columns } : {}),
    ...(rows ? { rows } : {}),
    ...(path ? { path } : {})
  }
}

function first(item: Loose, ...keys: string[]): unknown {
  return keys.map(key => item[key]).find(each => each !== undefined && each !== null)
}

function strings(value: unknown): string[] {
  if (typeof value === 'string') return value.split(/[、|,，\t]/u).map(each => each.trim()).filter(each => each !== '') // prettier-ignore
  return Array.isArray(value) ? value.map(String) : []
}

function rowsOf(value: unknown, columns: readonly string[]): string[][] | undefined {
  if (!Array.isArray(value)) return undefined
  return value.map(row => {
    if (Array.isArray(row)) return row.map(cell => String(cell ?? ''))
    if (typeof row === 'object' && row !== null)
      return columns.map(column => String((row as Loose)[column] ?? ''))
    return strings(row)
  })
}
