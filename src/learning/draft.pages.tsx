/** A draft of what was seen: gone on with, finished, thrown away; by whoever wrote it. */
import { Hono } from 'hono'
import type { Acting } from '../platform/actor.ts'
import { PostButton } from '../platform/parts/button.tsx'
import { Plain } from '../platform/parts/surface.tsx'
import { formOf, leaveNotice, noteArrival, page, type PageContext, type PageEnv } from '../platform/web.tsx'
import { mobilityHref, observationHref, onDraft } from './about-mobility.tsx'
import { draftHref, readDraft } from './draft.form.tsx'
import { changeDraft, keepDraft, throwDraftAway } from './draft.store.ts'
import { draftWords } from './draft.words.ts'
import type { Draft, Mobility } from './mobility.ts'
import {
  ObservationForm,
  observationTyped,
  readObservation,
  type ObservationErrors,
  type ObservationTyped,
} from './observation.form.tsx'
import { observationWords } from './observation.words.ts'
import { outcomesSeen } from './participation.store.ts'

export const draftPages = new Hono<PageEnv>()

draftPages.get('/drafts/:id', (c) =>
  onDraft(c, (act, draft, mobility) => formPage(c, act, mobility, draft, observationTyped(draft), {})),
)

draftPages.post('/drafts/:id', async (c) => {
  const { values } = await formOf(c)
  const { locale } = c.var
  return onDraft(c, async (act, before, mobility) => {
    const expected = await outcomesSeen(act, mobility.id)
    if (values.draft) {
      const { typed, errors, draft } = readDraft(locale, values, expected)
      if (!draft) return formPage(c, act, mobility, before, typed, errors)
      await changeDraft(act, before.id, draft)
      noteArrival(c)
      leaveNotice(c, draftWords(locale).kept)
      return c.redirect(mobilityHref(mobility), 303)
    }
    const { typed, errors, observation } = readObservation(locale, values, mobility, act.today, expected)
    if (!observation) return formPage(c, act, mobility, before, typed, errors)
    await keepDraft(act, before.id, observation)
    noteArrival(c)
    leaveNotice(c, observationWords(locale).saved)
    return c.redirect(observationHref(before), 303)
  })
})

draftPages.post('/drafts/:id/throw-away', (c) =>
  onDraft(c, async (act, draft, mobility) => {
    await throwDraftAway(act, draft.id)
    leaveNotice(c, draftWords(c.var.locale).thrownAway)
    return c.redirect(mobilityHref(mobility), 303)
  }),
)

async function formPage(
  c: PageContext,
  act: Acting,
  mobility: Mobility,
  draft: Draft,
  typed: ObservationTyped,
  errors: ObservationErrors,
) {
  const { locale } = c.var
  const say = draftWords(locale)
  return page(
    c,
    {
      title: say.finish,
      over: mobility.title,
      width: 'narrow',
      back: { href: mobilityHref(mobility), label: mobility.title },
    },
    <>
      <ObservationForm
        locale={locale}
        action={draftHref(draft)}
        typed={typed}
        errors={errors}
        expected={await outcomesSeen(act, mobility.id)}
        mayWait
      />
      <Plain title={say.throwAway}>
        <p>{say.throwAwayLead}</p>
        <PostButton action={draftHref(draft, 'throw-away')} kind="line">
          {say.throwAway}
        </PostButton>
      </Plain>
    </>,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}
