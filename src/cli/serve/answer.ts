import type { ServerResponse } from 'node:http'
import type { ErrorCode } from '../../desk/contract.ts'
import { FRAME, hasBytes, packFrame } from '../../support/web/frame.ts'
import { EVERY_ANSWER } from '../../support/web/policy.ts'

/** Answers that are no pages get the emptiest policy: shown by mistake they could do nothing. */
const NOTHING = "default-src 'none'; frame-ancestors 'none'; sandbox"

export function answer(
  response: ServerResponse,
  status: number,
  type: string,
  body: string | Uint8Array,
  policy = NOTHING
): void {
  response.writeHead(status, {
    ...EVERY_ANSWER,
    'content-security-policy': policy,
    'content-type': type,
    'content-length': Buffer.byteLength(body)
  })
  response.end(body)
}

export function answerJson(response: ServerResponse, status: number, value: unknown): void {
  answer(response, status, 'application/json; charset=utf-8', JSON.stringify(value))
}

/** What the desk answered: as JSON, or as a frame where it holds bytes. */
export function answerValue(response: ServerResponse, value: unknown): void {
  if (hasBytes(value)) answer(response, 200, FRAME, packFrame({ value }))
  else answerJson(response, 200, { value })
}

/** The desk said no. That is an answer, not a fault of the way there: browsers write failed requests to the console. */
export function answerError(response: ServerResponse, code: ErrorCode, detail = '', status = 200): void {
  answerJson(response, status, { error: { code, detail } })
}

/** Refused, or not there; no word on why, whoever asks is not ours. The connection ends: its body is not read. */
export function refuse(response: ServerResponse, status: number): void {
  response.setHeader('connection', 'close')
  answer(response, status, 'text/plain; charset=utf-8', '')
}
