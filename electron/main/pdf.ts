import { BrowserWindow, session } from 'electron'
import { nothing, reportPage } from './protocol.ts'
import { REPORT_PREFERENCES } from './security.ts'

/**
 * A report as PDF: shown in a hidden page without script, in a session of its own that knows this one page, and
 * printed. Tagged and with an outline, so that it can be read aloud and leafed through.
 */
export async function printReport(html: string | Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const partition = `report-${++printed}`
  const own = session.fromPartition(partition)
  own.protocol.handle('app', async request =>
    request.url === 'app://report/' && request.method === 'GET' ? reportPage(html) : nothing()
  )
  const page = new BrowserWindow({ show: false, webPreferences: { ...REPORT_PREFERENCES, partition } })
  try {
    await page.loadURL('app://report/')
    return new Uint8Array(
      await page.webContents.printToPDF({
        printBackground: true,
        preferCSSPageSize: true,
        pageSize: 'A4',
        generateTaggedPDF: true,
        generateDocumentOutline: true
      })
    )
  } finally {
    page.destroy()
    own.protocol.unhandle('app')
  }
}

let printed = 0
