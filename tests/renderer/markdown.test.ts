// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import MarkdownText from '../../renderer/components/help/MarkdownText.vue'
import { readMarkdown } from '../../renderer/components/help/markdown.ts'

describe('a help page', () => {
  it('is read as headings, paragraphs and lists with strong words and code', () => {
    expect(readMarkdown('# 一图多用\n\n看 **画面**，设 `x`。\n接着\n\n- 甲\n- 乙\n\n1. one\n2. two')).toEqual(
      [
        { kind: 'heading', level: 1, spans: [{ kind: 'text', text: '一图多用' }] },
        {
          kind: 'paragraph',
          spans: [
            { kind: 'text', text: '看 ' },
            { kind: 'strong', text: '画面' },
            { kind: 'text', text: '，设 ' },
            { kind: 'code', text: 'x' },
            { kind: 'text', text: '。接着' }
          ]
        },
        {
          kind: 'list',
          ordered: false,
          items: [[{ kind: 'text', text: '甲' }], [{ kind: 'text', text: '乙' }]]
        },
        {
          kind: 'list',
          ordered: true,
          items: [[{ kind: 'text', text: 'one' }], [{ kind: 'text', text: 'two' }]]
        }
      ]
    )
  })

  it('shows markup as text, and keeps only the words of a link', () => {
    const wrapper = mount(MarkdownText, {
      props: { source: '<img src=x onerror=alert(1)> [here](javascript:alert(1))' }
    })
    expect(wrapper.find('img, a').exists()).toBe(false)
    expect(wrapper.text()).toBe('<img src=x onerror=alert(1)> here)')
  })

  it('ends for any text', () => {
    fc.assert(fc.property(fc.string({ maxLength: 300 }), source => Array.isArray(readMarkdown(source))))
  })
})
