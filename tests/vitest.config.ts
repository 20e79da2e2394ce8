import vueI18n from '@intlify/unplugin-vue-i18n/vite'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'
import { resolve } from 'node:path'

/** Rooms of pure functions: their tests share the modules a worker has loaded, which saves half of their time. */
const PURE = ['architecture', 'checks', 'fingerprints', 'model', 'relations', 'reporting', 'support-room', 'weighing', 'words'].map(room => `tests/${room}/**/*.test.ts`) // prettier-ignore

export default defineConfig({
  root: resolve(import.meta.dirname, '..'),
  // Components and phrases as the window's own build sees them. Tests run in node; one of the window asks for a document
  // by `@vitest-environment happy-dom` in its first line.
  plugins: [
    vue(),
    vueI18n({
      include: [resolve(import.meta.dirname, '../renderer/phrases/*.json')],
      runtimeOnly: true,
      strictMessage: false
    })
  ],
  test: {
    globalSetup: ['tests/support/build-child.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      { extends: true, test: { name: 'pure', include: PURE, isolate: false } },
      { extends: true, test: { name: 'whole', include: ['tests/**/*.test.ts'], exclude: PURE } }
    ]
  }
})
