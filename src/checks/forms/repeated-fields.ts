import type { Indication, Place } from '../../model/audit.ts'
import type { AskerClaim, DataForm, Evidence, FieldFamily } from '../../model/evidence.ts'
import type { FindingDraft } from '../../model/finding.ts'
import { defineCheck, judged, notApplicable, undecided } from '../define.ts'

/** Data and askers a sentence names; the rest is counted. */
const MOST_NAMED = 6
/** Files whose figures a finding carries; the rest are named by their places. */
const MOST_SHOWN = 40
/**
 * Weights are priors. Ten people in common whose three and more data stand in two forms count .9, thirty 1.1: an
 * observation, and alone never more than weak, because who asked is the other half. Two organs that claim their forms
 * make it the asker's matter; one says half of it.
 */
const MOST_BY_CELLS = 1.1
const TWO_ASKERS = 1
const ONE_ASKER = 0.4

/** The same datum about the same subject asked for by several forms. */
export default defineCheck({
  id: 'repeated-fields',
  family: 'forms',
  stage: '考核',
  reads: 'text',
  messages: ['askedBySeveral', 'askedByOne', 'askedByUnknown'],
  reasons: ['noForms', 'oneForm'],
  examine(evidence, tick) {
    const { dataForms, fieldFamilies, formFields } = evidence
    const coverage = { looked: formFields.length, lookable: formFields.length }
    if (dataForms.length === 0) return notApplicable('noForms')
    if (dataForms.length === 1) return undecided('oneForm', coverage)
    return judged(
      fieldFamilies.map(family => {
        tick()
        return toFinding(evidence, family)
      }),
      coverage
    )
  }
})

function toFinding(evidence: Evidence, family: FieldFamily): FindingDraft {
  const { materials, formFields } = evidence
  const askers = askersOf(evidence, family)
  const papers = papersOf(evidence, family)
  return {
    message: askers.length >= 2 ? 'askedBySeveral' : askers.length === 1 ? 'askedByOne' : 'askedByUnknown',
    words: {
      forms: family.forms.length,
      askers: askers.length,
      askerNames: named(askers.map(({ name }) => name)),
      fields: family.data.length,
      fieldNames: named(family.data.map(({ datum }) => datum)),
      subjects: family.subjects,
      cells: family.again
    },
    owner: 'asker',
    places: papers.map(({ paper }) => placeOf(evidence, paper)),
    members: papers.map(({ paper }) => materials[formFields[paper]!.material]!.sha256),
    indications: indicationsOf(family, askers, evidence.dataForms),
    detail: {
      kind: 'files',
      total: papers.length,
      files: papers.slice(0, MOST_SHOWN).map(({ paper, form, subjects, again }, place) => {
        const { bytes, sha256 } = materials[formFields[paper]!.material]!
        const { title, asker } = evidence.dataForms[form]!
        return {
          place,
          bytes,
          sha256,
          claims: {
            title,
            ...(asker && { asker: asker.name }),
            askedAbout: subjects,
            cellsAgain: again
          }
        }
      })
    }
  }
}

/** One name per organ, in the order of the forms. */
function askersOf({ dataForms }: Evidence, { forms }: FieldFamily): AskerClaim[] {
  const byKey = new Map<string, AskerClaim>()
  for (const { form } of forms) {
    const { asker } = dataForms[form]!
    if (asker && !byKey.has(asker.key)) byKey.set(asker.key, asker)
  }
  return [...byKey.values()]
}

function papersOf({ dataForms }: Evidence, { forms }: FieldFamily) {
  return forms.flatMap(({ form, subjects, again }) =>
    dataForms[form]!.papers.map(paper => ({ paper, form, subjects, again }))
  )
}

function placeOf({ materials, formFields, ledgers }: Evidence, paper: number): Place {
  const { material, table, ledger } = formFields[paper]!
  const sheet = ledger === undefined ? '' : ledgers[ledger]!.table.head.name
  return { path: materials[material]!.path, table, ...(sheet === '' ? {} : { sheet }) }
}

function indicationsOf(
  { subjects, byNumber, data, again }: FieldFamily,
  askers: readonly AskerClaim[],
  dataForms: readonly DataForm[]
): Indication[] {
  const certain = byNumber / subjects
  const weight = Math.min(MOST_BY_CELLS, 0.5 + 0.4 * Math.log10(subjects)) - 0.2 * (1 - certain)
  const cells: Indication = {
    code: 'sameCells',
    family: 'text',
    weight: Math.round(weight * 100) / 100,
    words: { subjects, byNumber, fields: data.length, cells: again, forms: dataForms.length }
  }
  if (askers.length === 0) return [cells]
  const several = askers.length >= 2
  return [
    cells,
    {
      code: several ? 'severalAskers' : 'oneAsker',
      family: 'claims',
      weight: several ? TWO_ASKERS : ONE_ASKER,
      words: { askers: askers.length, askerNames: named(askers.map(({ name }) => name)) }
    }
  ]
}

function named(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMED).join('、')
  return names.length > MOST_NAMED ? `${shown} …` : shown
}
