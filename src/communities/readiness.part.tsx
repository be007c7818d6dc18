/** Readiness in one community's page: the picture of the last two assessments, or what to do where there is none. */
import { Card } from '../platform/parts/surface.tsx'
import { communityHref, develops, tends, type CommunityPart } from './about-community.tsx'
import { ReadinessPicture, ReadinessTable, summaryOf } from './readiness.picture.tsx'
import { readinessWords } from './readiness.words.ts'
import { resultsOf, roundsOf } from './round.store.ts'

export const readinessPart: CommunityPart = async (act, community, locale) => {
  if (!tends(act)) return null
  const say = readinessWords(locale)
  const rounds = await roundsOf(act, community.id)
  const results = await resultsOf(act, rounds)
  const [last, before = null] = results
  return {
    place: 'main',
    body: (
      <Card title={say.title} id="readiness">
        {last ? (
          <>
            <ReadinessPicture
              locale={locale}
              last={last}
              before={before}
              summary={summaryOf(locale, last, before)}
            />
            <ReadinessTable locale={locale} results={results.slice(0, 2)} />
          </>
        ) : (
          <p>{!develops(act) ? say.noneHost : rounds.length > 0 ? say.noneYet : say.none}</p>
        )}
        <p>
          <a href={communityHref(community, 'readiness')}>{say.open}</a>
        </p>
      </Card>
    ),
  }
}
