/** A community's readiness: what came out of each assessment, what to begin with, and the assessment under way. */
import { Hono } from 'hono'
import type { Acting } from '../platform/actor.ts'
import { Acts, Button, ButtonLink, PostButton } from '../platform/parts/button.tsx'
import { Checkbox, Radios } from '../platform/parts/choices.tsx'
import { Form } from '../platform/parts/form.tsx'
import { Split } from '../platform/parts/layout.tsx'
import { Empty } from '../platform/parts/list-tools.tsx'
import { Card, Plain, Ticks } from '../platform/parts/surface.tsx'
import { formOf, leaveNotice, page, type PageContext, type PageEnv } from '../platform/web.tsx'
import { dayAndMonth, longDay } from '../platform/words.dates.ts'
import type { Locale } from '../platform/words.ts'
import { communityHref, develops, headOf, onTended } from './about-community.tsx'
import type { Community } from './community.ts'
import { interviewWords } from './interview.words.ts'
import { offeredFor } from './plan.readiness.ts'
import { interviewsMissing } from './readiness.ts'
import type { Agreement } from './readiness.agreement.ts'
import { readinessDefinition, variantKeys, type Variant } from './readiness.content.ts'
import { leastRounds } from './readiness.lines.ts'
import { ReadinessOverTime } from './readiness.lines.picture.tsx'
import { dimensionName, inLanguage } from './readiness.names.ts'
import { ReadinessPicture, ReadinessTable, scoreText, summaryOf } from './readiness.picture.tsx'
import { readinessWords } from './readiness.words.ts'
import {
  canClose,
  counted,
  interviewState,
  resultOf,
  roundAgreement,
  roundSums,
  type Round,
  type RoundInterview,
  type RoundResult,
} from './round.ts'
import { beginRound, closeRound, interviewsOf, reopenRound, resultsOf, roundsOf } from './round.store.ts'
import { sheetsOf } from './scorer.store.ts'

export const readinessPages = new Hono<PageEnv>()

readinessPages.get('/communities/:slug/readiness', (c) =>
  onTended(c, async (act, community) => {
    const { locale } = c.var
    const say = readinessWords(locale)
    const rounds = await roundsOf(act, community.id)
    const results = await resultsOf(act, rounds)
    const open = develops(act) ? rounds.find(({ closedOn }) => closedOn === null) : undefined
    const [last, before = null] = results
    const isLine = results.length >= leastRounds
    const agreement = last && develops(act) ? await agreementOf(act, last.round) : null
    const under = open && (
      <Current
        locale={locale}
        community={community}
        round={open}
        interviews={await interviewsOf(act, [open.id])}
      />
    )
    return page(
      c,
      {
        ...headOf(community, say.title, { lead: say.lead }),
        width: last ? undefined : 'narrow',
        actions:
          develops(act) && !open ? (
            <ButtonLink href={communityHref(community, 'readiness/begin')}>{say.begin}</ButtonLink>
          ) : undefined,
      },
      last ? (
        <Split
          aside={
            <>
              {!isLine && (
                <Plain title={say.overTime}>
                  <ReadinessTable locale={locale} results={results} />
                </Plain>
              )}
              {agreement && <Alike locale={locale} agreement={agreement} />}
              {develops(act) && !open && (
                <PostButton kind="line" action={communityHref(community, `rounds/${last.round.id}/reopen`)}>
                  {say.reopen}
                </PostButton>
              )}
            </>
          }
        >
          {under}
          <Card title={longDay(locale, last.on)}>
            <ReadinessPicture
              locale={locale}
              last={last}
              before={before}
              summary={summaryOf(locale, last, before)}
            />
          </Card>
          {isLine && (
            <Card title={say.overTime}>
              <ReadinessOverTime locale={locale} results={results} />
              <ReadinessTable locale={locale} results={results} />
            </Card>
          )}
          <First locale={locale} community={community} result={last} mayPlan={develops(act)} />
        </Split>
      ) : (
        (under ?? (
          <Empty title={say.none}>
            <p>{develops(act) ? say.noneHint : say.noneHost}</p>
          </Empty>
        ))
      ),
    )
  }),
)

type CurrentRound = { community: Community; round: Round; interviews: RoundInterview[] }

/** The assessment under way: its interviews, each with what comes next. */
function Current({ locale, community, round, interviews }: CurrentRound & { locale: Locale }) {
  const say = readinessWords(locale)
  const states = interviewWords(locale)
  const { interviews: advised } = readinessDefinition()
  const missing = interviewsMissing(counted(interviews).length, {
    advised,
    smallAndAlike: round.smallAndAlike,
  })
  const { overall } = resultOf(round, roundSums(round, interviews)).readiness
  return (
    <Card title={say.current} lead={say.since(dayAndMonth(locale, round.begunOn))}>
      {interviews.length === 0 ? (
        <p>{say.noInterviews}</p>
      ) : (
        <ul class="rows">
          {interviews.map((interview) => (
            <li class="row">
              <p class="who">
                <a href={communityHref(community, `interviews/${interview.id}`)}>
                  {states.title(interview.number)}
                </a>
              </p>
              <div>
                <p>{interview.part}</p>
                <p class="sub">
                  {dayAndMonth(locale, interview.onDay)} · {states.states[interviewState(round, interview)]}
                </p>
              </div>
            </li>
          ))}
        </ul>
      )}
      {missing > 0 && <p class="sub">{say.missing(missing)}</p>}
      {overall && (
        <p class="sub">
          {say.soFar}: {scoreText(locale, overall.score)}
        </p>
      )}
      <Acts>
        <ButtonLink href={communityHref(community, 'interviews/new')}>{say.addInterview}</ButtonLink>
        {canClose(round, interviews) && (
          <PostButton kind="line" action={communityHref(community, `rounds/${round.id}/close`)}>
            {say.close}
          </PostButton>
        )}
      </Acts>
      <p class="sub">{canClose(round, interviews) ? say.closeHint : say.notYet}</p>
    </Card>
  )
}

/** The lowest dimensions, and what can be done at the stage of each. */
function First(props: { locale: Locale; community: Community; result: RoundResult; mayPlan: boolean }) {
  const { locale, community, result, mayPlan } = props
  const say = readinessWords(locale)
  const definition = readinessDefinition()
  const lowest = result.readiness.dimensions.filter(({ dimension }) =>
    result.readiness.first.includes(dimension),
  )
  return (
    <Card title={say.first}>
      {lowest.map(({ dimension, reached }) => {
        if (!reached) return null
        const { stage } = reached
        const to = new URLSearchParams({ dimension, from: String(stage) })
        return (
          <>
            <h3>
              {say.firstLead(
                dimensionName(locale, dimension),
                stage,
                inLanguage(definition.stages[stage].name, locale),
              )}
            </h3>
            <p>{inLanguage(definition.stages[stage].goal, locale)}</p>
            <Ticks
              items={offeredFor(locale, { dimension, stageFrom: stage, stageTo: null })
                .slice(0, 4)
                .map(({ title, how }) => ({
                  open: true,
                  label: (
                    <>
                      {title}
                      <br />
                      <span class="sub">{how}</span>
                    </>
                  ),
                }))}
            />
            {mayPlan && (
              <p>
                <a href={`${communityHref(community, 'plan/goal')}?${to}`}>
                  {say.addToPlan}
                  <span class="unseen">: {dimensionName(locale, dimension)}</span>
                </a>
              </p>
            )}
          </>
        )
      })}
    </Card>
  )
}

async function agreementOf(act: Acting, round: Round): Promise<Agreement> {
  const interviews = await interviewsOf(act, [round.id])
  const ids = interviews.map(({ id }) => id)
  return roundAgreement(round, interviews, await sheetsOf(act, ids))
}

function Alike({ locale, agreement }: { locale: Locale; agreement: Agreement }) {
  const say = readinessWords(locale)
  const { withinHalf, meanDifference, weightedKappa, cells } = agreement
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })
  return (
    <Plain title={say.agreement}>
      {withinHalf === null || meanDifference === null ? (
        <p>{say.noAgreement}</p>
      ) : (
        <p>
          {say.agreementLine(percent.format(withinHalf), scoreText(locale, meanDifference), cells)}{' '}
          {weightedKappa !== null && say.kappa(scoreText(locale, weightedKappa))}
        </p>
      )}
    </Plain>
  )
}

readinessPages.get('/communities/:slug/readiness/begin', (c) =>
  onTended(c, async (act, community) => (develops(act) ? beginPage(c, community, {}) : null)),
)

readinessPages.post('/communities/:slug/readiness/begin', async (c) => {
  const form = await formOf(c)
  return onTended(c, async (act, community) => {
    if (!develops(act)) return null
    const say = readinessWords(c.var.locale)
    const variant = variantKeys.find((each) => each === form.text('variant'))
    const smallAndAlike = form.text('small') !== ''
    if (!variant) return beginPage(c, community, { small: smallAndAlike, error: say.errors.variant })
    const { version, variants } = readinessDefinition()
    const { dimensions } = variants[variant]
    const id = await beginRound(act, community.id, { variant, version, dimensions, smallAndAlike })
    leaveNotice(c, id === null ? say.alreadyOpen : say.begun)
    return c.redirect(communityHref(community, 'readiness'), 303)
  })
})

function beginPage(
  c: PageContext,
  community: Community,
  { variant = 'five', small = false, error }: { variant?: Variant; small?: boolean; error?: string },
) {
  const { locale } = c.var
  const say = readinessWords(locale)
  const { variants, interviews } = readinessDefinition()
  return page(
    c,
    headOf(community, say.begin, { lead: say.beginLead, from: { place: 'readiness', label: say.title } }),
    <Form
      locale={locale}
      action={communityHref(community, 'readiness/begin')}
      errors={error === undefined ? {} : { variant: error }}
    >
      <Radios
        locale={locale}
        name="variant"
        label={say.variant}
        layout="column"
        value={variant}
        error={error}
        options={variantKeys.map((value) => ({
          value,
          label: inLanguage(variants[value].name, locale),
          hint: variants[value].dimensions.map((dimension) => dimensionName(locale, dimension)).join(', '),
        }))}
      />
      <Checkbox
        name="small"
        label={say.smallAndAlike}
        hint={say.smallAndAlikeHint(interviews.leastSmallAndAlike, interviews.least)}
        checked={small}
      />
      <Acts>
        <Button>{say.begin}</Button>
      </Acts>
    </Form>,
    error === undefined ? 200 : 422,
  )
}

for (const [place, change] of [
  ['close', closeRound],
  ['reopen', reopenRound],
] as const) {
  readinessPages.post(`/communities/:slug/rounds/:id/${place}`, (c) =>
    onTended(c, async (act, community) => {
      if (!develops(act)) return null
      const say = readinessWords(c.var.locale)
      const round = (await roundsOf(act, community.id)).find(({ id }) => id === c.req.param('id'))
      if (!round) return null
      const done = await change(act, round)
      leaveNotice(
        c,
        place === 'close'
          ? done
            ? say.closed
            : say.couldNotClose
          : done
            ? say.reopened
            : say.couldNotReopen,
      )
      return c.redirect(communityHref(community, 'readiness'), 303)
    }),
  )
}
