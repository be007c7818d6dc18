/**
 * Where a form may lead next: a path of our own, with its query, or `null`. An address that browsers would read as another host
 * (`//host`, `/\host`, one with control characters) is none.
 *
 * @example ownPath('/people/K7-42') // '/people/K7-42'
 */
export function ownPath(text: string | undefined): string | null {
  if (text === undefined || !/^\/(?![/\\])[^\\\p{Cc}\s]*$/u.test(text) || text.length > 500) return null
  const base = 'http://own.invalid'
  if (!URL.canParse(text, base)) return null
  const url = new URL(text, base)
  // Dots may have folded into what they were not: /x/..//host.
  if (url.origin !== base || url.pathname.startsWith('//')) return null
  return url.pathname + url.search
}
