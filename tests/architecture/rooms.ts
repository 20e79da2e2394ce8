/** The table of the design as data: a room, and what it may import besides node's own modules. */
export interface Room {
  /** Rooms, or files of rooms, by path prefix under `src/`. */
  rooms: readonly string[]
  packages: readonly string[]
}

const BASE = ['model', 'support']

export const ROOMS: Record<string, Room> = {
  model: { rooms: [], packages: ['zod'] },
  support: { rooms: ['model/cells.ts'], packages: [] },
  intake: { rooms: BASE, packages: [] },
  isolation: { rooms: BASE, packages: ['zod'] },
  readers: {
    rooms: [...BASE, 'isolation/protocol.ts', 'isolation/start.ts', 'isolation/trouble.ts'],
    packages: ['yauzl', 'saxes', 'pdfjs-dist', 'sharp', 'exifreader', 'file-type', '@e965/xlsx']
  },
  fingerprints: { rooms: BASE, packages: [] },
  relations: { rooms: BASE, packages: [] },
  checks: { rooms: BASE, packages: [] },
  weighing: { rooms: BASE, packages: [] },
  words: { rooms: ['model'], packages: [] },
  reporting: { rooms: ['model', 'words', 'support'], packages: ['exceljs'] },
  register: { rooms: BASE, packages: [] },
  store: { rooms: BASE, packages: ['zod', 'yazl', 'yauzl'] },
  // the generator only for “a sample to try”
  desk: { rooms: ['index.ts', 'model', 'words', 'reporting', 'store', 'support', 'sample/index.ts'], packages: ['zod'] }, // prettier-ignore
  sample: { rooms: BASE, packages: ['exceljs', 'docx', 'sharp', 'yazl', 'yauzl'] },
  cli: {
    rooms: [
      'index.ts',
      'version.ts',
      'audit.ts',
      'checks/catalogue.ts',
      'words',
      'reporting',
      'store',
      'sample',
      'desk',
      ...BASE
    ],
    packages: ['commander']
  }
}

/** Files that may know where the program stands. */
export const ENTRIES = [
  'src/cli/main.ts',
  'src/desk/engine/thread.ts',
  'src/readers/child.ts',
  'src/isolation/watchdog.ts'
]

const CONTRACT = ['src/desk/contract.ts', 'src/desk/shell-side.ts']

/** The rooms outside `src`: what each may import, by path prefix from the top. */
export const SHELLS: Record<string, Room> = {
  'electron/main': {
    rooms: [...CONTRACT, 'electron/worker/protocol.ts', 'src/support', 'src/version.ts'],
    packages: ['electron', 'zod']
  },
  'electron/preload': { rooms: CONTRACT, packages: ['electron'] },
  // The desk's host, and the entry of the reading child, which is `src/readers/child.ts` over a port.
  'electron/worker': {
    rooms: ['src/desk', 'src/index.ts', 'src/model', 'src/isolation', 'src/readers'],
    packages: []
  },
  renderer: {
    rooms: ['src/desk/contract.ts', 'src/model', 'src/words', 'src/support/web/frame.ts'],
    packages: ['vue', 'vue-router', 'pinia', 'vue-i18n', 'element-plus', '@element-plus/icons-vue', 'echarts', 'vue-echarts', '@tanstack/vue-virtual', 'zod', '@intlify/unplugin-vue-i18n'] // prettier-ignore
  }
}

/** Files outside `src` that may know where the program stands. */
export const SHELL_ENTRIES = ['electron/main/index.ts']
