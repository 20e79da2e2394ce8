import type { z } from 'zod'
import type { Contract, MethodName } from '../contract.ts'

/** Methods as the desk has them: what comes in was checked, defaults filled in. */
export type Methods<M extends MethodName> = {
  [N in M]: (input: z.output<Contract[N]['input']>) => Promise<z.output<Contract[N]['output']>>
}
