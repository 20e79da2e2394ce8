import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { CHECKS } from '../../checks/catalogue.ts'
import { wordsOf, type Language } from '../../words/index.ts'
import { EXIT, say, tell, type Shell } from '../shell.ts'

export async function checksCommand(
  id: string | undefined,
  language: Language,
  shell: Shell
): Promise<number> {
  const words = wordsOf(language)
  if (id === undefined) {
    for (const check of CHECKS) say(`${check.id.padEnd(24)}${words.check(check.id).title}`)
    return EXIT.ok
  }
  if (!CHECKS.some(check => check.id === id)) {
    tell(
      language === 'zh'
        ? `没有名为 ${id} 的检查项；henshi checks 列出全部`
        : `No check is called ${id}; henshi checks lists them`
    )
    return EXIT.usage
  }
  say((await readFile(join(shell.paths.resources, 'help', language, `${id}.md`), 'utf8')).trimEnd())
  return EXIT.ok
}
