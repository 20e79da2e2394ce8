import { defineConfig } from 'electron-vite'
import { resolve } from 'node:path'
import vueI18n from '@intlify/unplugin-vue-i18n/vite'
import vue from '@vitejs/plugin-vue'

const here = import.meta.dirname

// electron-vite asks the electron package for its version even where no window is built; where that package is not
// installed the number alone will do.
process.env.ELECTRON_MAJOR_VER ??= '45'

// The command line, the engine's thread, the readers' children and the shells are all inputs of the main build: shared
// code lands in out/main/chunks, so only these entries may know where they stand (see "Only entries know paths").
export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      target: 'node20',
      externalizeDeps: true,
      rolldownOptions: {
        input: {
          cli: resolve(here, 'src/cli/main.ts'),
          engine: resolve(here, 'src/desk/engine/thread.ts'),
          child: resolve(here, 'src/readers/child.ts'),
          watchdog: resolve(here, 'src/isolation/watchdog.ts'),
          main: resolve(here, 'electron/main/index.ts'),
          worker: resolve(here, 'electron/worker/index.ts'),
          reader: resolve(here, 'electron/worker/reader.ts')
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' }
      }
    }
  },
  // CommonJS and whole: the preload runs in the sandbox, where neither modules nor packages can be loaded.
  preload: {
    build: {
      outDir: 'out/preload',
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: resolve(here, 'electron/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' }
      }
    }
  },
  renderer: {
    root: resolve(here, 'renderer'),
    base: './',
    // Messages are compiled at build time: the window's policy allows no code generation.
    plugins: [
      vue(),
      vueI18n({
        include: [resolve(here, 'renderer/phrases/*.json')],
        runtimeOnly: true,
        strictMessage: false
      })
    ],
    define: {
      __VUE_OPTIONS_API__: 'false',
      __VUE_PROD_DEVTOOLS__: 'false',
      __INTLIFY_JIT_COMPILATION__: 'true'
    },
    build: {
      outDir: resolve(here, 'out/renderer'),
      target: 'chrome120',
      // Small pictures as data: addresses would need a hole in the policy.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: { index: resolve(here, 'renderer/index.html') } }
    }
  }
})
