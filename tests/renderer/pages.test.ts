// @vitest-environment happy-dom
import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import CheckPage from '../../renderer/pages/CheckPage.vue'
import HelpPage from '../../renderer/pages/HelpPage.vue'
import IndicatorsPage from '../../renderer/pages/IndicatorsPage.vue'
import OpenPage from '../../renderer/pages/OpenPage.vue'
import OverviewPage from '../../renderer/pages/OverviewPage.vue'
import ProgressPage from '../../renderer/pages/ProgressPage.vue'
import ReportPage from '../../renderer/pages/ReportPage.vue'
import SettingsPage from '../../renderer/pages/SettingsPage.vue'
import { useDesk } from '../../renderer/stores/desk.ts'
import { fakeBridge } from './support/fake-bridge.ts'
import { helloOf, overviewOf, place, stateOf, surveyOf } from './support/made.ts'
import { button, show } from './support/mount.ts'

let page: VueWrapper | undefined
afterEach(() => page?.unmount())

describe('the page that opens', () => {
  it('opens the sample, and goes to the page before the run', async () => {
    const fake = fakeBridge({ hello: helloOf(), recents: [], sample: place, open: [stateOf('waiting')] })
    page = await show(OpenPage, fake, '#/open')
    await button(page, '打开样例').trigger('click')
    await flushPromises()
    expect(fake.callsOf('open')).toEqual([{ locations: ['at-1'] }])
    expect(location.hash).toBe('#/p/p1/check')
  })

  it('says what a browser cannot do and offers the desk’s own folders, also after a drop', async () => {
    const fake = fakeBridge({ hello: helloOf(), recents: [], browse: { here: place, entries: [], more: 0 } })
    page = await show(OpenPage, fake, '#/open')
    expect(page.text()).toContain('浏览器不告诉网页文件放在哪里')
    await page.find('.drop').trigger('drop', { dataTransfer: { files: [new File([], 'x.zip')] } })
    await flushPromises()
    expect(fake.callsOf('browse')).toEqual([{}])
  })

  it('says in words why something could not be opened', async () => {
    const fake = fakeBridge({ hello: helloOf(), recents: [], sample: place, open: () => { throw { code: 'unreadable' } } }) // prettier-ignore
    page = await show(OpenPage, fake, '#/open')
    await button(page, '打开样例').trigger('click')
    await flushPromises()
    expect(page.find('[role=alert]').text()).toContain('读不了这个位置')
  })
})

describe('the page before the run', () => {
  it('begins the survey by itself', async () => {
    const fake = fakeBridge({
      hello: helloOf([stateOf('waiting')]),
      state: stateOf('waiting'),
      survey: stateOf('surveying')
    })
    page = await show(CheckPage, fake, '#/p/p1/check')
    expect(fake.callsOf('survey')).toEqual([{ package: 'p1' }])
  })

  it('says first of all that this computer may be the wrong one', async () => {
    const fake = fakeBridge({
      hello: helloOf(),
      state: stateOf('surveyed'),
      surveyed: surveyOf({ secret: 2 })
    })
    page = await show(CheckPage, fake, '#/p/p1/check')
    const text = page.text()
    expect(text).toContain('有 2 件材料带有保密标识')
    expect(text.indexOf('保密标识')).toBeLessThan(text.indexOf('被检查单位'))
  })

  it('shows guesses as guesses for as long as they stand, and sends what was told', async () => {
    const guesses = {
      unit: { value: '栗岭镇', from: '总结.docx' },
      inspectedOn: { value: '2023-12-05', from: '通知.docx' }
    }
    const fake = fakeBridge({ hello: helloOf(), state: stateOf('surveyed'), surveyed: surveyOf({ guesses }), run: stateOf('running') }) // prettier-ignore
    page = await show(CheckPage, fake, '#/p/p1/check')
    expect(page.text()).toContain('推测，来自 总结.docx')
    await page.find('input.input').setValue('柳河镇')
    expect(page.text()).not.toContain('推测，来自 总结.docx')
    expect(page.text()).toContain('推测，来自 通知.docx')
    await page.find('textarea').setValue('一二三\n\n456')
    await page.find('form').trigger('submit')
    await flushPromises()
    expect(fake.callsOf('run')).toEqual([{ package: 'p1', inspection: { unit: '柳河镇', inspectedOn: '2023-12-05', issued: [], reference: [], passwords: ['一二三', '456'] } }]) // prettier-ignore
    expect(location.hash).toBe('#/p/p1/progress')
  })
})

describe('the run', () => {
  it('shows troubles and findings as they come, and asks before it stops', async () => {
    const fake = fakeBridge({ hello: helloOf(), state: stateOf('running'), cancel: stateOf('running') })
    page = await show(ProgressPage, fake, '#/p/p1/progress')
    fake.emit({
      type: 'progress',
      package: 'p1',
      progress: { stage: 'read', done: 3, total: 12, secondsLeft: 90 }
    })
    fake.emit({ type: 'trouble', package: 'p1', path: '坏.docx', code: 'E_CORRUPT' })
    fake.emit({ type: 'trouble', package: 'other', path: '别的.docx', code: 'E_CORRUPT' })
    fake.emit({ type: 'found', package: 'p1', check: 'duplicate-files', findings: 1, first: [{ check: 'duplicate-files', message: 'again', words: { files: 3 }, strength: 'strong', owner: 'unit' }] }) // prettier-ignore
    await flushPromises()
    for (const said of ['3 / 12', '约剩 2 分钟', '坏.docx', '文件损坏或不完整', '同一份内容在同一处归档了 3 次']) expect(page.text()).toContain(said) // prettier-ignore
    expect(page.text()).not.toContain('别的.docx')
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: ' ', bubbles: true }))
    await button(page, '停止检查').trigger('click')
    expect(fake.callsOf('cancel')).toEqual([])
    await button(page, '停止，保留已完成的').trigger('click')
    await flushPromises()
    expect(fake.callsOf('cancel')).toEqual([{ package: 'p1' }])
  })

  it('goes to the overview when it is done', async () => {
    const fake = fakeBridge({ hello: helloOf(), state: stateOf('running'), overview: overviewOf() })
    page = await show(ProgressPage, fake, '#/p/p1/progress')
    fake.emit({ type: 'state', package: 'p1', state: stateOf('done') })
    await flushPromises()
    expect(location.hash).toBe('#/p/p1/overview')
  })
})

describe('the overview', () => {
  it('puts activities first, and lets every number open the list behind it', async () => {
    const fake = fakeBridge({ hello: helloOf(), state: stateOf('done'), overview: overviewOf() })
    page = await show(OverviewPage, fake, '#/p/p1/overview')
    expect(page.find('.balance .line').text()).toBe('共 12 项活动')
    expect(page.findAll('.standings .figure').map(each => [each.text(), each.attributes('href')])).toEqual([
      ['4', '#/p/p1/overview?list=activities&standing=result'],
      ['7', '#/p/p1/overview?list=activities&standing=trace'],
      ['1', '#/p/p1/overview?list=activities&standing=undetermined']
    ])
    const links = page.findAll('a').map(each => each.attributes('href'))
    for (const behind of [
      'materials?counted=file&class=trace&flat=true',
      'findings?family=duplicates',
      'findings?owner=asker',
      'findings?strength=weak',
      'findings?decision=open',
      'materials?status=unread&flat=true',
      'findings?check=duplicate-files',
      'overview?list=troubles'
    ])
      // prettier-ignore
      expect(links).toContain(`#/p/p1/${behind}`)
    expect(page.text()).toContain('这不是评分，不用于单位之间排名')
  })

  it('fetches anew when decisions change', async () => {
    const fake = fakeBridge({ hello: helloOf(), state: stateOf('done'), overview: overviewOf() })
    page = await show(OverviewPage, fake, '#/p/p1/overview')
    fake.answers.overview = overviewOf({ secret: 3 })
    fake.emit({ type: 'changed', package: 'p1', what: 'decisions' })
    await flushPromises()
    expect(page.text()).toContain('有 3 件材料带有保密标识')
  })
})

describe('the indicators and activities', () => {
  const indicator = (code: string, activities: string[]) => ({ code, name: `指标${code}`, source: 'list', standing: 'trace', materials: [], activities, findings: 0 }) // prettier-ignore
  const activity = (id: string) => ({ id, title: `活动${id}`, materials: [], indicators: [], standing: 'trace', findings: 0 }) // prettier-ignore
  const all = ['a1', 'a2', 'a3', 'a4'].map(activity)
  const answers = {
    hello: helloOf(),
    state: stateOf('done'),
    overview: overviewOf(),
    indicators: { total: 2, offset: 0, rows: [indicator('1-1', ['a1']), indicator('1-2', ['a3', 'a4'])] },
    activities: ({ ids }: { ids?: string[] }) => {
      const rows = all.filter(({ id }) => !ids || ids.includes(id))
      return { total: rows.length, offset: 0, rows }
    },
    materials: { total: 0, offset: 0, rows: [] }
  }
  const heading = () => page!.find('.detail h2').text()

  it('show the first of an indicator’s activities, whichever indicator was chosen before', async () => {
    page = await show(IndicatorsPage, fakeBridge(answers as never), '#/p/p1/indicators')
    expect(heading()).toBe('指标1-1')
    dispatchEvent(new KeyboardEvent('keydown', { key: 'j' }))
    await flushPromises()
    expect(heading()).toBe('指标1-2')
    location.hash = page.find('.detail a[href*="ids="]').attributes('href')!
    dispatchEvent(new Event('hashchange'))
    await flushPromises()
    expect(heading()).toBe('活动a3')
  })

  it('show what was decided meanwhile in what is chosen, and stay there', async () => {
    const fake = fakeBridge(answers as never)
    page = await show(IndicatorsPage, fake, '#/p/p1/indicators?tab=activities')
    dispatchEvent(new KeyboardEvent('keydown', { key: 'j' }))
    await flushPromises()
    expect(page.find('.detail').text()).toContain('只有过程材料')
    fake.answers.activities = () => ({ total: 4, offset: 0, rows: all.map(each => ({ ...each, standing: 'result' })) }) as never // prettier-ignore
    fake.emit({ type: 'changed', package: 'p1', what: 'decisions' })
    await flushPromises()
    expect(heading()).toBe('活动a2')
    expect(page.find('.detail').text()).toContain('有可核实的结果')
  })
})

describe('the report page', () => {
  it('makes nothing unmasked without a reason', async () => {
    const file = { name: 'r.html', type: 'text/html', bytes: new Uint8Array([1]) }
    const fake = fakeBridge({ hello: helloOf(), state: stateOf('done'), overview: overviewOf(), previewReport: { url: 'about:blank' }, export: file }) // prettier-ignore
    page = await show(ReportPage, fake, '#/p/p1/report')
    await page.find('input[value=full]').setValue(true)
    expect(button(page, '网页报告').attributes('disabled')).toBeDefined()
    await page.find('input.input').setValue('内部核对')
    await button(page, '网页报告').trigger('click')
    await flushPromises()
    expect(fake.callsOf('export')).toEqual([{ package: 'p1', what: 'html', language: 'zh', masking: 'full', reason: '内部核对' }]) // prettier-ignore
  })
})

describe('the settings', () => {
  it('switch the language at once, everywhere', async () => {
    const hello = helloOf()
    const fake = fakeBridge({ hello, configure: (change: object) => ({ ...hello.settings, ...change }) })
    page = await show(SettingsPage, fake, '#/settings')
    expect(page.find('h1').text()).toBe('设置')
    await page.find('input[value=en]').setValue(true)
    await flushPromises()
    expect(page.find('h1').text()).toBe('Settings')
    expect(document.documentElement.lang).toBe('en')
    await page.find('input[value=dark]').setValue(true)
    await flushPromises()
    expect(document.documentElement.dataset['theme']).toBe('dark')
  })

  it('erase only after asking, then begin anew', async () => {
    const fake = fakeBridge({ hello: helloOf(), erase: { ok: true } })
    page = await show(SettingsPage, fake, '#/settings')
    await button(page, '清除留下的全部内容').trigger('click')
    expect(fake.callsOf('erase')).toEqual([])
    await button(page, '全部清除').trigger('click')
    await flushPromises()
    expect(fake.callsOf('erase')).toHaveLength(1)
    expect(useDesk().packages).toEqual([])
    expect(location.hash).toBe('#/open')
  })
})

describe('the help', () => {
  it('shows the page of a check, in the language of the window', async () => {
    const fake = fakeBridge({ hello: helloOf(), help: { markdown: '# 一图多用\n\n## 查什么' } })
    page = await show(HelpPage, fake, '#/help?check=reused-pictures')
    expect(page.find('article h2').text()).toBe('一图多用')
    expect(fake.callsOf('help')).toEqual([{ check: 'reused-pictures', language: 'zh' }])
  })
})
