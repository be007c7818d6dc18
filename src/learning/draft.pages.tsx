/** A draft of what was seen: gone on with, finished, thrown away; by whoever wrote it. */
import { Hono } from 'hono'
import type { Acting } from '../platform/actor.ts'
import { PostButton } from '../platform/parts/button.tsx'
import { partWords } from '../platform/parts/parts.words.ts'
import { Plain } from '../platform/parts/surface.tsx'
import { formOf, leaveNotice, noteArrival, page, type PageContext, type PageEnv } from '../platform/web.tsx'
import { mobilityHref, observationHref, onDraft, onObservation } from './about-mobility.tsx'
import { draftHref, readDraft } from './draft.form.tsx'
import { changeDraft, keepDraft, throwDraftAway } from './draft.store.ts'
import { draftWords } from './draft.words.ts'
import { writtenBefore } from './mobility.store.ts'
import type { Draft, Mobility } from './mobility.ts'
import {
  ObservationForm,
  observationTyped,
  readObservation,
  type ObservationErrors,
  type ObservationTyped,
} from './observation.form.tsx'
import { observationWords } from './observation.words.ts'
import { isWrong, noPhotos, readPhotos, type SentPhotos } from './photo.form.tsx'
import { addPhotos, photosOf } from './photo.store.ts'
import { mostPhotos } from './photo.ts'
import { photoWords } from './photo.words.ts'
import { outcomesSeen } from './participation.store.ts'

export const draftPages = new Hono<PageEnv>()

draftPages.get('/drafts/:id', (c) =>
  onDraftOrKept(
    c,
    (act, draft, mobility) => formPage(c, act, mobility, draft, observationTyped(draft)),
    async (_, kept) => c.redirect(observationHref(kept), 303),
  ),
)

draftPages.post('/drafts/:id', async (c) => {
  const { locale } = c.var
  const form = await formOf(c)
  const { values } = form
  const sent = await readPhotos(locale, form)
  const work: DraftWork = async (act, before, mobility) => {
    const { length } = await photosOf(act, before.id)
    if (length + sent.pictures.length > mostPhotos)
      sent.errors.photos ??= photoWords(locale).errors.tooMany(mostPhotos)
    const expected = await outcomesSeen(act, mobility.id)
    if (values.draft) {
      const { typed, errors, draft } = readDraft(locale, values, expected)
      if (!draft || isWrong(sent)) return formPage(c, act, mobility, before, typed, errors, sent)
      await changeDraft(act, before.id, draft)
      await addPhotos(act, before.id, sent)
      noteArrival(c)
      leaveNotice(c, draftWords(locale).kept)
      return c.redirect(mobilityHref(mobility), 303)
    }
    const { typed, errors, observation } = readObservation(locale, values, mobility, act.today, expected)
    if (!observation || isWrong(sent)) return formPage(c, act, mobility, before, typed, errors, sent)
    await keepDraft(act, before.id, observation)
    await addPhotos(act, before.id, sent)
    noteArrival(c)
    leaveNotice(c, observationWords(locale).saved)
    return c.redirect(observationHref(before), 303)
  }
  return onDraftOrKept(c, work, async (act, kept, mobility) => {
    const expected = await outcomesSeen(act, mobility.id)
    const { observation } = readObservation(locale, values, mobility, act.today, expected)
    if (!observation || (await writtenBefore(act, mobility.id, observation, 'kept')) !== kept.id) return null
    noteArrival(c)
    leaveNotice(c, observationWords(locale).saved)
    return c.redirect(observationHref(kept), 303)
  })
})

type DraftWork = Parameters<typeof onDraft>[1]
type KeptWork = Parameters<typeof onObservation>[1]

/** A draft that its writer has finished is an observation: whoever sends it again, since the answer was lost, is led there. */
async function onDraftOrKept(c: PageContext, draft: DraftWork, kept: KeptWork): Promise<Response> {
  const answer = await onDraft(c, draft)
  return answer.status === 404 ? onObservation(c, kept) : answer
}

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
  wrong: ObservationErrors = {},
  sent: SentPhotos = noPhotos,
) {
  const errors = { ...wrong, ...sent.errors }
  const { locale } = c.var
  const say = draftWords(locale)
  return page(
    c,
    {
      title: say.finish,
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
        photos={{ there: await photosOf(act, draft.id), sent }}
        mayWait
      />
      <Plain title={say.throwAway}>
        <p>{say.throwAwayLead}</p>
        <PostButton action={draftHref(draft, 'throw-away')} kind="line">
          {partWords(locale).throwAway}
        </PostButton>
      </Plain>
    </>,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}
