import { createDesk } from '../../src/desk/create-desk.ts'
import { host } from './host.ts'
import { parentPort } from './parent-port.ts'
import type { DeskStart } from './protocol.ts'

// Entry of the utility process that hosts the desk. Where things stand is told by main.
const start = JSON.parse(process.argv.at(-1) ?? '{}') as DeskStart

await host(
  parentPort(),
  fork =>
    createDesk({
      ...start,
      shell: 'electron',
      can: { chooseNatively: true, dropPaths: true, pdf: true },
      fork
    }),
  () => process.exit(0)
)
