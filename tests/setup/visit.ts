/**
 * A browser without JavaScript: keeps its cookies, follows redirects, sends forms with their hidden fields. For journeys through pages
 * by `house.request`.
 */
import type { House } from './house.ts'

export type Visit = {
  /** The cookies it has, as a header. */
  cookie(): string
  /** Puts a cookie header into it, such as that of `house.signIn`. */
  take(cookie: string): void
  get(path: string): Promise<Seen>
  post(path: string, form: Record<string, string>): Promise<Seen>
}

/** Where it ended after all redirects. */
export type Seen = { path: string; status: number; text: string; response: Response }

export function openVisit(house: House, { headers = {} }: { headers?: Record<string, string> } = {}): Visit {
  const cookies = new Map<string, string>()
  async function ask(path: string, form?: Record<string, string>, redirects = 0): Promise<Seen> {
    if (redirects > 10) throw new Error(`redirected in a circle: ${path}`)
    const response = await house.request(path, {
      as: { cookie: cookie() },
      form,
      headers,
    })
    for (const line of response.headers.getSetCookie()) {
      const [pair = '', ...look] = line.split(';').map((part) => part.trim())
      const [name = '', value = ''] = pair.split('=')
      if (look.some((part) => part.toLowerCase() === 'max-age=0')) cookies.delete(name)
      else cookies.set(name, value)
    }
    const onward = response.headers.get('location')
    if (onward?.startsWith('/')) return ask(onward, undefined, redirects + 1)
    return { path: onward ?? path, status: response.status, text: await response.text(), response }
  }
  function cookie(): string {
    return [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }
  return {
    cookie,
    take(header) {
      for (const pair of header.split('; ')) {
        const [name = '', value = ''] = pair.split('=')
        cookies.set(name, value)
      }
    },
    get: (path) => ask(path),
    post: (path, form) => ask(path, form),
  }
}
