/** One interview: what was said, who scores it, and what the two agree on. */
import { Hono } from 'hono'
import type { Acting } from '../platform/actor.ts'
import { PostButton } from '../platform/parts/button.tsx'
import { Card, Note, Plain } from '../platform/parts/surface.tsx'
import { formOf, page, type PageContext, type PageEnv } from '../platform/web.tsx'
import { longDay } from '../platform/words.dates.ts'
import type { Locale } from '../platform/words.ts'
import { communityHref } from './about-community.tsx'
import { back, head, namesOf, onInterview, theInterview, type Found } from './about-interview.tsx'
import type { Community } from './community.ts'
import { AgreeForm } from './interview.agree.tsx'
import { Scorers } from './interview.scorers.tsx'
import { interviewWords } from './interview.words.ts'
import { interviewState, isOpened, isUnderWay } from './round.ts'
import { notesOf, withdrawInterview } from './round.store.ts'
import { giveUpPlace, sheetsOf, takePlace } from './scorer.store.ts'

export const interviewPages = new Hono<PageEnv>()

interviewPages.get('/communities/:slug/interviews/:id', (c) =>
  onInterview(c, async (act, community) => {
    const found = await theInterview(c, act, community)
    return found && onePage(c, act, community, found)
  }),
)

interviewPages.post('/communities/:slug/interviews/:id/withdraw', async (c) => {
  const form = await formOf(c)
  return onInterview(c, async (act, community) => {
    const found = await theInterview(c, act, community)
    if (!found || found.round.closedOn) return null
    const say = interviewWords(c.var.locale)
    const out = form.text('back') === ''
    await withdrawInterview(act, found.interview.id, out)
    return back(c, community, found, out ? say.withdrawn : say.broughtBack)
  })
})

interviewPages.post('/communities/:slug/interviews/:id/take', (c) =>
  onInterview(c, async (act, community) => {
    const found = await theInterview(c, act, community)
    if (!found || !isUnderWay(found.round, found.interview)) return null
    const say = interviewWords(c.var.locale)
    const taken = await takePlace(act, found.interview)
    return back(c, community, found, taken === null ? say.full : say.taken)
  }),
)

interviewPages.post('/communities/:slug/interviews/:id/give-up', async (c) => {
  const form = await formOf(c)
  return onInterview(c, async (act, community) => {
    const found = await theInterview(c, act, community)
    if (!found || !isUnderWay(found.round, found.interview)) return null
    const say = interviewWords(c.var.locale)
    const scorer = found.interview.scorers.find(({ id }) => id === form.text('scorer'))
    const done = scorer !== undefined && (await giveUpPlace(act, scorer.id))
    return back(c, community, found, done ? say.gaveUp : say.couldNotGiveUp)
  })
})

async function onePage(c: PageContext, act: Acting, community: Community, found: Found) {
  const { locale } = c.var
  const { round, interview } = found
  const say = interviewWords(locale)
  const href = (place: string) => communityHref(community, `interviews/${interview.id}/${place}`)
  const notes = await notesOf(act, interview.id)
  const open = round.closedOn === null
  const counts = isUnderWay(round, interview)
  return page(
    c,
    {
      ...head(community, locale, say.title(interview.number)),
      lead: `${interview.part} · ${longDay(locale, interview.onDay)} · ${say.states[interviewState(round, interview)]}`,
    },
    <div class="stack">
      {!open && (
        <Note>
          <p>{say.closed}</p>
        </Note>
      )}
      <Card title={say.words}>
        <p class="prose">{notes}</p>
        {open && (
          <p>
            <a href={href('change')}>{say.change}</a>
          </p>
        )}
      </Card>
      {isOpened(interview) ? (
        <AgreeForm
          locale={locale}
          action={href('agree')}
          round={round}
          interview={interview}
          sheets={await sheetsOf(act, [interview.id])}
          names={await namesOf(act, interview)}
          mayAgree={counts && interview.scorers.some(({ accountId }) => accountId === act.actor.accountId)}
          typed={interview.combined}
          errors={{}}
        />
      ) : (
        <Scorers
          locale={locale}
          href={href}
          interview={interview}
          me={act.actor.accountId}
          names={await namesOf(act, interview)}
          counts={counts}
        />
      )}
      {open && (
        <Withdraw locale={locale} action={href('withdraw')} withdrawn={interview.withdrawnOn !== null} />
      )}
    </div>,
  )
}

function Withdraw({ locale, action, withdrawn }: { locale: Locale; action: string; withdrawn: boolean }) {
  const say = interviewWords(locale)
  return (
    <Plain title={withdrawn ? say.bringBack : say.withdraw}>
      {!withdrawn && <p>{say.withdrawHint}</p>}
      <PostButton kind="line" action={action} fields={withdrawn ? { back: '1' } : {}}>
        {withdrawn ? say.bringBack : say.withdraw}
      </PostButton>
    </Plain>
  )
}
