import { SummaryList } from '../platform/parts/summary-list.tsx'
import { Plain } from '../platform/parts/surface.tsx'
import type { Locale } from '../platform/words.ts'
import type { Known } from './day.ts'
import { dayWords } from './day.words.ts'

/** How the people on the pathway are known of lately, with what is not known; and the ways to all of them. */
export function Lately(props: {
  locale: Locale
  known: Known
  /** Those who stand in the lists of the day. */
  listed: ReadonlySet<string>
  toBeAsked: number
  /** The people of all coordinators are counted. */
  everybody: boolean
}) {
  const { locale, known, listed, toBeAsked } = props
  const say = dayWords(locale)
  const unknownHere = known.unknown.filter((id) => listed.has(id)).length
  const facts = [
    {
      label: say.spoken,
      value: (
        <>
          <b>{known.spoken}</b>
          {say.spokenOf(known.spoken, known.all)}
        </>
      ),
    },
    {
      label: say.wrote,
      value: (
        <>
          <b>{known.wrote}</b>
          {say.wroteOf(known.wrote)}
        </>
      ),
    },
    {
      label: say.unknown,
      value:
        known.unknown.length === 0 ? (
          say.nobodyUnknown
        ) : (
          <>
            <b>{known.unknown.length}</b>
            {say.unknownOf(known.unknown.length, unknownHere)}
          </>
        ),
    },
  ]
  return (
    <Plain title={say.last30}>
      {known.all === 0 ? <p>{say.notOnPath}</p> : <SummaryList locale={locale} facts={facts} />}
      {toBeAsked > 0 && (
        <p>
          <a href="/people?state=to-be-asked">{say.toBeAsked(toBeAsked)}</a>
        </p>
      )}
      <p>
        <a href="/people">{say.allPeople}</a>
      </p>
      {props.everybody && <p class="sub">{say.wholeOrganisation}</p>}
    </Plain>
  )
}
