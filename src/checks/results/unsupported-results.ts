import type { Evidence } from '../../model/evidence.ts'
import { defineCheck, judged, notApplicable, undecided } from '../define.ts'
import { ownSurvey, supportFinding, withoutSupport } from '../claim-findings.ts'
import { unevenFinding } from '../uneven-findings.ts'

/** Quantities claimed as achieved, against the ledgers, papers and surveys that carry them. */
export default defineCheck({
  id: 'unsupported-results',
  family: 'results',
  stage: '考核',
  reads: 'text',
  messages: ['differs', 'differsPaper', 'totalApart', 'partAbove', 'shareApart', 'changeApart', 'ownSurvey', 'noBase', 'unsupported'], // prettier-ignore
  reasons: ['noClaims', 'nothingToCompare'],
  examine(evidence: Evidence, tick) {
    const { resultClaims, claimSupports, unevenFigures } = evidence
    if (resultClaims.length === 0 && unevenFigures.length === 0) return notApplicable('noClaims')
    const standing = (wanted: string): number[] => claimSupports.flatMap((each, i) => (each.standing === wanted ? [i] : [])) // prettier-ignore
    tick()
    const findings = [
      ...standing('differs').map(i => supportFinding(evidence, i)),
      ...unevenFigures.map(each => unevenFinding(evidence, each)),
      ...standing('ownSurvey').map(i => ownSurvey(evidence, i)),
      ...withoutSupport(evidence, 'noBase', standing('noBase')),
      ...withoutSupport(evidence, 'unsupported', standing('unsupported'))
    ]
    const silent = standing('undecided').length
    const coverage = { looked: resultClaims.length - silent, lookable: resultClaims.length }
    if (findings.length === 0 && coverage.looked === 0) return undecided('nothingToCompare', coverage)
    return judged(findings, coverage)
  }
})
