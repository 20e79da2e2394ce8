import { whatIf } from '../../model/what-if.ts'
import { openExhibits } from '../../store/exhibits.ts'
import { DeskError } from '../desk-error.ts'
import type { DeskState } from '../desk.ts'
import { exhibitsOf } from '../kept.ts'
import { findingView, nextFinding } from '../query/finding-view.ts'
import { findingsPage } from '../query/findings.ts'
import { activitiesPage, indicatorsPage, looksOf, troublesPage } from '../query/lists.ts'
import { materialsPage, materialView } from '../query/materials.ts'
import { overviewOf } from '../query/overview.ts'
import { picturesPage } from '../query/pictures.ts'
import { submissionOf } from '../query/submission.ts'
import { treeOf } from '../query/tree.ts'
import type { Methods } from './table.ts'

type Names =
  | 'overview'
  | 'findings'
  | 'finding'
  | 'next'
  | 'tree'
  | 'materials'
  | 'material'
  | 'activities'
  | 'indicators'
  | 'pictures'
  | 'troubles'
  | 'lookFirst'
  | 'exhibit'
  | 'preview'
  | 'submission'
  | 'whatIf'

const NONE = new Uint8Array(0)

export function resultMethods(desk: DeskState): Methods<Names> {
  const ready = async (id: string) => {
    const { each, opened } = await desk.ready(id)
    return { each, opened, index: opened.index, people: opened.people() }
  }
  return {
    overview: async ({ package: id }) => {
      const { each, index, people } = await ready(id)
      return overviewOf(index, people, each.saved)
    },
    findings: async ({ package: id, ...rest }) => {
      const { index, people } = await ready(id)
      return findingsPage(index, people, rest)
    },
    finding: async ({ package: id, id: finding, query }) => {
      const { index, people } = await ready(id)
      return findingView(index, people, { id: finding, query })
    },
    next: async ({ package: id, ...rest }) => {
      const { index, people } = await ready(id)
      return nextFinding(index, people, rest)
    },
    tree: async ({ package: id, path }) => treeOf((await ready(id)).index, path),
    materials: async ({ package: id, ...rest }) => materialsPage((await ready(id)).index, rest),
    material: async ({ package: id, no }) => {
      const { each, index, people } = await ready(id)
      return materialView(index, people, no, await desk.isHere(each))
    },
    activities: async ({ package: id, ...rest }) => activitiesPage((await ready(id)).index, rest),
    indicators: async ({ package: id, ...rest }) => indicatorsPage((await ready(id)).index, rest),
    pictures: async ({ package: id, ...rest }) => picturesPage((await ready(id)).index, rest),
    troubles: async ({ package: id, ...rest }) => troublesPage((await ready(id)).index, rest),
    lookFirst: async ({ package: id }) => {
      const { index, people } = await ready(id)
      return looksOf(index, people)
    },
    exhibit: async ({ package: id, sha256 }) => {
      const { index } = await ready(id)
      if (index.secretHashes.has(sha256)) return NONE
      return new Uint8Array((await (await openExhibits(exhibitsOf(desk.data, id))).get(sha256)) ?? NONE)
    },
    preview: async ({ package: id, no, size }) => {
      const { each, index } = await ready(id)
      const record = index.audit.materials[no - 1]
      if (!record) throw new DeskError('bad-input', 'no such material')
      if (record.secret || index.secretHashes.has(record.sha256)) throw new DeskError('secret')
      if (!(await desk.isHere(each))) throw new DeskError('not-here')
      if (record.kind !== 'picture') return NONE
      return new Uint8Array(await desk.preview(each, record.path, size))
    },
    submission: async ({ package: id }) => {
      const { index, people } = await ready(id)
      return submissionOf(index, people)
    },
    whatIf: async ({ package: id, leave }) => whatIf((await ready(id)).index.audit, leave)
  }
}
