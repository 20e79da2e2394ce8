// @vitest-environment happy-dom
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Bridge, FindingView } from '../../src/desk/contract.ts'
import type { Finding } from '../../src/model/audit.ts'
import RowsPane from '../../renderer/components/evidence/RowsPane.vue'
import { panesFor } from '../../renderer/components/evidence/registry.ts'
import { i18n } from '../../renderer/i18n.ts'
import FindingsPage from '../../renderer/pages/FindingsPage.vue'
import { reachShell, useShell } from '../../renderer/stores/bridge.ts'
import { useDesk } from '../../renderer/stores/desk.ts'
import { useExhibits } from '../../renderer/stores/exhibits.ts'
import { useNavigation } from '../../renderer/stores/navigation.ts'
import { usePackage } from '../../renderer/stores/package.ts'

const HISTORY = { steps: [], canUndo: true, canRedo: false }

function finding(id: string, phone: string): Finding {
  const cells = (texts: string[], flags: boolean[]) =>
    texts.map((text, at) => ({ text, differs: flags[at]! }))
  return {
    id, check: 'duplicate-entries', message: 'sameRecord', words: {}, owner: 'unit', firmness: 0.9, strength: 'strong',
    places: [{ path: '台账.xlsx', sheet: '走访', row: 3 }, { path: '台账.xlsx', sheet: '走访', row: 9 }],
    indications: [{ code: 'agreement', family: 'text', weight: 1.9, words: { bits: 46 } }, { code: 'sameOccasion', family: 'claims', weight: 0.8, words: {} }],
    detail: { kind: 'rows', columns: ['村', '事项'], total: 2, rows: [{ place: 0, cells: cells(['茶沟村', '送水'], [false, false]) }, { place: 1, cells: cells([phone, '送水'], [true, false]) }] }
  } // prettier-ignore
}

/** A desk of three findings that remembers what was decided. */
function deskOfThree() {
  const all = ['a', 'b', 'c'].map(id => finding(id, '茶沟'))
  const decided = new Map<string, string>()
  const stateOf = (id: string) => (decided.get(id) ?? 'open') as 'open'
  const decide = vi.fn(async ({ ids, decision }: { ids: string[]; decision: string | null }) => {
    for (const id of ids) if (decision) decided.set(id, decision); else decided.delete(id) // prettier-ignore
    return { changed: ids.length, history: HISTORY }
  })
  const bridge = {
    on: () => () => undefined,
    state: async () => ({ package: 'p', state: 'done', saved: false, location: { name: 'p' } }),
    overview: async () => ({ audit: { package: {} }, declarations: [] }),
    history: async () => HISTORY,
    undo: vi.fn(async () => HISTORY),
    help: async () => ({ markdown: '' }),
    exhibit: async () => new Uint8Array([1]),
    preview: async () => new Uint8Array(),
    findings: async () => ({
      total: 3, offset: 0, groups: [], facets: { check: {}, family: {}, owner: {}, strength: {}, decision: { open: 3 } },
      rows: all.map(each => ({ ...each, family: 'duplicates', places: 2, first: { no: 1, path: '台账.xlsx' }, kind: 'rows', decision: stateOf(each.id) }))
    }), // prettier-ignore
    finding: async ({ id }: { id: string }): Promise<FindingView> => ({ finding: all.find(each => each.id === id)!, family: 'duplicates', state: stateOf(id), history: [], placed: [], position: all.findIndex(each => each.id === id) }), // prettier-ignore
    next: async ({ id }: { id?: string }) => { const after = all.slice(all.findIndex(each => each.id === id) + 1).find(each => !decided.has(each.id)); return after ? { id: after.id } : {} }, // prettier-ignore
    decide
  }
  return { bridge: bridge as unknown as Bridge, decide, undo: bridge.undo }
}

async function settled(): Promise<void> {
  for (let turn = 0; turn < 6; turn++) await flushPromises()
}

const press = async (key: string, init: KeyboardEventInit = {}): Promise<void> => {
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init }))
  await settled()
}

let page: VueWrapper | undefined
beforeEach(() => {
  setActivePinia(createPinia())
  location.hash = '#/p/p/findings'
})
afterEach(() => {
  page?.unmount()
  page = undefined
})

async function opened(desk: ReturnType<typeof deskOfThree>): Promise<VueWrapper> {
  useShell(desk.bridge)
  await reachShell()
  useDesk()
  useNavigation()
  await usePackage().show('p')
  page = mount(FindingsPage, { global: { plugins: [i18n] }, attachTo: document.body })
  await settled()
  return page
}

describe('a review by keys', () => {
  it('opens the first finding, confirms it and stands at the next', async () => {
    const desk = deskOfThree()
    await opened(desk)
    expect(location.hash).toContain('id=a')
    await press('m')
    expect(desk.decide).toHaveBeenCalledWith({ package: 'p', ids: ['a'], decision: 'confirmed' })
    expect(location.hash).toContain('id=b')
  })

  it('goes on and back, sets aside, and takes a decision back', async () => {
    const desk = deskOfThree()
    await opened(desk)
    await press('j')
    await press('ArrowDown')
    await press('k')
    expect(location.hash).toContain('id=b')
    await press('x')
    expect(desk.decide).toHaveBeenLastCalledWith({ package: 'p', ids: ['b'], decision: 'not-a-problem' })
    await press('z', { ctrlKey: true })
    expect(desk.undo).toHaveBeenCalledOnce()
  })

  it('decides on several that were chosen, in one step', async () => {
    const desk = deskOfThree()
    await opened(desk)
    await press('v')
    await press('j')
    await press('v')
    await press('m')
    expect(desk.decide).toHaveBeenCalledWith({ package: 'p', ids: ['a', 'b'], decision: 'confirmed' })
  })

  it('takes no reason for an explanation that says nothing', async () => {
    const desk = deskOfThree()
    const wrapper = await opened(desk)
    await press('e')
    expect(wrapper.find('dialog').exists()).toBe(true)
    await wrapper.find('form').trigger('submit')
    expect(desk.decide).not.toHaveBeenCalled()
    await wrapper.find('dialog textarea').setValue('统一补登')
    await wrapper.find('form').trigger('submit')
    await settled()
    expect(desk.decide).toHaveBeenCalledWith({
      package: 'p',
      ids: ['a'],
      decision: 'explained',
      note: '统一补登'
    })
  })

  it('tells what was measured apart from what the files say', async () => {
    const wrapper = await opened(deskOfThree())
    const parts = wrapper.findAll('.parts section').map(section => section.findAll('li').length)
    expect(parts).toEqual([1, 1])
  })
})

describe('evidence', () => {
  it('marks inside a cell only what differs', () => {
    const wrapper = mount(RowsPane, { props: { finding: finding('a', '茶沟'), placed: [], here: true }, global: { plugins: [i18n, createPinia()] } }) // prettier-ignore
    expect(wrapper.findAll('tbody mark').map(mark => mark.text())).toEqual(['村'])
    expect(wrapper.findAll('tbody td.differs')).toHaveLength(2)
  })

  it('shows text of a package as text, whatever it looks like', () => {
    const wrapper = mount(RowsPane, { props: { finding: finding('a', '<img src=x onerror=alert(1)>'), placed: [], here: true }, global: { plugins: [i18n, createPinia()] } }) // prettier-ignore
    expect(wrapper.find('tbody img').exists()).toBe(false)
    expect(wrapper.text()).toContain('<img src=x onerror=alert(1)>')
  })

  it('has a pane for every kind, and a time axis where dates are claimed and recorded', () => {
    const pictures = { ...finding('a', ''), detail: { kind: 'pictures' as const, total: 1, pictures: [{ place: 0, sha256: 'f'.repeat(64), claims: [{ label: 'claimed', value: '2023-05-01', differs: true }, { label: 'takenAt', value: '2023-06-01 10:00:00', differs: true }] }] } } // prettier-ignore
    expect(panesFor(pictures).map(({ id }) => id)).toEqual(['pictures', 'session'])
    expect(panesFor(finding('a', '')).map(({ id }) => id)).toEqual(['rows'])
  })

  it('revokes a picture in the end, and never one that is still held', async () => {
    useShell(deskOfThree().bridge)
    await reachShell()
    let made = 0
    vi.spyOn(URL, 'createObjectURL').mockImplementation(() => `blob:${++made}`)
    const revoked = vi.spyOn(URL, 'revokeObjectURL').mockReturnValue()
    const exhibits = useExhibits()
    const held = exhibits.take({ sha256: 'e'.repeat(64) })
    expect(await held.url).toBe('blob:1')
    for (let number = 0; number < 60; number++) {
      const { key, url } = exhibits.take({ sha256: number.toString(16).padStart(64, '0') })
      await url
      exhibits.give(key)
    }
    await settled()
    expect(revoked.mock.calls.map(([url]) => url)).toContain('blob:2')
    expect(revoked).not.toHaveBeenCalledWith('blob:1')
    vi.restoreAllMocks()
  })
})
