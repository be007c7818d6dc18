/** Trainings for a community: those that were held or are coming, a new day, and for whom a day is afterwards. */
import { Hono } from 'hono'
import { communityHref, develops, headOf, onTended } from '../communities/about-community.tsx'
import { listCommunities } from '../communities/community.store.ts'
import type { Community } from '../communities/community.ts'
import type { Acting } from '../platform/actor.ts'
import { Acts, Button, ButtonLink, PostButton } from '../platform/parts/button.tsx'
import { Select } from '../platform/parts/choices.tsx'
import { Form } from '../platform/parts/form.tsx'
import { Empty } from '../platform/parts/list-tools.tsx'
import { Card, LinkList } from '../platform/parts/surface.tsx'
import { formOf, leaveNotice, page, type PageContext, type PageEnv } from '../platform/web.tsx'
import { onSession } from './about-training.tsx'
import {
  forTyped,
  linkChoice,
  LinkFields,
  readFor,
  readLink,
  teachable,
  type ForErrors,
  type ForTyped,
} from './session-for.form.tsx'
import { heldFor } from './session-for.part.tsx'
import { linkSession, sessionsForOf } from './session-for.store.ts'
import { sessionForWords } from './session-for.words.ts'
import { trainingFrom } from './training.content.ts'
import { sessionHref, SessionTable, sessionWhen } from './training.part.tsx'
import { SessionFields } from './training.session.form.tsx'
import { addSession, addTraining, seatsOf, trainingsOf } from './training.store.ts'
import type { Training, TrainingSession } from './training.ts'
import { trainingWords } from './training.words.ts'

export const sessionForPages = new Hono<PageEnv>()

sessionForPages.get('/communities/:slug/trainings', (c) =>
  onTended(c, async (act, community) => {
    const { locale } = c.var
    const say = sessionForWords(locale)
    const sessions = (await heldFor(act, { communityId: community.id })).map(({ session }) => session)
    return page(
      c,
      {
        ...headOf(community, say.title, { lead: say.lead }),
        width: undefined,
        actions: develops(act) ? (
          <ButtonLink href={communityHref(community, 'trainings/new')}>{say.hold}</ButtonLink>
        ) : undefined,
      },
      sessions.length === 0 ? (
        <Empty title={say.none}>{develops(act) ? say.noneHint : say.noneHost}</Empty>
      ) : (
        <Card>
          <SessionTable
            locale={locale}
            caption={say.title}
            sessions={sessions}
            seats={await seatsOf(act, sessions)}
            trainings={new Map((await trainingsOf(act)).map((one) => [one.id, one]))}
          />
        </Card>
      ),
    )
  }),
)

sessionForPages.get('/communities/:slug/trainings/new', (c) =>
  onTended(c, async (act, community) => {
    const { action, dimension, ready } = c.req.query()
    const typed = forTyped(
      { action, dimension, ready },
      await trainingsOf(act),
      await linkChoice(act, community),
    )
    return newPage(c, act, community, typed, {})
  }),
)

sessionForPages.post('/communities/:slug/trainings/new', async (c) => {
  const { values } = await formOf(c)
  return onTended(c, async (act, community) => {
    const { locale } = c.var
    const { typed, errors, agreed } = readFor(locale, values, {
      teaching: teachable(locale, await trainingsOf(act)),
      choice: await linkChoice(act, community),
    })
    if (!agreed) return newPage(c, act, community, typed, errors)
    const { teach, session, link } = agreed
    const trainingId = teach.ready
      ? await addTraining(act, { ...trainingFrom(locale, teach.ready), versionIds: [] })
      : teach.value
    const id = await addSession(act, trainingId, session)
    await linkSession(act, id, { ...link, communityId: community.id })
    leaveNotice(c, sessionForWords(locale).saved)
    return c.redirect(sessionHref({ trainingId, id }), 303)
  })
})

async function newPage(
  c: PageContext,
  act: Acting,
  community: Community,
  typed: ForTyped,
  errors: ForErrors,
): Promise<Response> {
  const { locale } = c.var
  const say = sessionForWords(locale)
  return page(
    c,
    headOf(community, say.hold, { lead: say.newLead, from: { place: 'trainings', label: say.title } }),
    <Form locale={locale} action={communityHref(community, 'trainings/new')} errors={errors} guard>
      <Select
        locale={locale}
        name="training"
        label={say.training}
        value={typed.training}
        error={errors.training}
        options={teachable(locale, await trainingsOf(act))}
      />
      <LinkFields locale={locale} typed={typed} choice={await linkChoice(act, community)} />
      <SessionFields locale={locale} typed={typed.session} errors={errors} />
      <Acts>
        <Button>{say.save}</Button>
      </Acts>
    </Form>,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}

/** Which community first, since its plan and its places are what is chosen from. */
sessionForPages.get('/trainings/:id/sessions/:session/for', (c) =>
  onSession(c, async (act, training, session) => {
    const communities = await listCommunities(act)
    const [link] = await sessionsForOf(act, { sessionId: session.id })
    const asked = c.req.query('community')
    const community = communities.find(({ id, slug }) =>
      asked === undefined ? id === link?.communityId : slug === asked,
    )
    return community
      ? linkPage(c, act, { training, session, community })
      : choosePage(c, { training, session, communities, isLinked: link !== undefined })
  }),
)

sessionForPages.post('/trainings/:id/sessions/:session/for', async (c) => {
  const { values } = await formOf(c)
  return onSession(c, async (act, _, session) => {
    const none = values.community === ''
    const community = (await listCommunities(act)).find(({ slug }) => slug === values.community)
    if (!community && !none) return null
    const link = community && {
      communityId: community.id,
      ...readLink(values, await linkChoice(act, community)),
    }
    await linkSession(act, session.id, link ?? null)
    leaveNotice(c, trainingWords(c.var.locale).saved)
    return c.redirect(sessionHref(session), 303)
  })
})

const forHead = (c: PageContext, training: Training, session: TrainingSession) =>
  ({
    title: sessionForWords(c.var.locale).forTitle,
    over: training.title,
    lead: sessionForWords(c.var.locale).forLead,
    width: 'narrow',
    back: { href: sessionHref(session), label: sessionWhen(c.var.locale, session) },
  }) as const

function choosePage(
  c: PageContext,
  given: {
    training: Training
    session: TrainingSession
    communities: readonly Community[]
    isLinked: boolean
  },
): Response | Promise<Response> {
  const { training, session, communities, isLinked } = given
  const say = sessionForWords(c.var.locale)
  return page(
    c,
    forHead(c, training, session),
    <div class="stack">
      <Card title={say.choose}>
        <LinkList
          items={communities.map(({ slug, name }) => ({
            href: sessionHref(session, `/for?community=${slug}`),
            label: name,
          }))}
        />
      </Card>
      {isLinked && (
        <PostButton kind="line" action={sessionHref(session, '/for')} fields={{ community: '' }}>
          {say.nobody}
        </PostButton>
      )}
    </div>,
  )
}

async function linkPage(
  c: PageContext,
  act: Acting,
  given: { training: Training; session: TrainingSession; community: Community },
): Promise<Response> {
  const { training, session, community } = given
  const { locale } = c.var
  const say = sessionForWords(locale)
  const [link] = await sessionsForOf(act, { sessionId: session.id })
  return page(
    c,
    { ...forHead(c, training, session), lead: `${say.facts.community}: ${community.name}` },
    <div class="stack">
      <Form locale={locale} action={sessionHref(session, '/for')} fields={{ community: community.slug }}>
        <LinkFields
          locale={locale}
          typed={{ action: link?.actionId ?? '', welcomes: link?.placeId ?? '' }}
          choice={await linkChoice(act, community)}
        />
        <Acts>
          <Button>{say.keep}</Button>
        </Acts>
      </Form>
      <p>
        <a href={sessionHref(session, '/for?community=')}>{say.other}</a>
      </p>
    </div>,
  )
}
