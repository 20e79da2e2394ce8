import { freemem, availableParallelism } from 'node:os'
import type { JobLimits } from './protocol.ts'

const MiB = 2 ** 20
const GiB = 2 ** 30

/** Ceilings of one run of reading; each can be set lower by a test. */
export interface Limits {
  memory: number // resident bytes of a child
  memoryAlone: number // … when a material is tried a second time, with nothing beside it
  stall: number // milliseconds without a sign of life
  total: number // milliseconds for any material
  totalPerMiB: number // … and for each MiB of it
  totalMost: number
  depth: number // archives inside archives
  members: number // of one container
  packageMembers: number // of all containers together
  packageBytes: number // unpacked from all containers together; less when the disk is small
  jobsPerChild: number
  residentKept: number // a child that holds more after a job is not used again
}

/**
 * Where the numbers come from: 50 ms polls held 512 MiB at 541 (measured), and a retry alone may have three times
 * as much; 30 s of silence is a hang, while twenty minutes of work with signs of life are a large scan; archives
 * nested deeper than five were only ever bombs; 200,000 entries are a year of a county's files.
 */
export const LIMITS: Limits = {
  memory: 512 * MiB,
  memoryAlone: 1536 * MiB,
  stall: 30_000,
  total: 60_000,
  totalPerMiB: 2_000,
  totalMost: 20 * 60_000,
  depth: 5,
  members: 200_000,
  packageMembers: 1_000_000,
  packageBytes: 100 * GiB,
  jobsPerChild: 500,
  residentKept: 256 * MiB
}

export function jobLimits(limits: Limits, bytes: number, alone: boolean, produced: number): JobLimits {
  const total = limits.total + (bytes / MiB) * limits.totalPerMiB
  return {
    memory: alone ? limits.memoryAlone : limits.memory,
    stall: limits.stall,
    total: Math.min(total, limits.totalMost),
    produced,
    members: limits.members
  }
}

/** Children at a time: one core is left to the parent, and each child may come to hold 600 MB. */
export function defaultJobs(): number {
  return Math.max(1, Math.min(availableParallelism() - 1, Math.floor(freemem() / 600e6)))
}

/** Bytes that may be unpacked in all: 5 GiB of the disk stay free, or half of a disk that has less than ten. */
export function unpackable(limits: Limits, freeDisk: number): number {
  return Math.min(limits.packageBytes, Math.max(freeDisk - 5 * GiB, freeDisk / 2))
}
