/** Times of a day as people write them, and as they are kept: `HH:MM`, where the community is. */

/** `9`, `9.30`, `09:30` → `09:30`; null where it is no time of day. */
export function readTime(text: string): string | null {
  const [, hours, minutes = '00'] = /^(\d{1,2})(?:[.:](\d{2}))?$/.exec(text.trim()) ?? []
  if (hours === undefined || Number(hours) > 23 || Number(minutes) > 59) return null
  return `${hours.padStart(2, '0')}:${minutes}`
}
