/** Family of each check of the catalogue, for mixing; a test holds it to the checks themselves. */
export const FAMILY_OF: Record<string, string> = {
  ...of('duplicates', ['duplicate-files', 'duplicate-entries', 'recycled-entries', 'reused-passages', 'forwarded-documents']), // prettier-ignore
  ...of('forms', ['repeated-forms', 'repeated-fields', 'conflicting-values', 'template-residue', 'unlisted-forms']), // prettier-ignore
  ...of('imagery', ['reused-pictures', 'one-session-pictures', 'picture-dates', 'picture-places', 'altered-pictures', 'made-pictures']), // prettier-ignore
  ...of('back-filling', ['backfilled-ledgers', 'shared-origin', 'regular-figures', 'generated-figures']),
  ...of('conversation', ['lined-up-replies', 'after-hours-demands', 'check-in-traces']),
  ...of('demands', ['vanity-counts', 'escalating-demands', 'online-only-service']),
  ...of('results', ['unsupported-results'])
}

function of(family: string, checks: readonly string[]): Record<string, string> {
  return Object.fromEntries(checks.map(check => [check, family]))
}
