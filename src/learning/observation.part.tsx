/** What was seen on a mobility, day by day, and one thing seen by itself. */
import { Acts, Button } from '../platform/parts/button.tsx'
import { Form } from '../platform/parts/form.tsx'
import { Stack } from '../platform/parts/layout.tsx'
import { SummaryList } from '../platform/parts/summary-list.tsx'
import { Card, Plain } from '../platform/parts/surface.tsx'
import { Times } from '../platform/parts/times.tsx'
import { dayAndMonth } from '../platform/words.dates.ts'
import type { Locale } from '../platform/words.ts'
import { mobilityHref, observationHref } from './about-mobility.tsx'
import { methodHref, nameOfMethod } from './method.name.ts'
import type { Method, MethodVersion } from './method.ts'
import type { Mobility, Observation } from './mobility.ts'
import type { Expected } from './observation.form.tsx'
import { isWrong, mayAddPhotos, PhotoFields, type SentPhotos } from './photo.form.tsx'
import { Pictures } from './photo.part.tsx'
import type { Photo } from './photo.ts'
import { photoWords } from './photo.words.ts'
import { observationWords } from './observation.words.ts'

/** @param props.methods those that something seen became; `photos`: how many there are, by observation */
export function Diary(props: {
  locale: Locale
  seen: readonly Observation[]
  methods: readonly Method[]
  expected: readonly Expected[]
  photos: ReadonlyMap<string, number>
}) {
  const { locale, seen, methods, expected, photos } = props
  const hrefOf = (id: string) => methods.flatMap((one) => (one.id === id ? methodHref(one) : []))[0]
  const say = observationWords(locale)
  return (
    <Times
      kind="days"
      items={seen.map((observation) => ({
        when: dayAndMonth(locale, observation.seenOn),
        datetime: observation.seenOn.toString(),
        text: <span class="as-written">{observation.what}</span>,
        sub: (
          <>
            {observation.seenAt}
            {observation.thought !== '' && (
              <>
                <br />
                {say.ours(observation.thought)}
              </>
            )}
            {expected
              .filter(({ id }) => id === observation.outcomeId)
              .map(({ text }) => (
                <>
                  <br />
                  {say.belongs(text)}
                </>
              ))}
            {observation.methodId !== null && (
              <>
                <br />
                <a href={hrefOf(observation.methodId)}>{say.method}</a>
              </>
            )}
            <br />
            {photos.has(observation.id) && (
              <>{photoWords(locale).count(photos.get(observation.id) ?? 0)} · </>
            )}
            <a href={observationHref(observation)}>
              {say.open}
              <span class="unseen">
                : {dayAndMonth(locale, observation.seenOn)}, {observation.seenAt}
              </span>
            </a>
          </>
        ),
      }))}
    />
  )
}

/** What was seen and what whoever wrote it thought of it, as they wrote it. */
export function Seen({ locale, observation }: { locale: Locale; observation: Observation }) {
  const { what, thought } = observation
  return (
    <>
      <Card>
        <p class="as-written prose">{what}</p>
      </Card>
      {thought !== '' && (
        <Plain title={observationWords(locale).thought}>
          <p class="as-written">{thought}</p>
        </Plain>
      )}
    </>
  )
}

/** @param props.sent pictures that were just sent and not kept */
export function Photos(props: {
  locale: Locale
  observation: Observation
  photos: readonly Photo[]
  changes: boolean
  sent: SentPhotos
}) {
  const { locale, observation, photos, changes, sent } = props
  if (photos.length === 0 && !changes) return null
  const say = photoWords(locale)
  return (
    <Card title={say.title} id="photos">
      <Stack>
        <Pictures locale={locale} photos={photos} changes={changes} />
        {changes && mayAddPhotos(photos, sent) && (
          <details class="data" open={isWrong(sent)}>
            <summary>{say.add}</summary>
            <Form locale={locale} action={observationHref(observation, 'photos')} errors={sent.errors} upload>
              <PhotoFields locale={locale} sent={sent} />
              <Acts>
                <Button kind="line">{say.add}</Button>
              </Acts>
            </Form>
          </details>
        )}
      </Stack>
    </Card>
  )
}

/** What it belongs to. @param became the method it became, if any */
export function SeenFacts(props: {
  locale: Locale
  observation: Observation
  mobility: Mobility
  expected: readonly Expected[]
  became: { method: Method; version: MethodVersion | undefined } | null
}) {
  const { locale, observation, mobility, expected, became } = props
  const say = observationWords(locale)
  const outcome = expected.find(({ id }) => id === observation.outcomeId)
  return (
    <SummaryList
      locale={locale}
      facts={[
        { label: say.mobility, value: <a href={mobilityHref(mobility)}>{mobility.title}</a> },
        ...(outcome ? [{ label: say.outcomeShort, value: outcome.text }] : []),
        {
          label: say.methodShort,
          value: became ? (
            <a href={methodHref(became.method)}>{nameOfMethod(locale, became.method, became.version)}</a>
          ) : (
            say.noMethod
          ),
        },
      ]}
    />
  )
}
