/** Ids of the design's catalogue, in its order. */
export const CATALOGUE = [
  'duplicate-files', 'duplicate-entries', 'recycled-entries', 'reused-passages', 'forwarded-documents',
  'repeated-forms', 'repeated-fields', 'conflicting-values', 'template-residue', 'unlisted-forms',
  'reused-pictures', 'one-session-pictures', 'picture-dates', 'picture-places', 'altered-pictures', 'made-pictures',
  'backfilled-ledgers', 'shared-origin', 'regular-figures', 'generated-figures',
  'lined-up-replies', 'after-hours-demands', 'check-in-traces',
  'vanity-counts', 'escalating-demands', 'online-only-service',
  'unsupported-results'
] // prettier-ignore
