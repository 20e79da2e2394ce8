// npm run new:check <family>/<id>: source, words, test and help pages of a new check, to be filled in.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

const FAMILIES = ['duplicates', 'forms', 'imagery', 'back-filling', 'conversation', 'demands', 'results']
const [family, id] = (process.argv[2] ?? '').split('/')
if (!FAMILIES.includes(family) || !/^[a-z]+(-[a-z]+)+$/.test(id ?? '')) {
  console.error(
    `usage: npm run new:check <family>/<id>\n  family: ${FAMILIES.join(', ')}\n  id: kebab-case, named for what it notices`
  )
  process.exit(2)
}

const files = {
  [`src/checks/${family}/${id}.ts`]: `import type { Evidence } from '../../model/evidence.ts'
import { defineCheck, judged, notApplicable } from '../define.ts'

export default defineCheck({
  id: '${id}',
  family: '${family}',
  stage: '考核',
  messages: ['noticed'],
  reasons: ['nothingToLookAt'],
  examine({ materials }: Evidence) {
    if (materials.length === 0) return notApplicable('nothingToLookAt')
    return judged([], { looked: materials.length, lookable: materials.length })
  }
})
`,
  [`src/words/checks/${id}.ts`]: `import type { CheckWords } from '../check-words.ts'

export default {
  zh: {
    title: '',
    messages: { noticed: '' },
    indications: {},
    reasons: { nothingToLookAt: '' },
    innocent: [''],
    clear: ['']
  },
  en: {
    title: '',
    messages: { noticed: '' },
    indications: {},
    reasons: { nothingToLookAt: '' },
    innocent: [''],
    clear: ['']
  }
} satisfies CheckWords
`,
  [`tests/checks/${family}/${id}.test.ts`]: `import { describe, expect, it } from 'vitest'
import check from '../../../src/checks/${family}/${id}.ts'
import { noTick } from '../../../src/support/tick.ts'
import { evidenceOf } from '../../support/evidence.ts'

describe('${id}', () => {
  it('does not apply to a package without materials', () => {
    expect(check.examine(evidenceOf(), noTick)).toMatchObject({ answer: 'notApplicable' })
  })

  // One found, one clear, one undecided or not applicable, and one honest look-alike that must stay quiet.
  it.fails('is found', () => expect.unreachable('write this test'))
})
`,
  [`resources/help/zh/${id}.md`]: `# \n\n## 查什么\n\n## 为什么看这个，依据是什么、约束谁\n\n## 怎么看\n\n## 什么时候会看错\n\n## 什么可以说明清楚\n\n## 设置\n`,
  [`resources/help/en/${id}.md`]: `# \n\n## What it notices\n\n## Why it matters, the rule it rests on and whom that rule binds\n\n## What it looks at\n\n## When it may be wrong\n\n## What would clear it\n\n## Settings\n`
}

const root = resolve(process.env.HENSHI_SCAFFOLD_ROOT ?? resolve(import.meta.dirname, '../..'))
const standing = Object.keys(files).filter(file => existsSync(join(root, file)))
if (standing.length > 0) {
  console.error(`already there: ${standing.join(', ')}`)
  process.exit(1)
}
for (const [file, text] of Object.entries(files)) {
  mkdirSync(dirname(join(root, file)), { recursive: true })
  writeFileSync(join(root, file), text)
  console.log(file)
}
console.log(`Now add '${id}' to src/checks/catalogue.ts and src/words/checks/index.ts.`)
