import { defineStore } from 'pinia'
import type { ExportRequest } from '../../src/desk/contract.ts'
import { bridge } from './bridge.ts'
import { usePackage } from './package.ts'

/** What is asked of a report; the package is the one shown. */
export type ReportRequest = Omit<ExportRequest, 'package'>

/** Reports: a look beforehand, and saving where the person says. */
export const useReport = defineStore('report', () => {
  const shown = usePackage()
  const whole = (request: ReportRequest): ExportRequest => ({ package: shown.id ?? '', ...request })

  /** An address that can be framed or opened once. */
  async function preview(request: ReportRequest & { what: 'html' | 'summary' }): Promise<string> {
    const { url } = await bridge().previewReport({ ...whole(request), what: request.what })
    return url
  }

  /** Makes the file and saves it; the name it got, or undefined when the person did not want it after all. */
  async function save(request: ReportRequest): Promise<string | undefined> {
    return bridge().save(await bridge().export(whole(request)))
  }

  /** The same as PDF; only where the shell can. */
  async function savePdf(request: ReportRequest): Promise<string | undefined> {
    return bridge().save(await bridge().pdf(whole(request)))
  }

  return { preview, save, savePdf }
})
