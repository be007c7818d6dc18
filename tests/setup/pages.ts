/** What a page offers: the addresses it leads to and the forms it has, filled in as somebody in a hurry would. */

export type OfferedForm = { action: string; method: 'GET' | 'POST'; fields: Record<string, string[]> }

/** Addresses of our own that a page leads to, without their query. */
export function linksIn(html: string): string[] {
  const found = [...html.matchAll(/<a\b[^>]*?\shref="(\/[^"#?]*)/g)].map(([, path = '']) => plain(path))
  return [...new Set(found)]
}

/** @param typed what is typed into an empty field of this name */
export function formsIn(html: string, typed = hurriedly): OfferedForm[] {
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].map(([, tag = '', inside = '']) => ({
    action: plain(attribute(tag, 'action') ?? '').replace(/[?#].*/, ''),
    method: attribute(tag, 'method')?.toLowerCase() === 'post' ? 'POST' : 'GET',
    fields: filled(inside, typed),
  }))
}

/** Every choice made with what comes first, every text with a word, every day with one that lies ahead. */
function filled(html: string, typed: (name: string) => string): Record<string, string[]> {
  const fields: Record<string, string[]> = {}
  for (const [, tag = ''] of html.matchAll(/<input\b([^>]*)>/g)) {
    const [name, type] = [attribute(tag, 'name'), attribute(tag, 'type') ?? 'text']
    if (name === null || type === 'file') continue
    const value = plain(attribute(tag, 'value') ?? '')
    if (type === 'radio') fields[name] ??= [value]
    else if (type === 'checkbox') fields[name] = [...(fields[name] ?? []), value]
    else fields[name] = [type === 'hidden' ? value : value || typed(name)]
  }
  for (const [, tag = '', inside = ''] of html.matchAll(/<textarea\b([^>]*)>([^<]*)/g)) {
    const name = attribute(tag, 'name')
    if (name !== null) fields[name] = [plain(inside).trim() || typed(name)]
  }
  for (const [, tag = '', inside = ''] of html.matchAll(/<select\b([^>]*)>([\s\S]*?)<\/select>/g)) {
    const name = attribute(tag, 'name')
    const first = [...inside.matchAll(/<option\b([^>]*)/g)]
      .map(([, option = '']) => attribute(option, 'value'))
      .find(Boolean)
    if (name !== null) fields[name] = [plain(first ?? '')]
  }
  return fields
}

function hurriedly(name: string): string {
  if (name.endsWith('-day')) return '1'
  if (name.endsWith('-month')) return '12'
  if (name.endsWith('-year')) return '2026'
  return name === 'email' ? 'uus@esimene.test' : 'Sõna'
}

function attribute(tag: string, name: string): string | null {
  return new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(tag)?.[1] ?? null
}

function plain(text: string): string {
  const letters: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }
  return text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => letters[name] ?? '')
}
