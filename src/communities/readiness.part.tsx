/** Readiness in one community's page: the picture of the last two assessments, or what to do where there is none. */
import { Card } from '../platform/parts/surface.tsx'
import { communityHref, develops, tends, type CommunityPart } from './about-community.tsx'
import { ReadinessPicture, ReadinessTable, summaryOf } from './readiness.picture.tsx'
import { readinessWords } from './readiness.words.ts'
import { resultsOf, roundsOf } from './round.store.ts'

export const readinessPart: CommunityPart = async (act, community, locale) => {
  if (!tends(act)) return null
  const say = readinessWords(locale)
  const results = await resultsOf(act, community.id)
  const [last, before = null] = results
  const rounds = last || !develops(act) ? [] : await roundsOf(act, community.id)
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
          <p>{rounds.length > 0 ? say.noneYet : develops(act) ? say.none : say.noneHost}</p>
        )}
        <p>
          <a href={communityHref(community, 'readiness')}>{say.open}</a>
        </p>
      </Card>
    ),
  }
}
