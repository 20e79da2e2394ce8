import type { Bridge } from '../../src/desk/contract.ts'
import { asDeskError } from './desk-error.ts'

/**
 * What the preload exposes, with rejections as `DeskError`: between the preload's world and the page's only an error's
 * message survives.
 */
export function typedRejections(exposed: Bridge): Bridge {
  const wrapped = Object.entries(exposed).map(([name, method]) => [
    name,
    name === 'on' ? method : (...given: unknown[]) => rejecting(method as Method, given)
  ])
  return Object.fromEntries(wrapped) as Bridge
}

type Method = (...given: unknown[]) => Promise<unknown>

async function rejecting(method: Method, given: unknown[]): Promise<unknown> {
  try {
    return await method(...given)
  } catch (error) {
    throw asDeskError(error)
  }
}
