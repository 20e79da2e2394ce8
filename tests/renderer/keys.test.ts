// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest'
import { effectScope } from 'vue'
import { keyScopes, useKeys, type KeyBinding } from '../../renderer/composables/useKeys.ts'

const pressed: string[] = []
const binding = (keys: string, name = keys): KeyBinding => ({
  keys,
  phrase: 'frame.keys',
  run: () => void pressed.push(name)
})
const press = (key: string, on: Element = document.body, more: KeyboardEventInit = {}): void =>
  void on.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }))

afterEach(() => {
  pressed.length = 0
  document.body.innerHTML = ''
})

describe('the key map', () => {
  it('lets the innermost scope win, and forgets a scope that ends', () => {
    const [outer, inner] = [effectScope(), effectScope()]
    outer.run(() => useKeys('frame.keys', [binding('j ArrowDown', 'outer'), binding('?')]))
    inner.run(() => useKeys('frame.keys', [binding('j', 'inner')]))
    press('j')
    press('ArrowDown')
    inner.stop()
    press('J')
    press('?', document.body, { shiftKey: true })
    outer.stop()
    press('j')
    expect(pressed).toEqual(['inner', 'outer', 'outer', '?'])
    expect(keyScopes()).toEqual([])
  })

  it('rests while a person types, while a dialog is open, and where Enter belongs to a button', () => {
    const scope = effectScope()
    scope.run(() => useKeys('frame.keys', [binding('j'), binding('Enter'), binding('ctrl+z')]))
    document.body.innerHTML = '<input><textarea></textarea><select></select><button></button><p></p>'
    for (const tag of ['input', 'textarea', 'select']) press('j', document.querySelector(tag)!)
    press('Enter', document.querySelector('button')!)
    press('j', document.body, { altKey: true })
    expect(pressed).toEqual([])
    press('j', document.querySelector('button')!)
    press('z', document.body, { metaKey: true })
    document.body.innerHTML = '<dialog open></dialog>'
    press('j')
    scope.stop()
    expect(pressed).toEqual(['j', 'ctrl+z'])
  })
})
