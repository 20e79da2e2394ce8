import type { Check } from './define.ts'

/** In the order of the report. */
export const CHECKS: readonly Check[] = []
