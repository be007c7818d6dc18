/** Who scores an interview, and what is left to do. */
import { Acts, ButtonLink, PostButton } from '../platform/parts/button.tsx'
import { Card } from '../platform/parts/surface.tsx'
import type { Locale } from '../platform/words.ts'
import { interviewWords } from './interview.words.ts'
import type { RoundInterview } from './round.ts'

/** Who scores it, whose turn it is, and nothing of what anybody gave. */
export function Scorers(props: {
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
