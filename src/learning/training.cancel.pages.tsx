/** Cancelling a day of a training: who will be told stands there before it is done, for a mail is not taken back. */
import { Hono } from 'hono'
import { mailboxesAt } from '../access/mailboxes.ts'
import { asHouse } from '../platform/actor.ts'
import { Acts, ButtonLink, PostButton } from '../platform/parts/button.tsx'
import { Card } from '../platform/parts/surface.tsx'
import { page, type PageEnv } from '../platform/web.tsx'
import { backToSession, onSession } from './about-training.tsx'
import { tellOfTraining } from './training.news.store.ts'
import { trainingNewsWords } from './training.news.words.ts'
import { sessionHref, sessionWhen } from './training.part.tsx'
import { cancelSession, signupsOf } from './training.store.ts'
import { isOpen } from './training.ts'

export const trainingCancelPages = new Hono<PageEnv>()

trainingCancelPages.get('/trainings/:id/sessions/:session/cancel', (c) =>
  onSession(c, async (act, training, session) => {
    if (session.state !== 'planned') return null
    const { locale } = c.var
    const say = trainingNewsWords(locale).cancel
    const listed = (await signupsOf(act, session.id)).filter(({ withdrawnAt }) => withdrawnAt === null)
    return page(
      c,
      {
        title: say.title,
        lead: `${training.title}, ${sessionWhen(locale, session)}`,
        width: 'narrow',
        back: { href: sessionHref(session), label: training.title },
      },
      <Card>
        <div class="stack">
          <p>{isOpen(session, act.today) ? say.told(listed.length) : say.past}</p>
          <Acts>
            <PostButton action={sessionHref(session, '/cancel')}>{say.yes}</PostButton>
            <ButtonLink kind="line" href={sessionHref(session)}>
              {say.no}
            </ButtonLink>
          </Acts>
        </div>
      </Card>,
    )
  }),
)

trainingCancelPages.post('/trainings/:id/sessions/:session/cancel', (c) =>
  onSession(c, async (act, _, session) => {
    if (!(await cancelSession(act, session.id))) return null
    const { ground, locale } = c.var
    const post = { mailboxes: mailboxesAt(ground), url: ground.config.url }
    // Of a day that has passed there is nothing to tell.
    const told = isOpen(session, act.today)
      ? await asHouse(act, async (house) => {
          const signups = await signupsOf(house, session.id)
          const accountIds = signups.flatMap(({ accountId, withdrawnAt }) => (withdrawnAt ? [] : [accountId]))
          return tellOfTraining(house, { what: 'cancelled', session, accountIds }, post)
        })
      : 0
    return backToSession(c, session, trainingNewsWords(locale).cancel.done(told))
  }),
)
