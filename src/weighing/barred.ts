import rules from '../../resources/rules/barred.json'

/** A rule that keeps some content out of inspections. `binds` says whom: it is never the unit that was asked. */
interface BarredRule {
  id: string
  asked: readonly RegExp[]
  titled: readonly RegExp[]
  unless?: RegExp
}

const RULES: readonly BarredRule[] = rules.rules.map(rule => ({
  id: rule.id,
  asked: rule.patterns.map(pattern => new RegExp(pattern, 'iu')),
  titled: rule.titles.map(pattern => new RegExp(pattern, 'iu')),
  ...('unless' in rule && { unless: new RegExp(rule.unless as string, 'iu') })
}))

export const BARRED_VERSION = rules.version

/** Texts of indicators are clipped at some hundred characters; a stranger's may not be. */
const LONGEST = 2000

/** Id of the first rule by which what an indicator asks for is kept out of inspections. */
export function barredAsk(text: string): string | undefined {
  for (const sentence of text
    .normalize('NFKC')
    .slice(0, LONGEST)
    .split(/[；;。\n]/u)) {
    // Each thing asked for by itself; what a rule does not bind (公众号阅读量、转发量) excuses its whole sentence
    for (const part of sentence.split(/[、，,]/u)) {
      const rule = RULES.find(
        ({ asked, unless }) => !unless?.test(sentence) && asked.some(each => each.test(part))
      )
      if (rule) return rule.id
    }
  }
  return undefined
}

/** Id of the first rule that a paper of this title is the content of. */
export function barredTitle(title: string): string | undefined {
  const plain = title.normalize('NFKC').slice(0, 200)
  return RULES.find(({ titled, unless }) => !unless?.test(plain) && titled.some(each => each.test(plain)))?.id
}
