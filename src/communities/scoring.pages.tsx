/** Scoring an interview: each on their own sheet, handed in when it is whole; then the agreement. */
import { Hono } from 'hono'
import type { Acting } from '../platform/actor.ts'
import { Acts, Button } from '../platform/parts/button.tsx'
import { Form } from '../platform/parts/form.tsx'
import { formOf, page, type PageContext, type PageEnv } from '../platform/web.tsx'
import { communityHref } from './about-community.tsx'
import type { Community } from './community.ts'
import { AgreeForm } from './interview.agree.tsx'
import { readSheet, SheetFields, sheetTyped, type SheetErrors, type SheetTyped } from './interview.form.tsx'
import { back, head, namesOf, onInterview, onWritten, theInterview, type Found } from './about-interview.tsx'
import { interviewWords } from './interview.words.ts'
import { isOpened, isUnderWay, type Scorer } from './round.ts'
import { agreeOn, handIn, keepScores, scorersOf, sheetsOf } from './scorer.store.ts'

export const scoringPages = new Hono<PageEnv>()

scoringPages.get('/communities/:slug/interviews/:id/score', (c) =>
  onInterview(c, async (act, community) => {
    const found = await theInterview(c, act, community)
    const scorer = found && toScore(act, found)
    if (!scorer) return null
    const sheets = await sheetsOf(act, [found.interview.id])
    const own = sheets.find(({ scorerId }) => scorerId === scorer.id)
    return sheetPage(c, community, found, sheetTyped(own ?? { scores: {}, reasons: {} }), {})
  }),
)

scoringPages.post('/communities/:slug/interviews/:id/score', async (c) => {
  const form = await formOf(c)
  return onWritten(c, async (act, community) => {
    const found = await theInterview(c, act, community)
    if (!found) return null
    const scorer = toScore(act, found)
    const { dimensions } = found.round
    const say = interviewWords(c.var.locale)
    const whole = form.text('to') !== 'keep'
    const { typed, errors, given } = readSheet(c.var.locale, form.values, { dimensions, all: whole })
    if (!scorer) return sheetPage(c, community, found, typed, { form: say.notYours }, 409)
    if (Object.keys(errors).length > 0) return sheetPage(c, community, found, typed, errors)
    const scorerId = await keepScores(act, scorer, community.id, given)
    if (scorerId === null) return sheetPage(c, community, found, typed, { form: say.notYours }, 409)
    if (!whole) return back(c, community, found, say.kept)
    await handIn(act, scorerId, true)
    const scorers = await scorersOf(act, [found.interview.id])
    return back(c, community, found, isOpened({ scorers }) ? say.nowOpen : say.waitingForOther)
  })
})

scoringPages.post('/communities/:slug/interviews/:id/take-back', (c) =>
  onInterview(c, async (act, community) => {
    const found = await theInterview(c, act, community)
    const own = found?.interview.scorers.find(({ accountId }) => accountId === act.actor.accountId)
    if (!found || !own) return null
    const say = interviewWords(c.var.locale)
    if (isOpened(found.interview)) return back(c, community, found, say.couldNotTakeBack)
    await handIn(act, own.id, false)
    return back(c, community, found, say.tookBack)
  }),
)

scoringPages.post('/communities/:slug/interviews/:id/agree', async (c) => {
  const { values } = await formOf(c)
  return onInterview(c, async (act, community) => {
    const found = await theInterview(c, act, community)
    if (!found || !isUnderWay(found.round, found.interview)) return null
    const say = interviewWords(c.var.locale)
    if (!isOpened(found.interview)) return back(c, community, found, say.alone)
    if (!found.interview.scorers.some(({ accountId }) => accountId === act.actor.accountId))
      return back(c, community, found, say.onlyScorers)
    const { dimensions } = found.round
    const { errors, given } = readSheet(c.var.locale, values, { dimensions, all: true })
    const { locale } = c.var
    if (Object.keys(errors).length > 0) {
      return page(
        c,
        head(community, locale, say.title(found.interview.number)),
        <AgreeForm
          locale={locale}
          action={communityHref(community, `interviews/${found.interview.id}/agree`)}
          round={found.round}
          interview={found.interview}
          sheets={await sheetsOf(act, [found.interview.id])}
          names={await namesOf(act, found.interview)}
          mayAgree
          typed={Object.fromEntries(given.map(({ dimension, score }) => [dimension, score]))}
          errors={errors}
        />,
        422,
      )
    }
    await agreeOn(act, found.interview, given)
    return back(c, community, found, say.agreed)
  })
})

/** The actor's own place, where there is still something to score. */
function toScore(act: Acting, { round, interview }: Found): Scorer | null {
  const scorer = interview.scorers.find(({ accountId }) => accountId === act.actor.accountId)
  return scorer && !scorer.finished && isUnderWay(round, interview) ? scorer : null
}

function sheetPage(
  c: PageContext,
  community: Community,
  { round, interview }: Found,
  typed: SheetTyped,
  errors: SheetErrors,
  status: 200 | 409 | 422 = Object.keys(errors).length > 0 ? 422 : 200,
) {
  const { locale } = c.var
  const say = interviewWords(locale)
  const href = communityHref(community, `interviews/${interview.id}`)
  return page(
    c,
    {
      ...head(community, locale, `${say.score}: ${say.title(interview.number)}`),
      lead: say.scoreLead,
      back: { href, label: say.title(interview.number) },
    },
    <Form locale={locale} action={`${href}/score`} errors={errors} guard>
      <SheetFields locale={locale} dimensions={round.dimensions} typed={typed} errors={errors} />
      <Acts>
        <Button name="to" value="done">
          {say.handIn}
        </Button>
        <Button kind="line" name="to" value="keep">
          {say.keep}
        </Button>
      </Acts>
      <p class="sub">{say.alone}</p>
    </Form>,
    status,
  )
}
