import { onScopeDispose, shallowReactive } from 'vue'

export interface KeyBinding {
  /** `j`, `ArrowDown`, `ctrl+z`, `?`; alternatives parted by spaces: `j ArrowDown`. Letters are lower case. */
  keys: string
  /** Key of the phrase that says what it does. */
  phrase: string
  run: (event: KeyboardEvent) => void
  /** Only while this holds. */
  when?: () => boolean
}

export interface KeyScope {
  /** Key of the phrase that names the scope. */
  title: string
  bindings: readonly KeyBinding[]
}

const scopes = shallowReactive<KeyScope[]>([])

/** The scopes in force, outermost first; what `?` shows. */
export function keyScopes(): readonly KeyScope[] {
  return scopes
}

/**
 * The one key map: a component adds its keys while it is there; the innermost scope wins. Keys rest while a person
 * types and while a dialog is open, and never take over what the system or the browser does with Alt or Meta.
 */
export function useKeys(title: string, bindings: readonly KeyBinding[]): void {
  const scope = { title, bindings }
  if (scopes.length === 0) window.addEventListener('keydown', press)
  scopes.push(scope)
  onScopeDispose(() => {
    scopes.splice(scopes.indexOf(scope), 1)
    if (scopes.length === 0) window.removeEventListener('keydown', press)
  })
}

function press(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || event.altKey) return
  if (isTyping(event.target) || isPressing(event) || document.querySelector('dialog[open]')) return
  const pressed = nameOf(event)
  for (const { bindings } of [...scopes].reverse())
    for (const { keys, when, run } of bindings)
      if (keys.split(' ').includes(pressed) && (when?.() ?? true)) {
        event.preventDefault()
        run(event)
        return
      }
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true // prettier-ignore
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'range', 'button'].includes(target.type)
}

/** Enter and Space belong to the button or link that has the focus. */
function isPressing({ key, target }: KeyboardEvent): boolean {
  if (key !== 'Enter' && key !== ' ') return false
  return target instanceof HTMLElement && target.closest('button, a, summary, label, input') !== null
}

/** `ctrl+z` for Ctrl and for ⌘; Shift is part of the name only with letters and named keys, as `?` already holds it. */
function nameOf(event: KeyboardEvent): string {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
  const ctrl = event.ctrlKey || event.metaKey ? 'ctrl+' : ''
  const shift = event.shiftKey && (event.key.length > 1 || /[a-z]/.test(key)) ? 'shift+' : ''
  return `${ctrl}${shift}${key}`
}
