import { ERRORS, type Bridge, type DeskErrorValue, type ErrorCode } from '../../src/desk/contract.ts'

let current: Bridge | undefined
let coming: Promise<Bridge> | undefined

/** Says which shell this is; called once, before the window is mounted (and by tests). */
export function useShell(shell: Bridge | Promise<Bridge>): void {
  current = undefined
  coming = Promise.resolve(shell)
  // Whoever waits for it hears of the failure; until then it is nobody's.
  coming.catch(() => undefined)
}

/** Waits for the shell; rejects when there is no way to the desk. */
export async function reachShell(): Promise<void> {
  if (!coming) throw new Error('no shell: useShell() comes first')
  current = await coming
}

/** What stores talk to; pages and components never do. */
export function bridge(): Bridge {
  if (!current) throw new Error('no bridge yet: reachShell() comes first')
  return current
}

/** What went wrong as a code with words. Anything that is no answer of the desk counts as `crashed`. */
export function deskErrorOf(thrown: unknown): DeskErrorValue {
  if (thrown !== null && typeof thrown === 'object' && 'code' in thrown && isErrorCode(thrown.code)) {
    const detail = 'detail' in thrown && typeof thrown.detail === 'string' ? thrown.detail : ''
    return { code: thrown.code, detail }
  }
  return { code: 'crashed', detail: thrown instanceof Error ? thrown.message : String(thrown) }
}

function isErrorCode(value: unknown): value is ErrorCode {
  return ERRORS.some(code => code === value)
}
