/** What was seen on a mobility: as a diary, and written down on the spot. */
import { Hono } from 'hono'
import type { Acting } from '../platform/actor.ts'
import { Acts, Button } from '../platform/parts/button.tsx'
import { Form } from '../platform/parts/form.tsx'
import { Times } from '../platform/parts/times.tsx'
import { formOf, leaveNotice, page, type PageContext, type PageEnv } from '../platform/web.tsx'
import { dayAndMonth } from '../platform/words.dates.ts'
import type { Locale } from '../platform/words.ts'
import { mobilityHref, observationHref, onMobility, onObservation } from './about-mobility.tsx'
import { addObservation, changeObservation, observationsOf } from './mobility.store.ts'
import type { Mobility, Observation } from './mobility.ts'
import {
  nothingSeen,
  ObservationFields,
  observationTyped,
  readObservation,
  type Expected,
  type ObservationErrors,
  type ObservationTyped,
} from './observation.form.tsx'
import { methodHref } from './method.name.ts'
import type { Method } from './method.ts'
import { outcomesSeen } from './participation.store.ts'
import { observationWords } from './observation.words.ts'

export const observationPages = new Hono<PageEnv>()

observationPages.get('/mobilities/:id/observations/new', (c) =>
  onMobility(c, async (act, mobility) => {
    const seen = await observationsOf(act, { mobilityId: mobility.id })
    return formPage(c, act, mobility, null, nothingSeen(mobility, seen, act.today), {})
  }),
)

observationPages.post('/mobilities/:id/observations/new', async (c) => {
  const { values } = await formOf(c)
  return onMobility(c, async (act, mobility) => {
    const { typed, errors, observation } = readObservation(
      c.var.locale,
      values,
      mobility,
      act.today,
      await outcomesSeen(act, mobility.id),
    )
    if (!observation) return formPage(c, act, mobility, null, typed, errors)
    await addObservation(act, mobility.id, observation)
    leaveNotice(c, observationWords(c.var.locale).saved)
    return c.redirect(mobilityHref(mobility), 303)
  })
})

observationPages.get('/observations/:id/change', (c) =>
  onObservation(c, async (act, observation, mobility) =>
    formPage(c, act, mobility, observation, observationTyped(observation), {}),
  ),
)

observationPages.post('/observations/:id/change', async (c) => {
  const { values } = await formOf(c)
  return onObservation(c, async (act, before, mobility) => {
    const { typed, errors, observation } = readObservation(
      c.var.locale,
      values,
      mobility,
      act.today,
      await outcomesSeen(act, mobility.id),
    )
    if (!observation) return formPage(c, act, mobility, before, typed, errors)
    await changeObservation(act, before.id, observation)
    leaveNotice(c, observationWords(c.var.locale).saved)
    return c.redirect(mobilityHref(mobility), 303)
  })
})

async function formPage(
  c: PageContext,
  act: Acting,
  mobility: Mobility,
  before: Observation | null,
  typed: ObservationTyped,
  errors: ObservationErrors,
) {
  const { locale } = c.var
  const say = observationWords(locale)
  return page(
    c,
    {
      title: before ? say.change : say.add,
      over: mobility.title,
      width: 'narrow',
      back: { href: mobilityHref(mobility), label: mobility.title },
    },
    <Form
      locale={locale}
      action={before ? observationHref(before) : mobilityHref(mobility, 'observations/new')}
      errors={errors}
      guard
    >
      <ObservationFields
        locale={locale}
        typed={typed}
        errors={errors}
        expected={await outcomesSeen(act, mobility.id)}
      />
      <Acts>
        <Button>{say.save}</Button>
      </Acts>
    </Form>,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}

/** What was seen, day by day. */
/** @param methods those that something seen became; each observation has its own place on the page, `o-ID`, to which the thread leads */
export function Diary(props: {
  locale: Locale
  seen: readonly Observation[]
  methods: readonly Method[]
  expected: readonly Expected[]
  changes: boolean
}) {
  const { locale, seen, methods, expected, changes } = props
  const hrefOf = (id: string) => methods.flatMap((one) => (one.id === id ? methodHref(one) : []))[0]
  const say = observationWords(locale)
  return (
    <Times
      kind="days"
      items={seen.map((observation) => ({
        when: dayAndMonth(locale, observation.seenOn),
        datetime: observation.seenOn.toString(),
        text: (
          <span class="as-written" id={`o-${observation.id}`}>
            {observation.what}
          </span>
        ),
        sub: (
          <>
            {observation.seenAt}
            {observation.thought !== '' && (
              <>
                <br />
                {say.ours(observation.thought)}
              </>
            )}
            {expected
              .filter(({ id }) => id === observation.outcomeId)
              .map(({ text }) => (
                <>
                  <br />
                  {say.belongs(text)}
                </>
              ))}
            {observation.methodId !== null && (
              <>
                <br />
                <a href={hrefOf(observation.methodId)}>{say.method}</a>
              </>
            )}
            {changes && (
              <>
                <br />
                <a href={observationHref(observation)}>
                  {say.changeShort}
                  <span class="unseen">
                    : {dayAndMonth(locale, observation.seenOn)}, {observation.seenAt}
                  </span>
                </a>
              </>
            )}
          </>
        ),
      }))}
    />
  )
}
