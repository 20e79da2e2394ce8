import genres from '../../resources/lexicon/genres.json'
import type { Cue } from '../model/audit.ts'

/**
 * What kind of paper a title says it is. In a Chinese title the last noun names the kind (验收工作方案 is a plan,
 * not an acceptance), so endings decide and words further in only lend weight.
 */
const ENDING = 10
/** 隐患整改销号台账: the word before the container says what the ledger is of. */
const BEFORE_CONTAINER = 8
const WITHIN = 3
/** 登记表, 统计表: containers say little of what stands in them. */
const MOST_PEELED = 3
const LONGEST_ENDING = 12

const ENDINGS = new Map<string, string[]>()
for (const [id, words] of Object.entries(genres.titles))
  for (const word of words) ENDINGS.set(word, [...(ENDINGS.get(word) ?? []), id])
const CONTAINERS = [...genres.containers].sort((a, b) => b.length - a.length)
const GENERIC = Object.entries(genres.generic) as [string, [string, number]][]

/** Of papers whose title begins by saying what is done with another paper. */
const OPENINGS: readonly (readonly [RegExp, string])[] = [
  [/^(?:关于)?(?:转发|批转|翻印)|^传达|[（(]翻印[）)]$/u, 'T02'],
  [/^关于成立.{2,40}(?:领导小组|专班|指挥部|委员会)/u, 'T10'],
  // One paper that looks back and ahead is the account it begins with.
  [/(?:总结|汇报|报告|情况)(?:和|及|暨|与|、).{0,16}(?:计划|打算|安排|要点|思路|谋划|设想)$/u, 'M01'],
  [/^在.{2,40}(?:上|会)的(?:讲话|发言|致辞|主持词)$/u, 'T01'],
  [/^致.{2,30}的?一封信$/u, 'T08'],
  [/^读《.{1,30}》/u, 'T04'],
  [/(?:贯彻|学习贯彻).{2,40}(?:情况|情况的报告|情况报告)$/u, 'T02']
]

/** Cues of one title: its kind, and what it mentions. Text in NFKC. */
export function titleCues(title: string): Cue[] {
  const bare = bareTitle(title)
  if (bare === '') return []
  const opening = OPENINGS.find(([pattern]) => pattern.test(title.trim()) || pattern.test(bare))
  if (opening) return [cue(bare.slice(0, 24), opening[1], ENDING)]
  let rest = bare
  for (let peeled = 0; peeled <= MOST_PEELED; peeled++) {
    const found = longestEnding(rest)
    if (found) {
      const weight = peeled === 0 ? ENDING : BEFORE_CONTAINER
      return [...found.ids.map(id => cue(found.word, id, weight)), ...generic(bare, found.word)]
    }
    const shorter = withoutContainer(rest)
    if (shorter === rest || shorter.length < 2) break
    rest = shorter
  }
  return [...within(rest), ...generic(bare, '')]
}

/** Without dates, issue numbers, brackets at the end and marks of copies. */
export function bareTitle(title: string): string {
  let bare = title
    .normalize('NFKC')
    .replace(/\s+/gu, '')
    .replace(/\.\w{2,4}$/u, '')
  for (let i = 0; i < 4; i++) {
    const shorter = bare
      .replace(/[(〔【\[「][^()〔〕【】[\]「」]{0,24}[)〕】\]」]$/u, '')
      .replace(
        /(?:第?[一二三四五六七八九十\d]{1,4}(?:期|号|份|次|季度|批)|\d{2,4}年?(?:度)?(?:\d{1,2}月)?|[-_—]?[\d.]+|样表|模板|空白表|终稿|定稿|范本)$/u,
        ''
      )
      .replace(/^附件\d{0,2}[::]?/u, '')
    if (shorter === bare) break
    bare = shorter
  }
  return bare
}

function longestEnding(text: string): { word: string; ids: string[] } | undefined {
  for (let length = Math.min(text.length, LONGEST_ENDING); length >= 2; length--) {
    const ids = ENDINGS.get(text.slice(-length))
    if (ids) return { word: text.slice(-length), ids }
  }
  return undefined
}

function withoutContainer(text: string): string {
  const container = CONTAINERS.find(word => text.endsWith(word))
  return container ? text.slice(0, -container.length) : text
}

/** Words of a kind anywhere else in the title. */
function within(text: string): Cue[] {
  const found = new Map<string, string>()
  for (const [word, ids] of ENDINGS) {
    if (word.length < 3 && !SHORT_TELLING.has(word)) continue
    if (!text.includes(word)) continue
    for (const id of ids) if ((found.get(id)?.length ?? 0) < word.length) found.set(id, word)
  }
  return [...found].map(([id, word]) => cue(word, id, WITHIN))
}

const SHORT_TELLING = new Set([
  '问卷',
  '验收',
  '销号',
  '复学',
  '水质',
  '案例',
  '打卡',
  '接龙',
  '宣传',
  '工单'
])

function generic(bare: string, already: string): Cue[] {
  const found = GENERIC.find(([word]) => bare.endsWith(word) && !already.endsWith(word))
  return found ? [cue(found[0], found[1][0], found[1][1])] : []
}

function cue(text: string, id: string, weight: number): Cue {
  return { cue: text, class: id, where: 'title', weight }
}
