import { strip, resave } from './evasion-metadata.mjs'
import { flat, neutralNames, nestedZips, renameFolder, renameFolders, renameTrace } from './evasion-names.mjs'
import { mergeFiles, splitFiles } from './evasion-pieces.mjs'
import { scanning } from './evasion-scanning.mjs'
import { filler, stuffing } from './evasion-stuffing.mjs'
import { rewriteDates, scatterNames, shuffleRows, swapNames, translateUnits } from './evasion-wording.mjs'

/**
 * What a clerk may do to a package before it is looked at. Each takes the files `{ path, bytes, from }` of a
 * package and `{ truth, seed, writeScan, makeDocument, pdfText }` and gives the files after it, with how many
 * were eligible. `firstLine`: most points the first line may move; `classes`: the least share of classes that stay.
 */
export const TRANSFORMS = [
  { id: 'rename-files', apply: renameTrace, firstLine: 2 },
  { id: 'rename-folder', apply: renameFolder, firstLine: 2 },
  { id: 'rename-folders', apply: renameFolders, firstLine: 2 },
  { id: 'split', apply: splitFiles, firstLine: 2 },
  { id: 'merge', apply: mergeFiles, firstLine: 2 },
  { id: 'stuffing', apply: stuffing, firstLine: 2 },
  { id: 'scanning', apply: scanning },
  { id: 'strip-metadata', apply: strip },
  { id: 're-save', apply: resave },
  { id: 'shuffle-rows', apply: shuffleRows },
  { id: 'swap-names', apply: swapNames },
  { id: 'scatter-names', apply: scatterNames },
  { id: 'translate-units', apply: translateUnits },
  { id: 'filler', apply: filler },
  { id: 'neutral-names', apply: neutralNames, classes: 0.95 },
  { id: 'rewrite-dates', apply: rewriteDates },
  { id: 'flat', apply: flat },
  { id: 'nested-zips', apply: nestedZips }
]
