/** Files that systems and programs leave behind: named in the audit, never read. */
export function setAside(path: string): 'system-file' | 'lock-file' | undefined {
  const parts = path.split('/')
  const name = parts.at(-1)!
  if (SYSTEM.has(name.toLowerCase()) || name.startsWith('._') || parts.includes('__MACOSX'))
    return 'system-file'
  if (
    name.startsWith('~$') ||
    /^\.~lock\..*#$/.test(name) ||
    /^\.~.+\.(docx?|xlsx?|pptx?|wps|et|dps)$/i.test(name)
  ) {
    return 'lock-file'
  }
  return undefined
}

const SYSTEM = new Set(['thumbs.db', 'ehthumbs.db', '.ds_store', 'desktop.ini', '.directory'])

/** What stands beside an audit of ours under these names is ours too; other files there are read like any. */
export const OWN_REPORT = /^report[^/]*\.(html|xlsx)$/

/** How many bytes from the start tell whether a file is Henshi's own. */
export const OWN_HEAD = 4096

/** The name alone could be Henshi's; whether the bytes are is for `isOwnOutput` to say. */
export function mayBeOwnOutput(name: string): boolean {
  return /^(audit\.json|report(-en|-zh)?\.html|.+\.henshi)$/i.test(name)
}

/** Whether a file that starts with `head` was written by Henshi. */
export function isOwnOutput(name: string, head: Uint8Array): boolean {
  if (/\.henshi$/i.test(name)) return head[0] === 0x50 && head[1] === 0x4b
  return mayBeOwnOutput(name) && new TextDecoder('utf-8').decode(head).includes('henshi.audit/1')
}
