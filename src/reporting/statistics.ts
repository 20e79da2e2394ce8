import type { Audit, Detail, Place } from '../model/audit.ts'
import { bare, blank } from './withhold.ts'

type Body = Omit<Audit, 'run'>

/** Shown where a report of statistics leaves words of the package out. */
export const LEFT_OUT = '[–]'

/**
 * The audit as statistics: counts, classes, weights, codes. No quotation, no title, no path beyond the material's
 * number; what cannot be told without them (evidence, the field-check sheet's rows) is left out.
 */
export function statisticsOf(audit: Body): Body {
  const numbers = new Map(audit.materials.map(({ path, no }) => [path, `№${no}`]))
  const path = (text: string): string => numbers.get(text) ?? '№?'
  const place = ({ sheet: _, span: __, ...each }: Place): Place => ({ ...each, path: path(each.path) })
  const codes = new Set(audit.indicators?.map(({ code }) => code))
  const { fieldCheck, facts } = audit
  return {
    ...audit,
    package: { ...audit.package, name: audit.package.sha256.slice(0, 12) },
    activities: audit.activities.map(({ place: _, ...each }) => ({ ...each, title: LEFT_OUT })),
    ...(audit.indicators ? { indicators: audit.indicators.map(({ name: _, asks: __, asker: ___, ...each }) => each) } : {}), // prettier-ignore
    materials: audit.materials.map(({ change, demandedBy, overruled, notes, ...each }) => ({
      ...each,
      path: path(each.path),
      why: each.why.map(cue => ({ ...cue, cue: '' })),
      ...(notes ? { notes: notes.map(note => ({ ...note, ...(note.words ? { words: blank(note.words, LEFT_OUT) } : {}) })) } : {}), // prettier-ignore
      ...(demandedBy && codes.has(demandedBy) ? { demandedBy } : {}),
      ...(change ? { change: { ...change, ...(change.words ? { words: blank(change.words, LEFT_OUT) } : {}) } } : {}), // prettier-ignore
      ...(overruled ? { overruled: { by: overruled.by, from: overruled.from } } : {})
    })),
    findings: audit.findings.map(finding => {
      const each = bare(finding, LEFT_OUT)
      return { ...each, places: each.places.map(place), detail: nothingOf(each.detail) }
    }),
    ...(audit.forms
      ? { forms: audit.forms.map(({ asker: _, ...each }) => ({ ...each, title: LEFT_OUT })) }
      : {}),
    ...(fieldCheck ? { fieldCheck: { ...fieldCheck, strata: fieldCheck.strata.map((each, i) => ({ ...each, stratum: String(i + 1) })), rows: [] } } : {}), // prettier-ignore
    ...(facts ? { facts: { ...facts, sessions: facts.sessions.map(({ members: _, ...each }) => ({ ...each, device: LEFT_OUT })) } } : {}), // prettier-ignore
    troubles: audit.troubles.map(each => ({ ...each, path: path(each.path), detail: '' }))
  }
}

/** The kind of detail stays, with a total of none to show. */
function nothingOf(detail: Detail): Detail {
  return { ...detail, total: 0 }
}
