/** What a check's findings say. Templates take `{word}`; words are neutral: observed and claimed, never a verdict on a person. */
export interface CheckText {
  /** Name of the check, a noun phrase. */
  title: string
  /** One per message code: a full sentence with counts. */
  messages: Record<string, string>
  /** One per indication code: a short clause. */
  indications: Record<string, string>
  /** One per reason code of `undecided` or `notApplicable`. */
  reasons: Record<string, string>
  /** Innocent readings. */
  innocent: readonly string[]
  /** What would clear it. */
  clear: readonly string[]
}

export interface CheckWords {
  zh: CheckText
  en: CheckText
}
