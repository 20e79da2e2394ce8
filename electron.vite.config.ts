import { defineConfig } from 'electron-vite'
import { resolve } from 'node:path'

const here = import.meta.dirname

// The command line and the readers' children are extra inputs of the main build: shared code lands in
// out/main/chunks, so only these entries may know where they stand (see "Only entries know paths").
export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      target: 'node20',
      externalizeDeps: true,
      rolldownOptions: {
        input: {
          cli: resolve(here, 'src/cli/main.ts'),
          child: resolve(here, 'src/readers/child.ts'),
          watchdog: resolve(here, 'src/isolation/watchdog.ts')
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' }
      }
    }
  }
})
