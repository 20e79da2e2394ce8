import { CONTRACT, deskError, type Bridge, type DeskFile, type MethodName } from '../../src/desk/contract.ts'
import { FRAME, hasBytes, packFrame, unpackFrame } from '../../src/support/web/frame.ts'
import { DeskError } from './desk-error.ts'
import { download } from './download.ts'
import { openSession, SESSION_HEADER } from './session.ts'
import { listen } from './stream.ts'

/** The bridge of the browser: the same methods, over the loopback server that served this page. */
export async function connectHttp(): Promise<Bridge> {
  const session = await openSession()
  const methods = Object.fromEntries(
    (Object.keys(CONTRACT) as MethodName[]).map(method => [
      method,
      (input?: unknown) => call(session, method, input)
    ])
  )
  return {
    ...(methods as unknown as Bridge),
    on: listener => listen(session, listener),
    save: (file: DeskFile) => download(file),
    pdf: () => Promise.reject(new DeskError('not-here')),
    // A browser gives no path of what is dropped: the desk's own folder browser is offered instead.
    dropped: () => Promise.resolve([])
  }
}

async function call(session: string, method: MethodName, input: unknown = {}): Promise<unknown> {
  const framed = hasBytes(input)
  const response = await reach(`/call/${method}`, {
    method: 'POST',
    headers: { [SESSION_HEADER]: session, 'content-type': framed ? FRAME : 'application/json' },
    body: framed ? packFrame(input) : JSON.stringify(input)
  })
  const { value, error } = await read(response)
  if (error !== undefined) throw error
  return value
}

interface Answer {
  value?: unknown
  error?: DeskError
}

async function read(response: Response): Promise<Answer> {
  const framed = response.headers.get('content-type') === FRAME
  try {
    if (framed) return unpackFrame(new Uint8Array(await response.arrayBuffer())) as Answer
    const said = (await response.json()) as { value?: unknown; error?: unknown }
    if (said.error === undefined) return { value: said.value }
    const { code, detail } = deskError.parse(said.error)
    return { error: new DeskError(code, detail) }
  } catch {
    return { error: new DeskError('crashed', `${response.status}`) }
  }
}

async function reach(address: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(address, request)
  } catch {
    throw new DeskError('disconnected')
  }
}
