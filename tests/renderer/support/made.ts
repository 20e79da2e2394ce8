import type { Location, Output, Overview, PackageState, Survey } from '../../../src/desk/contract.ts'
import type { Share } from '../../../src/model/audit.ts'

/** Small made-up answers of a desk. */
export const place: Location = { location: 'at-1', name: '迎检材料', shown: 'D:/迎检材料', kind: 'folder' }

export const stateOf = (state: PackageState['state'], more: Partial<PackageState> = {}): PackageState => ({ package: 'p1', location: place, state, saved: false, ...more }) // prettier-ignore

export function helloOf(packages: PackageState[] = [], more: Partial<Output<'hello'>> = {}): Output<'hello'> {
  return {
    version: '0.1.0',
    platform: 'linux',
    shell: 'browser',
    can: { chooseNatively: false, dropPaths: false, pdf: false },
    settings: { language: 'zh', theme: 'system', masking: 'masked', cache: true, who: '', keepRecents: true },
    checks: [
      { id: 'duplicate-files', family: 'duplicates' },
      { id: 'reused-pictures', family: 'imagery' }
    ],
    packages,
    ...more
  }
}

export const surveyOf = (more: Partial<Survey> = {}): Survey => ({
  files: 12,
  bytes: 34_000,
  complete: true,
  kinds: [{ kind: 'table', files: 12, bytes: 34_000 }],
  noText: 0,
  encrypted: 0,
  unreadable: 0,
  secret: 0,
  troubles: [],
  guesses: {},
  ...more
})

const share = (trace: number, mixed: number, result: number, unknown: number): Share => ({
  trace, mixed, result, unknown, outside: 1,
  share: (trace + mixed / 2) / (trace + mixed + result),
  low: trace / (trace + mixed + result + unknown),
  high: (trace + mixed + unknown) / (trace + mixed + result + unknown)
}) // prettier-ignore

export function overviewOf(more: Partial<Overview> = {}): Overview {
  return {
    audit: {
      tool: { name: 'henshi', version: '0.1.0', lexicon: '1' },
      settings: {},
      package: { name: '迎检材料', sha256: 'a'.repeat(64), unit: '栗岭镇' },
      accounting: { found: 20, read: 17, partly: 1, unread: 2, listed: 0 },
      balance: {
        activities: { result: 4, trace: 7, undetermined: 1 },
        determinable: true,
        files: share(6, 2, 3, 1),
        entries: share(10, 0, 30, 0),
        characters: share(500, 100, 400, 0),
        embeddedPictures: share(0, 0, 0, 0),
        purposes: {
          files: { required: 2, demanded: 3, avoidable: 1 },
          entries: { required: 4, demanded: 5, avoidable: 1 }
        },
        repeated: { files: 1, entries: 2 }
      },
      verdicts: [
        { check: 'duplicate-files', answer: 'found', findings: 5, coverage: { looked: 19, lookable: 20 } }
      ],
      run: { startedAt: '2024-05-03T10:00:00', seconds: 3, jobs: 2, timings: {} }
    },
    saved: false,
    secret: 0,
    findings: {
      total: 5,
      byFamily: { duplicates: 5 },
      byOwner: { unit: 4, asker: 1 },
      byStrength: { strong: 2, moderate: 2, weak: 1 },
      byDecision: { open: 5 },
      byCheck: { 'duplicate-files': 5 }
    },
    materials: { total: 20, byClass: {}, byStatus: {}, byKind: {}, byPurpose: {} },
    timeline: [],
    sessions: [],
    declarations: [],
    overrules: 0,
    ...more
  }
}
