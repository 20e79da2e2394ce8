import type { Indication } from '../../../src/model/audit.ts'

export const LEVELS = ['against', 'slight', 'some', 'much', 'most'] as const
export type Level = (typeof LEVELS)[number]

/** Weights are log10 likelihood ratios: 1 says ten times likelier. One family never says more than this. */
const FULL = 2

/** How much an indication speaks, in words' order, and the length of its bar, 0 to 1. */
export function weightOf({ weight, impossible }: Pick<Indication, 'weight' | 'impossible'>): {
  level: Level
  length: number
} {
  const length = impossible ? 1 : Math.min(1, Math.abs(weight) / FULL)
  if (impossible) return { level: 'most', length }
  if (weight < 0) return { level: 'against', length }
  if (weight < 0.4) return { level: 'slight', length }
  if (weight < 1) return { level: 'some', length }
  return { level: weight < 1.6 ? 'much' : 'most', length }
}
