import type { Share } from '../model/audit.ts'

/** 77.3 %; a dash where there is nothing to divide. */
export function percent(value: number | null): string {
  return value === null ? '—' : `${Math.round(value * 1000) / 10} %`
}

export function range({ low, high }: Share): string {
  return low === null || high === null ? '—' : `${percent(low)} – ${percent(high)}`
}

export const SHARE_KEYS = ['trace', 'mixed', 'result', 'unknown'] as const
export const PURPOSE_KEYS = ['required', 'demanded', 'avoidable'] as const
