/** Who took part: their piece of the mobility's page. Whoever took part sees themself alone; nothing where there is nobody to see. */
import type { Acting } from '../platform/actor.ts'
import { Plain } from '../platform/parts/surface.tsx'
import type { Locale } from '../platform/words.ts'
import { leads, mobilityHref } from './about-mobility.tsx'
import { confirmedText, namesOf, participationHref } from './about-participation.ts'
import type { Mobility } from './mobility.ts'
import { participationsOf } from './participation.store.ts'
import { participationWords } from './participation.words.ts'

export async function participantsPart(act: Acting, locale: Locale, mobility: Mobility) {
  const say = participationWords(locale)
  const all = await participationsOf(act, mobility.id)
  if (all.length === 0 && !leads(act)) return null
  const names = await namesOf(act, all)
  return (
    <Plain title={leads(act) ? say.title : say.own}>
      {all.length === 0 && <p>{say.none}</p>}
      {all.map((one) => (
        <p>
          <a href={participationHref(one)}>{names.get(one.id)}</a>
          <br />
          <small>{confirmedText(locale, one)}</small>
        </p>
      ))}
      {leads(act) && (
        <>
          <p>
            <a href={mobilityHref(mobility, 'participations/new')}>{say.add}</a>
          </p>
          <p>
            <a href={mobilityHref(mobility, 'programme')}>{say.programme}</a>
          </p>
          <p>
            <a href={mobilityHref(mobility, 'texts')}>{say.texts}</a>
          </p>
        </>
      )}
    </Plain>
  )
}
