import vueI18n from '@intlify/unplugin-vue-i18n/vite'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'
import { resolve } from 'node:path'

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
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/support/build-child.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000
  }
})
