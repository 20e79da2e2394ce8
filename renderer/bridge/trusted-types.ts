interface TrustedTypes {
  createPolicy(name: string, rules: { createHTML(text: string): string }): unknown
  readonly defaultPolicy: unknown
}

/**
 * The window's policy turns text that becomes markup into an error. The chart library empties its box with
 * `innerHTML = ''`, so the empty string passes; everything else stays an error. Call it before anything is mounted.
 */
export function allowEmptyMarkup(): void {
  const types = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes
  if (!types || types.defaultPolicy) return
  types.createPolicy('default', {
    createHTML(text) {
      if (text === '') return ''
      throw new TypeError('text does not become markup here')
    }
  })
}
