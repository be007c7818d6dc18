/** What both scorers gave, beside each other, and the one score for each dimension that they agree on. */
import { Acts, Button } from '../platform/parts/button.tsx'
import { Select } from '../platform/parts/choices.tsx'
import { Form } from '../platform/parts/form.tsx'
import { SummaryList } from '../platform/parts/summary-list.tsx'
import { Card } from '../platform/parts/surface.tsx'
import { Tag } from '../platform/parts/tag.tsx'
import type { Locale } from '../platform/words.ts'
import { scoreOptions, type SheetErrors } from './interview.form.tsx'
import { interviewWords } from './interview.words.ts'
import type { Dimension } from './readiness.ts'
import { dimensionName } from './readiness.names.ts'
import { scoreText } from './readiness.picture.tsx'
import type { Round, RoundInterview, Scores, ScoreSheet } from './round.ts'

export function AgreeForm(props: {
  locale: Locale
  action: string
  round: Round
  interview: RoundInterview
  sheets: readonly ScoreSheet[]
  names: ReadonlyMap<string, string>
  mayAgree: boolean
  typed: Scores
  errors: SheetErrors
}) {
  const { locale, action, round, interview, mayAgree, typed, errors } = props
  const say = interviewWords(locale)
  const body = round.dimensions.map((dimension) => (
    <>
      <h3>{dimensionName(locale, dimension)}</h3>
      <Given {...props} dimension={dimension} />
      {mayAgree && (
        <Select
          locale={locale}
          name={`score-${dimension}`}
          label={`${say.combined}: ${dimensionName(locale, dimension)}`}
          value={typed[dimension] === undefined ? '' : String(typed[dimension])}
          error={errors[`score-${dimension}`]}
          options={scoreOptions(locale)}
        />
      )}
      {!mayAgree && interview.combined[dimension] !== undefined && (
        <p>
          {say.combined}: {scoreText(locale, interview.combined[dimension])}
        </p>
      )}
    </>
  ))
  return (
    <Card title={say.both} lead={mayAgree ? say.agreeLead : say.onlyScorers}>
      {mayAgree ? (
        <Form locale={locale} action={action} errors={errors} guard>
          {body}
          <Acts>
            <Button>{say.agree}</Button>
          </Acts>
        </Form>
      ) : (
        body
      )}
    </Card>
  )
}

function Given(props: {
  locale: Locale
  dimension: Dimension
  interview: RoundInterview
  sheets: readonly ScoreSheet[]
  names: ReadonlyMap<string, string>
}) {
  const { locale, dimension, interview, sheets, names } = props
  const say = interviewWords(locale)
  const given = interview.scorers.flatMap(({ id, accountId }) => {
    const sheet = sheets.find(({ scorerId }) => scorerId === id)
    const score = sheet?.scores[dimension]
    return score === undefined
      ? []
      : [{ name: names.get(accountId) ?? '', score, why: sheet?.reasons[dimension] ?? '' }]
  })
  const [one, other] = given
  return (
    <>
      <SummaryList
        locale={locale}
        facts={given.map(({ name, score, why }) => ({
          label: name,
          value: `${scoreText(locale, score)}${why === '' ? '' : `. ${why}`}`,
        }))}
      />
      {one && other && Math.abs(one.score - other.score) > 1 && (
        <p>
          <Tag tone="time">{say.apart}</Tag>
        </p>
      )}
    </>
  )
}
