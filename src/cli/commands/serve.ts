import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { createDesk } from '../../desk/create-desk.ts'
import { assetsIn } from '../../support/web/assets.ts'
import { openBrowser } from '../serve/browser.ts'
import { startServer } from '../serve/server.ts'
import { EXIT, say, tell, type Shell } from '../shell.ts'

export interface ServeOptions {
  open: boolean
}

/** The window in a browser, until it has been closed for a while or the person stops it. */
export async function serveCommand(
  path: string | undefined,
  { open }: ServeOptions,
  shell: Shell
): Promise<number> {
  const assets = assetsIn(shell.renderer)
  if (!assets) {
    tell('窗口尚未构建，请先运行：npm run build\nThe window is not built yet; run: npm run build')
    return EXIT.usage
  }
  if (path !== undefined && !(await stat(path).catch(() => undefined))) {
    tell(`没有这个文件或文件夹 · there is no such file or folder: ${path}`)
    return EXIT.nothing
  }
  const { paths, engine } = shell
  const can = { chooseNatively: false, dropPaths: false, pdf: false }
  const desk = await createDesk({ paths, engine, shell: 'browser', can })
  const server = await startServer({ desk, assets })
  const stop = (): void => void server.end()
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  try {
    if (path !== undefined) await server.open(resolve(path))
    const shown = open && (await openBrowser(server.address))
    if (!shown)
      say(
        `请在本机浏览器中打开（只能用一次） · open in a browser on this machine (once only):\n${server.address}`
      )
    tell('窗口关闭后程序自行结束；Ctrl-C 立即结束 · ends after its window is closed; Ctrl-C ends it now')
    await server.ended
    return EXIT.ok
  } catch (error) {
    tell(`${path ?? 'henshi serve'}: ${error instanceof Error ? error.message : String(error)}`)
    return EXIT.nothing
  } finally {
    process.off('SIGINT', stop)
    process.off('SIGTERM', stop)
    await server.end()
  }
}
