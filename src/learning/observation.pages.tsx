/** What was seen on a mobility: written down on the spot, read and changed later. */
import { Hono } from 'hono'
import type { Acting } from '../platform/actor.ts'
import { ButtonLink } from '../platform/parts/button.tsx'
import { Split } from '../platform/parts/layout.tsx'
import { Card } from '../platform/parts/surface.tsx'
import { formOf, leaveNotice, noteArrival, page, type PageContext, type PageEnv } from '../platform/web.tsx'
import { carries, mobilityHref, observationHref, onMobility, onObservation } from './about-mobility.tsx'
import { readDraft, Unfinished } from './draft.form.tsx'
import { addDraft, draftsOf } from './draft.store.ts'
import { draftWords } from './draft.words.ts'
import { addObservation, changeObservation, observationsOf } from './mobility.store.ts'
import type { Mobility, Observation } from './mobility.ts'
import {
  nothingSeen,
  ObservationForm,
  observationTyped,
  readObservation,
  type ObservationErrors,
  type ObservationTyped,
} from './observation.form.tsx'
import { methodsOf, versionsOf } from './method.store.ts'
import { outcomesSeen } from './participation.store.ts'
import { Seen, SeenFacts } from './observation.part.tsx'
import { observationWords } from './observation.words.ts'
import { threadPart } from './thread.part.tsx'

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
    const { locale } = c.var
    const expected = await outcomesSeen(act, mobility.id)
    if (values.draft) {
      const { typed, errors, draft } = readDraft(locale, values, expected)
      if (!draft) return formPage(c, act, mobility, null, typed, errors)
      await addDraft(act, mobility.id, draft)
      noteArrival(c)
      leaveNotice(c, draftWords(locale).kept)
      return c.redirect(mobilityHref(mobility), 303)
    }
    const { typed, errors, observation } = readObservation(locale, values, mobility, act.today, expected)
    if (!observation) return formPage(c, act, mobility, null, typed, errors)
    await addObservation(act, mobility.id, observation)
    noteArrival(c)
    leaveNotice(c, observationWords(c.var.locale).saved)
    return c.redirect(mobilityHref(mobility), 303)
  })
})

observationPages.get('/observations/:id', (c) =>
  onObservation(c, (act, observation, mobility) => onePage(c, act, observation, mobility)),
)

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
    noteArrival(c)
    leaveNotice(c, observationWords(c.var.locale).saved)
    return c.redirect(observationHref(before), 303)
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
      back: before
        ? { href: observationHref(before), label: say.one }
        : { href: mobilityHref(mobility), label: mobility.title },
    },
    <>
      {!before && <Unfinished locale={locale} drafts={await draftsOf(act, mobility.id)} />}
      <ObservationForm
        locale={locale}
        action={before ? observationHref(before, 'change') : mobilityHref(mobility, 'observations/new')}
        typed={typed}
        errors={errors}
        expected={await outcomesSeen(act, mobility.id)}
        mayWait={!before}
      />
    </>,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}

async function onePage(c: PageContext, act: Acting, observation: Observation, mobility: Mobility) {
  const { locale } = c.var
  const say = observationWords(locale)
  const method = (await methodsOf(act)).find(({ id }) => id === observation.methodId)
  return page(
    c,
    {
      title: say.one,
      over: mobility.title,
      back: { href: mobilityHref(mobility), label: mobility.title },
      actions: carries(act) ? (
        <ButtonLink href={observationHref(observation, 'change')} kind="line">
          {say.changeShort}
        </ButtonLink>
      ) : undefined,
    },
    <>
      <Split
        aside={
          <Card>
            <SeenFacts
              locale={locale}
              observation={observation}
              mobility={mobility}
              expected={await outcomesSeen(act, mobility.id)}
              became={method ? { method, version: (await versionsOf(act, method.id))[0] } : null}
            />
          </Card>
        }
      >
        <Seen locale={locale} observation={observation} />
      </Split>
      {await threadPart(act, locale, observation.id)}
    </>,
  )
}
