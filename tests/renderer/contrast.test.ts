import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const css = readFileSync(resolve(import.meta.dirname, '../../renderer/styles/tokens.css'), 'utf8')
const block = (selector: string): string => css.slice(css.indexOf(`${selector} {`)).split('}')[0]!

/** The colours of a theme, by name. */
function theme(which: 'light' | 'dark' | 'contrast'): Record<string, string> {
  const pairs = [...block(':root').matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)]
  const base = Object.fromEntries(
    pairs.map(([, name, light, dark]) => [name, which === 'dark' ? dark : light])
  )
  if (which !== 'contrast') return base as Record<string, string>
  const own = [...block(":root[data-theme='contrast']").matchAll(/--([\w-]+): (#\w{6})/g)]
  return { ...base, ...Object.fromEntries(own.map(([, name, colour]) => [name, colour])) } as Record<
    string,
    string
  >
}

/** WCAG 2: relative luminance and contrast. */
function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5]
    .map(at => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map(part => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)) as [
    number,
    number,
    number
  ]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

const GROUNDS = ['paper', 'surface', 'sunken', 'hover']
const TEXTS = [
  ...['ink', 'ink-soft', 'ink-faint', 'accent', 'accent-strong'].flatMap(ink =>
    GROUNDS.map(ground => [ink, ground])
  ),
  ['accent-strong', 'accent-soft'],
  ['on-accent', 'accent'],
  ['on-accent', 'accent-strong'],
  ['notice-ink', 'notice-ground'],
  ['ink', 'accent-soft'],
  ['ink-soft', 'accent-soft'],
  ...['trace', 'result', 'mixed', 'unknown', 'outside'].map(each => [
    `class-${each}-ink`,
    `class-${each}-ground`
  ])
] as [string, string][]

describe.each(['light', 'dark', 'contrast'] as const)('the %s theme', which => {
  const colours = theme(which)

  it.each(TEXTS)('lets %s be read on %s', (ink, ground) => {
    expect(contrast(colours[ink]!, colours[ground]!)).toBeGreaterThanOrEqual(4.5)
  })

  it('shows the edge of a field, and of the focus', () => {
    for (const edge of ['line-strong', 'focus'])
      for (const ground of ['paper', 'surface']) expect(contrast(colours[edge]!, colours[ground]!), `${edge} on ${ground}`).toBeGreaterThanOrEqual(3) // prettier-ignore
  })
})
