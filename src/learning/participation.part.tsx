/** Who took part: their piece of the mobility's page, and for whoever took part, their own mobilities and what waits there for their word. */
import type { Acting } from '../platform/actor.ts'
import type { Day } from '../platform/day.ts'
import { Card, LinkList, Plain } from '../platform/parts/surface.tsx'
import type { DayNotice } from '../platform/room.ts'
import type { Locale } from '../platform/words.ts'
import { leads, mobilityHref, periodOf } from './about-mobility.tsx'
import { confirmedText, namesOf, participationHref } from './about-participation.ts'
import type { Mobility } from './mobility.ts'
import { observationWords } from './observation.words.ts'
import { participationsOf } from './participation.store.ts'
import { isUnderWay, waitsForConfirming, type OwnParticipation } from './participation.ts'
import { participationWords } from './participation.words.ts'

/** What is over and not confirmed, as notices above one's day. */
export function overNotices(locale: Locale, own: readonly OwnParticipation[], today: Day): DayNotice[] {
  const say = participationWords(locale)
  return own
    .filter((one) => waitsForConfirming(one, today))
    .map((one) => ({
      text: say.over(one.title),
      action: { label: say.overDo, href: participationHref(one) },
    }))
}

/** What is under way, for whoever writes down what they see there. */
export function underWayNotices(locale: Locale, own: readonly OwnParticipation[], today: Day): DayNotice[] {
  return own
    .filter((one) => isUnderWay(one, today))
    .map(({ mobilityId, title }) => ({
      text: participationWords(locale).underWay(title),
      action: {
        label: observationWords(locale).add,
        href: mobilityHref({ id: mobilityId }, 'observations/new'),
      },
    }))
}

/** The mobilities of whoever looks; nothing where they were on none. */
export function OwnParticipations({ locale, own }: { locale: Locale; own: readonly OwnParticipation[] }) {
  if (own.length === 0) return null
  return (
    <Card title={participationWords(locale).listed}>
      <LinkList
        items={own.map((one) => ({
          href: participationHref(one),
          label: `${one.title}, ${periodOf(locale, one)}`,
        }))}
      />
    </Card>
  )
}

/** Whoever took part sees themself alone; nothing where there is nobody to see. */
export async function participantsPart(act: Acting, locale: Locale, mobility: Mobility) {
  const say = participationWords(locale)
  const all = await participationsOf(act, mobility.id)
  if (all.length === 0 && !leads(act)) return null
  const names = await namesOf(act, all)
  return (
    <Plain title={leads(act) ? say.title : say.own}>
      {all.length === 0 && <p>{say.none}</p>}
      {all.map((one) => (
        <p>
          <a href={participationHref(one)}>{names.get(one.id)}</a>
          <br />
          <small>{confirmedText(locale, one)}</small>
        </p>
      ))}
      {leads(act) && (
        <>
          <p>
            <a href={mobilityHref(mobility, 'participations/new')}>{say.add}</a>
          </p>
          <p>
            <a href={mobilityHref(mobility, 'programme')}>{say.programme}</a>
          </p>
          <p>
            <a href={mobilityHref(mobility, 'texts')}>{say.texts}</a>
          </p>
        </>
      )}
    </Plain>
  )
}
