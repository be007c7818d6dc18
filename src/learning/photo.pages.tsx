/** Pictures of what was seen: shown, added, described and taken away. */
import { Hono } from 'hono'
import { answerFile } from '../platform/file.answer.ts'
import { withActor } from '../platform/actor.ts'
import { Acts, Button, PostButton } from '../platform/parts/button.tsx'
import { Form } from '../platform/parts/form.tsx'
import { TextField } from '../platform/parts/text-field.tsx'
import {
  actorOf,
  formOf,
  leaveNotice,
  notFound,
  page,
  type PageContext,
  type PageEnv,
} from '../platform/web.tsx'
import { observationHref, onObservation, onPhoto } from './about-mobility.tsx'
import { draftHref } from './draft.form.tsx'
import { onePage } from './observation.pages.tsx'
import { observationWords } from './observation.words.ts'
import { isWrong, readAlt, readPhotos } from './photo.form.tsx'
import { photoHref, Picture } from './photo.part.tsx'
import { addPhotos, describePhoto, pictureOf, removePhoto, type PhotoSeen } from './photo.store.ts'
import { mostPhotos } from './photo.ts'
import { photoWords } from './photo.words.ts'

export const photoPages = new Hono<PageEnv>()

photoPages.get('/photos/:id', async (c) => {
  const bytes = await withActor(c.var.ground, actorOf(c), (act) => pictureOf(act, c.req.param('id')))
  return bytes ? answerFile(c, { type: 'image/jpeg', bytes, name: 'photo' }) : notFound(c)
})

photoPages.post('/observations/:id/photos', async (c) => {
  const { locale } = c.var
  const say = photoWords(locale)
  const sent = await readPhotos(locale, await formOf(c))
  if (sent.pictures.length === 0) sent.errors.photos ??= say.errors.none
  return onObservation(c, async (act, observation, mobility) => {
    if (!isWrong(sent) && (await addPhotos(act, observation.id, sent))) {
      leaveNotice(c, say.added)
      return c.redirect(observationHref(observation), 303)
    }
    if (!isWrong(sent)) sent.errors.photos = say.errors.tooMany(mostPhotos)
    return onePage(c, act, observation, mobility, sent)
  })
})

photoPages.get('/photos/:id/change', (c) => onPhoto(c, async (_, photo) => formPage(c, photo, photo.alt)))

photoPages.post('/photos/:id/change', async (c) => {
  const { values } = await formOf(c)
  return onPhoto(c, async (act, photo) => {
    const { alt, error } = readAlt(c.var.locale, values)
    if (error) return formPage(c, photo, alt, error)
    await describePhoto(act, photo.id, alt)
    leaveNotice(c, photoWords(c.var.locale).saved)
    return c.redirect(shownAt(photo), 303)
  })
})

photoPages.post('/photos/:id/remove', (c) =>
  onPhoto(c, async (act, photo) => {
    await removePhoto(act, photo.id)
    leaveNotice(c, photoWords(c.var.locale).removed)
    return c.redirect(shownAt(photo), 303)
  }),
)

/** The page on which a picture stands. */
const shownAt = ({ observationId: id, state }: PhotoSeen) =>
  state === 'draft' ? draftHref({ id }) : observationHref({ id })

function formPage(c: PageContext, photo: PhotoSeen, alt: string, error?: string) {
  const { locale } = c.var
  const say = photoWords(locale)
  return page(
    c,
    {
      title: say.change,
      width: 'narrow',
      back: { href: shownAt(photo), label: observationWords(locale).one },
    },
    <>
      <Picture locale={locale} photo={photo} />
      <Form locale={locale} action={photoHref(photo, 'change')} errors={{ alt: error }} guard>
        <TextField
          locale={locale}
          name="alt"
          label={say.oneAlt}
          hint={say.altHint}
          required={false}
          value={alt}
          error={error}
          maxlength={300}
        />
        <Acts>
          <Button>{say.save}</Button>
        </Acts>
      </Form>
      <PostButton action={photoHref(photo, 'remove')} kind="calm">
        {say.remove}
      </PostButton>
    </>,
    error ? 422 : 200,
  )
}
