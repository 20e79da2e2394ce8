/// <reference types="vite/client" />
import type { Bridge } from '../src/desk/contract.ts'

declare global {
  interface Window {
    /** What a shell provides: the preload in Electron, the served bridge in a browser. */
    henshi: Bridge
  }
}
