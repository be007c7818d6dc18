/** Trainings: what is taught, and on which days; whoever wants to come signs up. */
import { Hono } from 'hono'
import { withActor } from '../platform/actor.ts'
import { isBefore } from '../platform/day.ts'
import { ButtonLink } from '../platform/parts/button.tsx'
import { Empty } from '../platform/parts/list-tools.tsx'
import { Card, LinkList, Notices } from '../platform/parts/surface.tsx'
import { actorOf, page, type PageEnv } from '../platform/web.tsx'
import { holds } from './about-training.tsx'
import { ownNotices } from './own-notices.ts'
import { OwnParticipations } from './participation.part.tsx'
import { ownParticipations } from './participation.store.ts'
import { participationWords } from './participation.words.ts'
import { readyProgrammes } from './training.content.ts'
import { SessionTable, trainingHref } from './training.part.tsx'
import { seatsOf, sessionsOf, trainingsOf } from './training.store.ts'
import { trainingWords } from './training.words.ts'

export const trainingPages = new Hono<PageEnv>()

trainingPages.get('/trainings', (c) =>
  withActor(c.var.ground, actorOf(c), async (act) => {
    const { locale } = c.var
    const say = trainingWords(locale)
    const trainings = await trainingsOf(act)
    const sessions = await sessionsOf(act)
    const seats = await seatsOf(act, sessions)
    const byId = new Map(trainings.map((one) => [one.id, one]))
    const past = sessions.filter(({ onDay }) => isBefore(onDay, act.today)).toReversed()
    const coming = sessions.filter(({ onDay, state }) => !isBefore(onDay, act.today) && state !== 'cancelled')
    const may = holds(act)
    return page(
      c,
      {
        title: say.title,
        lead: say.lead,
        actions: may ? <ButtonLink href="/trainings/new">{say.make}</ButtonLink> : undefined,
      },
      <div class="stack">
        <Notices label={participationWords(locale).waiting} notices={await ownNotices(act, locale)} />
        {trainings.length === 0 ? (
          <Empty title={say.none}>{may && <p>{say.noneHint}</p>}</Empty>
        ) : (
          <>
            <Card title={say.coming}>
              {coming.length === 0 ? (
                <p>{say.noneComing}</p>
              ) : (
                <SessionTable
                  locale={locale}
                  caption={say.coming}
                  sessions={coming}
                  seats={seats}
                  trainings={byId}
                />
              )}
            </Card>
            <Card title={say.all}>
              <LinkList
                items={trainings.map(({ id, title }) => ({ href: trainingHref(id), label: title }))}
              />
            </Card>
            {past.length > 0 && (
              <Card title={say.past}>
                <SessionTable
                  locale={locale}
                  caption={say.past}
                  sessions={past}
                  seats={seats}
                  trainings={byId}
                />
              </Card>
            )}
          </>
        )}
        <OwnParticipations locale={locale} own={await ownParticipations(act)} />
        {may && (
          <Card title={say.from} lead={say.fromHint}>
            <LinkList
              items={readyProgrammes().map(({ key, words }) => ({
                href: `/trainings/new?from=${key}`,
                label: words[locale].name,
              }))}
            />
          </Card>
        )}
      </div>,
    )
  }),
)
