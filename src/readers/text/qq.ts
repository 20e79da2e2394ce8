import type { Reader, ReaderContext } from '../../isolation/protocol.ts'
import type { Message } from '../../model/reading.ts'
import { clip } from '../../support/text.ts'
import { hashText } from '../../support/string-pool.ts'
import { BlockSender } from './block-sender.ts'
import { DIALECTS, type ChatHeader, type Dialect } from './chat-headers.ts'
import { ChatLayout, type Place } from './chat-layout.ts'
import { detectEncoding, type Encoding } from './encoding.ts'
import { linesOf } from './lines.ts'
import { isSystem, messagesOf } from './messages.ts'
import { trueHeaders, type Candidate } from './quoted-headers.ts'
import { readPlainText } from './txt.ts'

/** A busy group of 200 messages a day needs 13 years for it; the parent keeps messages as objects. */
const MOST_MESSAGES = 1_000_000
/** Characters of one message that are kept: QQ itself allows about 5,000. */
const LONGEST_MESSAGE = 50_000
/** Lines of one message that are kept. */
const MOST_LINES = 5_000
const MOST_CHARACTERS = 100_000_000
const BATCH = 500

/**
 * The text export of QQ's message manager, and conversations copied out of a chat window. Two passes: the first
 * finds what looks like a header and in which dialect, the second sends messages. A file in which nothing can be
 * dated is sent as plain text.
 */
export default {
  formats: ['qq'],
  pool: 'documents',
  version: 1,
  async read(context) {
    const detected = await detectEncoding(context.file)
    const survey = await surveyOf(context, detected.encoding)
    if (!survey) {
      await context.send({ part: 'format', format: 'txt', kind: 'document' })
      return readPlainText(context, detected)
    }
    await context.send({
      part: 'facts',
      observed: { encoding: detected.encoding },
      claims: survey.names.length > 0 ? { conversation: clip(survey.names.join('、'), 500) } : {}
    })
    await sendMessages(context, detected.encoding, survey)
    if (survey.shortened) {
      await context.send({ part: 'note', note: { code: 'shortened', words: { kept: MOST_MESSAGES } } })
    }
    if (detected.damaged > 0) {
      await context.send({ part: 'trouble', code: 'E_CORRUPT', detail: 'some bytes fit no known encoding' })
    }
  }
} satisfies Reader

interface Survey {
  dialect: Dialect
  accepted: Uint8Array // per candidate of the dialect, in order
  names: string[] // of the conversations
  shortened: boolean
}

async function surveyOf(context: ReaderContext, encoding: Encoding): Promise<Survey | undefined> {
  const found = DIALECTS.map(dialect => ({ dialect, candidates: [] as Candidate[] }))
  const names = new Set<string>()
  const layout = new ChatLayout()
  let shortened = false
  for await (const lines of linesOf(context.file, encoding)) {
    context.beat()
    for (const line of lines) {
      const place = layout.next(line)
      if (place.conversation && names.size < 100) names.add(place.conversation)
      if (place.structure) continue
      for (const { dialect, candidates } of found) {
        const header = dialect.header(place.text, layout.day)
        if (!header) continue
        if (candidates.length >= MOST_MESSAGES) shortened = true
        else candidates.push(candidateOf(header, place))
      }
    }
  }
  const best = found.reduce((a, b) => (b.candidates.length > a.candidates.length ? b : a))
  // one dated line in a copied text is a sentence; under QQ's own heading it is a short conversation
  if (best.candidates.length < (names.size > 0 ? 1 : 2)) return undefined
  return { dialect: best.dialect, accepted: trueHeaders(best.candidates), names: [...names], shortened }
}

function candidateOf(header: ChatHeader, place: Place): Candidate {
  return {
    section: place.section,
    seconds: header.seconds,
    hash: hashText(place.text),
    afterBlank: place.afterBlank,
    numbered: header.senderId !== undefined || isSystem(header)
  }
}

async function sendMessages(context: ReaderContext, encoding: Encoding, survey: Survey): Promise<void> {
  const layout = new ChatLayout()
  const preface = new BlockSender(context)
  let header: ChatHeader | undefined
  let body: string[] = []
  let length = 0
  let number = 0
  let sent = 0
  let candidate = 0
  let cut = false
  let batch: Message[] = []
  const finish = async (): Promise<void> => {
    if (!header) return
    for (const message of messagesOf(header, body)) {
      batch.push({ number: ++number, ...message })
      sent += message.text.length
    }
    header = undefined
    body = []
    length = 0
    if (batch.length < BATCH) return
    await context.send({ part: 'messages', messages: batch })
    batch = []
  }
  reading: for await (const lines of linesOf(context.file, encoding)) {
    context.beat()
    for (const line of lines) {
      const place = layout.next(line)
      if (place.structure || (place.dayLine && survey.dialect.id === 'day-lines')) continue
      const next = survey.dialect.header(place.text, layout.day)
      if (next && survey.accepted[candidate++]) {
        await finish()
        if (number >= MOST_MESSAGES || sent >= MOST_CHARACTERS) {
          cut = true
          break reading
        }
        header = next
      } else if (!header) {
        if (place.text.trim() !== '') await preface.add({ text: place.text.trim(), style: 'paragraph' })
      } else if (length < LONGEST_MESSAGE && body.length < MOST_LINES) {
        body.push(place.text)
        length += place.text.length
      } else cut = true
    }
  }
  await finish()
  if (batch.length > 0) await context.send({ part: 'messages', messages: batch })
  await preface.finish()
  if (cut && !survey.shortened) {
    await context.send({ part: 'note', note: { code: 'shortened', words: { kept: sent } } })
  }
}
