/** A trial as it is seen: its days, its counts with what is unknown, its results, what all trials of a community come to, and their piece of its page. */
import { communityHref, tends } from '../communities/about-community.tsx'
import type { Community } from '../communities/community.ts'
import type { Acting } from '../platform/actor.ts'
import { SummaryList, type Fact } from '../platform/parts/summary-list.tsx'
import { Card } from '../platform/parts/surface.tsx'
import { Table } from '../platform/parts/table.tsx'
import { Times } from '../platform/parts/times.tsx'
import type { Room } from '../platform/room.ts'
import type { PageContext } from '../platform/web.tsx'
import { dayAndMonth, longDay, numericDay } from '../platform/words.dates.ts'
import type { Locale } from '../platform/words.ts'
import { euros } from '../communities/money.ts'
import { hoursText } from './report.form.tsx'
import { resultWords } from './result.words.ts'
import { trialsOf } from './trial.store.ts'
import { effects, reAim, type Result, type Share, type Trial, type WithdrawnResult } from './trial.ts'
import { trialWords } from './trial.words.ts'
import { takenUp, type Taken } from './tried.ts'

type Slug = { slug: string }
export const trialHref = (community: Slug, { id }: Pick<Trial, 'id'>) =>
  communityHref(community, `trials/${id}`)

/** The one of the community that the address names by `:id`, if the actor sees it. */
export async function theTrial(c: PageContext, act: Acting, community: Community) {
  const trials = await trialsOf(act, { communityId: community.id })
  return trials.find(({ id }) => id === c.req.param('id')) ?? null
}

/** `1. oktoober 2026 – 28. november 2026`; without an end, since when. */
export function trialDays(
  locale: Locale,
  { startsOn, endsOn }: Pick<Trial, 'startsOn' | 'endsOn'>,
  day = longDay,
): string {
  if (!endsOn) return trialWords(locale).from(day(locale, startsOn))
  return startsOn.equals(endsOn) ? day(locale, startsOn) : `${day(locale, startsOn)} – ${day(locale, endsOn)}`
}

/** How many of how many; what nobody counted is said to be unknown and is never nought. */
export function ofText(
  locale: Locale,
  part: number | null,
  whole: number | null,
  of: 'of' | 'people' = 'of',
): string {
  const say = trialWords(locale)
  if (part === null) return whole === null ? say.unknown : say.unknownOf(whole)
  return whole === null ? say.ofUnknown(part) : say[of](part, whole)
}

export function TrialTable(props: {
  locale: Locale
  community: Slug
  trials: readonly Trial[]
  taken: Taken
}) {
  const { locale, community, trials, taken } = props
  const say = trialWords(locale)
  return (
    <Table
      locale={locale}
      caption={say.title}
      captionHidden
      rows={trials}
      columns={[
        {
          key: 'method',
          label: say.columns.method,
          rowHeader: true,
          cell: (trial) => <a href={trialHref(community, trial)}>{taken.nameOf(trial)}</a>,
        },
        { key: 'days', label: say.columns.days, cell: (trial) => trialDays(locale, trial, numericDay) },
        { key: 'state', label: say.columns.state, cell: ({ state }) => say.states[state] },
        {
          key: 'reached',
          label: say.columns.reached,
          cell: ({ reached, eligible }) => ofText(locale, reached, eligible, 'people'),
        },
      ]}
    />
  )
}

/** The five parts of RE-AIM, each with its two numbers and of how many trials it is not known. What has not begun counts for none. */
export function ReAimTable(props: { locale: Locale; trials: readonly Trial[]; results: readonly Result[] }) {
  const { locale, results } = props
  const begun = props.trials.filter(({ state }) => state !== 'planned')
  if (begun.length === 0) return null
  const say = trialWords(locale)
  const { reach, adoption, implementation } = reAim(begun)
  const { effect, maintenance } = effects(begun, results)
  const rows = Object.entries({ reach, effect, adoption, implementation, maintenance }) as [
    keyof typeof say.reAim & string,
    Share,
  ][]
  return (
    <Card title={say.reAim.title} lead={say.reAim.lead}>
      <Table
        locale={locale}
        caption={say.reAim.title}
        captionHidden
        rows={rows}
        columns={[
          { key: 'what', label: say.reAim.what, rowHeader: true, cell: ([name]) => String(say.reAim[name]) },
          {
            key: 'known',
            label: say.reAim.known,
            cell: ([name, { part, whole, known }]) => {
              if (known === 0) return say.unknown
              // The others count trials themselves.
              if (name !== 'reach' && name !== 'adoption') return say.reAim.ofTrials(part, whole)
              return (
                <>
                  {ofText(locale, part, whole, name === 'reach' ? 'people' : 'of')}
                  <span class="sub">{` ${say.reAim.basis(known)}`}</span>
                </>
              )
            },
          },
          {
            key: 'unknown',
            label: say.reAim.unknown,
            cell: ([, { unknown }]) => (unknown === 0 ? say.reAim.nobody : say.reAim.trials(unknown)),
          },
        ]}
      />
    </Card>
  )
}

/** What is known of a trial; `more` stands between what was tried and the days. */
export function TrialFacts(props: { locale: Locale; trial: Trial; before: Fact[]; more?: Fact[] }) {
  const { locale, trial, before, more = [] } = props
  const say = trialWords(locale)
  return (
    <SummaryList
      locale={locale}
      facts={[
        ...before,
        { label: say.facts.days, value: trialDays(locale, trial) },
        { label: say.facts.state, value: say.states[trial.state] },
        ...more,
        { label: say.facts.reach, value: ofText(locale, trial.reached, trial.eligible, 'people') },
        { label: say.facts.adoption, value: ofText(locale, trial.tookPart, trial.asked) },
        { label: say.facts.fidelity, value: say.fidelities[trial.fidelity] },
        {
          label: say.facts.hours,
          value:
            trial.hoursQuarters === null ? say.unknown : say.facts.hoursText(hoursText(trial.hoursQuarters)),
        },
        {
          label: say.facts.cost,
          value: trial.costCents === null ? say.unknown : `${euros(trial.costCents)} €`,
        },
        ...(trial.followUpOn
          ? [{ label: say.facts.followUp, value: longDay(locale, trial.followUpOn) }]
          : []),
      ]}
    />
  )
}

/** `Midagi muutus · 4 (7-st) · Kust teame: võtmeraamatust` */
export function resultText(
  locale: Locale,
  { kind, count, outOf, howKnown }: Pick<Result, 'kind' | 'count' | 'outOf' | 'howKnown'>,
): string {
  const say = trialWords(locale)
  return [
    say.kinds[kind],
    ...(count === null && outOf === null ? [] : [ofText(locale, count, outOf)]),
    say.howKnown(howKnown),
  ].join(' · ')
}

/**
 * What happened in it, and what came of it.
 *
 * @param withdrawn results that were taken back: only that they were, and why
 * @param writes where results are added and taken back, or null for whoever only reads
 */
export function TrialStory(props: {
  locale: Locale
  trial: Trial
  results: readonly Result[]
  withdrawn: readonly WithdrawnResult[]
  writes?: { community: Slug; begun: boolean } | null
}) {
  const { locale, trial, results, withdrawn, writes = null } = props
  const say = trialWords(locale)
  const sayResult = resultWords(locale)
  return (
    <>
      <Card title={say.happened}>
        <p class="prose">{trial.happened === '' ? say.notWritten : trial.happened}</p>
        {trial.unwanted !== '' && (
          <>
            <h3>{say.unwanted}</h3>
            <p class="prose">{trial.unwanted}</p>
          </>
        )}
      </Card>
      <Card title={say.results} id="results">
        {results.length === 0 ? (
          <p>{say.noResults}</p>
        ) : (
          <Times
            kind="days"
            items={results.map((result) => ({
              when: dayAndMonth(locale, result.seenOn),
              datetime: result.seenOn.toString(),
              text: result.what,
              sub: (
                <>
                  {resultText(locale, result)}
                  {writes && (
                    <>
                      <br />
                      <a href={communityHref(writes.community, `results/${result.id}/withdraw`)}>
                        {sayResult.withdraw}
                        <span class="unseen">: {result.what}</span>
                      </a>
                    </>
                  )}
                </>
              ),
            }))}
          />
        )}
        {withdrawn.map(({ withdrawnOn, withdrawnWhy }) => (
          <p class="sub">{sayResult.withdrawnOn(longDay(locale, withdrawnOn), withdrawnWhy)}</p>
        ))}
        {writes?.begun && (
          <p>
            <a href={`${trialHref(writes.community, trial)}/result`}>{sayResult.add}</a>
          </p>
        )}
      </Card>
    </>
  )
}

/** The latest trials, on the page of their community. */
export const trialsPart: NonNullable<Room['communityParts']>[number] = async (act, community, locale) => {
  if (!tends(act)) return null
  const say = trialWords(locale)
  const trials = await trialsOf(act, { communityId: community.id })
  const taken = await takenUp(act, locale)
  return {
    place: 'main',
    body: (
      <Card title={say.title} id="trials">
        {trials.length === 0 ? (
          <p>{say.none}</p>
        ) : (
          <Times
            kind="days"
            items={trials.slice(0, 3).map((trial) => ({
              when: dayAndMonth(locale, trial.startsOn),
              datetime: trial.startsOn.toString(),
              text: <a href={trialHref(community, trial)}>{taken.nameOf(trial)}</a>,
              sub: say.states[trial.state],
            }))}
          />
        )}
        <p>
          <a href={communityHref(community, 'trials')}>{say.all}</a>
        </p>
      </Card>
    ),
  }
}
