import { spawn } from 'node:child_process'

/**
 * Asks the system to show an address in its browser; false when it has nothing to do that with. The address, with its
 * one-time token, is seen by other users of this machine in the list of processes for a moment; one of them who is
 * faster gets the window, and the person is refused and told so. A file that forwards would hide it, but browsers in
 * a container of their own (snap) cannot read one.
 */
export function openBrowser(address: string, platform: NodeJS.Platform = process.platform): Promise<boolean> {
  const [command, ...before] = openers[platform] ?? ['xdg-open']
  return new Promise(resolve => {
    const opener = spawn(command!, [...before, address], { stdio: 'ignore', detached: true })
    opener.once('error', () => resolve(false))
    opener.once('spawn', () => {
      opener.unref()
      resolve(true)
    })
  })
}

/** `start` belongs to the shell of Windows, which would read signs in the address; this does the same without it. */
const openers: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler']
}
