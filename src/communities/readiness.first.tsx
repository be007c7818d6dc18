/** What to begin with, after an assessment of readiness. */
import type { Child } from 'hono/jsx'
import { Card, Ticks } from '../platform/parts/surface.tsx'
import type { Locale } from '../platform/words.ts'
import { communityHref } from './about-community.tsx'
import type { Community } from './community.ts'
import { offeredFor } from './plan.readiness.ts'
import { readinessDefinition } from './readiness.content.ts'
import { dimensionName, inLanguage } from './readiness.names.ts'
import { readinessWords } from './readiness.words.ts'
import type { Dimension } from './readiness.ts'
import type { RoundResult } from './round.ts'

/** The lowest dimensions, and what can be done at the stage of each. */
export function First(props: {
  locale: Locale
  community: Community
  result: RoundResult
  mayPlan: boolean
  /** What other rooms offer for a dimension. */
  offers(dimension: Dimension): Child[]
}) {
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
            {props.offers(dimension)}
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
