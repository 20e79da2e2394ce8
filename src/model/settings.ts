import './jitless.ts'
import { z } from 'zod'
import { MASKINGS } from './audit.ts'

/** The program's own settings, nothing of a package. Here because store keeps them and the desk's contract shows them. */

export const LANGUAGES = ['zh', 'en'] as const
export const THEMES = ['system', 'light', 'dark', 'contrast'] as const

export const settings = z.object({
  language: z.enum(LANGUAGES).default('zh'),
  theme: z.enum(THEMES).default('system'),
  masking: z.enum(MASKINGS).default('masked').describe('of exports; the window itself always shows the masked audit'),
  jobs: z.number().int().min(1).max(64).optional(),
  cache: z.boolean().default(true),
  who: z.string().max(60).default('').describe('stands beside decisions'),
  keepRecents: z.boolean().default(true)
}) // prettier-ignore
export type Settings = z.infer<typeof settings>

/** Some of the settings, to be changed alone: without the defaults, which would set all that is not named. */
export const settingsChange = z
  .object({
    language: settings.shape.language.unwrap(),
    theme: settings.shape.theme.unwrap(),
    masking: settings.shape.masking.unwrap(),
    jobs: settings.shape.jobs,
    cache: settings.shape.cache.unwrap(),
    who: settings.shape.who.unwrap(),
    keepRecents: settings.shape.keepRecents.unwrap()
  })
  .partial()
