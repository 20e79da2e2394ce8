import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'vue/compiler-sfc'

const root = resolve(import.meta.dirname, '../../renderer')
const components = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .map(name => name.replaceAll('\\', '/'))
  .filter(name => name.endsWith('.vue'))

/** Attributes a person reads or hears. */
const SPOKEN = ['title', 'alt', 'placeholder', 'aria-label', 'label', 'summary']
const LETTERS = /[A-Za-z\u4e00-\u9fff]{2,}/

interface Node {
  type: number
  tag?: string
  content?: string | Node
  children?: Node[]
  props?: { type: number; name: string; value?: { content: string } }[]
}
const ELEMENT = 1
const TEXT = 2
const ATTRIBUTE = 6

function walk(node: Node, see: (node: Node) => void): void {
  see(node)
  for (const child of node.children ?? []) if (typeof child === 'object') walk(child, see)
}

function nodesOf(name: string): Node[] {
  const { descriptor } = parse(readFileSync(join(root, name), 'utf8'))
  const nodes: Node[] = []
  if (descriptor.template?.ast) walk(descriptor.template.ast as unknown as Node, node => nodes.push(node))
  return nodes
}

describe('templates', () => {
  it.each(components)('of %s hold no words of their own', name => {
    const said = nodesOf(name).flatMap(node => {
      if (node.type === TEXT && typeof node.content === 'string') return [node.content.trim()]
      if (node.type !== ELEMENT) return []
      return (node.props ?? []).flatMap(({ type, name: prop, value }) => (type === ATTRIBUTE && SPOKEN.includes(prop) && value ? [value.content] : [])) // prettier-ignore
    })
    expect(said.filter(text => LETTERS.test(text))).toEqual([])
  })

  it.each(components)('of %s set no style as text and make no markup of text', name => {
    const props = nodesOf(name).flatMap(node => (node.type === ELEMENT ? (node.props ?? []) : []))
    const barred = props.filter(
      ({ type, name: prop }) => (type === ATTRIBUTE && prop === 'style') || prop === 'html'
    )
    expect(barred).toEqual([])
  })
})
