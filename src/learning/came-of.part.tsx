/** What came after a training, on its page, for whoever may see trials. */
import type { Child } from 'hono/jsx'
import { develops, tends } from '../communities/about-community.tsx'
import type { Acting } from '../platform/actor.ts'
import { Card } from '../platform/parts/surface.tsx'
import { Table } from '../platform/parts/table.tsx'
import { longDay, numericDay } from '../platform/words.dates.ts'
import type { Locale } from '../platform/words.ts'
import { begunAfter, firstHeld, wasThere } from './came-of.ts'
import { cameOfWords } from './came-of.words.ts'
import { versionsOf } from './method.store.ts'
import type { NamedVersion } from './taught.ts'
import { signupsOf } from './training.store.ts'
import type { Signup, TrainingSession } from './training.ts'
import { ofText, trialDays } from './trial.part.tsx'
import { resultsOf, trialsOf } from './trial.store.ts'
import type { Result, Trial } from './trial.ts'
import { trialWords } from './trial.words.ts'

/** Developers, the lead, whoever coordinates mobilities, and contact persons those of their own community. */
const seesTrials = (act: Acting) => tends(act) || act.actor.role === 'mobility_lead'

/** Null where nothing can have come of it yet, or nothing that the actor may see. */
export async function cameOfPart(
  act: Acting,
  locale: Locale,
  { sessions, taught }: { sessions: readonly TrainingSession[]; taught: readonly NamedVersion[] },
): Promise<Child> {
  const since = firstHeld(sessions)
  if (!since || taught.length === 0 || !seesTrials(act)) return null
  const versions = await versionsOf(act)
  const methodIds = taught.map(({ methodId }) => methodId)
  const trials = begunAfter(since, await trialsOf(act), { methodIds, versions })
  // A contact person sees the trials of their own community: that there are none would be more than they know.
  if (trials.length === 0 && act.actor.role === 'host') return null
  const led = await ledBySomebodyThere(act, sessions, trials)
  const results = Map.groupBy(await resultsOf(act), ({ trialId }) => trialId)
  const methodOf = new Map(versions.map(({ id, methodId }) => [id, methodId]))
  const nameOf = ({ versionId }: Trial) =>
    taught.find(({ methodId }) => methodId === methodOf.get(versionId))?.name ?? '–'
  const say = cameOfWords(locale)
  const ofTrials = trialWords(locale)
  return (
    <Card title={say.title} id="came-of" lead={say.lead(longDay(locale, since))}>
      {trials.length === 0 ? (
        <p>{say.none}</p>
      ) : (
        <div class="stack">
          <Table
            locale={locale}
            caption={say.title}
            captionHidden
            rows={trials}
            columns={[
              {
                key: 'community',
                label: say.community,
                rowHeader: true,
                cell: (trial) => (
                  <>
                    <a href={`/trials/${trial.id}`}>{trial.about}</a>
                    {led.has(trial.id) && <span class="sub">{` ${say.led}`}</span>}
                  </>
                ),
              },
              { key: 'method', label: ofTrials.columns.method, cell: nameOf },
              {
                key: 'days',
                label: ofTrials.columns.days,
                cell: (trial) => trialDays(locale, trial, numericDay),
              },
              { key: 'state', label: ofTrials.columns.state, cell: ({ state }) => ofTrials.states[state] },
              {
                key: 'reached',
                label: ofTrials.columns.reached,
                cell: ({ reached, eligible }) => ofText(locale, reached, eligible, 'people'),
              },
              {
                key: 'results',
                label: say.results,
                full: true,
                cell: ({ id }) => <Results locale={locale} results={results.get(id) ?? []} />,
              },
            ]}
          />
          <p class="sub">{say.noProof}</p>
        </div>
      )}
    </Card>
  )
}

/** Each by its kind, and how many of how many. */
function Results({ locale, results }: { locale: Locale; results: readonly Result[] }) {
  const { kinds } = trialWords(locale)
  if (results.length === 0) return <>{cameOfWords(locale).noResults}</>
  return (
    <>
      {results.map(({ kind, count, outOf }, place) => (
        <>
          {place > 0 && <br />}
          {`${kinds[kind]}: ${ofText(locale, count, outOf)}`}
        </>
      ))}
    </>
  )
}

/** The trials that somebody led who was there before; for those alone who see both who was there and who leads a trial. */
async function ledBySomebodyThere(
  act: Acting,
  sessions: readonly TrainingSession[],
  trials: readonly Trial[],
): Promise<ReadonlySet<string>> {
  if (!develops(act)) return new Set()
  const held: { session: TrainingSession; signups: readonly Signup[] }[] = []
  for (const session of sessions)
    if (session.state === 'held') held.push({ session, signups: await signupsOf(act, session.id) })
  return new Set(trials.flatMap((trial) => (wasThere(trial, held) ? [trial.id] : [])))
}
