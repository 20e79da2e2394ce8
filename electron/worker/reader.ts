import { setFlagsFromString } from 'node:v8'
import type { FromChild, ToChild } from '../../src/isolation/protocol.ts'
import type { ChildStart } from '../../src/isolation/start.ts'
import { catalogue } from '../../src/readers/catalogue.ts'
import { serve } from '../../src/readers/serve.ts'
import { parentPort } from './parent-port.ts'

// Entry of the reading child in Electron: the same readers as under Node, spoken to over the port that main sends.
const start = JSON.parse(process.argv.at(-1) ?? '{}') as ChildStart
// Node's own flags are not taken here; set from inside, the heap's ceiling holds for what is allocated from now on.
setFlagsFromString(`--max-old-space-size=${Math.floor((start.memory / 2 ** 20) * 0.75)}`)

parentPort().once('message', ({ ports }) => {
  const port = ports[0]!
  serve(start, catalogue, undefined, {
    say: (message: FromChild) => port.postMessage(message),
    onMessage: listener => port.on('message', ({ data }) => listener(data as ToChild)),
    onGone: listener =>
      (port as unknown as { on(event: 'close', act: () => void): void }).on('close', listener)
  })
  port.start()
})
