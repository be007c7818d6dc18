/** Taking away a project, a mobility, a participation or an expected outcome that was entered by mistake: what goes, or what keeps it. */
import { Hono } from 'hono'
import type { Acting } from '../platform/actor.ts'
import { Acts, Button } from '../platform/parts/button.tsx'
import { Form } from '../platform/parts/form.tsx'
import { Card } from '../platform/parts/surface.tsx'
import { leaveNotice, notFound, page, type PageContext, type PageEnv } from '../platform/web.tsx'
import { longDay } from '../platform/words.dates.ts'
import type { Locale } from '../platform/words.ts'
import { mobilityHref, onFound, onMobility, onProject, projectHref } from './about-mobility.tsx'
import { namesOf, ofGroup, ofOne, participationHref } from './about-participation.ts'
import { evidenceOf } from './evidence.store.ts'
import { mobilitiesOf, mobilityOf, observationsOf } from './mobility.store.ts'
import { outcomeOf, outcomesOf, participationOf, participationsOf } from './participation.store.ts'
import type { Outcome, Participation } from './participation.ts'
import {
  removeMobility,
  removeOutcome,
  removeParticipation,
  removeProject,
  type Removed,
} from './removal.store.ts'
import { removalWords } from './removal.words.ts'

export const removalPages = new Hono<PageEnv>()

/** Something that may be taken away: what goes with it, what keeps it, and where one is then. */
type Taking = {
  kind: 'project' | 'mobility' | 'participation' | 'outcome'
  /** Of which mobility it is. */
  over?: string | undefined
  href: string
  back: { href: string; label: string }
  /** The place of it is gone with it. */
  then: string
  goes: string[]
  keeps: string[]
  remove(): Promise<Removed>
}

type Find = (c: PageContext, work: (taking: Taking) => Promise<Response>) => Promise<Response>

const finds: Record<string, Find> = {
  '/projects/:id/remove': (c, work) =>
    onProject(c, async (act, project) => {
      const say = removalWords(c.var.locale)
      const href = projectHref(project)
      return work({
        kind: 'project',
        href,
        back: { href, label: project.title },
        then: '/projects',
        goes: [project.title],
        keeps: counted([[(await mobilitiesOf(act, project.id)).length, say.mobilities]]),
        remove: () => removeProject(act, project.id),
      })
    }),
  '/mobilities/:id/remove': (c, work) =>
    onMobility(c, async (act, mobility) => {
      const say = removalWords(c.var.locale)
      const href = mobilityHref(mobility)
      return work({
        kind: 'mobility',
        href,
        back: { href, label: mobility.title },
        then: projectHref({ id: mobility.projectId }),
        goes: [mobility.title],
        keeps: counted([
          [(await participationsOf(act, mobility.id)).length, say.people],
          [(await outcomesOf(act, ofGroup(mobility))).length, say.programme],
          [(await observationsOf(act, { mobilityId: mobility.id })).length, say.seen],
          [(await evidenceOf(act, { mobilityId: mobility.id })).length, say.files],
        ]),
        remove: () => removeMobility(act, mobility.id),
      })
    }),
  '/participations/:id/remove': (c, work) =>
    onFound(c, participationOf, async (act, participation) => {
      const { locale } = c.var
      const say = removalWords(locale)
      const outcomes = await outcomesOf(act, ofOne(participation))
      const name = (await namesOf(act, [participation])).get(participation.id) ?? ''
      return work({
        kind: 'participation',
        over: await titleOf(act, participation),
        href: participationHref(participation),
        back: { href: participationHref(participation), label: name },
        then: mobilityHref({ id: participation.mobilityId }),
        goes: [name, say.agreement, ...counted([[outcomes.length, say.outcomes]])],
        keeps: [
          ...confirmedOf(locale, participation),
          ...(await besideOf(act, locale, outcomes)),
          ...counted([[(await evidenceOf(act, { participationId: participation.id })).length, say.files]]),
        ],
        remove: () => removeParticipation(act, participation.id),
      })
    }),
  '/outcomes/:id/remove': (c, work) =>
    onFound(c, outcomeOf, async (act, outcome) => {
      const { locale } = c.var
      const whose = outcome.participationId ? await participationOf(act, outcome.participationId) : undefined
      const from = whose
        ? participationHref(whose, 'change')
        : mobilityHref({ id: outcome.mobilityId }, 'programme')
      return work({
        kind: 'outcome',
        over: await titleOf(act, outcome),
        href: `/outcomes/${outcome.id}`,
        back: { href: from, label: removalWords(locale).back },
        then: from,
        goes: [outcome.text],
        keeps: [...confirmedOf(locale, whose), ...(await besideOf(act, locale, [outcome]))],
        remove: () => removeOutcome(act, outcome.id),
      })
    }),
}

for (const [path, find] of Object.entries(finds)) {
  removalPages.get(path, (c) => find(c, async (taking) => removalPage(c, taking)))
  removalPages.post(path, (c) =>
    find(c, async (taking) => {
      if (taking.keeps.length > 0) return removalPage(c, taking)
      const say = removalWords(c.var.locale)
      const removed = await taking.remove()
      if (removed === 'held') return removalPage(c, { ...taking, keeps: [say.unseen] })
      if (removed === 'none') return notFound(c)
      leaveNotice(c, say.removed)
      return c.redirect(taking.then, 303)
    }),
  )
}

const titleOf = async (act: Acting, { mobilityId }: { mobilityId: string }) =>
  (await mobilityOf(act, mobilityId))?.title

const counted = (all: readonly (readonly [number, (n: number) => string])[]) =>
  all.flatMap(([n, say]) => (n > 0 ? [say(n)] : []))

const confirmedOf = (locale: Locale, one: Pick<Participation, 'confirmedOn'> | undefined) =>
  one?.confirmedOn ? [removalWords(locale).confirmed(longDay(locale, one.confirmedOn))] : []

async function besideOf(act: Acting, locale: Locale, outcomes: readonly Outcome[]): Promise<string[]> {
  const [first] = outcomes
  if (!first) return []
  const ids = outcomes.map(({ id }) => id)
  const seen = await observationsOf(act, { mobilityId: first.mobilityId })
  const beside = seen.filter(({ outcomeId }) => outcomeId !== null && ids.includes(outcomeId))
  return counted([[beside.length, removalWords(locale).beside]])
}

function removalPage(c: PageContext, { kind, over, href, back, goes, keeps }: Taking) {
  const { locale } = c.var
  const say = removalWords(locale)
  const held = keeps.length > 0
  return page(
    c,
    { title: say.titles[kind], over, lead: held ? undefined : say.lead, width: 'narrow', back },
    <div class="stack">
      <Card title={held ? say.held : say.what}>
        <ul>
          {(held ? keeps : goes).map((one) => (
            <li>{one}</li>
          ))}
        </ul>
      </Card>
      {!held && (
        <Form locale={locale} action={`${href}/remove`} errors={{}}>
          <Acts>
            <Button>{say.remove}</Button>
          </Acts>
        </Form>
      )}
    </div>,
    held && c.req.method === 'POST' ? 422 : 200,
  )
}
