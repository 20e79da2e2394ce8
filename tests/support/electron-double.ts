import { EventEmitter } from 'node:events'
import { vi } from 'vitest'

/** Contents of a window, as far as the settings touch them. */
export class ContentsDouble extends EventEmitter {
  mainFrame = { origin: 'app://ui' }
  opener: ((details: { url: string }) => { action: string }) | undefined
  destroyed = false
  closeDevTools = vi.fn()
  send = vi.fn()

  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.opener = handler
  }

  isDestroyed(): boolean {
    return this.destroyed
  }
}

type Handler = (...given: never[]) => unknown

/** A session that keeps what it was told to do. */
export class SessionDouble extends EventEmitter {
  readonly handlers: Record<string, Handler> = {}
  spellChecker: boolean | undefined
  network: unknown
  readonly pages = new Map<string, Handler>()
  readonly protocol = {
    handle: (scheme: string, handler: Handler) => void this.pages.set(scheme, handler),
    unhandle: (scheme: string) => void this.pages.delete(scheme)
  }
  readonly webRequest = { onBeforeRequest: (handler: Handler) => void (this.handlers['request'] = handler) }

  setPermissionRequestHandler = this.keeping('permissionRequest')
  setPermissionCheckHandler = this.keeping('permissionCheck')
  setDevicePermissionHandler = this.keeping('device')
  setDisplayMediaRequestHandler = this.keeping('display')
  setBluetoothPairingHandler = this.keeping('bluetooth')

  setSpellCheckerEnabled(on: boolean): void {
    this.spellChecker = on
  }

  enableNetworkEmulation(options: unknown): void {
    this.network = options
  }

  private keeping(name: string): (handler: Handler) => void {
    return handler => void (this.handlers[name] = handler)
  }
}

export class AppDouble extends EventEmitter {
  isPackaged = true
  readonly switches: string[] = []
  readonly did: string[] = []
  readonly commandLine = { appendSwitch: (name: string) => void this.switches.push(name) }

  enableSandbox(): void {
    this.did.push('sandbox')
  }
}

/** ipcMain that lets a test call what was registered, as anyone. */
export class IpcDouble {
  readonly channels = new Map<string, (event: unknown, ...given: unknown[]) => Promise<unknown>>()

  handle(name: string, listener: (event: unknown, ...given: unknown[]) => Promise<unknown>): void {
    this.channels.set(name, listener)
  }

  call(name: string, event: unknown, ...given: unknown[]): Promise<unknown> {
    return this.channels.get(name)!(event, ...given)
  }
}

/** An event Electron gives to listeners that may refuse. */
export function refusable<T extends object>(fields: T): T & { preventDefault: () => void; refused: boolean } {
  const event = { ...fields, refused: false, preventDefault: () => void (event.refused = true) }
  return event
}
