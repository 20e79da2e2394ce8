/** What a page of Henshi may do, in the words of the browser; the same in both shells. */

/**
 * Nothing from elsewhere, nothing inline, no code from text. `trusted-types`: Vue names its own policy; the default one
 * (`renderer/bridge/trusted-types.ts`) lets the empty string through and nothing else, because the chart library
 * empties its box with `innerHTML = ''`.
 */
export const WINDOW_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types vue default'
].join('; ')

/** Of a report shown inside the window: its own style by hash, pictures it carries, no script, an origin of its own. */
export function reportPolicy(styleHashes: readonly string[]): string {
  const styles = styleHashes.length > 0 ? styleHashes.map(hash => `'sha256-${hash}'`).join(' ') : "'none'"
  return [
    "default-src 'none'",
    `style-src ${styles}`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
    'sandbox'
  ].join('; ')
}

/** Headers of every answer, whatever it is. */
export const EVERY_ANSWER: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=(), clipboard-read=()'
}
