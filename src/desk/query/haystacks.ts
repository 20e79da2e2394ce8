import type { Audit, Finding } from '../../model/audit.ts'
import { wordsOf, type Words } from '../../words/index.ts'

/** Paths of one finding that are searched; a group of thousands lies in few folders. */
const MOST_PATHS = 200

/** What can be searched, in lower case: made when first asked for, or beforehand while nothing else is to do. */
export class Haystacks {
  private readonly findings: (string | undefined)[] = []
  private readonly materials: (string | undefined)[] = []
  private readonly languages: readonly Words[] = [wordsOf('zh'), wordsOf('en')]

  constructor(private readonly audit: Audit) {}

  finding(index: number): string {
    return (this.findings[index] ??= this.textOf(this.audit.findings[index]!))
  }

  material(index: number): string {
    return (this.materials[index] ??= this.audit.materials[index]!.path.toLowerCase())
  }

  /** Makes up to `most` that are missing; false when all are there. */
  warm(most: number): boolean {
    let made = 0
    for (let index = 0; index < this.audit.findings.length && made < most; index++) {
      if (this.findings[index] !== undefined) continue
      this.finding(index)
      made++
    }
    return made > 0
  }

  private textOf(finding: Finding): string {
    const said = this.languages.map(words => {
      try {
        return `${words.finding(finding)}\n${words.check(finding.check).title}`
      } catch {
        return finding.check // a check of a later version, without words here
      }
    })
    const paths = new Set(finding.places.slice(0, MOST_PATHS).map(({ path }) => path))
    return [...said, ...paths].join('\n').toLowerCase()
  }
}

/** Every word of a search has to be there. */
export function needlesOf(search: string | undefined): string[] {
  return (search ?? '').toLowerCase().split(/\s+/u).filter(Boolean)
}

export function holds(haystack: string, needles: readonly string[]): boolean {
  return needles.every(needle => haystack.includes(needle))
}
