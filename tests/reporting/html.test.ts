import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { html } from '../../src/reporting/html/escape.ts'

describe('markup', () => {
  it('escapes every value and nests what it made itself', () => {
    const nested = html`<i>${1}</i>`
    expect(html`<p>${'<b>&"\'`'}</p>${nested}${false}${undefined}`.text).toBe(
      '<p>&lt;b&gt;&amp;&quot;&#39;&#96;</p><i>1</i>'
    )
  })

  it('lets no text open a tag or leave an attribute', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        expect(html`${text}`.text).not.toMatch(/[<>"'`]/)
      })
    )
  })

  it('makes bidirectional overrides visible', () => {
    expect(html`${'报告\u202egnp.exe'}`.text).toBe('报告‹U+202E›gnp.exe')
  })
})
