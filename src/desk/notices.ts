/** What stands above the lists of My day: who is away, who stands in, who is offered to whom. */
import { absenceContent } from '../access/absence.content.ts'
import { covers } from '../access/absence.ts'
import { absencesFrom, awayOn } from '../access/absence.store.ts'
import { accountNames } from '../access/account.store.ts'
import { movesOf, type Move } from '../people/move.store.ts'
import { isForgotten } from '../people/move.ts'
import type { Acting } from '../platform/actor.ts'
import { daysBetween } from '../platform/day.ts'
import type { DayNotice, Room } from '../platform/room.ts'
import type { Locale } from '../platform/words.ts'
import { fromDay, spanInSentence, untilInSentence } from './span.words.ts'
import { leftAlone } from './move.choose.ts'
import { noticeWords } from './notices.words.ts'

/** So many days ahead a substitute is told. */
const daysAhead = 7
/** For so many days a giver is told of an answer. */
const daysTold = 3

export async function readNotices(act: Acting, below: readonly Room[], locale: Locale): Promise<DayNotice[]> {
  const notices = [
    ...(await ofLead(act, locale)),
    ...(await ofAbsences(act, locale)),
    ...(await ofMoves(act, locale)),
  ]
  for (const room of below) notices.push(...((await room.notices?.(act, locale)) ?? []))
  return notices
}

async function ofLead(act: Acting, locale: Locale): Promise<DayNotice[]> {
  if (act.actor.role !== 'lead') return []
  const say = noticeWords(locale)
  const noticed = [...(await awayOn(act, act.today))].filter(([, { why }]) => why === 'noticed')
  const names = await accountNames(
    act,
    noticed.map(([id]) => id),
  )
  const alone = await leftAlone(act)
  const { moveAnsweredWithinDays: moveDays } = absenceContent()
  const forgotten = (await movesOf(act, 'open')).filter(({ offeredOn }) =>
    isForgotten(offeredOn, act.today, { moveDays }),
  )
  return [
    ...noticed.map(([id, { from }]) => ({
      text: say.noticed(names.get(id) ?? '', fromDay(locale, from, act.today)),
      action: { label: say.noticedDo, href: '/away#noticed' },
    })),
    ...(alone > 0
      ? [{ text: say.alone(alone), action: { label: say.aloneDo, href: '/moves/new?from=none' } }]
      : []),
    ...(forgotten.length > 0
      ? [
          {
            text: say.forgotten(forgotten.length, moveDays),
            action: { label: say.forgottenDo, href: '/moves' },
          },
        ]
      : []),
  ]
}

async function ofAbsences(act: Acting, locale: Locale): Promise<DayNotice[]> {
  const say = noticeWords(locale)
  const own = act.actor.accountId
  const absences = (await absencesFrom(act, act.today)).filter(
    ({ why, accountId, substituteId }) => why === 'said' && (accountId === own || substituteId === own),
  )
  const names = await accountNames(
    act,
    absences.map(({ accountId }) => accountId),
  )
  return absences.flatMap((absence): DayNotice[] => {
    const now = covers(absence, act.today)
    if (absence.accountId === own) {
      if (!now) return []
      const span = absence.until
        ? untilInSentence(locale, absence.until)
        : spanInSentence(locale, absence, act.today)
      return [{ text: say.away(span), action: { label: say.awayDo, href: `/away/${absence.id}` } }]
    }
    const name = names.get(absence.accountId) ?? ''
    if (now) {
      // A lead has everybody in the list anyway, and finds a coordinator's people there.
      const href = `/people?coordinator=${absence.accountId}`
      return [
        {
          text: say.covering(name, untilInSentence(locale, absence.until)),
          action: { label: say.coveringDo, href },
        },
      ]
    }
    if (daysBetween(act.today, absence.from) > daysAhead) return []
    return [
      {
        text: say.coveringSoon(name, spanInSentence(locale, absence, act.today)),
        action: { label: say.coveringSoonDo, href: '/away' },
      },
    ]
  })
}

async function ofMoves(act: Acting, locale: Locale): Promise<DayNotice[]> {
  if (act.actor.role !== 'coordinator') return []
  const say = noticeWords(locale)
  const own = act.actor.accountId
  const moves = await movesOf(act, { since: act.today.subtract({ days: 30 }) })
  const names = await accountNames(
    act,
    moves.flatMap(({ fromId, toId }) => [toId, fromId ?? toId]),
  )
  const taken = ({ people }: Move) => people.filter(({ state }) => state === 'accepted').length
  return moves.flatMap((move): DayNotice[] => {
    const href = `/moves/${move.id}`
    if (move.toId === own && move.state === 'offered') {
      const count = move.people.length
      const text = move.fromId ? say.offered(names.get(move.fromId) ?? '', count) : say.offeredAlone(count)
      return [{ text, action: { label: say.offeredDo, href } }]
    }
    const answered = move.decidedOn !== null && daysBetween(move.decidedOn, act.today) < daysTold
    if (move.fromId === own && answered && (move.state === 'accepted' || move.state === 'declined')) {
      const text = say.answered(names.get(move.toId) ?? '', taken(move), move.people.length)
      return [{ text, action: { label: say.answeredDo, href } }]
    }
    return []
  })
}
