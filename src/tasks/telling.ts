/** As the mails about what waits are written: to whom, in which language, with the one link. */
import { dayAt, type Moment } from '../platform/day.ts'
import { written } from '../platform/mail.layout.tsx'
import { numericDay, timeOfDay, weekdayDay } from '../platform/words.dates.ts'
import type { Locale } from '../platform/words.ts'
import { waitingOrder, type Digest } from './digest.ts'
import { digestWords } from './digest.words.ts'
import type { Stage } from './urgent.ts'
import { urgentWords } from './urgent.words.ts'

type Place = { url: string; timeZone: string }

const dayPage = (url: string) => `${url}/day`
const whyOf = (say: { why: string; change: string }, url: string) => ({
  text: say.why,
  change: { label: say.change, href: `${url}/account/notifications` },
})

export function digestMail(locale: Locale, { counts, forOthers }: Digest, { url }: Pick<Place, 'url'>) {
  const say = digestWords(locale)
  const lines = waitingOrder.flatMap((what) => {
    const count = counts.get(what) ?? 0
    return count > 0 ? [say.lines[what](count)] : []
  })
  return written(locale, {
    subject: say.subject,
    blocks: [
      say.lead,
      { lines },
      ...(forOthers ? [say.forOthers] : []),
      { label: say.open, href: dayPage(url) },
    ],
    why: whyOf(say, url),
  })
}

export type UrgentNews = { what: Stage; instead: boolean; dueAt: Moment | null }

export function urgentMail(locale: Locale, { what, instead, dueAt }: UrgentNews, { url, timeZone }: Place) {
  const say = urgentWords(locale)
  return written(locale, {
    subject: say.subject[what],
    blocks: [
      say.what[what],
      ...(instead ? [say.instead] : []),
      ...(dueAt
        ? [say.promise(weekdayDay(locale, dayAt(dueAt, timeZone)), timeOfDay(locale, dueAt, timeZone))]
        : []),
      { label: say.open, href: dayPage(url) },
      say.done,
    ],
    why: whyOf(say, url),
  })
}

export function urgentSms(locale: Locale, { what, dueAt }: UrgentNews, { url, timeZone }: Place): string {
  const say = urgentWords(locale)
  return [
    say.sms[what],
    ...(dueAt
      ? [say.smsPromise(numericDay(locale, dayAt(dueAt, timeZone)), timeOfDay(locale, dueAt, timeZone))]
      : []),
    dayPage(url),
  ].join(' ')
}
