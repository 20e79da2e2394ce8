import type { ActivityFact, Evidence, IndicatorAsk, IndicatorFact } from '../model/evidence.ts'
import { byCodePoint } from '../support/order.ts'
import { coreOf, SPECIFIC } from './activity-subjects.ts'

type Given = Pick<Evidence, 'materials' | 'names' | 'indicatorLists' | 'indicatorOf' | 'activities'>
export type Filing = Pick<Evidence, 'indicators' | 'indicatorOf' | 'activities'>

/** A package is filed by its list when this share of what was handed in lies under one of the list's indicators; else "nothing filed" says nothing. */
const FOLLOWS = 0.5

interface Asked {
  ask: IndicatorAsk
  source: 'given' | 'list'
}

/**
 * What was asked and what is filed under it. Folders are matched by code, by an outer code where the list is
 * coarser, and by name where they carry no code; a name that is exactly another indicator's goes before a code
 * (lists are renumbered). Nothing is guessed: what matches none stays with its own folder's code.
 */
export function relateIndicators(given: Given): Filing {
  const { materials, indicatorOf, activities } = given
  const asked = askedBy(given)
  const match = matcherOf(asked)
  const files = new Map<string, string | undefined>()
  const matched = materials.map((material, i): string | undefined => {
    if (material.origin !== 'package') return undefined
    const code = indicatorOf[i]
    const folder = material.path.slice(0, material.path.lastIndexOf('/') + 1)
    const key = `${folder}\n${code ?? ''}`
    if (!files.has(key)) files.set(key, match(code, folderCores(given, i)))
    return files.get(key) ?? code
  })
  const facts = factsOf(given, asked, matched)
  return {
    indicators: facts,
    indicatorOf: matched,
    activities: activities.map(activity => withIndicators(activity, matched))
  }
}

/** Given lists stand for all; else every list found. */
function askedBy({ indicatorLists }: Given): Asked[] {
  const given = indicatorLists.filter(({ source, asks }) => source === 'given' && asks.length > 0)
  const lists = given.length > 0 ? given : indicatorLists
  return lists.flatMap(({ asks, source }) => asks.map(ask => ({ ask, source })))
}

/** Subjects of the folders above, from the inside out. */
function folderCores({ names }: Given, i: number): string[] {
  const folders = names[i]?.folders ?? []
  return folders.flatMap(({ subject, category }) => (category ? [] : [coreOf(subject)])).reverse()
}

type Match = (code: string | undefined, cores: readonly string[]) => string | undefined

function matcherOf(asked: readonly Asked[]): Match {
  const byCode = only(asked.flatMap(({ ask }) => ask.codes.map(code => [code, ask.code] as const)))
  const byName = only(
    asked.flatMap(({ ask }) => {
      const core = coreOf(ask.name)
      return core.length < SPECIFIC ? [] : [[core, ask.code] as const]
    })
  )
  return (code, cores) => {
    const named = cores.map(core => byName.get(core)).find(found => found !== undefined)
    if (named !== undefined) return named
    for (let part = code; part !== undefined && part !== ''; part = outer(part)) {
      const found = byCode.get(part)
      if (found !== undefined) return found
    }
    return undefined
  }
}

/** Keys that stand for one indicator only. */
function only(pairs: readonly (readonly [string, string])[]): Map<string, string> {
  const found = new Map<string, string>()
  const several = new Set<string>()
  for (const [key, code] of pairs) {
    if (found.has(key) && found.get(key) !== code) several.add(key)
    else found.set(key, code)
  }
  for (const key of several) found.delete(key)
  return found
}

function outer(code: string): string | undefined {
  const at = code.lastIndexOf('-')
  return at < 0 ? undefined : code.slice(0, at)
}

function factsOf(
  { materials }: Given,
  asked: readonly Asked[],
  matched: readonly (string | undefined)[]
): IndicatorFact[] {
  const filed = new Map<string, number[]>()
  let loose = 0
  let under = 0
  const known = new Set(asked.map(({ ask }) => ask.code))
  matched.forEach((code, i) => {
    if (code === undefined && (materials[i]!.origin !== 'package' || materials[i]!.parent !== undefined))
      return
    if (materials[i]!.parent === undefined) {
      loose++
      if (code !== undefined && known.has(code)) under++
    }
    if (code === undefined) return
    const list = filed.get(code)
    if (list) list.push(i)
    else filed.set(code, [i])
  })
  const follows = loose > 0 && under >= FOLLOWS * loose
  const coarser = new Set([...filed.keys()].filter(code => !known.has(code)))
  const unsure = (ask: IndicatorAsk): boolean => {
    if (!follows) return true
    for (const code of ask.codes)
      for (let part = outer(code); part !== undefined; part = outer(part)) if (coarser.has(part)) return true
    return false
  }
  const facts: IndicatorFact[] = asked.map(({ ask, source }) => ({ code: ask.code, source, ask, materials: filed.get(ask.code) ?? [], unsure: unsure(ask) })) // prettier-ignore
  for (const [code, list] of filed)
    if (!known.has(code)) facts.push({ code, source: 'folder', materials: list, unsure: true })
  return facts.sort((a, b) => byCode(a.code, b.code))
}

/** 1-2 before 1-10. */
function byCode(a: string, b: string): number {
  const [left, right] = [a.split('-'), b.split('-')]
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const [x, y] = [left[i]!, right[i]!]
    const numbers = /^\d+$/u.test(x) && /^\d+$/u.test(y)
    const order = numbers ? +x - +y : byCodePoint(x, y)
    if (order !== 0) return order
  }
  return left.length - right.length
}

function withIndicators(activity: ActivityFact, matched: readonly (string | undefined)[]): ActivityFact {
  const indicators = [...new Set(activity.materials.flatMap(i => matched[i] ?? []))].sort(byCodePoint)
  return { ...activity, indicators }
}
