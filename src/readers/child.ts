import type { ChildStart, ExtraReaders } from '../isolation/start.ts'
import { catalogue } from './catalogue.ts'
import { serve } from './serve.ts'

// Entry of the reading child. Everything about a stranger's bytes happens here.
const start = JSON.parse(process.argv[2] ?? '{}') as ChildStart
const extra = start.extra
  ? ((await import(/* @vite-ignore */ start.extra)) as { default: ExtraReaders }).default
  : undefined
serve(start, catalogue, extra)
