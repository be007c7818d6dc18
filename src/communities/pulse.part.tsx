/** What the pulses of a community came to: on its page, and beside one another. Means of five people or more, and nothing else. */
import { Card, Plain } from '../platform/parts/surface.tsx'
import type { Locale } from '../platform/words.ts'
import { longDay } from '../platform/words.dates.ts'
import { communityHref, tends, type CommunityPart } from './about-community.tsx'
import { PulsePicture } from './pulse.picture.tsx'
import { pulseMeans, pulsesOf } from './pulse.store.ts'
import { besideOf, moments, stateOf, type Mean, type Pulse } from './pulse.ts'
import { pulseWords } from './pulse.words.ts'

/** `Pärast · kevad 2027`. */
export const pulseName = (locale: Locale, { moment, label }: Pick<Pulse, 'moment' | 'label'>): string =>
  [pulseWords(locale).moments[moment], ...(label === '' ? [] : [label])].join(' · ')

/** The latest before beside the latest after, with what must be known of them; null where none was counted with anything to show. */
export function PulseResult(props: {
  locale: Locale
  pulses: readonly Pulse[]
  means: ReadonlyMap<string, Mean[]>
}) {
  const { locale, pulses, means } = props
  const say = pulseWords(locale)
  const beside = besideOf(pulses)
  const shown = moments.flatMap((moment) => beside[moment] ?? [])
  if (!shown.some(({ id }) => means.has(id))) return null
  const versions = new Set(shown.map(({ version }) => version))
  return (
    <>
      <PulsePicture
        locale={locale}
        asked={shown.map(({ id, moment }) => ({ moment, means: means.get(id) ?? [] }))}
      />
      {shown.length > 1 && <p class="sub">{say.notSame}</p>}
      {versions.size > 1 && <p class="sub">{say.otherVersion}</p>}
    </>
  )
}

export const pulsePart: CommunityPart = async (act, community, locale) => {
  if (!tends(act)) return null
  const say = pulseWords(locale)
  const pulses = await pulsesOf(act, community.id)
  const means = await pulseMeans(act, community.id)
  const link = (
    <p>
      <a href={communityHref(community, 'pulse')}>{say.open}</a>
    </p>
  )
  if (pulses.some(({ id }) => means.has(id))) {
    return {
      place: 'main',
      body: (
        <Card title={say.title} id="pulse">
          <PulseResult locale={locale} pulses={pulses} means={means} />
          {link}
        </Card>
      ),
    }
  }
  const [newest] = pulses
  return {
    place: 'aside',
    body: (
      <Plain title={say.title} id="pulse">
        <p>
          {newest
            ? `${pulseName(locale, newest)}: ${say.states[stateOf(newest, act.today)]}, ${say.until(longDay(locale, newest.opensOn), longDay(locale, newest.untilOn))}`
            : say.none}
        </p>
        {link}
      </Plain>
    ),
  }
}
