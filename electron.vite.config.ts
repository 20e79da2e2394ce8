import { defineConfig } from 'electron-vite'
import { resolve } from 'node:path'

const here = import.meta.dirname

// electron-vite asks the electron package for its version even where no window is built; where that package is not
// installed the number alone will do.
process.env.ELECTRON_MAJOR_VER ??= '45'

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
          engine: resolve(here, 'src/cli/engine.ts'),
          child: resolve(here, 'src/readers/child.ts'),
          watchdog: resolve(here, 'src/isolation/watchdog.ts')
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' }
      }
    }
  }
})
