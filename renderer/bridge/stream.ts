import { event as eventSchema, type DeskEvent } from '../../src/desk/contract.ts'
import { SESSION_HEADER } from './session.ts'

/** Waits between attempts, in milliseconds; the last one again and again. The program ends 10 s after its last window. */
const WAITS = [200, 500, 1000, 2000, 5000]
/** Beats come every 5 s; this long without any line and the other end is taken for gone. */
const SILENCE = 20_000

type Listener = (event: DeskEvent) => void

/** One stream per window, however many listen. Calls the listener until the returned function is called. */
export function listen(session: string, listener: Listener): () => void {
  const stream = (streams[session] ??= openStream(session))
  stream.listeners.add(listener)
  return () => {
    stream.listeners.delete(listener)
    if (stream.listeners.size > 0) return
    stream.stop.abort()
    delete streams[session]
  }
}

interface Stream {
  listeners: Set<Listener>
  stop: AbortController
}

const streams: Record<string, Stream> = {}

function openStream(session: string): Stream {
  const stream: Stream = { listeners: new Set(), stop: new AbortController() }
  void keepReading(session, stream)
  return stream
}

async function keepReading(session: string, stream: Stream): Promise<void> {
  for (let failures = 0; !stream.stop.signal.aborted;) {
    const came = await readOnce(session, stream, failures > 0)
    if (came === 'refused') return
    failures = came === 'read' ? 1 : failures + 1
    await new Promise(resolve => setTimeout(resolve, WAITS[Math.min(failures - 1, WAITS.length - 1)]))
  }
}

/** Reads lines until the connection ends; whether anything came, or we are not wanted. */
async function readOnce(
  session: string,
  { listeners, stop }: Stream,
  again: boolean
): Promise<'read' | 'nothing' | 'refused'> {
  const attempt = new AbortController()
  const abort = (): void => attempt.abort()
  stop.signal.addEventListener('abort', abort)
  let watch: ReturnType<typeof setTimeout> | undefined
  const alive = (): void => {
    clearTimeout(watch)
    watch = setTimeout(abort, SILENCE)
  }
  const tell = (event: DeskEvent): void => listeners.forEach(listener => listener(event))
  let came: 'read' | 'nothing' = 'nothing'
  try {
    alive()
    const response = await fetch('/events', {
      headers: { [SESSION_HEADER]: session },
      signal: attempt.signal
    })
    if (response.status === 403) return 'refused'
    if (!response.ok || !response.body) return 'nothing'
    // What happened meanwhile was missed: whoever listens asks for the state of things anew.
    if (again) tell({ type: 'queue' })
    for await (const line of linesOf(response.body)) {
      came = 'read'
      alive()
      const event = eventSchema.safeParse(JSON.parse(line))
      if (event.success) tell(event.data)
    }
  } catch {
    // Broken off, or silent for too long: tried again by the caller.
  } finally {
    clearTimeout(watch)
    stop.signal.removeEventListener('abort', abort)
    attempt.abort()
  }
  return came
}

async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let rest = ''
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    rest += decoder.decode(value, { stream: true })
    const lines = rest.split('\n')
    rest = lines.pop()!
    yield* lines
  }
}
