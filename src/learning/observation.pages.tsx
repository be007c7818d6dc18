/** What was seen on a mobility: written down on the spot, read and changed later. */
import { Hono } from 'hono'
import type { Acting } from '../platform/actor.ts'
import { ButtonLink } from '../platform/parts/button.tsx'
import { Split } from '../platform/parts/layout.tsx'
import { Card } from '../platform/parts/surface.tsx'
import { formOf, leaveNotice, noteArrival, page, type PageContext, type PageEnv } from '../platform/web.tsx'
import { longDay } from '../platform/words.dates.ts'
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
import { isWrong, noPhotos, readPhotos, type SentPhotos } from './photo.form.tsx'
import { addPhotos, photosOf } from './photo.store.ts'
import { outcomesSeen } from './participation.store.ts'
import { Photos, Seen, SeenFacts } from './observation.part.tsx'
import { observationWords } from './observation.words.ts'
import { threadPart } from './thread.part.tsx'

export const observationPages = new Hono<PageEnv>()

observationPages.get('/mobilities/:id/observations/new', (c) =>
  onMobility(c, async (act, mobility) => {
    const seen = await observationsOf(act, { mobilityId: mobility.id })
    return newPage(c, act, mobility, nothingSeen(mobility, seen, act.today))
  }),
)

observationPages.post('/mobilities/:id/observations/new', async (c) => {
  const { locale } = c.var
  const form = await formOf(c)
  const { values } = form
  const sent = await readPhotos(locale, form)
  return onMobility(c, async (act, mobility) => {
    const expected = await outcomesSeen(act, mobility.id)
    if (values.draft) {
      const { typed, errors, draft } = readDraft(locale, values, expected)
      if (!draft || isWrong(sent)) return newPage(c, act, mobility, typed, errors, sent)
      await addPhotosOnce(act, await addDraft(act, mobility.id, draft), sent)
      noteArrival(c)
      leaveNotice(c, draftWords(locale).kept)
      return c.redirect(mobilityHref(mobility), 303)
    }
    const { typed, errors, observation } = readObservation(locale, values, mobility, act.today, expected)
    if (!observation || isWrong(sent)) return newPage(c, act, mobility, typed, errors, sent)
    await addPhotosOnce(act, await addObservation(act, mobility.id, observation), sent)
    noteArrival(c)
    leaveNotice(c, observationWords(locale).saved)
    return c.redirect(mobilityHref(mobility), 303)
  })
})

observationPages.get('/observations/:id', (c) =>
  onObservation(c, (act, observation, mobility) => onePage(c, act, observation, mobility)),
)

observationPages.get('/observations/:id/change', (c) =>
  onObservation(c, async (act, observation, mobility) =>
    changePage(c, act, mobility, observation, observationTyped(observation), {}),
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
    if (!observation) return changePage(c, act, mobility, before, typed, errors)
    await changeObservation(act, before.id, observation)
    noteArrival(c)
    leaveNotice(c, observationWords(c.var.locale).saved)
    return c.redirect(observationHref(before), 303)
  })
})

/** What was sent again has its pictures already. */
async function addPhotosOnce(act: Acting, id: string, sent: Parameters<typeof addPhotos>[2]): Promise<void> {
  if ((await photosOf(act, id)).length === 0) await addPhotos(act, id, sent)
}

async function newPage(
  c: PageContext,
  act: Acting,
  mobility: Mobility,
  typed: ObservationTyped,
  wrong: ObservationErrors = {},
  sent: SentPhotos = noPhotos,
) {
  const { locale } = c.var
  const errors = { ...wrong, ...sent.errors }
  return page(
    c,
    {
      title: observationWords(locale).add,
      width: 'narrow',
      back: { href: mobilityHref(mobility), label: mobility.title },
    },
    <>
      <Unfinished locale={locale} drafts={await draftsOf(act, mobility.id)} />
      <ObservationForm
        locale={locale}
        action={mobilityHref(mobility, 'observations/new')}
        typed={typed}
        errors={errors}
        expected={await outcomesSeen(act, mobility.id)}
        photos={{ there: [], sent }}
        mayWait
      />
    </>,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}

async function changePage(
  c: PageContext,
  act: Acting,
  mobility: Mobility,
  before: Observation,
  typed: ObservationTyped,
  errors: ObservationErrors,
) {
  const { locale } = c.var
  const say = observationWords(locale)
  return page(
    c,
    {
      title: say.change,
      over: mobility.title,
      width: 'narrow',
      back: { href: observationHref(before), label: say.one },
    },
    <ObservationForm
      locale={locale}
      action={observationHref(before, 'change')}
      typed={typed}
      errors={errors}
      expected={await outcomesSeen(act, mobility.id)}
    />,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}

/** @param sent pictures that were just sent and not kept */
export async function onePage(
  c: PageContext,
  act: Acting,
  observation: Observation,
  mobility: Mobility,
  sent: SentPhotos = noPhotos,
) {
  const { locale } = c.var
  const say = observationWords(locale)
  const method = (await methodsOf(act)).find(({ id }) => id === observation.methodId)
  const photos = await photosOf(act, observation.id)
  return page(
    c,
    {
      title: say.one,
      lead: `${observation.seenAt}, ${longDay(locale, observation.seenOn)}`,
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
        <Photos
          locale={locale}
          observation={observation}
          photos={photos}
          changes={carries(act)}
          sent={sent}
        />
      </Split>
      {await threadPart(act, locale, { stage: 'observation', id: observation.id })}
    </>,
    isWrong(sent) ? 422 : 200,
  )
}
