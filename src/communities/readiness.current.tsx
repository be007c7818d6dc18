/** The assessment of readiness under way. */
import { Acts, ButtonLink, PostButton } from '../platform/parts/button.tsx'
import { Card } from '../platform/parts/surface.tsx'
import { dayAndMonth } from '../platform/words.dates.ts'
import type { Locale } from '../platform/words.ts'
import { communityHref } from './about-community.tsx'
import type { Community } from './community.ts'
import { interviewWords } from './interview.words.ts'
import { interviewsMissing } from './readiness.ts'
import { readinessDefinition } from './readiness.content.ts'
import { scoreText } from './readiness.picture.tsx'
import { readinessWords } from './readiness.words.ts'
import {
  canClose,
  counted,
  interviewState,
  resultOf,
  roundSums,
  type Round,
  type RoundInterview,
} from './round.ts'

type CurrentRound = { community: Community; round: Round; interviews: RoundInterview[] }

/** The assessment under way: its interviews, each with what comes next. */
export function Current({ locale, community, round, interviews }: CurrentRound & { locale: Locale }) {
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
