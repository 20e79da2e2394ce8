import type { MethodName } from '../../src/desk/contract.ts'

/** Names only: the contract itself would bring its schemas into the preload. A test holds this to the contract. */
export const METHODS = [
  'hello', 'configure', 'recents', 'forget', 'browse', 'choose', 'sample', 'open', 'close', 'queue', 'survey',
  'surveyed', 'run', 'runAll', 'cancel', 'state', 'overview', 'findings', 'finding', 'next', 'tree', 'materials',
  'material', 'activities', 'indicators', 'pictures', 'troubles', 'lookFirst', 'exhibit', 'preview', 'decide',
  'overrule', 'withdraw', 'declare', 'undeclare', 'undo', 'redo', 'history', 'submission', 'whatIf', 'export',
  'previewReport', 'importAnswers', 'help', 'erase'
] as const satisfies readonly MethodName[] // prettier-ignore
