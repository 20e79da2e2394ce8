import type { Audit, Detail, Finding, MaterialRecord } from '../model/audit.ts'

type Body = Omit<Audit, 'run'>

/** Shown instead of anything that stood in material with a secrecy mark. */
export const WITHHELD = '[S]'

/** What carries a secrecy mark is counted, never quoted: places and weights stay, words, titles and detail go. */
export function withholdSecrets(audit: Body): Body {
  const marked = audit.materials.filter(material => material.secret)
  if (marked.length === 0) return audit
  const paths = new Set(marked.map(({ path }) => path))
  const numbers = new Set(marked.map(({ no }) => no))
  const touches = (materials: readonly number[]): boolean => materials.some(no => numbers.has(no))
  const { fieldCheck } = audit
  return {
    ...audit,
    findings: audit.findings.map(each => (each.places.some(({ path }) => paths.has(path)) ? bare(each) : each)), // prettier-ignore
    activities: audit.activities.map(({ place, ...each }) => touches(each.materials) ? { ...each, title: WITHHELD } : { ...each, ...(place === undefined ? {} : { place }) }), // prettier-ignore
    materials: audit.materials.map(each => (each.secret ? withoutQuotes(each) : each)),
    ...(audit.forms ? { forms: audit.forms.map(each => (touches(each.materials) ? { ...each, title: WITHHELD } : each)) } : {}), // prettier-ignore
    ...(fieldCheck ? { fieldCheck: { ...fieldCheck, rows: fieldCheck.rows.filter(({ place }) => !paths.has(place.path)) } } : {}) // prettier-ignore
  }
}

function withoutQuotes(record: MaterialRecord): MaterialRecord {
  const { why, change, demandedBy: _, ...rest } = record
  return {
    ...rest,
    why: why.map(each => ({ ...each, cue: WITHHELD })),
    ...(change ? { change: { code: change.code, ...(change.words ? { words: blank(change.words) } : {}) } } : {}) // prettier-ignore
  }
}

/** A finding without a word of the package: its places, counts and weights. */
export function bare(finding: Finding, token = WITHHELD): Finding {
  return {
    ...finding,
    words: blank(finding.words, token),
    indications: finding.indications.map(each => ({ ...each, words: blank(each.words, token) })),
    detail: blankDetail(finding.detail)
  }
}

export function blank(words: Finding['words'], token = WITHHELD): Finding['words'] {
  return Object.fromEntries(Object.entries(words).map(([key, value]) => [key, typeof value === 'string' ? token : value])) // prettier-ignore
}

function blankDetail(detail: Detail): Detail {
  switch (detail.kind) {
    case 'rows':
      return { ...detail, columns: [], rows: [] }
    case 'pictures':
      return { ...detail, pictures: [] }
    case 'texts':
      return { ...detail, texts: [] }
    case 'messages':
      return { ...detail, messages: [] }
    case 'files':
      return { ...detail, files: [] }
  }
}
