import type { CheckWords } from '../check-words.ts'

/** Words by check id. */
export const CHECK_WORDS: Record<string, CheckWords> = {}
