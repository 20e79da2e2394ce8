import type { Component } from 'vue'
import type { Finding } from '../../../src/model/audit.ts'
import FilesPane from './FilesPane.vue'
import MessagesPane from './MessagesPane.vue'
import PicturesPane from './PicturesPane.vue'
import RowsPane from './RowsPane.vue'
import SessionPane from './SessionPane.vue'
import TextsPane from './TextsPane.vue'
import { datedOf } from './time-axis.ts'

/** One way to show a finding's evidence. A pane takes `PaneProps` and may emit `PaneEmits`. */
export interface Pane {
  id: string
  /** Key of the phrase that names it. */
  title: string
  component: Component
  /** Whether it has something to show of this finding. */
  shows: (finding: Finding) => boolean
}

const ofKind =
  (kind: string): Pane['shows'] =>
  ({ detail }) =>
    detail.kind === kind

const panes: Pane[] = [
  { id: 'rows', title: 'evidence.rows', component: RowsPane, shows: ofKind('rows') },
  { id: 'pictures', title: 'evidence.pictures', component: PicturesPane, shows: ofKind('pictures') },
  { id: 'texts', title: 'evidence.texts', component: TextsPane, shows: ofKind('texts') },
  { id: 'messages', title: 'evidence.messages', component: MessagesPane, shows: ofKind('messages') },
  { id: 'files', title: 'evidence.files', component: FilesPane, shows: ofKind('files') },
  {
    id: 'session',
    title: 'evidence.session',
    component: SessionPane,
    shows: finding =>
      datedOf(finding).some(({ claimed, taken }) => claimed !== undefined && taken !== undefined)
  }
]

/** Panes for a finding, the first shown first. */
export function panesFor(finding: Finding): Pane[] {
  return panes.filter(({ shows }) => shows(finding))
}

/** Adds a pane for a kind of evidence to come; one with a known id takes its place. */
export function addPane(pane: Pane): void {
  const at = panes.findIndex(({ id }) => id === pane.id)
  if (at < 0) panes.push(pane)
  else panes[at] = pane
}
