import type { Drawn } from '../scenes/encode.ts'

/** What a document is made of; both document writers take the same. */
export type Block =
  | { kind: 'title'; text: string }
  | { kind: 'heading'; text: string }
  | { kind: 'text'; text: string }
  | { kind: 'right'; text: string } // signature and date lines
  | { kind: 'table'; rows: string[][] }
  | { kind: 'picture'; picture: Drawn; caption?: string }

export const title = (text: string): Block => ({ kind: 'title', text })
export const heading = (text: string): Block => ({ kind: 'heading', text })
export const text = (value: string): Block => ({ kind: 'text', text: value })
export const right = (value: string): Block => ({ kind: 'right', text: value })
export const table = (rows: string[][]): Block => ({ kind: 'table', rows })
export const picture = (drawn: Drawn, caption?: string): Block => ({ kind: 'picture', picture: drawn, ...(caption ? { caption } : {}) }) // prettier-ignore
