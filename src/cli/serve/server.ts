import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { ShellDesk } from '../../desk/shell-side.ts'
import type { Asset } from '../../support/web/assets.ts'
import { systemClock, type Clock } from './clock.ts'
import { Windows } from './events.ts'
import { route, type Served } from './routes.ts'
import { Sessions } from './session.ts'

export interface ServerOptions {
  desk: ShellDesk
  assets: ReadonlyMap<string, Asset>
  clock?: Clock
}

export interface RunningServer {
  port: number
  /** With the one-time token; for the person at this machine only. */
  address: string
  /** Puts a path on the desk, for windows that are there and the first that comes. */
  open(path: string): Promise<void>
  /** Resolves when the last window has been gone long enough, or after `end`. */
  ended: Promise<void>
  end(): Promise<void>
}

/** Binds the desk to a free port of the loopback interface. The desk is ended with the server. */
export async function startServer({
  desk,
  assets,
  clock = systemClock
}: ServerOptions): Promise<RunningServer> {
  let over = (): void => {}
  const ended = new Promise<void>(resolve => (over = resolve))
  const sessions = new Sessions()
  const windows = new Windows(clock, () => void end())
  const server = createServer({ maxHeaderSize: 8192 })
  const port = await listening(server)
  const served: Served = { desk, assets, sessions, windows, port }
  server.on('request', (request, response) => void route(request, response, served))
  const silence = desk.on(event => windows.send(event))

  let ending: Promise<void> | undefined
  function end(): Promise<void> {
    ending ??= (async () => {
      silence()
      windows.end()
      const closed = new Promise(resolve => server.close(resolve))
      server.closeAllConnections()
      await Promise.all([closed, desk.end()])
      over()
    })()
    return ending
  }

  return {
    port,
    address: `http://127.0.0.1:${port}/#t=${sessions.token}`,
    async open(path) {
      const { location } = await desk.locate(path)
      const states = (await desk.call('open', { locations: [location] })) as { package: string }[]
      windows.send({ type: 'open', packages: states.map(state => state.package) })
    },
    ended,
    end
  }
}

function listening(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })
}
