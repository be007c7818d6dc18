/** Somebody with unmistakable words, and how they are found again. */
export const person = {
  name: 'Zjanna Kvaasaritar',
  phone: '+372 5987 6123',
  email: 'zjanna.kvaasaritar@naide.test',
  words: 'vihmakass köögis',
}
export const listed = { name: 'Ülo Kvantiilik', phone: '59876124', email: 'ulo@kvantiilik.test' }

/** What gives somebody away, however it is written: in any case, with other letters for ours, without spaces. */
const canaries = [
  'kvaasaritar',
  'zjanna',
  '59876123',
  'vihmakass',
  'kvantiilik',
  '59876124',
  '19770707',
  '07071977',
]

export function canariesIn(text: string): string[] {
  const plain = text.toLowerCase().replace(/[\s.\-+_/]|%20|%40/g, '')
  return canaries.filter(
    (canary) => plain.includes(canary) || plain.includes(Buffer.from(canary).toString('hex')),
  )
}

/** What is typed into a field of this name. */
export function typed(name: string): string {
  const [, field = '', part] = /^(.*?)(?:-(day|month|year))?$/.exec(name) ?? []
  if (part) {
    const days: Record<string, string> = {
      birthDate: '7 7 1977',
      until: '1 12 2026',
      to: '1 12 2026',
      next: '1 12 2026',
    }
    const [day = '', month = '', year = ''] = (days[field] ?? '20 11 2026').split(' ')
    return { day, month, year }[part] ?? ''
  }
  const own: Record<string, string> = {
    name: person.name,
    phone: person.phone,
    phone2: '+372 5987 6123',
    email: person.email,
    municipality: 'Kehtna vald',
    code: '',
  }
  return own[name] ?? person.words
}
