/** What the pages of projects and mobilities share: finding what an address names, who writes what, and how days are said. */
import { withActor, type Acting } from '../platform/actor.ts'
import type { Day } from '../platform/day.ts'
import { actorOf, notFound, type PageContext } from '../platform/web.tsx'
import { longDay, longPeriod } from '../platform/words.dates.ts'
import type { Locale } from '../platform/words.ts'
import { countryName } from './country.ts'
import { draftOf } from './draft.store.ts'
import { oneEvidence } from './evidence.store.ts'
import type { Evidence } from './evidence.ts'
import { photoOf, type PhotoSeen } from './photo.store.ts'
import { mobilityOf, observationOf, projectOf } from './mobility.store.ts'
import { daysOf, type Draft, type Mobility, type Observation, type Project } from './mobility.ts'
import { mobilityWords } from './mobility.words.ts'

/** Whoever coordinates mobilities, and the head: they write projects and mobilities. */
export const leads = ({ actor }: Acting) => actor.role === 'mobility_lead' || actor.role === 'lead'
/** Developers too: they write what was seen. */
export const carries = (act: Acting) => leads(act) || act.actor.role === 'developer'

type Work<T> = (act: Acting, one: T) => Promise<Response | null>

/** Does `work` in one transaction about what the address names by `:id`, if the actor sees it; `work` answers null for "not there". */
export async function onFound<T>(
  c: PageContext,
  find: (act: Acting, id: string) => Promise<T | null | undefined>,
  work: Work<T>,
): Promise<Response> {
  const answer = await withActor(c.var.ground, actorOf(c), async (act) => {
    const one = await find(act, c.req.param('id') ?? '')
    return one ? work(act, one) : null
  })
  return answer ?? notFound(c)
}

export const onProject = (c: PageContext, work: Work<Project>) => onFound(c, projectOf, work)
export const onMobility = (c: PageContext, work: Work<Mobility>) => onFound(c, mobilityOf, work)

type SeenOn<T> = (act: Acting, one: T, mobility: Mobility) => Promise<Response | null>

const withMobility =
  <T extends { mobilityId: string }>(work: SeenOn<T>): Work<T> =>
  async (act, one) => {
    const mobility = await mobilityOf(act, one.mobilityId)
    return mobility && work(act, one, mobility)
  }

export const onObservation = (c: PageContext, work: SeenOn<Observation>) =>
  onFound(c, observationOf, withMobility(work))

export const onPhoto = (c: PageContext, work: Work<PhotoSeen>) => onFound(c, photoOf, work)
export const onDraft = (c: PageContext, work: SeenOn<Draft>) => onFound(c, draftOf, withMobility(work))
export const onEvidence = (c: PageContext, work: SeenOn<Evidence>) =>
  onFound(c, oneEvidence, withMobility(work))

export const projectHref = ({ id }: Pick<Project, 'id'>, place = '') =>
  `/projects/${id}${place && `/${place}`}`
export const mobilityHref = ({ id }: Pick<Mobility, 'id'>, place = '') =>
  `/mobilities/${id}${place && `/${place}`}`
export const observationHref = ({ id }: Pick<Observation, 'id'>, place = '') =>
  `/observations/${id}${place && `/${place}`}`

/** `10.–14. märts 2025` */
export const periodOf = (locale: Locale, { startsOn, endsOn }: { startsOn: Day; endsOn: Day }) =>
  startsOn.equals(endsOn) ? longDay(locale, startsOn) : longPeriod(locale, startsOn, endsOn)

/** `Turu, Soome` */
export const whereIs = (locale: Locale, { town, country }: Pick<Mobility, 'town' | 'country'>) =>
  [...(town === '' ? [] : [town]), countryName(locale, country)].join(', ')

/** `5 päeva ja 2 sõidupäeva` */
export function daysText(locale: Locale, mobility: Mobility): string {
  const say = mobilityWords(locale)
  return mobility.travelDays === 0
    ? say.days(daysOf(mobility))
    : say.withTravel(say.days(daysOf(mobility)), say.travelDays(mobility.travelDays))
}
