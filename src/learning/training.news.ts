/** What somebody is told about the trainings they come to: that a day is cancelled, that a seat has become theirs, and that months later they are asked what they use. */
import { Temporal, type Moment } from '../platform/day.ts'
import { written } from '../platform/mail.layout.tsx'
import type { Locale } from '../platform/words.ts'
import { sessionHref, sessionWhen, trainingHref } from './training.part.tsx'
import { trainingNewsWords } from './training.news.words.ts'
import type { Signup, TrainingSession } from './training.ts'

export type TrainingNews = 'cancelled' | 'moved-up' | 'asked'

/** It says when, and neither what is taught nor where: both may tell what this house is for. */
export function newsMail(locale: Locale, what: TrainingNews, session: TrainingSession, url: string) {
  const say = trainingNewsWords(locale)
  return written(locale, {
    subject: say.mail[what].subject,
    blocks: [
      say.mail[what].text,
      sessionWhen(locale, session),
      say.mail[what].more,
      {
        label: say.mail[what].open,
        href: url + (what === 'cancelled' ? trainingHref(session.trainingId) : sessionHref(session)),
      },
    ],
    why: { text: say.mail.why },
  })
}

type InLine = Pick<Signup, 'number' | 'signedAt' | 'withdrawnAt'>

/**
 * When somebody who had to wait got a seat, because others before them withdrew; null where they never waited or still do.
 *
 * @param line everybody who ever signed up
 */
export function movedUpAt(line: readonly InLine[], seats: number | null, own: InLine): Moment | null {
  if (seats === null) return null
  const isLater = (moment: Moment | null) =>
    moment !== null && Temporal.Instant.compare(moment, own.signedAt) > 0
  const before = line.filter(
    ({ number, withdrawnAt }) => number < own.number && (withdrawnAt === null || isLater(withdrawnAt)),
  )
  // So many of those before them had to go.
  const toGo = before.length - seats + 1
  if (toGo < 1) return null
  const gone = before
    .flatMap(({ withdrawnAt }) => withdrawnAt ?? [])
    .toSorted((one, other) => Temporal.Instant.compare(one, other))
  return gone[toGo - 1] ?? null
}
