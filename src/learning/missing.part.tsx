/** What is missing of a project's mobilities, for whoever gathers it: a piece of the project's page. */
import type { Acting } from '../platform/actor.ts'
import { isBefore } from '../platform/day.ts'
import { Card } from '../platform/parts/surface.tsx'
import type { Locale } from '../platform/words.ts'
import { leads, mobilityHref } from './about-mobility.tsx'
import { evidenceOf } from './evidence.store.ts'
import { evidenceWords } from './evidence.words.ts'
import { missingOf, type Missing } from './missing.ts'
import { missingWords } from './missing.words.ts'
import type { Mobility } from './mobility.ts'
import { participationsOf } from './participation.store.ts'
import { participationWords } from './participation.words.ts'

/** Nothing for anybody else, and before the first mobility is over. */
export async function missingPart(act: Acting, locale: Locale, mobilities: readonly Mobility[]) {
  const over = mobilities.filter(({ endsOn }) => isBefore(endsOn, act.today))
  if (!leads(act) || over.length === 0) return null
  const [people, evidence] = [await participationsOf(act), await evidenceOf(act)]
  const lacking = over
    .map((mobility) => ({ mobility, missing: missingOf(mobility, people, evidence, act.today) }))
    .filter(({ missing }) => missing.length > 0)
  const say = missingWords(locale)
  if (lacking.length === 0)
    return (
      <Card title={say.title} id="missing">
        <p>{say.none}</p>
      </Card>
    )
  return (
    <Card title={say.title} id="missing" lead={say.lead}>
      <ul class="noted">
        {lacking.map(({ mobility, missing }) => (
          <li>
            <a href={mobilityHref(mobility)}>{mobility.title}</a>
            <small>{missing.map((one) => told(locale, one)).join(' · ')}</small>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function told(locale: Locale, { gap, count }: Missing): string {
  const labels = {
    ...evidenceWords(locale).kinds,
    ...missingWords(locale).gaps,
    reported: participationWords(locale).report,
  }
  return count > 1 ? `${labels[gap]} (${count})` : labels[gap]
}
