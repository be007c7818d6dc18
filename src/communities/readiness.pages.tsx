/** A community's readiness: what came out of each assessment, what to begin with, and the assessment under way. */
import { Hono } from 'hono'
import type { Acting } from '../platform/actor.ts'
import { ButtonLink, PostButton } from '../platform/parts/button.tsx'
import { Split } from '../platform/parts/layout.tsx'
import { Empty } from '../platform/parts/list-tools.tsx'
import { Card, Plain } from '../platform/parts/surface.tsx'
import { page, type PageEnv } from '../platform/web.tsx'
import { longDay } from '../platform/words.dates.ts'
import type { Locale } from '../platform/words.ts'
import { communityHref, develops, headOf, onTended } from './about-community.tsx'
import type { Agreement } from './readiness.agreement.ts'
import { Current } from './readiness.current.tsx'
import { First } from './readiness.first.tsx'
import { leastRounds } from './readiness.lines.ts'
import { ReadinessOverTime } from './readiness.lines.picture.tsx'
import { ReadinessPicture, ReadinessTable, scoreText, summaryOf } from './readiness.picture.tsx'
import { readinessWords } from './readiness.words.ts'
import { roundAgreement, type Round } from './round.ts'
import { interviewsOf, resultsOf, roundsOf } from './round.store.ts'
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
          <First
            locale={locale}
            community={community}
            result={last}
            mayPlan={develops(act)}
            offers={(dimension) =>
              c.var.dimensionParts.map((part) => part(act, community, dimension, locale))
            }
          />
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
