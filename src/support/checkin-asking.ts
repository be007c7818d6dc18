/** What a message says that asks for a check-in. */
import { written } from '../platform/mail.layout.tsx'
import type { Locale } from '../platform/words.ts'
import { askingWords } from './checkin-asking.words.ts'

/** `again`: the reminder on the last day. `own`: the link leads to the person's own page, where they sign in. */
export type Ask = { link: string; again: boolean; own: boolean; longer: boolean }

export function askingMail(locale: Locale, ask: Ask): { subject: string; text: string; html: string } {
  const say = askingWords(locale)
  return written(locale, {
    subject: say.subject,
    blocks: [
      ask.again ? say.again : ask.longer ? say.askLonger : say.ask,
      { label: say.open, href: ask.link },
      ask.own ? say.own : say.once,
      say.call,
    ],
    why: { text: say.why },
  })
}

export function askingSms(locale: Locale, { link, again }: Pick<Ask, 'link' | 'again'>): string {
  const say = askingWords(locale)
  return again ? say.smsAgain(link) : say.sms(link)
}
