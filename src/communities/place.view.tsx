/** The pieces of one place's page. */
import { isBefore } from '../platform/day.ts'
import { Acts, ButtonLink, PostButton } from '../platform/parts/button.tsx'
import { SummaryList, type Fact } from '../platform/parts/summary-list.tsx'
import { Card, Note, Plain } from '../platform/parts/surface.tsx'
import { partWords } from '../platform/parts/parts.words.ts'
import { Times } from '../platform/parts/times.tsx'
import { dayAndMonth, numericDay } from '../platform/words.dates.ts'
import type { Locale } from '../platform/words.ts'
import { communityWords } from './community.words.ts'
import { FreeCell } from './place.cells.tsx'
import { placeHref } from './place.one.tsx'
import { placePageWords } from './place.page.words.ts'
import { whenWords } from './place-schedule.words.ts'
import { freeBetween, takenByDate, toConfirm, type Place } from './place.ts'
import type { PlaceView } from './place.view.pages.tsx'
import { locationViewWords } from './location.view.words.ts'
import { placeViewWords } from './place.view.words.ts'
import { placeWords } from './place.words.ts'

/** One press where nothing has changed: that is all most visits of a contact person are for. */
export function Confirming({ locale, community, place, today }: PlaceView) {
  const say = placePageWords(locale)
  if (place.state === 'closed') return <Note>{say.closedTag}</Note>
  const old = toConfirm(place, today)
  const { confirmedOn } = place
  return (
    <Card title={say.confirmTitle}>
      <p>
        {confirmedOn ? say.confirmedOn(dayAndMonth(locale, confirmedOn)) : say.neverConfirmed}
        {old && confirmedOn && ` ${say.confirmOld}`}
      </p>
      <Acts>
        <PostButton action={placeHref(community, place, 'confirm')} kind={old ? 'act' : 'soft'} icon="check">
          {say.confirm}
        </PostButton>
        <ButtonLink href={placeHref(community, place, 'change')} kind="line" icon="pencil">
          {say.change}
        </ButtonLink>
      </Acts>
    </Card>
  )
}

export function FactsCard({ locale, place, today, where }: PlaceView) {
  const words = placeWords(locale)
  const say = placeViewWords(locale)
  const facts: Fact[] = [
    { label: words.when, value: whenWords(locale, place.schedule, today) },
    ...seasonOf(locale, place),
    ...(where === null ? [] : [{ label: locationViewWords(locale).where, value: where }]),
    {
      label: say.languages,
      value: place.languages.map((one) => communityWords(locale).languages[one]).join(', '),
    },
    // What nobody has said is a question to ask, and not a no.
    {
      label: say.access,
      value: place.access.length > 0 ? listed(place.access.map((one) => words.access[one])) : say.notSaid,
    },
    ...(place.features.length > 0
      ? [{ label: say.features, value: listed(place.features.map((one) => words.features[one])) }]
      : []),
    { label: say.cost, value: costWords(locale, place) },
    ...(place.minimum > 1 ? [{ label: say.minimum, value: say.people(place.minimum) }] : []),
    ...(place.rules === ''
      ? []
      : [{ label: say.rules, value: <span class="as-written">{place.rules}</span> }]),
  ]
  return (
    <Card title={say.about}>
      {place.what !== '' && <p class="as-written">{place.what}</p>}
      <SummaryList locale={locale} facts={facts} />
    </Card>
  )
}

const listed = (texts: string[]) =>
  texts.map((text, place) => (place === 0 ? text : text.charAt(0).toLowerCase() + text.slice(1))).join(', ')

function seasonOf(locale: Locale, { startsOn, endsOn }: Place): Fact[] {
  const say = placeViewWords(locale)
  const from = startsOn ? say.seasonFrom(numericDay(locale, startsOn)) : ''
  const to = endsOn ? say.seasonTo(numericDay(locale, endsOn)) : ''
  return from || to ? [{ label: say.season, value: [from, to].filter(Boolean).join(' ') }] : []
}

function costWords(locale: Locale, { costCents, costNote }: Place): string {
  const cost =
    costCents === null
      ? placeViewWords(locale).free
      : new Intl.NumberFormat(locale, {
          style: 'currency',
          currency: 'EUR',
          minimumFractionDigits: costCents % 100 === 0 ? 0 : 2,
        }).format(costCents / 100)
  return costNote === '' ? cost : `${cost}, ${costNote}`
}

/** How much is free from which day on; with the numbers alone, and never by whom it is taken. */
export function FreeCard({ locale, place, taken, today }: PlaceView) {
  const say = placeViewWords(locale)
  const { startsOn, endsOn, total } = place
  const begins = startsOn && isBefore(today, startsOn) ? startsOn : today
  const turns = takenByDate(taken, begins).filter(({ from }) => !endsOn || !isBefore(endsOn, from))
  const lasts = freeBetween(total, taken, begins, endsOn) !== total - (turns[0]?.taken ?? 0)
  return (
    <Card title={say.freeTitle}>
      <p>
        <FreeCell locale={locale} place={place} taken={taken} today={today} />
      </p>
      {place.state === 'open' && (turns.length > 1 || lasts) && (
        <Times
          items={turns.map(({ from, taken }) => ({
            when: from.equals(today) ? say.today : numericDay(locale, from),
            datetime: from.toString(),
            text: partWords(locale).freeOf(Math.max(0, total - taken), total),
          }))}
        />
      )}
    </Card>
  )
}

/** What is only for the community and for those who arrange a stay. */
export function Care({ locale, contact }: PlaceView) {
  const say = placePageWords(locale).care
  const facts: Fact[] = (['buddy', 'trouble', 'call'] as const).flatMap((name) => {
    const value = contact?.[name]
    return value ? [{ label: say[name], value: <span class="as-written">{value}</span> }] : []
  })
  return (
    <Plain title={say.title}>
      {facts.length === 0 ? <p>{say.none}</p> : <SummaryList locale={locale} facts={facts} />}
    </Plain>
  )
}

export function Turning({ locale, community, place }: PlaceView) {
  const say = placePageWords(locale)
  const open = place.state === 'open'
  return (
    <Plain title={open ? say.close : say.open}>
      {open && <p>{say.closeText}</p>}
      <Acts>
        <PostButton
          action={placeHref(community, place, 'state')}
          fields={{ state: open ? 'closed' : 'open' }}
          kind="line"
        >
          {open ? say.close : say.open}
        </PostButton>
        {!open && (
          <ButtonLink href={placeHref(community, place, 'change')} kind="line" icon="pencil">
            {say.change}
          </ButtonLink>
        )}
      </Acts>
    </Plain>
  )
}
