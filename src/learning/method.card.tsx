/** One method's card, as everybody reads it. */
import { SummaryList } from '../platform/parts/summary-list.tsx'
import { Card, Note, Plain, Ticks } from '../platform/parts/surface.tsx'
import { day } from '../platform/day.ts'
import { longDay } from '../platform/words.dates.ts'
import type { Locale } from '../platform/words.ts'
import type { MethodCard } from './method.ts'
import { methodWords } from './method.words.ts'

export function MethodText({ locale, card }: { locale: Locale; card: MethodCard }) {
  const say = methodWords(locale)
  const words = card.words[locale]
  return (
    <>
      <Card title={say.steps}>
        <ol class="prose">
          {words.steps.map((step) => (
            <li>{step}</li>
          ))}
        </ol>
      </Card>
      <Card title={say.core} lead={say.coreHint}>
        <Ticks items={words.core.map((label) => ({ label }))} />
      </Card>
      {words.cautions.length > 0 && (
        <Note>
          <h2>{say.cautions}</h2>
          {words.cautions.map((caution) => (
            <p>{caution}</p>
          ))}
        </Note>
      )}
    </>
  )
}

export function MethodFacts({ locale, card }: { locale: Locale; card: MethodCard }) {
  const say = methodWords(locale)
  const words = card.words[locale]
  const two = (first: string, second: string) => (
    <>
      {first}
      <br />
      <span class="sub">{second}</span>
    </>
  )
  return (
    <>
      <Plain title={say.one}>
        <SummaryList
          locale={locale}
          facts={[
            { label: say.targetGroup, value: words.targetGroup },
            {
              label: say.provider,
              value:
                card.country === null ? words.provider : `${words.provider} (${say.countries[card.country]})`,
            },
            { label: say.groupSize, value: words.groupSize ?? say.unknown },
            { label: say.time, value: words.time ?? say.unknown },
            {
              label: say.materials,
              value: words.materials.length > 0 ? words.materials.join(', ') : say.unknown,
            },
            { label: say.abstinence, value: two(say.abstinences[card.abstinence], words.abstinence) },
            ...(card.country === null
              ? []
              : [
                  {
                    label: say.original,
                    value: <span lang={langOf[card.country]}>{card.originalName}</span>,
                  },
                ]),
          ]}
        />
      </Plain>
      <Plain title={say.evidence}>
        <p>
          <b>{say.evidences[card.evidence]}</b>
        </p>
        <p>{words.evidence}</p>
        <p class="sub">{say.evidenceHint}</p>
      </Plain>
      {card.checkedOn !== null && (
        <Plain title={say.source}>
          <p>{card.sources.join('; ')}</p>
          <p class="sub">
            {say.checked(longDay(locale, day(card.checkedOn)))} · {say.version(card.version)}
          </p>
          <p class="sub">{say.licence}</p>
        </Plain>
      )}
    </>
  )
}

const langOf = { FI: 'fi', NO: 'nb', EE: 'et' } as const
