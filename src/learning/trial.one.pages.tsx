/** One trial: what was tried, how it went and what came of it; and the same by itself, for whoever follows the thread. */
import { Hono } from 'hono'
import { accountName } from '../access/account.store.ts'
import { communityHref, develops, headOf, onTended, tends } from '../communities/about-community.tsx'
import { listCommunities } from '../communities/community.store.ts'
import type { Community } from '../communities/community.ts'
import { actionsOf } from '../communities/plan.store.ts'
import { withActor, type Acting } from '../platform/actor.ts'
import { isBefore } from '../platform/day.ts'
import { ButtonLink } from '../platform/parts/button.tsx'
import { Split } from '../platform/parts/layout.tsx'
import type { Fact } from '../platform/parts/summary-list.tsx'
import { Card, Note } from '../platform/parts/surface.tsx'
import { actorOf, notFound, page, type PageContext, type PageEnv } from '../platform/web.tsx'
import { longDay } from '../platform/words.dates.ts'
import type { Locale } from '../platform/words.ts'
import { Stories } from './story.pages.tsx'
import { storiesOf } from './story.store.ts'
import { threadPart } from './thread.part.tsx'
import { adaptationLabel } from './trial.form.tsx'
import { trialFormWords } from './trial.form.words.ts'
import { theTrial, TrialFacts, trialHref, TrialStory } from './trial.part.tsx'
import { resultsOf, trialsOf, withdrawnOf } from './trial.store.ts'
import { awaitedOf, type Result, type Trial } from './trial.ts'
import { trialWords } from './trial.words.ts'
import { takenUp, type Tried } from './tried.ts'

export const trialOnePages = new Hono<PageEnv>()

trialOnePages.get('/communities/:slug/trials/:id', (c) =>
  onTended(c, async (act, community) => {
    const trial = await theTrial(c, act, community)
    return trial && onePage(c, act, community, trial)
  }),
)

/** For whoever comes along a thread: those who see the community are led to its page, the others are told what the thread needs. */
trialOnePages.get('/trials/:id', async (c) => {
  const answer = await withActor(c.var.ground, actorOf(c), async (act) => {
    const trial = (await trialsOf(act)).find(({ id }) => id === c.req.param('id'))
    if (!trial) return null
    if (tends(act)) {
      const community = (await listCommunities(act)).find(({ id }) => id === trial.communityId)
      return community ? c.redirect(trialHref(community, trial), 303) : null
    }
    const { locale } = c.var
    const tried = (await takenUp(act, locale)).find(trial)
    return page(
      c,
      { title: tried?.name ?? '–', over: trial.about },
      <>
        <Split
          kind="side"
          aside={
            <Card>
              <TrialFacts locale={locale} trial={trial} before={triedFacts(locale, tried)} />
            </Card>
          }
        >
          <TrialStory
            locale={locale}
            trial={trial}
            results={await resultsOf(act, { trialId: trial.id })}
            withdrawn={await withdrawnOf(act, trial.id)}
          />
          <Stories
            locale={locale}
            trial={trial}
            stories={await storiesOf(act, { trialId: trial.id })}
            community={null}
          />
        </Split>
        {await threadPart(act, locale, { stage: 'trial', id: trial.id })}
      </>,
    )
  })
  return answer ?? notFound(c)
})

const triedFacts = (locale: Locale, tried: Tried | null): Fact[] => {
  const say = trialWords(locale).facts
  if (!tried) return []
  const { name, version, adaptation } = tried
  return [
    // The title says which method.
    ...(version.number === 1
      ? []
      : [{ label: say.method, value: `${name}, ${say.version(version.number)}` }]),
    ...(adaptation
      ? [
          {
            label: say.adaptation,
            value: <a href={`/adaptations/${adaptation.id}`}>{adaptationLabel(adaptation)}</a>,
          },
        ]
      : []),
  ]
}

async function onePage(c: PageContext, act: Acting, community: Community, trial: Trial) {
  const { locale } = c.var
  const say = trialWords(locale)
  const taken = await takenUp(act, locale)
  const tried = taken.find(trial)
  const results = await resultsOf(act, { trialId: trial.id })
  const begun = !isBefore(act.today, trial.startsOn)
  const action = (await actionsOf(act, { communityId: community.id })).find(({ id }) => id === trial.actionId)
  const facilitator =
    develops(act) && trial.facilitatorId ? await accountName(act, trial.facilitatorId) : null
  return page(
    c,
    {
      ...headOf(community, tried?.name ?? '–', { from: { place: 'trials', label: say.title } }),
      width: undefined,
      actions: develops(act) ? (
        <ButtonLink href={`${trialHref(community, trial)}/report`}>
          {trialFormWords(locale).report}
        </ButtonLink>
      ) : undefined,
    },
    <>
      <Split
        kind="side"
        aside={
          <Card>
            <TrialFacts
              locale={locale}
              trial={trial}
              before={[
                ...triedFacts(locale, tried),
                ...(action
                  ? [
                      {
                        label: say.facts.action,
                        value: (
                          <a href={communityHref(community, `plan/action/${action.id}`)}>{action.title}</a>
                        ),
                      },
                    ]
                  : []),
              ]}
              more={facilitator === null ? [] : [{ label: say.facts.facilitator, value: facilitator }]}
            />
          </Card>
        }
      >
        <Awaited locale={locale} act={act} trial={trial} results={results} />
        <TrialStory
          locale={locale}
          trial={trial}
          results={results}
          withdrawn={await withdrawnOf(act, trial.id)}
          writes={develops(act) ? { community, begun } : null}
        />
        {begun && (
          <Stories
            locale={locale}
            trial={trial}
            stories={await storiesOf(act, { trialId: trial.id })}
            community={develops(act) ? community : null}
          />
        )}
      </Split>
      {await threadPart(act, locale, { stage: 'trial', id: trial.id })}
    </>,
  )
}

/** What is to be done about it now, for those whose it is to do. */
function Awaited(props: { locale: Locale; act: Acting; trial: Trial; results: readonly Result[] }) {
  const { locale, act, trial, results } = props
  const awaited = develops(act) ? awaitedOf(trial, results, act.today) : null
  if (!awaited) return null
  const say = trialWords(locale).awaited
  const day = longDay(locale, awaited.since)
  return (
    <Note>
      <p>{awaited.for === 'report' ? say.report(day) : say.followUp(day)}</p>
    </Note>
  )
}
