import type { Conversation } from '../model/evidence.ts'
import type { Material } from '../model/material.ts'
import type { Message } from '../model/reading.ts'
import { messagesInTable } from './conversation-tables.ts'

/** The conversation a material holds: messages as a reader found them, else a table with the columns of a known chat export. Undefined when there is neither. */
export function conversationOf(material: Material, index: number): Conversation | undefined {
  const { reading } = material
  if (!reading) return undefined
  const messages = reading.messages.length > 0 ? reading.messages : fromTables(material)
  if (messages.length === 0) return undefined
  const { conversation, title } = reading.claims
  return { material: index, name: conversation ?? title ?? '', messages }
}

/** A workbook of an export may carry statistics on other sheets; the first sheet that is a conversation speaks. */
function fromTables({ reading }: Material): readonly Message[] {
  for (const table of reading!.tables) {
    const messages = messagesInTable(table)
    if (messages.length > 0) return messages
  }
  return []
}
