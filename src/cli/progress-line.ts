import type { Progress } from '../model/progress.ts'
import type { Language } from '../words/index.ts'

const STAGES: Record<Language, Record<Progress['stage'], string>> = {
  zh: { walk: '清点材料', read: '读取', relate: '比对', check: '检查', weigh: '衡量', report: '写报告' },
  en: { walk: 'Listing', read: 'Reading', relate: 'Comparing', check: 'Checking', weigh: 'Weighing', report: 'Reporting' } // prettier-ignore
}
/** A remaining time guessed from less than this jumps about. */
const SETTLED = 5000
const REDRAW = 100

/** One line that rewrites itself on a terminal; one plain line per stage elsewhere. */
export function progressLine(
  stream: NodeJS.WriteStream,
  language: Language
): { show(progress: Progress): void; end(): void } {
  let stage = ''
  let since = Date.now()
  let drawn = 0
  const show = (progress: Progress): void => {
    const now = Date.now()
    const fresh = progress.stage !== stage
    if (fresh) {
      stage = progress.stage
      since = now
    }
    if (!stream.isTTY) {
      if (fresh) stream.write(`${STAGES[language][progress.stage]}…\n`)
      return
    }
    if (!fresh && now - drawn < REDRAW) return
    drawn = now
    stream.write(`\r\u001b[K${lineOf(progress, now - since, language).slice(0, (stream.columns || 80) - 1)}`)
  }
  return {
    show,
    end: () => {
      if (stream.isTTY) stream.write('\r\u001b[K')
    }
  }
}

function lineOf(
  { stage, done, total, bytes, bytesTotal }: Progress,
  elapsed: number,
  language: Language
): string {
  const parts = [STAGES[language][stage]]
  if (total > 0) parts.push(`${done}/${total}`)
  else if (done > 0) parts.push(String(done))
  if (bytesTotal) parts.push(`${megabytes(bytes ?? 0)}/${megabytes(bytesTotal)} MB`)
  const share = bytesTotal ? (bytes ?? 0) / bytesTotal : total > 0 ? done / total : 0
  if (elapsed > SETTLED && share > 0.02) {
    const left = Math.round((elapsed / share - elapsed) / 1000)
    parts.push(language === 'zh' ? `约剩 ${left} 秒` : `about ${left} s left`)
  }
  return parts.join('  ')
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1)
}
