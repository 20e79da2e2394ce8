import { defineStore } from 'pinia'
import { ref } from 'vue'

export interface Toast {
  key: number
  text: string
  /** `trouble` stays until it is closed. */
  kind: 'done' | 'trouble'
  /** One thing that can be done about it, such as undoing. */
  action?: { label: string; run: () => void }
}

/** Long enough to read two lines and reach the button. */
const STAYS_MS = 7000
/** More would cover the page. */
const AT_ONCE = 3

/** Short messages at the foot of the window, also read aloud. */
export const useToasts = defineStore('toasts', () => {
  const shown = ref<Toast[]>([])
  let key = 0

  function say(text: string, kind: Toast['kind'] = 'done', action?: Toast['action']): void {
    const toast: Toast = { key: ++key, text, kind, ...(action ? { action } : {}) }
    shown.value = [...shown.value, toast].slice(-AT_ONCE)
    if (kind === 'done') setTimeout(() => dismiss(toast.key), STAYS_MS)
  }

  function dismiss(which: number): void {
    shown.value = shown.value.filter(toast => toast.key !== which)
  }

  return { shown, say, dismiss }
})
