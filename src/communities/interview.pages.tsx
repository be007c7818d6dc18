/** One interview: what was said, who scores it, and what the two agree on. */
import { Hono } from 'hono'
import { accountNames } from '../access/account.store.ts'
import type { Acting } from '../platform/actor.ts'
import { Acts, Button, ButtonLink, PostButton } from '../platform/parts/button.tsx'
import { Form } from '../platform/parts/form.tsx'
import { Card, Note, Plain } from '../platform/parts/surface.tsx'
import { formOf, leaveNotice, page, type PageContext, type PageEnv } from '../platform/web.tsx'
import { longDay } from '../platform/words.dates.ts'
import type { Locale } from '../platform/words.ts'
import { communityHref, develops, headOf, onTended } from './about-community.tsx'
import type { Community } from './community.ts'
import { AgreeForm } from './interview.agree.tsx'
import {
  InterviewFields,
  interviewTyped,
  Questions,
  readInterview,
  type InterviewErrors,
  type InterviewTyped,
} from './interview.form.tsx'
import { interviewWords } from './interview.words.ts'
import { readinessWords } from './readiness.words.ts'
import { interviewState, isOpened, isUnderWay, type Round, type RoundInterview } from './round.ts'
import {
  addInterview,
  changeInterview,
  interviewOf,
  notesOf,
  roundsOf,
  withdrawInterview,
} from './round.store.ts'
import { giveUpPlace, sheetsOf, takePlace } from './scorer.store.ts'

export const interviewPages = new Hono<PageEnv>()

interviewPages.get('/communities/:slug/interviews/new', (c) =>
  onTended(c, async (act, community) => {
    const round = await openRound(act, community)
    return round && writePage(c, community, { round, interview: null }, interviewTyped(), {})
  }),
)

interviewPages.post('/communities/:slug/interviews/new', async (c) => {
  const { values } = await formOf(c)
  return onWritten(c, async (act, community) => {
    if (!develops(act)) return null
    const [round] = await roundsOf(act, community.id)
    if (!round) return null
    const { typed, errors, interview } = readInterview(c.var.locale, values, act.today)
    if (round.closedOn) return tooLatePage(c, community, { round, interview: null }, typed)
    if (!interview) return writePage(c, community, { round, interview: null }, typed, errors)
    const id = await addInterview(act, round, interview)
    leaveNotice(c, interviewWords(c.var.locale).saved)
    return c.redirect(communityHref(community, `interviews/${id}`), 303)
  })
})

interviewPages.get('/communities/:slug/interviews/:id', (c) =>
  onInterview(c, async (act, community) => {
    const found = await theInterview(c, act, community)
    return found && onePage(c, act, community, found)
  }),
)

interviewPages.get('/communities/:slug/interviews/:id/change', (c) =>
  onInterview(c, async (act, community) => {
    const found = await theInterview(c, act, community)
    if (!found || found.round.closedOn) return null
    const notes = await notesOf(act, found.interview.id)
    return writePage(c, community, found, interviewTyped({ ...found.interview, notes }), {})
  }),
)

interviewPages.post('/communities/:slug/interviews/:id/change', async (c) => {
  const { values } = await formOf(c)
  return onWritten(c, async (act, community) => {
    const found = await theInterview(c, act, community)
    if (!found) return null
    const { typed, errors, interview } = readInterview(c.var.locale, values, act.today)
    if (found.round.closedOn) return tooLatePage(c, community, found, typed)
    if (!interview) return writePage(c, community, found, typed, errors)
    await changeInterview(act, found.interview.id, interview)
    return back(c, community, found, interviewWords(c.var.locale).saved)
  })
})

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

/**
 * Does `work` about the interview of the address. Where somebody else was quicker (handed in, closed the assessment) the database refuses, and
 * the page says so and shows what is there now.
 */
export async function onInterview(
  c: PageContext,
  work: (act: Acting, community: Community) => Promise<Response | null>,
): Promise<Response> {
  try {
    return await onTended(c, work)
  } catch (error) {
    if (!isRefused(error)) throw error
    leaveNotice(c, interviewWords(c.var.locale).couldNot)
    const { slug = '', id = '' } = c.req.param()
    return c.redirect(communityHref({ slug }, `interviews/${id}`), 303)
  }
}

/** The same where something was typed: `work` is done once more, finds what is there now, and brings the typed back with it. */
export async function onWritten(
  c: PageContext,
  work: (act: Acting, community: Community) => Promise<Response | null>,
): Promise<Response> {
  try {
    return await onTended(c, work)
  } catch (error) {
    if (!isRefused(error)) throw error
    return onTended(c, work)
  }
}

const isRefused = (error: unknown) => error instanceof Error && 'code' in error && error.code === '23514'

export type Found = { round: Round; interview: RoundInterview }

/** The interview of the address, of this community; null where it is not there for a developer. */
export async function theInterview(c: PageContext, act: Acting, community: Community): Promise<Found | null> {
  return develops(act) ? interviewOf(act, community.id, c.req.param('id') ?? '') : null
}

/** To the interview's page, with a word about what was done. */
export function back(c: PageContext, community: Community, { interview }: Found, notice: string) {
  leaveNotice(c, notice)
  return c.redirect(communityHref(community, `interviews/${interview.id}`), 303)
}

async function openRound(act: Acting, community: Community): Promise<Round | null> {
  if (!develops(act)) return null
  return (await roundsOf(act, community.id)).find(({ closedOn }) => closedOn === null) ?? null
}

type Written = { round: Round; interview: RoundInterview | null }

/** The form as it was sent: nothing was saved, because the assessment was finished while it was being written. */
const tooLatePage = (c: PageContext, community: Community, written: Written, typed: InterviewTyped) =>
  writePage(c, community, written, typed, { form: interviewWords(c.var.locale).tooLate }, 409)

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

export const namesOf = (act: Acting, { scorers }: RoundInterview): Promise<Map<string, string>> =>
  accountNames(
    act,
    scorers.map(({ accountId }) => accountId),
  )

/** Who scores it, whose turn it is, and nothing of what anybody gave. */
function Scorers(props: {
  locale: Locale
  href: (place: string) => string
  interview: RoundInterview
  me: string | null
  names: ReadonlyMap<string, string>
  counts: boolean
}) {
  const { locale, href, interview, me, names, counts } = props
  const say = interviewWords(locale)
  const own = interview.scorers.find(({ accountId }) => accountId === me)
  return (
    <Card title={say.who} lead={say.whoLead}>
      {interview.scorers.length === 0 ? (
        <p>{say.nobody}</p>
      ) : (
        <ul class="rows">
          {interview.scorers.map((scorer) => (
            <li class="row">
              <p class="who">{names.get(scorer.accountId) ?? ''}</p>
              <p>{scorer.finished ? say.handedIn : say.notHandedIn}</p>
              {counts && !scorer.finished && (
                <PostButton
                  kind="calm"
                  action={href('give-up')}
                  fields={{ scorer: scorer.id }}
                  about={names.get(scorer.accountId)}
                >
                  {scorer === own ? say.giveUp : say.free}
                </PostButton>
              )}
            </li>
          ))}
        </ul>
      )}
      {counts && own && !own.finished && (
        <Acts>
          <ButtonLink href={href('score')}>{say.score}</ButtonLink>
        </Acts>
      )}
      {own?.finished && (
        <>
          <p>{say.waitingForOther}</p>
          {counts && (
            <PostButton kind="line" action={href('take-back')}>
              {say.takeBack}
            </PostButton>
          )}
        </>
      )}
      {counts && !own && interview.scorers.length < 2 && (
        <PostButton action={href('take')}>{say.take}</PostButton>
      )}
      <p class="sub">{say.alone}</p>
    </Card>
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

function writePage(
  c: PageContext,
  community: Community,
  { round, interview }: Written,
  typed: InterviewTyped,
  errors: InterviewErrors,
  status: 200 | 409 | 422 = Object.keys(errors).length > 0 ? 422 : 200,
) {
  const { locale } = c.var
  const say = interviewWords(locale)
  const place = interview ? `interviews/${interview.id}/change` : 'interviews/new'
  return page(
    c,
    { ...head(community, locale, interview ? say.change : say.add), lead: say.addLead },
    <>
      <Form locale={locale} action={communityHref(community, place)} errors={errors} guard>
        <InterviewFields locale={locale} typed={typed} errors={errors} />
        <Acts>
          <Button>{say.save}</Button>
        </Acts>
      </Form>
      <Plain title={say.questions}>
        <Questions locale={locale} dimensions={round.dimensions} />
      </Plain>
    </>,
    status,
  )
}

export const head = (community: Community, locale: Locale, title: string) =>
  headOf(community, title, { from: { place: 'readiness', label: readinessWords(locale).title } })
