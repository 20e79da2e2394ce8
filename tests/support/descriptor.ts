import { readFileSync } from 'node:fs'
import { fingerprint } from '../../src/fingerprints/index.ts'
import type { Evidence } from '../../src/model/evidence.ts'
import type { MaterialClass } from '../../src/model/audit.ts'
import type { Block } from '../../src/model/reading.ts'
import { StringPool } from '../../src/support/string-pool.ts'
import { noTick } from '../../src/support/tick.ts'
import { classify, type Weight } from '../../src/weighing/classify.ts'
import { evidenceOf, materialOf, tableOf } from './evidence.ts'

/** A material in a few words: what a labeller was shown of it. */
export interface Descriptor {
  title?: string
  headings?: readonly string[]
  columns?: readonly string[]
  /** Sample rows; absent when none were shown, which does not make it a blank. */
  rows?: readonly (readonly string[])[]
  body?: string
  format?: string
  path?: string
}

/** Goes through fingerprints and classes as a material of a package would. */
export function classOfDescriptor(descriptor: Descriptor): Weight {
  const pool = new StringPool()
  const { title = '', headings = [], columns = [], rows, body = '', format = '', path } = descriptor
  const grid = [...(title && columns.length > 0 ? [[title]] : []), ...(columns.length > 0 ? [columns] : []), ...(rows ?? [])] // prettier-ignore
  const isTable = columns.length > 0 && body === ''
  // A picture of which nothing but its name is known; with text it was read as a page.
  const isPicture = /jpe?g|png|photo|图片|照片/iu.test(format) && body === '' && columns.length === 0
  const blocks: Block[] = [
    ...(title && columns.length === 0 ? [{ text: title, style: 'title' as const }] : []),
    ...headings.map(text => ({ text, style: 'heading' as const })),
    ...body.split('\n').filter(text => text.trim() !== '').map(text => ({ text, style: 'paragraph' as const })) // prettier-ignore
  ]
  const material = materialOf(path ?? (isPicture ? `${title}.jpg` : `0.${isTable ? 'xlsx' : 'docx'}`), {
    kind: isTable ? 'table' : isPicture ? 'picture' : 'document',
    format: isTable ? 'xlsx' : isPicture ? 'jpeg' : 'docx',
    // Only what was read whole can be called a blank.
    status: columns.length > 0 && rows === undefined ? 'partly' : 'read',
    tables: grid.length > 0 && columns.length > 0 ? [tableOf(grid, pool, isTable ? 'Sheet1' : '')] : [],
    reading: { blocks }
  })
  const evidence: Evidence = { ...evidenceOf({ materials: [material], texts: pool }), ...fingerprint([material], pool, {}, noTick) } // prettier-ignore
  return classify(evidence, noTick)[0]!
}

export interface Labelled extends Descriptor {
  class: MaterialClass
  classId?: string
}

/** Lines of `class id | title | columns | rows | body`; `#` begins a remark. */
export function readDescriptors(file: string): Labelled[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(line => line.trim() !== '' && !line.startsWith('#'))
    .map(line => {
      const [label = '', title = '', columns = '', rows = '', body = ''] = line
        .split('|')
        .map(part => part.trim())
      const [named, classId] = label.split(/\s+/u) as [MaterialClass, string?]
      const header = columns === '' ? undefined : columns.split('、')
      return {
        class: named,
        ...(classId ? { classId } : {}),
        title,
        ...(header ? { columns: header, rows: rows === '' ? [] : rows.split('；').map(row => row.split('、')) } : {}), // prettier-ignore
        ...(body ? { body: body.replaceAll('。', '。\n') } : {})
      }
    })
}
