/** The person's own clock, YYYY-MM-DDTHH:MM:SS; decisions are dated like anything else here, without a zone. */
export function wallClock(): string {
  const now = new Date()
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 19)
}
