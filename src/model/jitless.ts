import { z } from 'zod'

/**
 * Schemas are checked without generated code, which the window's policy forbids. A schema looks at this when it is
 * built, so every file that builds one imports this file before anything else.
 */
z.config({ jitless: true })
