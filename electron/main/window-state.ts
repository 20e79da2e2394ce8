import { readFileSync } from 'node:fs'
import type { BrowserWindow, Rectangle } from 'electron'
import { z } from 'zod'
import { saveAtomically } from '../../src/support/atomic-save.ts'

const state = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().min(640).max(20_000),
  height: z.number().int().min(480).max(20_000),
  maximized: z.boolean()
})
export type WindowState = z.infer<typeof state>

/** A usual office screen, 1366×768, holds this with its task bar. */
const USUAL = { width: 1280, height: 700 }

/** Where the window was, if that still lies on a screen; else the usual size, where the system likes. */
export function boundsFrom(
  file: string,
  screens: readonly Rectangle[]
): Partial<WindowState> & { width: number; height: number } {
  const kept = read(file)
  return kept && screens.some(screen => shows(screen, kept)) ? kept : USUAL
}

/** Keeps where the window is whenever it closes. */
export function keepState(window: BrowserWindow, file: string): void {
  window.on('close', () => {
    const kept: WindowState = { ...window.getNormalBounds(), maximized: window.isMaximized() }
    // A folder that cannot be written costs the window's place, nothing else.
    saveAtomically(file, JSON.stringify(kept)).catch(() => {})
  })
}

function read(file: string): WindowState | undefined {
  try {
    return state.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return undefined
  }
}

/** Enough of the title bar is there to take hold of. */
function shows(screen: Rectangle, { x, y, width }: WindowState): boolean {
  const across = Math.min(x + width, screen.x + screen.width) - Math.max(x, screen.x)
  return across >= 200 && y >= screen.y - 10 && y <= screen.y + screen.height - 100
}
