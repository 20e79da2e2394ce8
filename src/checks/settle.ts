import type { Evidence } from '../model/evidence.ts'
import type { Examination } from '../model/finding.ts'
import { isSeen } from '../model/sight.ts'
import type { Check } from './define.ts'

/**
 * Nobody may say “none seen” of what was not seen. Above this share out of sight the answer is `undecided`: the
 * share from which the balance is not determinable either (design, “The balance”: 30 % unknown), so that one
 * figure says in both places how much a reader may leave open and still speak of the whole.
 */
const MOST_UNSEEN = 0.3

/** Reasons any check’s answer may get here; their words stand apart from the check’s own. */
export const UNSEEN_REASONS = ['mostUnseen', 'withoutText'] as const

/**
 * The check’s answer, unless it is `clear` of too little or, for checks that read text, `clear` or
 * `notApplicable` while much of the package is pages without text. What was found stays found.
 */
export function settle(check: Check, examination: Examination, evidence: Evidence): Examination {
  const { answer, coverage } = examination
  if (answer !== 'clear' && answer !== 'notApplicable') return examination
  if (check.reads === 'text') {
    const pages = sightOf(evidence)
    if (isMostUnseen(pages))
      return { answer: 'undecided', because: 'withoutText', findings: [], coverage: pages }
  }
  if (answer === 'clear' && isMostUnseen(coverage))
    return { answer: 'undecided', because: 'mostUnseen', findings: [], coverage }
  return examination
}

function isMostUnseen({ looked, lookable }: Examination['coverage']): boolean {
  return lookable - looked > MOST_UNSEEN * lookable
}

/** Files of the package that hold text or would, and how many of them could be read as such. */
function sightOf({ materials, pictures }: Evidence): Examination['coverage'] {
  const pages = new Set(pictures.filter(({ nature }) => nature === 'page').map(({ material }) => material))
  const holdsPages = new Set([...pages].flatMap(page => materials[page]!.parent ?? []))
  let looked = 0
  let lookable = 0
  materials.forEach((material, index) => {
    if (material.origin !== 'package' || material.status === 'listed') return
    const inside = material.parent === undefined ? undefined : materials[material.parent]!
    // a scanned page handed in as a picture is a document; one inside a document is part of that
    const isPage = pages.has(index) && (inside === undefined || inside.kind === 'archive')
    if (!isPage && !['document', 'table', 'conversation'].includes(material.kind)) return
    lookable++
    if (!isPage && isSeen(material, holdsPages.has(index))) looked++
  })
  return { looked, lookable }
}
